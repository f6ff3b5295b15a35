import { spawn } from 'node:child_process'

const running = new Set()

/** Runs a program to its end; what it prints goes to standard error. Answers its exit code. */
export function runToEnd(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 2, 2], ...options })
    running.add(child)
    const end = (code) => {
      running.delete(child)
      resolve(code ?? 1)
    }
    child.on('error', (error) => {
      process.stderr.write(`${error.message}\n`)
      end(1)
    })
    child.on('exit', end)
  })
}

/** Ends what `runToEnd` still runs. */
export const stopRunning = () => {
  for (const child of running) child.kill('SIGTERM')
}
