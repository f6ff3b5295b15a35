import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { build } from 'esbuild'
import { bundleOptions } from './bundle.mjs'
import { lookAtSources, writeNote } from './fresh.mjs'
import { buildPages } from './pages.mjs'
import { inClone } from './paths.mjs'

/** Built aside and put in place at the end: a failed or broken-off build leaves the last good one. */
const [half, last, dist] = [inClone(`.dist-new-${process.pid}`), inClone(`.dist-last-${process.pid}`), inClone('dist')]

async function buildAll() {
  const note = lookAtSources()
  mkdirSync(half)
  await Promise.all([build(bundleOptions(half)), buildPages(half)])
  writeNote(half, note)
}

function putInPlace() {
  if (existsSync(dist)) renameSync(dist, last)
  renameSync(half, dist)
  rmSync(last, { recursive: true, force: true })
}

try {
  await buildAll()
  putInPlace()
} finally {
  rmSync(half, { recursive: true, force: true })
}
