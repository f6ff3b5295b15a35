import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { inClone } from './paths.mjs'
import { tell, words } from './words.mjs'

const lockFile = inClone('.setup-lock')
const patience = 5000

/** Installing and building by one process at a time; the lock of a dead one counts for nothing. */
export async function alone(work) {
  await enter()
  const leave = () => rmSync(lockFile, { force: true })
  process.once('exit', leave)
  try {
    return await work()
  } finally {
    leave()
    process.removeListener('exit', leave)
  }
}

async function enter() {
  for (let attempt = 0; !tryToEnter(); attempt++) {
    if (attempt === 0) tell(words.waiting)
    await sleep(300)
  }
}

function tryToEnter() {
  try {
    writeFileSync(lockFile, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    if (isAbandoned()) rmSync(lockFile, { force: true })
    return false
  }
}

function isAbandoned() {
  try {
    const pid = Number(readFileSync(lockFile, 'utf8'))
    if (pid > 0) return !isRunning(pid)
    return Date.now() - statSync(lockFile).mtimeMs > patience
  } catch {
    return false
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
