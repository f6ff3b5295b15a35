import { createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { inspect } from '../src/platform/guard.ts'
import { openTable } from '../src/platform/readers.ts'
import { sheetStream } from '../src/platform/sheetwrite.ts'

const columns = 20
const megabytes = (bytes: number) => Math.round(bytes / 1_000_000)
const peak = () => Math.round(process.resourceUsage().maxRSS / 1000)

function* rows(count: number): Generator<(string | number)[]> {
  for (let row = 0; row < count; row++) {
    yield Array.from({ length: columns }, (_, at) =>
      at % 3 === 0 ? `澜江市财政局第${row}号${at}` : at % 3 === 1 ? row * 1.5 + at : `文字${row % 1000}`,
    )
  }
}

async function timed<T>(work: () => Promise<T>): Promise<{ seconds: number; value: T }> {
  const start = performance.now()
  const value = await work()
  return { seconds: Math.round((performance.now() - start) / 100) / 10, value }
}

/** Writes a workbook of so many rows by 20 columns, guards it, reads it back; peak memory of the process after each step. */
export async function measureSheets(count = 100_000) {
  const folder = await mkdtemp(join(tmpdir(), 'guantong-bench-'))
  const path = join(folder, 'big.xlsx')
  const headers = Array.from({ length: columns }, (_, at) => `列${at}`)
  try {
    const write = await timed(() => pipeline(sheetStream({ name: 'big', headers }, rows(count)), createWriteStream(path)))
    const afterWriting = peak()
    const guard = await timed(() => inspect(path))
    const read = await timed(async () => {
      const opened = await openTable({ path, name: 'big.xlsx' })
      if ('refusal' in opened) throw new Error(opened.refusal.code)
      let seen = 0
      for await (const row of opened.value.rows(0)) seen = row.row
      opened.value.close()
      return seen
    })
    const seconds = { write: write.seconds, guard: guard.seconds, read: read.seconds }
    return {
      rows: read.value - 1,
      columns,
      fileMb: megabytes((await stat(path)).size),
      seconds,
      peakMb: { afterWriting, afterReading: peak() },
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
