import { writeFile } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import fc from 'fast-check'
import { sql } from 'kysely'
import PizZip from 'pizzip'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { townFindings } from '../../audit/findings/samples.ts'
import { auditNotice } from '../../audit/papers/start/audit-notice.doc.ts'
import { townAudits, townOfficials, townTenures, townUnits } from '../../audit/projects/samples.ts'
import { findLibreOffice } from '../../platform/libreoffice.ts'
import { type TestHouse, testHouse } from '../../platform/testing/house.ts'
import { PaperView } from './contract.ts'
import { IssuedPaper, PaperTemplate, ServiceReceipt } from './model.ts'
import { houseTemplate } from './typeset.ts'

let house: TestHouse
let subject = ''
const director = { account: 'director', name: '局长甲', role: 'director' }
const secretary = { account: 'secretary', name: '秘书甲', role: 'secretary' }
beforeAll(async () => {
  house = await testHouse({ at: '2026-11-20T02:00:00Z' })
  const books = { units: townUnits, officials: townOfficials, tenures: townTenures, audits: townAudits, findings: townFindings }
  for (const [what, text] of Object.entries(books)) await house.upload('intake.run', [{ name: `${what}.csv`, bytes: text }], { what })
  const { id } = await house.db.selectFrom('finding').select('project as id').executeTakeFirstOrThrow()
  subject = `project:${id}`
}, 120_000)
afterAll(() => house?.close())

const series = { organ: '澜江市审计局', side: 'state', word: '澜审经责通', kinds: ['auditNotice'] }
const drafted = async (values: Record<string, unknown> = auditNotice.sample, kind = 'auditNotice') =>
  IssuedPaper.parse((await house.act('documents.draft', { kind, subject, values, head: { issuers: ['澜江市审计局'] } })).body)
const target = ({ id, version }: IssuedPaper) => ({ id, version })
const view = async (id: string) => PaperView.parse((await house.ask('documents.one', { id })).body)

test('a number cannot be given while no series is set; then it is the series’ next one, shown beforehand', async () => {
  const paper = await drafted()
  expect(await house.act('documents.issue', target(paper), director)).toMatchObject({ status: 409, body: { code: 'seriesAbsent' } })
  expect((await house.act('documents.saveSeries', series)).status).toBe(200)
  expect((await house.act('documents.saveSeries', series)).body).toMatchObject({ code: 'seriesWordTaken' })
  expect((await view(paper.id)).nextNumber).toBe('澜审经责通〔2026〕1号')
  expect((await house.act('documents.issue', target(paper), director)).body).toMatchObject({
    state: 'issued',
    number: '澜审经责通〔2026〕1号',
  })
  expect((await house.act('documents.issue', { ...target(paper), version: paper.version + 2 }, director)).body).toMatchObject({
    code: 'alreadyIssued',
  })
})

test('a draft comes filled with what the case knows: nothing is typed twice', async () => {
  const { fieldValues } = await drafted({}, 'draftReport')
  expect(fieldValues).toMatchObject({ unit: expect.any(String), official: expect.any(String), post: expect.any(String) })
  const findings = z.array(z.record(z.string(), z.string())).parse(fieldValues.findings)
  expect(findings.length).toBeGreaterThan(0)
  expect(findings[0]?.facts).not.toBe('')
})

test('twenty papers issued at once get twenty numbers, none twice and none left out; a rolled back one leaves no gap', async () => {
  await house.act('documents.saveSeries', { ...series, word: '澜审并发', kinds: ['planNotice'] })
  const values = { unit: '甲', official: '乙', post: '丙', year: '2026', project: '丁', reason: '戊' }
  const papers = await Promise.all(
    Array.from({ length: 20 }, (_, at) => drafted({ ...values, reason: at % 5 === 4 ? '' : '事项' }, 'planNotice')),
  )
  const answers = await Promise.all(papers.map((paper) => house.act('documents.issue', target(paper), director)))
  expect(answers.filter(({ status }) => status === 409)).toHaveLength(4)
  const numbers = await house.db
    .selectFrom('paperNumber')
    .innerJoin('paperSeries', 'paperSeries.id', 'paperNumber.series')
    .where('paperSeries.word', '=', '澜审并发')
    .select('number')
    .orderBy('number')
    .execute()
  expect(numbers.map(({ number }) => number)).toEqual(Array.from({ length: 16 }, (_, at) => at + 1))
})

