import { parentPort } from 'node:worker_threads'
import { type Asked, type Told, workOut } from './solving-work.ts'

/** The thread in which a plan is solved: one question, progress while it works, one answer. */
parentPort?.on('message', ({ asked, stop }: { asked: Asked; stop: SharedArrayBuffer }) => {
  const isStopped = () => Atomics.load(new Int32Array(stop), 0) !== 0
  const tell = (told: Told) => parentPort?.postMessage(told)
  try {
    tell({ answer: workOut(asked, { isStopped, tell: (progress) => tell({ progress }) }) })
  } catch (error) {
    tell({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
})
