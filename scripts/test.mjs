import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { alone } from './alone.mjs'
import { findOrInstallBrowser } from './browser.mjs'
import { clone, inClone, tool } from './paths.mjs'
import { runToEnd, stopRunning } from './run.mjs'
import { ensureBuilt, ensureInstalled } from './setup.mjs'
import { tell } from './words.mjs'

/** Everything on one page: each part says how many of its checks passed and failed; a part that breaks counts as one failure. */
const reports = mkdtempSync(join(tmpdir(), 'guantong-reports-'))
const results = []
const shown = { stdio: ['ignore', 1, 2], cwd: clone }

async function part(name, work) {
  process.stdout.write(`\n── ${name} ──\n`)
  const began = performance.now()
  const counts = await work().catch((error) => {
    tell(error.message)
    return { passed: 0, failed: 1 }
  })
  results.push({ name, ...counts, seconds: (performance.now() - began) / 1000 })
}

const asOne = (isGood) => (isGood ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 })
const succeeds = async (command, args, env = {}) => (await runToEnd(command, args, { ...shown, env: { ...process.env, ...env } })) === 0
const script = (name) => succeeds(process.execPath, [inClone('scripts', name)])

/** A runner that fails without naming a failed test (a crash, a broken file) still failed. */
function counted(isGood, { passed, failed }) {
  return { passed, failed: isGood ? failed : Math.max(failed, 1) }
}

function reportIn(file) {
  if (!existsSync(file)) throw new Error(`no report in ${file}`)
  return JSON.parse(readFileSync(file, 'utf8'))
}

async function units() {
  const file = join(reports, 'units.json')
  const isGood = await succeeds(tool('vitest'), ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`])
  const { numPassedTests, numFailedTests } = reportIn(file)
  return counted(isGood, { passed: numPassedTests, failed: numFailedTests })
}

async function pages() {
  const CHROMIUM_PATH = await findOrInstallBrowser()
  const file = join(reports, 'pages.json')
  const [port, provider] = [await freePort(), await freePort()].map(String)
  const ports = { GUANTONG_E2E_PORT: port, GUANTONG_E2E_PROVIDER_PORT: provider }
  const env = { ...ports, CHROMIUM_PATH, PLAYWRIGHT_JSON_OUTPUT_NAME: file }
  const isGood = await succeeds(tool('playwright'), ['test', '--reporter=list,json'], env)
  const { expected, flaky, unexpected } = reportIn(file).stats
  return counted(isGood, { passed: expected + flaky, failed: unexpected })
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}

function summary() {
  const total = (key) => results.reduce((sum, result) => sum + result[key], 0)
  process.stdout.write('\n')
  for (const { name, passed, failed, seconds } of results) {
    process.stdout.write(`${failed ? '✗' : '✓'} ${name.padEnd(8)} ${passed} passed, ${failed} failed (${seconds.toFixed(0)} s)\n`)
  }
  process.stdout.write(`${total('passed')} passed, ${total('failed')} failed\n`)
  process.exitCode = total('failed') > 0 ? 1 : 0
}

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) {
  process.on(signal, () => {
    stopRunning()
    process.exit(143)
  })
}
process.on('exit', () => rmSync(reports, { recursive: true, force: true }))

await part('install', async () => asOne(await alone(ensureInstalled).then(() => true)))
await part('types', async () => asOne(await succeeds(tool('tsc'), ['-b'])))
await part('lint', async () => asOne(await succeeds(tool('biome'), ['check', '.'])))
await part('packages', async () => asOne(await script('audit.mjs')))
await part('units', units)
await part('build', async () => asOne(await alone(ensureBuilt).then(() => true)))
await part('budget', async () => asOne(await script('budget.mjs')))
await part('pages', pages)
summary()
