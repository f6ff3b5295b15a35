import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { refuse } from '../../kernel/refusal.ts'
import { Refused } from '../../platform/stop.ts'
import { readWordFile } from '../../platform/wordfile.ts'

/** The paragraphs of a Word file as a reader meets them, empty ones left out. */
export async function paragraphsIn(bytes: Uint8Array): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'guantong-'))
  try {
    const path = join(folder, 'paper.docx')
    await writeFile(path, bytes)
    const reading = await readWordFile(path)
    if (!('value' in reading)) throw new Refused(refuse('paperTampered'))
    return reading.value.text.split('\n').filter((line) => line.trim() !== '')
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
