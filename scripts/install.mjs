import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { clone, inClone } from './paths.mjs'
import { runToEnd } from './run.mjs'
import { tell, words } from './words.mjs'

const marker = inClone('node_modules', '.guantong')
const read = (...parts) => readFileSync(inClone(...parts), 'utf8')
const stamp = () => `${createHash('sha256').update(read('package-lock.json')).digest('hex')} ${process.platform}-${process.arch}`

/** Whether node_modules is what package-lock.json says, on this kind of machine. */
export function isInstalled() {
  if (existsSync(marker) && readFileSync(marker, 'utf8') === stamp()) return true
  if (!matchesLock()) return false
  leaveMarker()
  return true
}

/** npm notes what it installed; someone may have run it by hand. */
function matchesLock() {
  if (!existsSync(inClone('node_modules', '.package-lock.json'))) return false
  const wanted = JSON.parse(read('package-lock.json')).packages
  const found = JSON.parse(read('node_modules', '.package-lock.json')).packages
  return Object.entries(wanted).every(([path, entry]) => path === '' || isThere({ path, entry, found: found[path] }))
}

function isThere({ path, entry, found }) {
  if (!found) return Boolean(entry.optional) && !isMadeForThisMachine(entry)
  return found.version === entry.version && existsSync(inClone(path, 'package.json'))
}

/** Of the optional packages, those that exist once for every kind of machine. */
const isMadeForThisMachine = ({ os, cpu, libc }) =>
  Boolean(os && cpu) && !libc && os.includes(process.platform) && cpu.includes(process.arch)

function leaveMarker() {
  try {
    writeFileSync(marker, stamp())
  } catch {
    // an installation only its owner may write: then it is compared each time
  }
}

/** The npm that runs us, else the one on the path; development packages are needed for the build whatever NODE_ENV says. */
export async function install() {
  tell(words.installing)
  const own = process.env.npm_execpath ?? ''
  const [command, before] = basename(own) === 'npm-cli.js' ? [process.execPath, [own]] : ['npm', []]
  const options = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund']
  const code = await runToEnd(command, [...before, ...options], { cwd: clone })
  if (code !== 0) throw new Error(words.installFailed)
  leaveMarker()
}
