import { pathToFileURL } from 'node:url'
import { alone } from './alone.mjs'
import { isBuildFresh } from './fresh.mjs'
import { install, isInstalled } from './install.mjs'
import { clone, inClone } from './paths.mjs'
import { runToEnd } from './run.mjs'
import { tell, words } from './words.mjs'

const isNewEnough = ([major, minor]) => major > 20 || (major === 20 && minor >= 19)

/** Packages as in the lock file, a build as new as the sources: whatever is missing is made, nothing is done twice. */
export async function setup() {
  if (!isNewEnough(process.versions.node.split('.').map(Number))) throw new Error(words.oldNode)
  if (isInstalled() && isBuildFresh()) return
  await alone(async () => {
    await ensureInstalled()
    await ensureBuilt()
  })
}

/** Call it alone (alone.mjs). */
export async function ensureInstalled() {
  if (!isInstalled()) await install()
}

/** Call it alone (alone.mjs). */
export async function ensureBuilt() {
  if (isBuildFresh()) return
  tell(words.building)
  const code = await runToEnd(process.execPath, [inClone('scripts', 'build.mjs')], {
    cwd: clone,
    env: { ...process.env, NODE_ENV: 'production' },
  })
  if (code !== 0) throw new Error(words.buildFailed)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await setup().catch((error) => {
    tell(error.message)
    process.exitCode = 1
  })
}
