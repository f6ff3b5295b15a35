import { parentPort } from 'node:worker_threads'
import { type Asked, type Told, workOut } from './solving-work.ts'

/** The thread in which the planner works: one question, progress while it works, one answer. */
parentPort?.on('message', ({ asked, stop }: { asked: Asked; stop: SharedArrayBuffer }) => {
  const isStopped = () => Atomics.load(new Int32Array(stop), 0) !== 0
  const tell = (told: Told) => parentPort?.postMessage(told)
  workOut(asked, { isStopped, tell: (progress) => tell({ progress }), hear: (share) => tell({ share }) })
    .catch((error: unknown): Told => ({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }))
    .then(tell)
    .catch(() => undefined)
})
