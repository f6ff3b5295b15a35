import mammoth from 'mammoth'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { day } from '../../kernel/day.ts'
import { FieldValues } from '../../office/documents/model.ts'
import { fieldFacts, filledPattern, headFacts, proposedTitle } from '../../office/documents/rules/facts.ts'
import { catalogueOf, shortfall } from '../../office/documents/rules/fields.ts'
import type { AnyDocument } from '../../office/documents/rules/type.ts'
import { checkTemplate } from '../../office/documents/template/check.ts'
import { fillTemplate } from '../../office/documents/template/fill.ts'
import { houseTemplate, markEndOf } from '../../office/documents/typeset.ts'
import { auditPapers } from './types.ts'

const named = auditPapers.map((type): [string, AnyDocument] => [type.name.zh, type])

async function filledSample(type: AnyDocument) {
  const values = FieldValues.parse(type.sample)
  const entries = catalogueOf(type.fields)
  const fields = fieldFacts(entries, values)
  const head = {
    issuers: ['澜江市审计局'],
    secrecyTerm: '1年',
    urgency: 'urgent' as const,
    approver: '范仲弘',
    attachments: ['清单', '样表'],
    printedBy: '',
  }
  const addressed = { addressee: filledPattern(type.addressee ?? '', fields), copyTo: filledPattern(type.copyTo ?? '', fields) }
  const paper = {
    ...{ head: { ...head, ...addressed }, secrecy: 'workSecret' as const, number: '澜审经责〔2026〕7号' },
    ...{ title: proposedTitle(type, values), paperOn: day('2026-03-10') },
  }
  const facts = headFacts(paper, { projectNumber: 'P-26-07' })
  const filled = fillTemplate(await houseTemplate(type), { entries, fields, head: facts, markEnd: markEndOf(type) })
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(filled.bytes) })
  return { ...filled, text: value, title: paper.title, values }
}

const Row = z.record(z.string(), z.string())
/** What must be found in the paper: each line of each text, days as they are printed. */
function wanted(type: AnyDocument, values: FieldValues): string[] {
  const printed = (kind: string, text: string) =>
    kind === 'day'
      ? [`${Number(text.slice(0, 4))}年${Number(text.slice(5, 7))}月${Number(text.slice(8))}日`]
      : text.split('\n').map((each) => each.trim())
  return catalogueOf(type.fields).flatMap(({ key, kind, columns }) => {
    const value = values[key] ?? ''
    if (typeof value === 'string') return printed(kind, value)
    return value.flatMap((row) => columns.flatMap((column) => printed(column.kind, Row.parse(row)[column.key] ?? '')))
  })
}

test('every type has a name of its own, and its sample is complete', () => {
  expect(new Set(auditPapers.map(({ id }) => id)).size).toBe(auditPapers.length)
  expect(new Set(auditPapers.map(({ name }) => name.zh)).size).toBe(auditPapers.length)
  const short = auditPapers.map((type) => ({ id: type.id, ...shortfall(type.fields, FieldValues.parse(type.sample)) }))
  expect(short.filter(({ missing, wrong, unknown }) => missing.length + wrong.length + unknown.length > 0)).toEqual([])
})

test.each(named)('%s: its own template passes the check and leaves no obligatory field out', async (_, type) => {
  const checked = checkTemplate(await houseTemplate(type), type)
  expect(checked).toEqual({ wrong: [], lacking: [] })
})

test.each(named)('%s: every field of the sample stands in the paper', async (_, type) => {
  const { unplaced, text, title, values } = await filledSample(type)
  expect(unplaced).toEqual([])
  const flat = text.replace(/\s+/g, '')
  const lost = wanted(type, values).filter((each) => !flat.includes(each.replace(/\s+/g, '')))
  expect(lost).toEqual([])
  expect(flat).toContain(title.replace(/\s+/g, ''))
  expect(text).not.toMatch(/[{}]/)
})
