import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { Tongue } from '../../kernel/say.ts'
import type { Diagnosis } from './diagnosis/diagnose.ts'
import type { Explanation, Instance, Plan, PlanItem } from './instance/model.ts'
import type { Bringing } from './solver/questions.ts'
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
type Listening = Pick<SolveOptions, 'onProgress' | 'signal'> & { readonly onShare?: (share: number) => void }

/** Once built, the planner works in a thread of its own; Node starts none from a TypeScript source. */
const workerFile = fileURLToPath(new URL('./solving.worker.ts', import.meta.url))
/** What a planner's thread is started from. It keeps little garbage: ten thousand subjects are solved within 300 MB. */
export const plannerThread = { file: workerFile, limits: { maxYoungGenerationSizeMb: 24 } } as const
const hasWorker = () => !workerFile.endsWith('.ts') && existsSync(workerFile)

/**
 * Solves a faultless instance (`faultsOf` is empty) and answers the plan as INTERFACES.md words it. Never blocks the thread that serves
 * pages. With one seed and a number of moves the same instance gives the same plan; cancelled, it gives the best plan so far.
 */
export async function solvePlan(instance: Instance, options: SolveOptions = {}): Promise<Plan> {
  const { seed = 1, seconds = null, moves = null, tongue = 'zh' } = options
  const told = await ask({ do: 'solve', instance, seed, seconds, moves, tongue }, options)
  return 'plan' in told ? told.plan : wrong(told)
}

/** Which plan is asked about: its audits must be sound (`checkPlan`), the subject one of the instance. */
export type Question = {
  readonly instance: Instance
  readonly items: readonly PlanItem[]
  readonly subject: string
  readonly tongue?: Tongue
}

/** Why a subject is in, why that year, team and window, and why not the other years. Null when the plan is not sound. */
export async function explainSubject({ tongue = 'zh', ...question }: Question): Promise<Explanation | null> {
  const told = await ask({ do: 'explain', tongue, ...question }, {})
  return 'explanation' in told ? told.explanation : wrong(told)
}

/**
 * What would bring a subject in, in `year` or (null) in any: both plans laid side by side, or the rule that forbids it. A counterfactual
 * solve with a price on every change; under two seconds at 2,000 subjects. Null when the plan is not sound.
 */
export async function whatWouldBring({
  tongue = 'zh',
  year = null,
  ...question
}: Question & { year?: number | null }): Promise<Bringing | null> {
  const told = await ask({ do: 'bring', tongue, year, ...question }, {})
  return 'bringing' in told ? told.bringing : wrong(told)
}

/** What must give for every duty to be kept: at most fifteen lines and up to three ways out, contradicting pins first; `onShare` hears how far it is. */
export async function diagnose(instance: Instance, tongue: Tongue = 'zh', onShare: (share: number) => void = () => {}): Promise<Diagnosis> {
  const told = await ask({ do: 'diagnose', instance, tongue }, { onShare })
  return 'diagnosis' in told ? told.diagnosis : wrong(told)
}

function wrong(told: Told): never {
  throw new Error('failed' in told ? told.failed : 'the planner answered another question')
}

function ask(asked: Asked, listening: Listening): Promise<Told> {
  if (hasWorker()) return inThread(asked, listening)
  const tell = (progress: SolveProgress) => listening.onProgress?.(progress)
  const hear = (share: number) => listening.onShare?.(share)
  return workOut(asked, { isStopped: () => listening.signal?.aborted ?? false, tell, hear })
}

/** How long an idle thread waits for another question, in milliseconds. */
const patience = 300_000
/** The one thread that waits: what it has answered once it answers quicker. */
let spare: { readonly worker: Worker; readonly end: NodeJS.Timeout } | null = null

/** By name: without any, the thread's own listeners that open its port would go as well. */
function silence(worker: Worker): void {
  for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event)
}

function threadFor(): Worker {
  const waiting = spare
  spare = null
  if (!waiting) return new Worker(plannerThread.file, { resourceLimits: plannerThread.limits })
  clearTimeout(waiting.end)
  silence(waiting.worker)
  waiting.worker.ref()
  return waiting.worker
}

/** After a short question the thread waits for the next one; after a long one it ends, and its memory with it. */
function leave(worker: Worker, asked: Asked, told: Told | null): void {
  silence(worker)
  const isShort = asked.do === 'explain' || asked.do === 'bring'
  if (spare || !isShort || !told || 'failed' in told) return void worker.terminate()
  worker.unref()
  const end = setTimeout(() => void worker.terminate(), patience).unref()
  const forget = () => {
    if (spare?.worker === worker) spare = null
  }
  worker.on('error', forget)
  worker.on('exit', forget)
  spare = { worker, end }
}

function inThread(asked: Asked, { onProgress, onShare, signal }: Listening): Promise<Told> {
  const worker = threadFor()
  let answer: Told | null = null
  const stop = new SharedArrayBuffer(4)
  const halt = () => Atomics.store(new Int32Array(stop), 0, 1)
  if (signal?.aborted) halt()
  signal?.addEventListener('abort', halt)
  const answered = new Promise<Told>((resolve, reject) => {
    worker.on('message', (told: Told) => {
      if ('progress' in told) onProgress?.(told.progress)
      else if ('share' in told) onShare?.(told.share)
      else {
        answer = told
        resolve(told)
      }
    })
    worker.on('error', reject)
    worker.on('exit', (code) => reject(new Error(`the planner's thread ended with ${code}`)))
    worker.postMessage({ asked, stop })
  })
  return answered.finally(() => {
    signal?.removeEventListener('abort', halt)
    leave(worker, asked, answer)
  })
}
