import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { whenNpmEnds } from './npm-parent.mjs'
import { clone, mainFile } from './paths.mjs'
import { stopRunning } from './run.mjs'
import { setup } from './setup.mjs'
import { tell } from './words.mjs'

/** Server and database together stop well within ten seconds; this is for one that hangs. */
const patience = 9000
let server = null
let isEnding = false

/** Whatever ends us ends the server first, so that it can close its database. */
function end() {
  if (isEnding) return
  isEnding = true
  stopRunning()
  if (!server) process.exit(143)
  server.kill('SIGTERM')
  setTimeout(() => server.kill('SIGKILL'), patience).unref()
}

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, end)
whenNpmEnds(end)

try {
  await setup()
} catch (error) {
  tell(error.message)
  process.exit(1)
}

server = spawn(process.execPath, ['--enable-source-maps', mainFile, 'serve', ...process.argv.slice(2)], {
  cwd: clone,
  stdio: 'inherit',
  env: { ...process.env, GUANTONG_PARENT: String(process.pid) },
})
server.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)))
