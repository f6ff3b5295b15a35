import { parentPort } from 'node:worker_threads'
import { type NamedFile, readPaperHere } from './paper.ts'
import { Unreadable } from './reading.ts'
import type { SheetReader, SheetRow } from './spreadsheet.ts'
import { openTableHere } from './tablefile.ts'

/** What the house asks of the reading thread, and what it answers: one answer for each question. */
export type Ask = { do: 'paper'; file: NamedFile } | { do: 'open'; file: NamedFile } | { do: 'rows'; sheet: number } | { do: 'more' }

const batch = 200
let table: SheetReader | null = null
let rows: AsyncGenerator<SheetRow, void> | null = null

async function open(file: NamedFile) {
  const opened = await openTableHere(file)
  if ('refusal' in opened) return opened
  table = opened.value
  return { value: { sheets: table.sheets } }
}

async function more() {
  const value: SheetRow[] = []
  while (rows && value.length < batch) {
    const next = await rows.next()
    if (next.done) rows = null
    else value.push(next.value)
  }
  return { value, ended: rows === null, share: table?.share() ?? 0 }
}

async function answer(ask: Ask): Promise<unknown> {
  if (ask.do === 'paper') return readPaperHere(ask.file)
  if (ask.do === 'open') return open(ask.file)
  if (ask.do === 'rows') rows = table?.rows(ask.sheet) ?? null
  return more()
}

parentPort?.on('message', (ask: Ask) => {
  answer(ask)
    .catch((error: unknown) => (error instanceof Unreadable ? { refusal: error.refusal } : { failed: String(error) }))
    .then((result) => parentPort?.postMessage(result))
    .catch(() => undefined)
})
