import { afterAll, beforeAll, expect, test } from 'vitest'
import { day } from '../../kernel/day.ts'
import { newId } from '../../platform/id.ts'
import { type TestHouse, testHouse } from '../../platform/testing/house.ts'
import { administrators, setClock, somebody } from '../../platform/testing/people.ts'
import { auditNotice } from '../papers/start/audit-notice.doc.ts'
import { townOfficials, townTenures, townUnits } from './samples.ts'

let house: TestHouse
const ids = { unit: '', official: '', project: '' }
const take = (what: string, name: string, bytes: string) => house.upload('intake.run', [{ name, bytes }], { what })

beforeAll(async () => {
  house = await testHouse({ at: '2026-03-02T02:00:00Z' })
  await take('units', 'units.csv', townUnits)
  await take('officials', 'officials.csv', townOfficials)
  await take('tenures', 'tenures.csv', townTenures)
  await administrators(house)
  for (const [account, role] of [
    ['lead', 'leadAuditor'],
    ['auditor', 'auditor'],
  ] as const)
    await somebody(house, { account, name: account, role, jurisdiction: '990100' })
  ids.unit = (await house.db.selectFrom('unit').select('id').where('number', '=', 'U012').executeTakeFirstOrThrow()).id
  ids.official = (await house.db.selectFrom('official').select('id').orderBy('number').executeTakeFirstOrThrow()).id
  const opening = { kind: 'inOffice', unit: ids.unit, subjects: [{ official: ids.official }], year: 2026, auditedBy: '澜江市审计局' }
  ids.project = ((await house.act('projects.open', opening, as('leadAuditor', 'lead'))).body as { id: string }).id
}, 120_000)
afterAll(() => house?.close())

const as = (role: string, account = role) => ({ account, role, name: account })
const version = async () =>
  (await house.db.selectFrom('project').select('version').where('id', '=', ids.project).executeTakeFirstOrThrow()).version
const step = async (name: string, input: Record<string, unknown>, who: object) =>
  house.act(`projects.${name}`, { id: ids.project, version: await version(), ...input }, who)
const papers = (kind: string) =>
  house.db.selectFrom('issuedPaper').selectAll().where('subject', '=', `project:${ids.project}`).where('kind', '=', kind).execute()
const members = [
  { account: 'lead', role: 'leader', days: 30 },
  { account: 'auditor', role: 'lead', days: 40 },
]

test('who is recused by decision from the audited official is not put on the team until the recusal has run out', async () => {
  const recusal = { id: newId(), account: 'auditor', kind: 'official' as const, subject: ids.official, ground: 'kin' as const, note: '' }
  const decided = { decidedOn: day('2026-01-05'), decidedBy: 'director', jurisdiction: '990100', version: 1 }
  await house.db
    .insertInto('recusal')
    .values({ ...recusal, ...decided, until: null })
    .execute()
  const formed = () => step('team', { members, declaration: '均无应回避情形' }, as('leadAuditor', 'lead'))
  expect((await formed()).body).toMatchObject({ code: 'memberRecused', facts: { name: 'auditor' } })
  await house.db
    .updateTable('recusal')
    .set({ until: day('2026-02-01') })
    .execute()
  expect((await formed()).status).toBe(200)
})

test('forming the team drafts its list and the audit notice with what the record holds', async () => {
  const [list] = await papers('teamList')
  expect(list?.fieldValues.members).toEqual([
    { name: 'lead', role: '组长', days: '30', recusal: '均无应回避情形' },
    { name: 'auditor', role: '主审', days: '40', recusal: '均无应回避情形' },
  ])
  const [notice] = await papers('auditNotice')
  expect(notice).toMatchObject({ state: 'draft', head: { issuers: ['澜江市审计局'] }, fieldValues: { leader: 'lead', members: 'auditor' } })
  expect(notice?.blank).toEqual(expect.arrayContaining(['进点日期', '应提供资料']))
})

