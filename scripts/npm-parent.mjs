import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

const pause = 500
const shells = new Set(['sh', 'dash', 'bash', 'ash', 'zsh', 'ksh', 'busybox'])

/** Name and parent of a process; null when there is none. */
function about(pid) {
  try {
    return process.platform === 'linux' ? aboutInProc(pid) : aboutByPs(pid)
  } catch {
    return null
  }
}

function aboutInProc(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const end = stat.lastIndexOf(')')
  return { name: stat.slice(stat.indexOf('(') + 1, end), parent: Number(stat.slice(end + 2).split(' ')[1]) }
}

function aboutByPs(pid) {
  const said = execFileSync('ps', ['-o', 'ppid=,comm=', '-p', String(pid)], { encoding: 'utf8' }).trim()
  const [parent, ...name] = said.split(/\s+/)
  return { name: name.join(' ').split('/').pop()?.replace(/^-/, ''), parent: Number(parent) }
}

/**
 * Calls back once when the npm that runs this script has ended. npm starts a shell that starts us and tells neither
 * when it is killed; a shell may or may not have made room for us. Run without npm, nobody is watched.
 */
export function whenNpmEnds(then) {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  const first = about(parent)
  const npm = first && shells.has(first.name) ? first.parent : null
  const isThere = () => process.ppid === parent && (npm === null || about(parent)?.parent === npm)
  const timer = setInterval(() => {
    if (isThere()) return
    clearInterval(timer)
    then()
  }, pause)
  timer.unref()
}
