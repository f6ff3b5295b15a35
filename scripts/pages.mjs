import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { inClone } from './paths.mjs'

const packed = { gzip: promisify(gzip), brotli: promisify(brotliCompress) }
const isText = (name) => /\.(js|css|html|svg|json|txt|webmanifest)$/.test(name)
const leastBytes = 1024

/** The pages, made for browsers back to Chrome 88, with compressed siblings so that serving costs nothing. */
export async function buildPages(folder) {
  const { build } = await import('vite')
  const outDir = join(folder, 'web')
  await build({ configFile: inClone('vite.config.ts'), logLevel: 'warn', build: { outDir, emptyOutDir: true } })
  await Promise.all(filesIn(outDir).map(compress))
}

const filesIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && isText(entry.name) && !entry.parentPath.endsWith('.vite'))
    .map((entry) => join(entry.parentPath, entry.name))

async function compress(path) {
  const content = readFileSync(path)
  if (content.length < leastBytes) return
  const { BROTLI_PARAM_QUALITY: quality, BROTLI_PARAM_SIZE_HINT: size } = constants
  writeFileSync(`${path}.gz`, await packed.gzip(content, { level: 9 }))
  writeFileSync(`${path}.br`, await packed.brotli(content, { params: { [quality]: 10, [size]: content.length } }))
}
