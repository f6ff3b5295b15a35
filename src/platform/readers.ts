import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { type NamedFile, readPaperHere } from './paper.ts'
import type { Ask } from './reader.worker.ts'
import { type Reading, type ReadingRefusal, type ReadText, Unreadable } from './reading.ts'
import type { SheetReader, SheetRow } from './spreadsheet.ts'
import { openTableHere } from './tablefile.ts'

export type { NamedFile } from './paper.ts'
export type { SheetReader, SheetRow } from './spreadsheet.ts'

const seconds = 120
const memory = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 12 }

/** Once built, files are read in a thread of its own; Node starts none from a TypeScript source. */
const workerFile = fileURLToPath(new URL('./reader.worker.ts', import.meta.url))
const hasWorker = () => !workerFile.endsWith('.ts') && existsSync(workerFile)

type Answer = { value?: unknown; refusal?: ReadingRefusal; failed?: string; ended?: boolean; share?: number }
const tooLong: ReadingRefusal = { code: 'readingTooLong', facts: { seconds } }

/** One reading thread: one question at a time; a thread that takes too long or too much is ended. */
class Thread {
  readonly #worker = new Worker(workerFile, { resourceLimits: memory })
  ended = false

  constructor() {
    this.#worker.on('error', () => this.end()).on('exit', () => this.end())
  }

  ask(ask: Ask): Promise<Answer> {
    const worker = this.#worker
    worker.ref()
    return new Promise<Answer>((resolve, reject) => {
      const settle = (finish: () => void) => {
        clearTimeout(timer)
        worker.off('message', told).off('error', broke).off('exit', ended)
        worker.unref()
        finish()
      }
      const told = (answer: Answer) => settle(() => (answer.failed ? reject(new Error(answer.failed)) : resolve(answer)))
      const broke = (error: Error) => settle(() => (isTooHeavy(error) ? resolve(this.#stop({ code: 'readingTooHeavy' })) : reject(error)))
      const ended = () => settle(() => resolve(this.#stop({ code: 'readingTooHeavy' })))
      const timer = setTimeout(() => settle(() => resolve(this.#stop(tooLong))), seconds * 1000)
      worker.on('message', told).on('error', broke).on('exit', ended)
      worker.postMessage(ask)
    })
  }

  #stop(refusal: ReadingRefusal): Answer {
    this.end()
    return { refusal }
  }

  end(): void {
    this.ended = true
    void this.#worker.terminate()
  }
}
const isTooHeavy = (error: Error) => 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'

let thread: Thread | null = null
let queue: Promise<unknown> = Promise.resolve()
const askForPaper = async (file: NamedFile): Promise<Reading<ReadText>> => {
  if (!thread || thread.ended) thread = new Thread()
  return (await thread.ask({ do: 'paper', file })) as Reading<ReadText>
}

/** A paper's text (.docx .pdf .txt .md, .doc with LibreOffice) or why it cannot be had; one at a time, guarded and bounded. */
export function readPaper(file: NamedFile): Promise<Reading<ReadText>> {
  if (!hasWorker()) return readPaperHere(file)
  const read = queue.then(() => askForPaper(file))
  queue = read.catch(() => undefined)
  return read
}

async function* rowsFrom(from: Thread, sheet: number, at: { share: number }): AsyncGenerator<SheetRow, void> {
  let answer = await from.ask({ do: 'rows', sheet })
  for (;;) {
    if (answer.refusal) throw new Unreadable(answer.refusal)
    at.share = answer.share ?? 0
    yield* answer.value as readonly SheetRow[]
    if (answer.ended) return
    answer = await from.ask({ do: 'more' })
  }
}

async function openInThread(file: NamedFile): Promise<Reading<SheetReader>> {
  const own = new Thread()
  try {
    const answer = await own.ask({ do: 'open', file })
    if (!answer.refusal) {
      const { sheets } = answer.value as { sheets: readonly string[] }
      const at = { share: 0 }
      return { value: { sheets, rows: (sheet) => rowsFrom(own, sheet, at), share: () => at.share, close: () => own.end() } }
    }
    own.end()
    return { refusal: answer.refusal }
  } catch (error) {
    own.end()
    throw error
  }
}

/** A workbook or .csv, row by row; damage met on the way is thrown as `Unreadable`. Close it when done. */
export const openTable = (file: NamedFile): Promise<Reading<SheetReader>> => (hasWorker() ? openInThread(file) : openTableHere(file))