test('whatever is issued, refused and voided in whatever order, a series has no gap and no double', async () => {
  const word = '澜审性质'
  await house.act('documents.saveSeries', { ...series, word, kinds: ['accountQuery'] })
  const values = { unit: '甲', bank: '银行', accountHolder: '乙', accounts: '丙', ground: '丁', officers: '戊' }
  const step = fc.record({ whole: fc.boolean(), taken: fc.boolean() })
  let issued = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 4 }), async (steps) => {
      for (const { whole, taken } of steps) {
        const paper = await drafted(whole ? { ...values, auditKind: '经责' } : { ...values, ground: '' }, 'accountQuery')
        const answer = await house.act('documents.issue', target(paper), director)
        expect(answer).toMatchObject(whole ? { status: 200 } : { status: 409, body: { code: 'fieldsMissing' } })
        if (!whole) continue
        issued += 1
        const out = IssuedPaper.parse(answer.body)
        expect(out.number).toBe(`${word}〔2026〕${issued}号`)
        if (taken) await house.act('documents.void', { ...target(out), reason: '内容有误' }, director)
      }
    }),
    { numRuns: 6 },
  )
  const { rows } = z
    .object({ rows: z.array(z.object({ word: z.string(), used: z.number(), voided: z.number() })) })
    .parse((await house.ask('documents.series')).body)
  const line = rows.find((row) => row.word === word)
  expect((line?.used ?? 0) + (line?.voided ?? 0)).toBe(issued)
})

test('a draft nobody needs is withdrawn with its reason by whoever drafts; what is fixed is not', async () => {
  const paper = await drafted()
  expect((await house.act('documents.withdrawDraft', { ...target(paper), reason: '' })).status).toBe(400)
  expect((await house.act('documents.withdrawDraft', { ...target(paper), reason: '本项目不需要' })).body).toMatchObject({
    ...{ state: 'voided', number: null, voidedBy: 'clerk', voidReason: '本项目不需要' },
  })
  const other = await drafted()
  const fixed = IssuedPaper.parse((await house.act('documents.freeze', target(other))).body)
  expect((await house.act('documents.withdrawDraft', { ...target(fixed), reason: '改用新稿' })).body).toMatchObject({ code: 'notDraft' })
  expect((await house.act('documents.void', { ...target(fixed), reason: '改用新稿' }, director)).body).toMatchObject({ state: 'voided' })
})

test('each saved setting is an edition; two of them are compared paragraph by paragraph', async () => {
  const paper = await drafted()
  const { head, secrecy, paperOn, title } = paper
  const revised = { ...target(paper), title, head, secrecy, paperOn, values: { ...auditNotice.sample, mailbox: '一号信箱' } }
  const first = IssuedPaper.parse((await house.act('documents.revise', revised)).body)
  await house.act('documents.revise', { ...revised, version: first.version, values: { ...auditNotice.sample, mailbox: '二号信箱' } })
  expect((await view(paper.id)).editions.map(({ edition }) => edition)).toEqual([1, 2])
  const { body } = await house.ask('documents.compare', { left: paper.id, leftEdition: 1, right: paper.id, rightEdition: 2 })
  const { lines } = z.object({ lines: z.array(z.object({ kind: z.string(), text: z.string() })) }).parse(body)
  expect(lines.filter(({ kind }) => kind !== 'same')).toEqual([
    { kind: 'gone', text: '举报信箱：一号信箱' },
    { kind: 'new', text: '举报信箱：二号信箱' },
  ])
})

test('a change of the frozen file is found out, and the file is no longer given', async () => {
  const paper = await drafted()
  const issued = IssuedPaper.parse((await house.act('documents.issue', target(paper), director)).body)
  expect((await house.ask('documents.file', { id: paper.id })).status).toBe(200)
  expect((await view(paper.id)).sound).toBe(true)
  const path = house.office.store.path(issued.sha256 ?? '')
  await writeFile(path, 'tampered')
  expect((await view(paper.id)).sound).toBe(false)
  expect((await house.ask('documents.file', { id: paper.id })).body).toMatchObject({ code: 'paperTampered' })
  expect((await house.ask('documents.verify')).body).toMatchObject({ broken: [{ id: paper.id }] })
})

test('sent first, served only with the proof; the register shows what still waits for it', async () => {
  const paper = await drafted()
  await house.act('documents.issue', target(paper), director)
  const sending = { paper: paper.id, recipient: '澜江市交通运输局', method: 'direct', deliverer: '林一川', sentOn: '2026-11-20' }
  const receipt = ServiceReceipt.parse((await house.act('documents.send', sending)).body)
  expect((await house.act('documents.send', sending)).body).toMatchObject({ code: 'alreadySentTo' })
  const waiting = async () => z.object({ total: z.number() }).parse((await house.ask('documents.list', { unserved: 'true' })).body).total
  expect(await waiting()).toBe(1)
  const fields = { receipt: receipt.id, servedOn: '2026-11-20', signer: '王文书' }
  expect((await house.upload('documents.prove', [], fields)).body).toMatchObject({ code: 'proofMissing' })
  expect((await house.upload('documents.prove', [{ name: '回证.jpg', bytes: 'signed' }], fields)).body).toMatchObject({
    servedOn: '2026-11-20',
  })
  expect(await waiting()).toBe(0)
  expect((await house.ask('documents.proof', { receipt: receipt.id })).status).toBe(200)
})

const changed = async (from: string, to: string) => {
  const zip = new PizZip(await houseTemplate(auditNotice))
  zip.file('word/document.xml', (zip.file('word/document.xml')?.asText() ?? '').replaceAll(from, to))
  return zip.generate({ type: 'uint8array' })
}

