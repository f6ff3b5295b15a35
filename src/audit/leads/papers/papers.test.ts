import mammoth from 'mammoth'
import { expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { FieldValues } from '../../../office/documents/model.ts'
import { fieldFacts, headFacts, proposedTitle } from '../../../office/documents/rules/facts.ts'
import { catalogueOf, shortfall } from '../../../office/documents/rules/fields.ts'
import type { AnyDocument } from '../../../office/documents/rules/type.ts'
import { checkTemplate } from '../../../office/documents/template/check.ts'
import { fillTemplate } from '../../../office/documents/template/fill.ts'
import { houseTemplate, markEndOf } from '../../../office/documents/typeset.ts'
import { leadPapers } from '../making.ts'

const named = leadPapers.map((type): [string, AnyDocument] => [type.name.zh, type])
const head = { issuers: ['澜江市审计局'], secrecyTerm: '', urgency: 'plain' as const, approver: '', attachments: [], printedBy: '' }

test.each(named)('%s: its template passes the check, its sample is whole, and every field of it stands in the paper', async (_, type) => {
  const values = FieldValues.parse(type.sample)
  expect(shortfall(type.fields, values)).toMatchObject({ missing: [], wrong: [], unknown: [] })
  const template = await houseTemplate(type)
  expect(checkTemplate(template, type)).toEqual({ wrong: [], lacking: [] })
  const entries = catalogueOf(type.fields)
  const title = proposedTitle(type, values)
  const addressed = { ...head, addressee: '收件机关', copyTo: '' }
  const facts = headFacts(
    { head: addressed, secrecy: type.secrecy, number: '', title, paperOn: day('2026-03-10') },
    { projectNumber: null },
  )
  const filled = fillTemplate(template, { entries, fields: fieldFacts(entries, values), head: facts, markEnd: markEndOf(type) })
  expect(filled.unplaced).toEqual([])
  const flat = (await mammoth.extractRawText({ buffer: Buffer.from(filled.bytes) })).value.replace(/\s+/g, '')
  const texts = Object.values(values).flatMap((value) => (typeof value === 'string' ? [value] : []))
  const lost = texts.filter((each) => !/^\d{4}-\d\d-\d\d$/.test(each) && !flat.includes(each.replace(/\s+/g, '')))
  expect(lost).toEqual([])
  expect(flat).not.toMatch(/[{}]/)
})
