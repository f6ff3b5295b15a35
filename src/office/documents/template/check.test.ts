import PizZip from 'pizzip'
import { expect, test } from 'vitest'
import { evidenceSheet } from '../../../audit/papers/fieldwork/evidence-sheet.doc.ts'
import { auditReport } from '../../../audit/papers/report/audit-report.doc.ts'
import { auditNotice } from '../../../audit/papers/start/audit-notice.doc.ts'
import { distance, nearest } from '../rules/nearest.ts'
import type { AnyDocument } from '../rules/type.ts'
import { houseTemplate } from '../typeset.ts'
import { checkTemplate } from './check.ts'

/** The house's template with one text changed, as a secretary would in Word. */
async function edited(type: AnyDocument, from: string, to: string): Promise<Uint8Array> {
  const zip = new PizZip(await houseTemplate(type))
  const xml = zip.file('word/document.xml')?.asText() ?? ''
  expect(xml.includes(from)).toBe(true)
  zip.file('word/document.xml', xml.replaceAll(from, to))
  return zip.generate({ type: 'uint8array' })
}

test('a misspelt tag is named with the nearest right one', async () => {
  const { wrong } = checkTemplate(await edited(auditNotice, '{审计组成员}', '{审计组成圆}'), auditNotice)
  expect(wrong).toEqual([{ code: 'tagUnknown', tag: '审计组成圆', nearest: '审计组成员' }])
})

test('an obligatory field without a place is reported', async () => {
  const { wrong, lacking } = checkTemplate(await edited(evidenceSheet, '{审计事项}', ''), evidenceSheet)
  expect({ wrong, lacking }).toEqual({ wrong: [], lacking: ['审计事项'] })
})

test('a section that is not closed is reported by its name', async () => {
  const { wrong } = checkTemplate(await edited(auditReport, '{/审计发现问题}', ''), auditReport)
  expect(wrong).toContainEqual({ code: 'tagBroken', tag: '审计发现问题' })
})

test('a list set as a word is told to be a section', async () => {
  const { wrong } = checkTemplate(await edited(auditReport, '审计期间：{审计期间}', '{审计期间}{审计发现问题}'), auditReport)
  expect(wrong).toEqual([{ code: 'tagNotSection', tag: '审计发现问题' }])
})

test('a column is known only inside its own list, and code-like tags are unknown', async () => {
  const outside = checkTemplate(await edited(auditNotice, '{监督举报电话}', '{问题标题}{constructor}{监督举报电话}'), auditNotice)
  expect(outside.wrong.map(({ tag }) => tag)).toEqual(['问题标题', 'constructor'])
})

test.each([
  ['审计组成圆', '审计组成员', 1],
  ['', '单位', 2],
  ['单位', '单位', 0],
  ['被审计干部', '被审计领导干部', 2],
])('%s is %s but for %d characters', (one, other, count) => {
  expect(distance(one, other)).toBe(count)
  expect(nearest(one, [other])).toBe(other)
})