const upload = (bytes: Uint8Array | string, name = '通知书.docx') =>
  house.upload('documents.uploadTemplate', [{ name, bytes }], { kind: 'auditNotice', note: '改抬头' }, secretary)
const act = (verb: string, { id, version }: PaperTemplate) => house.act(`documents.${verb}`, { id, version }, secretary)

test('a misspelt tag, a file that is no .docx, and a macro are refused, each with its reason', async () => {
  expect((await upload(await changed('{审计组成员}', '{审计组成圆}'))).body).toMatchObject({
    code: 'tagUnknown',
    facts: { tag: '审计组成圆', nearest: '审计组成员' },
  })
  expect((await upload('一段文字', 'a.docx')).body).toMatchObject({ code: 'templateNotWord' })
  const zip = new PizZip(await houseTemplate(auditNotice))
  zip.file('word/vbaProject.bin', 'macro')
  expect((await upload(zip.generate({ type: 'uint8array' }), 'a.docm')).body).toMatchObject({ code: 'macroInside' })
})

test('a template without a place for an obligatory field is kept but not activated', async () => {
  const lacking = PaperTemplate.parse((await upload(await changed('{审计组成员}', '另行通知'))).body)
  expect(lacking).toMatchObject({ lacking: ['审计组成员'], state: 'waiting' })
  expect((await act('activateTemplate', lacking)).body).toMatchObject({ code: 'templateLacks', facts: { fields: '审计组成员' } })
})

test('an edited template is tried, activated, used for the next paper, and withdrawn; each version is kept with who did it', async () => {
  const edited = PaperTemplate.parse((await upload(await changed('请予积极配合', '请予大力配合'))).body)
  expect((await house.ask('documents.tryTemplate', { kind: 'auditNotice', id: edited.id })).status).toBe(200)
  const active = PaperTemplate.parse((await act('activateTemplate', edited)).body)
  expect(active).toMatchObject({ state: 'active', activatedBy: 'secretary', edition: edited.edition })
  const paper = await drafted()
  const issued = IssuedPaper.parse((await house.act('documents.issue', target(paper), director)).body)
  expect(issued).toMatchObject({ template: edited.id, templateSha256: edited.sha256 })
  const zip = new PizZip(await house.office.store.read(issued.sha256 ?? ''))
  expect(zip.file('word/document.xml')?.asText().includes('请予大力配合')).toBe(true)
  expect((await act('withdrawTemplate', active)).body).toMatchObject({ state: 'withdrawn', withdrawnBy: 'secretary' })
  const after = await drafted()
  expect(IssuedPaper.parse((await house.act('documents.issue', target(after), director)).body).template).toBeNull()
})

test('the PDF is made in the background where LibreOffice is installed, and said to be absent where it is not', async () => {
  const paper = await drafted()
  expect((await house.act('documents.pdf', { id: paper.id })).body).toMatchObject({ code: 'pdfOfDraft' })
  await house.act('documents.issue', target(paper), director)
  expect((await house.ask('documents.file', { id: paper.id, as: 'pdf' })).body).toMatchObject({ code: 'pdfNotMade' })
  const { pdfState } = IssuedPaper.parse((await house.act('documents.pdf', { id: paper.id })).body)
  expect(pdfState).toBe(findLibreOffice() === null ? 'absent' : 'waiting')
  if (pdfState === 'absent') return
  await house.runJobs()
  expect((await view(paper.id)).paper.pdfState).toBe('done')
  expect((await house.ask('documents.file', { id: paper.id, as: 'pdf' })).headers.get('content-type')).toBe('application/pdf')
}, 120_000)

test('several papers go out in one archive or print, which keeps no transaction open while it is made, and the register as a workbook', async () => {
  const ids = (await house.db.selectFrom('issuedPaper').select('id').where('state', '=', 'draft').limit(2).execute()).map(({ id }) => id)
  const zip = await house.ask('documents.bundle', { ids })
  expect(zip.status).toBe(200)
  expect(zip.headers.get('content-type')).toBe('application/zip')
  const printing = house.ask('documents.bundle', { ids, as: 'pdf' })
  const open = sql<{ open: number }>`select count(*)::int as open from pg_stat_activity
    where datname = current_database() and state = 'idle in transaction' and xact_start < now() - interval '1 second'`
  await setTimeout(1500)
  expect((await open.execute(house.db)).rows).toEqual([{ open: 0 }])
  const print = await printing
  expect(print.headers.get('content-type')).toBe(findLibreOffice() === null ? 'application/zip' : 'application/pdf')
  expect((await house.ask('documents.export')).status).toBe(200)
})

test('a clerk does not issue, an auditor does not touch series, another place knows nothing of a paper', async () => {
  const paper = await drafted()
  expect((await house.act('documents.issue', target(paper))).status).toBe(403)
  expect((await house.act('documents.saveSeries', series, { account: 'a', role: 'auditor' })).status).toBe(403)
  expect((await house.ask('documents.one', { id: paper.id }, { jurisdiction: '880100' })).status).toBe(404)
  expect((await house.act('documents.issue', target(paper), { ...director, jurisdiction: '880100' })).status).toBe(404)
})