const director = as('director')
test('a notice that lacks something is not signed; completed, it takes the next number of its series and is fixed', async () => {
  const sign = () => step('notice', { text: '同意签发' }, director)
  expect((await sign()).body).toMatchObject({ code: 'fieldsMissing' })
  const [draft] = await papers('auditNotice')
  const { sample } = auditNotice
  const { materials, discipline, hotline } = sample
  const values = { ...draft?.fieldValues, entryOn: '2026-03-16', period: sample.period, materials, discipline, hotline }
  const { id, version: at, title, secrecy, paperOn, head } = draft ?? {}
  const revised = await house.act('documents.revise', { id, version: at, title, secrecy, paperOn, head, values }, as('clerk'))
  expect(revised.body).toMatchObject({ state: 'draft' })
  expect((await sign()).body).toMatchObject({ code: 'seriesAbsent' })
  const series = { organ: '澜江市审计局', side: 'state' as const, word: '澜审经责通', kinds: ['auditNotice'], firstNumber: 1 }
  const changed = { changedBy: 'clerk', changedOn: day('2026-01-05'), closedOn: null, version: 1 }
  await house.db
    .insertInto('paperSeries')
    .values({ id: newId(), jurisdiction: '990100', ...series, ...changed })
    .execute()
  expect((await sign()).body).toMatchObject({ state: 'noticed' })
  const [issued] = await papers('auditNotice')
  expect(issued).toMatchObject({ state: 'issued', number: '澜审经责通〔2026〕1号', paperOn: '2026-03-02' })
  expect(house.office.store.has(issued?.sha256 ?? '')).toBe(true)
})

test('a notice issued here is served only with its proof; the proof is a paper, and the clocks run from its day', async () => {
  setClock(house, '2026-03-04T02:00:00Z')
  const serving = async (recipient: string, files: { name: string; bytes: string }[]) => {
    const said = { recipient, kind: 'notice', servedOn: '2026-03-03', method: 'direct', signer: '王文书' }
    return house.upload('projects.serve', files, { id: ids.project, version: String(await version()), ...said }, as('clerk'))
  }
  const proof = [{ name: '回证.jpg', bytes: '签收' }]
  expect((await serving(ids.unit, [])).body).toMatchObject({ code: 'proofMissing' })
  expect((await serving(ids.unit, proof)).status).toBe(200)
  expect((await serving(ids.official, proof)).body).toMatchObject({ project: { state: 'served' } })
  const receipts = await house.db.selectFrom('serviceReceipt').selectAll().execute()
  const services = await house.db.selectFrom('projectService').select(['receipt', 'number']).execute()
  expect(new Set(services.map(({ receipt }) => receipt))).toEqual(new Set(receipts.map(({ id }) => id)))
  expect(services[0]?.number).toBe('澜审经责通〔2026〕1号')
  expect(await papers('serviceProof')).toMatchObject([{ state: 'issued' }, { state: 'issued' }])
  const clocks = await house.db.selectFrom('deadline').select('fromOn').where('rule', '=', 'notice.beforeEntry').execute()
  expect(clocks.map(({ fromOn }) => fromOn)).toEqual(['2026-03-03', '2026-03-03'])
  expect(await papers('implementationPlan')).toMatchObject([{ state: 'draft', fieldValues: { leader: 'lead' } }])
})

test('a number given by hand means a paper made outside: the draft here is taken back with that reason', async () => {
  const opening = { kind: 'inOffice', unit: ids.unit, subjects: [{ official: ids.official }], year: 2026, auditedBy: '澜江市审计局' }
  ids.project = ((await house.act('projects.open', { ...opening, number: 'LJ-2' }, as('leadAuditor', 'lead'))).body as { id: string }).id
  await step('team', { members, declaration: '均无应回避情形' }, as('leadAuditor', 'lead'))
  expect((await step('notice', { number: '澜审经责通〔2026〕77号', text: '同意签发' }, director)).status).toBe(200)
  expect(await papers('auditNotice')).toMatchObject([{ state: 'voided', voidReason: '已在系统外制发，文号澜审经责通〔2026〕77号' }])
})
