/** How often the parent is looked for; what must stop has ten seconds. */
const pause = 500

/**
 * Calls back once when the process named by GUANTONG_PARENT has ended, however it ended; without that variable, never.
 * The start script sets it: npm, a terminal or a supervisor may kill the script without a word to us.
 * Answers how to stop watching. Watching never keeps this process alive.
 */
export function whenParentEnds(then: () => void): () => void {
  const parent = Number(process.env.GUANTONG_PARENT)
  if (!Number.isInteger(parent) || parent <= 1) return () => undefined
  const isOurs = process.ppid === parent
  const timer = setInterval(() => {
    const lives = isOurs ? process.ppid === parent : isRunning(parent)
    if (lives) return
    clearInterval(timer)
    then()
  }, pause)
  timer.unref()
  return () => clearInterval(timer)
}

/** A process of another user cannot be signalled, but is there. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
