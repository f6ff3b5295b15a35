import { existsSync, readFileSync, statSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { inClone } from './paths.mjs'

const kilobyte = 1024
/** First screen: the entry and all it imports at once. Any other file a route asks for later has its own limit. */
const limits = { firstScreen: 230, otherFile: 180 }
/** Larger files by name, each with its limit and its reason. */
const listed = [{ name: /echarts|chart/, limit: 400, reason: 'the chart library, loaded when a chart is shown' }]
const neverAtFirst = ['echarts', 'zrender']

const read = (name) => JSON.parse(readFileSync(inClone('dist', 'web', '.vite', name), 'utf8'))

function packedSize(file) {
  const path = inClone('dist', 'web', file)
  return (existsSync(`${path}.gz`) ? statSync(`${path}.gz`).size : gzipSync(readFileSync(path)).length) / kilobyte
}

/** The files the browser must have before it can show anything. */
function firstFiles(manifest) {
  const seen = new Set()
  const visit = (key) => {
    if (seen.has(key)) return
    seen.add(key)
    for (const next of manifest[key].imports ?? []) visit(next)
  }
  for (const key of Object.keys(manifest).filter((each) => manifest[each].isEntry)) visit(key)
  return new Set([...seen].map((key) => manifest[key].file))
}

const scriptsOf = (manifest) => [...new Set(Object.values(manifest).map(({ file }) => file))].filter((file) => file.endsWith('.js'))

function limitOf(file) {
  return listed.find(({ name }) => name.test(file))?.limit ?? limits.otherFile
}

/** What is over budget, in sentences; empty when all is well. */
export function overBudget() {
  const manifest = read('manifest.json')
  const packages = read('packages.json')
  const first = firstFiles(manifest)
  const total = [...first].filter((file) => file.endsWith('.js')).reduce((sum, file) => sum + packedSize(file), 0)
  const tooMuch = total > limits.firstScreen ? [`first screen: ${total.toFixed(0)} KB of ${limits.firstScreen} KB`] : []
  const early = [...first].flatMap((file) =>
    neverAtFirst.filter((name) => packages[file]?.includes(name)).map((name) => `${name} is loaded at first, in ${file}`),
  )
  const large = scriptsOf(manifest)
    .filter((file) => !first.has(file) && packedSize(file) > limitOf(file))
    .map((file) => `${file}: ${packedSize(file).toFixed(0)} KB of ${limitOf(file)} KB`)
  process.stdout.write(`first screen ${total.toFixed(0)} KB gzipped of ${limits.firstScreen} KB, ${scriptsOf(manifest).length} files\n`)
  return [...tooMuch, ...early, ...large]
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const complaints = overBudget()
  for (const line of complaints) process.stdout.write(`over budget: ${line}\n`)
  process.exitCode = complaints.length > 0 ? 1 : 0
}
