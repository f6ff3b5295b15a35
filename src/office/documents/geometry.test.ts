import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { auditReport } from '../../audit/papers/report/audit-report.doc.ts'
import { day } from '../../kernel/day.ts'
import { convertFile, findLibreOffice } from '../../platform/libreoffice.ts'
import { FieldValues } from './model.ts'
import { fieldFacts, headFacts, proposedTitle } from './rules/facts.ts'
import { catalogueOf } from './rules/fields.ts'
import { fillTemplate } from './template/fill.ts'
import { houseTemplate, markEndOf } from './typeset.ts'

const folder = mkdtempSync(join(tmpdir(), 'geometry-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const absent = findLibreOffice() === null
const why = absent ? ' (skipped: LibreOffice is not installed, so nothing can be typeset here)' : ''

type Placed = { text: string; left: number; right: number; baseline: number; size: number }
type Item = { str: string; transform: readonly number[]; width: number }
const mm = (points: number) => (points * 25.4) / 72
const paperHeight = 297

/** Every piece of text of a page: where it stands, in millimetres from the paper's left and upper edge. */
async function placedOn(pdf: Uint8Array, number: number): Promise<Placed[]> {
  const { getDocumentProxy } = await import('unpdf')
  const page = await (await getDocumentProxy(pdf.slice())).getPage(number)
  const items = (await page.getTextContent()).items.filter((item): item is Item & typeof item => 'str' in item && item.str.trim() !== '')
  return items.map(({ str, transform, width }) => {
    const [size = 0, , , , left = 0, up = 0] = transform
    return { text: str, left: mm(left), right: mm(left + width), baseline: paperHeight - mm(up), size }
  })
}
const linesOf = (placed: readonly Placed[]): string[] => {
  const lines = new Map<number, string>()
  for (const { text, baseline } of placed) lines.set(Math.round(baseline), `${lines.get(Math.round(baseline)) ?? ''}${text}`)
  return [...lines].sort(([one], [other]) => one - other).map(([, text]) => text)
}
const standing = (placed: readonly Placed[], text: string): Placed => {
  const found = placed.find((each) => each.text.includes(text))
  if (!found) throw new Error(`${text} stands nowhere on the page`)
  return found
}

let pdf = new Uint8Array()
beforeAll(async () => {
  if (absent) return
  const values = FieldValues.parse({ ...auditReport.sample, performance: '审'.repeat(28 * 22 * 2) })
  const entries = catalogueOf(auditReport.fields)
  const head = {
    ...{ issuers: ['澜江市审计局'], secrecyTerm: '1年', urgency: 'urgent' as const, approver: '', printedBy: '澜江市审计局办公室' },
    ...{ addressee: '澜江市交通运输局', copyTo: '市委组织部', attachments: [] },
  }
  const paper = {
    ...{ head, secrecy: 'workSecret' as const, number: '澜审经责报〔2026〕8号' },
    ...{ title: proposedTitle(auditReport, values), paperOn: day('2026-06-20') },
  }
  const facts = headFacts(paper, { projectNumber: null })
  const filling = { entries, fields: fieldFacts(entries, values), head: facts, markEnd: markEndOf(auditReport) }
  const path = join(folder, 'report.docx')
  writeFileSync(path, fillTemplate(await houseTemplate(auditReport), filling).bytes)
  const made = await convertFile(path, 'pdf', 100)
  if (made) pdf = new Uint8Array(readFileSync(made.file))
  await made?.done()
}, 120_000)

const measured = test.skipIf(absent)

measured(`the first page bears secrecy and urgency flush left, the red mark 72 mm down, the number under it${why}`, async () => {
  const page = await placedOn(pdf, 1)
  const secrecy = standing(page, '工作秘密')
  expect(secrecy.left).toBeCloseTo(28, 0)
  expect(secrecy.baseline).toBeLessThan(48)
  expect(standing(page, '加急').left).toBeCloseTo(28, 0)
  const mark = standing(page, '文件')
  const inkOverSize = 0.87
  const upperEdge = mark.baseline - mm(mark.size) * inkOverSize
  expect(Math.abs(upperEdge - 72)).toBeLessThan(2)
  expect(standing(page, '8').baseline).toBeGreaterThan(mark.baseline + 15)
})

measured(`a full page has 22 lines of 28 characters between 28 mm and 184 mm, the last not below 262 mm${why}`, async () => {
  const page = (await placedOn(pdf, 3)).filter(({ text }) => text.includes('审'))
  const lines = linesOf(page)
  expect(lines).toHaveLength(22)
  expect(Math.max(...lines.map((line) => line.length))).toBe(28)
  expect(Math.min(...page.map(({ left }) => left))).toBeCloseTo(28, 0)
  expect(Math.max(...page.map(({ right }) => right))).toBeLessThan(185)
  expect(Math.max(...page.map(({ baseline }) => baseline))).toBeLessThan(262)
})

measured(`page numbers stand outside, right on odd and left on even pages, about 7 mm under the text${why}`, async () => {
  const [odd, even] = [await placedOn(pdf, 3), await placedOn(pdf, 2)]
  const number = (page: readonly Placed[]) => page.filter(({ baseline }) => baseline > 264)
  expect(Math.min(...number(odd).map(({ left }) => left))).toBeGreaterThan(150)
  expect(Math.max(...number(even).map(({ right }) => right))).toBeLessThan(60)
  expect(Math.abs((number(odd)[0]?.baseline ?? 0) - 269)).toBeLessThan(3)
})

measured(`the end block stands on the bottom of the last page, the day four characters from the right${why}`, async () => {
  const { getDocumentProxy } = await import('unpdf')
  const last = await placedOn(pdf, (await getDocumentProxy(pdf.slice())).numPages)
  expect(Math.abs(standing(last, '印发').baseline - 260)).toBeLessThan(4)
  expect(standing(last, '抄送').baseline).toBeLessThan(standing(last, '印发').baseline)
  const signed = last.filter(({ text, baseline }) => /[日]/.test(text) && baseline < 245).at(-1)
  expect(Math.abs((signed?.right ?? 0) - (184 - 4 * 5.6))).toBeLessThan(6)
})
