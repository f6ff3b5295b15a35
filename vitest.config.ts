import { createHash } from 'node:crypto'
import { basename, dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildSync } from 'esbuild'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { DearestFirst } from './src/platform/testing/order.ts'

/** Node cannot start a thread from TypeScript: `new URL('./x.worker.ts', import.meta.url)` means the built file, as in the product. */
const builtWorkers: Plugin = {
  name: 'built-workers',
  transform(code, id) {
    if (!code.includes('.worker.ts')) return null
    return code.replace(/new URL\(["'](\.[^"']*\.worker\.ts)["'], import\.meta\.url\)/g, (_, path: string) => {
      const source = resolve(dirname(id), path)
      const outfile = join('node_modules', '.cache', 'workers', `${hashOf(source)}-${basename(path, '.ts')}.mjs`)
      buildSync({ entryPoints: [source], outfile, bundle: true, platform: 'node', format: 'esm', packages: 'external', logLevel: 'error' })
      return `new URL(${JSON.stringify(pathToFileURL(resolve(outfile)).href)})`
    })
  },
}
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 8)

export default defineConfig({
  plugins: [builtWorkers],
  oxc: { jsx: { runtime: 'automatic' } },
  test: {
    include: ['src/**/*.test.{ts,tsx}'],
    environment: 'node',
    pool: 'threads',
    maxWorkers: 2,
    isolate: false,
    sequence: { sequencer: DearestFirst },
    testTimeout: 120_000,
    hookTimeout: 240_000,
    teardownTimeout: 30_000,
    restoreMocks: true,
    globalSetup: ['src/platform/testing/server.ts'],
    setupFiles: ['src/platform/testing/quiet.ts'],
  },
})
