import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { Tongue } from '../../kernel/say.ts'
import type { Instance, Plan } from './instance/model.ts'
import { type Asked, type SolveProgress, type Told, workOut } from './solving-work.ts'

export type { SolveProgress } from './solving-work.ts'

/**
 * How to solve. `seconds` is wall time (10 when neither is given); `moves` makes the answer repeatable to the byte (0 = construction
 * only). `onProgress` hears bound, cost and gap a few times a second; `signal` ends the solve early and keeps the best plan.
 */
export type SolveOptions = {
  readonly seconds?: number
  readonly moves?: number
  readonly seed?: number
  readonly tongue?: Tongue
  readonly onProgress?: (progress: SolveProgress) => void
  readonly signal?: AbortSignal
}

/** Once built, a plan is solved in a thread of its own; Node starts none from a TypeScript source. */
const workerFile = fileURLToPath(new URL('./solving.worker.ts', import.meta.url))
const hasWorker = () => !workerFile.endsWith('.ts') && existsSync(workerFile)

const askedOf = (instance: Instance, options: SolveOptions): Asked => ({
  instance,
  seed: options.seed ?? 1,
  seconds: options.seconds ?? null,
  moves: options.moves ?? null,
  tongue: options.tongue ?? 'zh',
})

/**
 * Solves a faultless instance (`faultsOf` is empty) and answers the plan as INTERFACES.md words it. Never blocks the thread that serves
 * pages. With one seed and a number of moves the same instance gives the same plan; cancelled, it gives the best plan so far.
 */
export function solvePlan(instance: Instance, options: SolveOptions = {}): Promise<Plan> {
  const asked = askedOf(instance, options)
  if (hasWorker()) return inThread(asked, options)
  const tell = (progress: SolveProgress) => options.onProgress?.(progress)
  return Promise.resolve().then(() => workOut(asked, { isStopped: () => options.signal?.aborted ?? false, tell }))
}

function inThread(asked: Asked, options: SolveOptions): Promise<Plan> {
  const worker = new Worker(workerFile)
  const stop = new SharedArrayBuffer(4)
  const halt = () => Atomics.store(new Int32Array(stop), 0, 1)
  if (options.signal?.aborted) halt()
  options.signal?.addEventListener('abort', halt)
  const answered = new Promise<Plan>((resolve, reject) => {
    worker.on('message', (told: Told) => {
      if ('progress' in told) options.onProgress?.(told.progress)
      else if ('answer' in told) resolve(told.answer)
      else reject(new Error(told.failed))
    })
    worker.on('error', reject)
    worker.on('exit', (code) => reject(new Error(`the solving thread ended with ${code}`)))
    worker.postMessage({ asked, stop })
  })
  return answered.finally(() => {
    options.signal?.removeEventListener('abort', halt)
    void worker.terminate()
  })
}
