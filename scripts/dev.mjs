import { spawn } from 'node:child_process'
import { bundleOptions } from './bundle.mjs'
import { clone, inClone } from './paths.mjs'
import { setup } from './setup.mjs'

/** For development: the server is rebuilt and restarted at every change, the pages are served by vite with hot reload. */
await setup()
const [{ context }, { createServer }] = await Promise.all([import('esbuild'), import('vite')])
const folder = inClone('dist')
let server = null
let isEnding = false

function restart() {
  const launch = () => {
    if (isEnding) return process.exit(0)
    const env = { ...process.env, GUANTONG_PARENT: String(process.pid) }
    server = spawn(process.execPath, ['--enable-source-maps', `${folder}/server/main.mjs`, 'serve', ...process.argv.slice(2)], {
      cwd: clone,
      stdio: 'inherit',
      env,
    })
  }
  if (!server || server.exitCode !== null) return launch()
  server.once('exit', launch)
  server.kill('SIGTERM')
}

function end() {
  isEnding = true
  if (!server || server.exitCode !== null) process.exit(0)
  restart()
}
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, end)

const options = bundleOptions(folder)
const restarting = { name: 'restart', setup: (build) => build.onEnd(({ errors }) => errors.length === 0 && restart()) }
const bundler = await context({ ...options, plugins: [...options.plugins, restarting] })
await bundler.watch()
const pages = await createServer({ configFile: inClone('vite.config.ts') })
await pages.listen()
pages.printUrls()
