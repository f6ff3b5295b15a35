import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/** Writes which packages each script file carries, for the budget check: the manifest names only our own modules. */
const packagesOfFiles: Plugin = {
  name: 'packages-of-files',
  generateBundle(_options, bundle) {
    const packagesOf = (modules: string[]) => [
      ...new Set(modules.flatMap((id) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(id)?.[1] ?? [])),
    ]
    const files = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? [[file.fileName, packagesOf(file.moduleIds)]] : []))
    this.emitFile({ type: 'asset', fileName: '.vite/packages.json', source: JSON.stringify(Object.fromEntries(files), null, 1) })
  },
}

/** Intranet browsers are old; chrome88 is what the component library itself needs. */
const oldest = 'chrome88'

export default defineConfig({
  root: 'src/web',
  plugins: [react(), packagesOfFiles],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: oldest,
    cssTarget: oldest,
    manifest: true,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 2000,
  },
  server: {
    proxy: Object.fromEntries(
      ['/api', '/openapi.json', '/healthz', '/readyz', '/metrics'].map((path) => [path, `http://127.0.0.1:${process.env.PORT ?? 8080}`]),
    ),
  },
})
