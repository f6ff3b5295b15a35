import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { z } from 'zod'
import { Day } from '../../kernel/day.ts'
import { refuse } from '../../kernel/refusal.ts'
import { Refused } from '../../platform/stop.ts'
import { type Meta, noMeta } from './rules/scope.ts'

const One = z.object({
  unit: z.string().nullish(),
  city: z
    .string()
    .regex(/^\d{6}(?:\d{3}(?:\d{3})?)?$/)
    .nullish(),
  from: Day.nullish(),
  to: Day.nullish(),
})
const File = z.record(z.string(), One)

/** What is known of the papers, by file name: audited unit, place and period. */
export async function readMeta(path: string): Promise<ReadonlyMap<string, Meta>> {
  const file = basename(path)
  const read = File.safeParse(await contentOf(path))
  if (!read.success) {
    const [document, field] = read.error.issues[0]?.path ?? []
    throw new Refused(refuse('metaField', { file, document: String(document ?? ''), field: String(field ?? '') }))
  }
  return new Map(
    Object.entries(read.data).map(([name, { unit, city, from, to }]) => [
      name.normalize('NFC'),
      { ...noMeta, unit: unit || null, city: city ?? null, from: from ?? null, until: to ?? null },
    ]),
  )
}

async function contentOf(path: string): Promise<unknown> {
  const file = basename(path)
  const text = await readFile(path, 'utf8').catch(() => null)
  if (text === null) throw new Refused(refuse('paperMissing', { file: path }))
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    throw new Refused(refuse('metaNotJson', { file }))
  }
}
