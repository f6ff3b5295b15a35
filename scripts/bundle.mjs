import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { clone, inClone } from './paths.mjs'

const workerName = (path) => basename(path).replace(/\.worker\.ts$/, '')

/** Server code that runs in threads of its own: every src/…/<name>.worker.ts outside the pages, under its unique name. */
function workers() {
  const found = readdirSync(inClone('src'), { recursive: true }).filter((path) => path.endsWith('.worker.ts') && !path.startsWith('web/'))
  const names = found.map(workerName)
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice) throw new Error(`two workers are called ${twice}`)
  return Object.fromEntries(found.map((path) => [`${workerName(path)}.worker`, inClone('src', path)]))
}

/** In the sources a worker is named by its own path; in the bundle all files lie in one folder. */
const workerAddresses = {
  name: 'worker-addresses',
  setup(build) {
    build.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8')
      const address = /new URL\('[^']*?([\w-]+)\.worker\.ts', import\.meta\.url\)/g
      return { loader: 'ts', contents: text.replace(address, "new URL('./$1.worker.mjs', import.meta.url)") }
    })
  },
}

/** How esbuild makes the server: one file per entry, code asked for later in files of its own, packages left in node_modules. */
export const bundleOptions = (folder) => ({
  entryPoints: { main: inClone('src', 'main.ts'), ...workers() },
  outdir: join(folder, 'server'),
  absWorkingDir: clone,
  bundle: true,
  splitting: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  packages: 'external',
  sourcemap: true,
  outExtension: { '.js': '.mjs' },
  chunkNames: '[name]-[hash]',
  logLevel: 'warning',
  plugins: [workerAddresses],
})
