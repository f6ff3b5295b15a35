import { afterAll, beforeAll, expect, test } from 'vitest'
import { auditNotice } from '../../audit/papers/start/audit-notice.doc.ts'
import { day } from '../../kernel/day.ts'
import { openDesk } from '../../platform/desk.ts'
import { newId } from '../../platform/id.ts'
import { aClerk, type TestHouse, testHouse } from '../../platform/testing/house.ts'
import { draftPaper, freeze, issuePaper, voidPaper } from './deeds.ts'
import { noteService } from './service.ts'
import { papersOf } from './store.ts'

let house: TestHouse
const series = newId()
beforeAll(async () => {
  house = await testHouse()
  const changed = { changedBy: 'clerk', changedOn: day('2026-01-05'), closedOn: null, version: 1 }
  const word = { organ: '澜江市审计局', side: 'state' as const, word: '澜审经责通', kinds: ['auditNotice'], firstNumber: 1 }
  await house.db
    .insertInto('paperSeries')
    .values({ id: series, jurisdiction: '990100', ...word, ...changed })
    .execute()
}, 120_000)
afterAll(() => house.close())

const subject = `person:${newId()}`
const hand = async () => (await openDesk<unknown>(house.office, { actor: aClerk, verb: 'test.deed', input: {} })).desk
const draft = async (values: Record<string, string> = {}) => {
  const desk = await hand()
  const given = { subject, values: { ...auditNotice.sample, ...values } }
  return desk.change('issuedPaper:test', (tx) => draftPaper(tx, desk, auditNotice, given))
}
const change = async <T>(
  write: (
    tx: Parameters<Parameters<Awaited<ReturnType<typeof hand>>['change']>[1]>[0],
    desk: Awaited<ReturnType<typeof hand>>,
  ) => Promise<T>,
) => {
  const desk = await hand()
  return desk.change('issuedPaper:test', (tx) => write(tx, desk))
}

test('a paper is drafted, takes the next number, is fixed by its hash and goes out', async () => {
  const paper = await draft()
  expect(paper).toMatchObject({ state: 'draft', title: '关于对周明远同志任澜江市交通运输局局长期间\n经济责任履行情况进行审计的通知' })
  const issued = await change((tx, desk) => issuePaper(tx, desk, auditNotice, { id: paper.id }))
  expect(issued).toMatchObject({ state: 'issued', number: '澜审经责通〔2026〕1号', paperOn: '2026-11-20' })
  expect(house.office.store.has(issued.sha256 ?? '')).toBe(true)
  expect(await papersOf(house.db, subject, { states: ['issued'] })).toHaveLength(1)
})

test('a second freeze, a missing field, a number used and one that leaves a gap are refused', async () => {
  const paper = await draft()
  const frozen = await change((tx, desk) => freeze(tx, desk, auditNotice, { id: paper.id, number: 2 }))
  expect(frozen.number).toBe('澜审经责通〔2026〕2号')
  await expect(change((tx, desk) => freeze(tx, desk, auditNotice, { id: paper.id }))).rejects.toMatchObject({
    refusal: { code: 'alreadyFrozen' },
  })
  const other = await draft()
  const again = (number: number) => change((tx, desk) => freeze(tx, desk, auditNotice, { id: other.id, number }))
  await expect(again(2)).rejects.toMatchObject({ refusal: { code: 'numberUsed', facts: { next: 3 } } })
  await expect(again(9)).rejects.toMatchObject({ refusal: { code: 'numberLeavesGap' } })
  const empty = await draft({ materials: ' ' })
  await expect(change((tx, desk) => issuePaper(tx, desk, auditNotice, { id: empty.id }))).rejects.toMatchObject({
    refusal: { code: 'fieldsMissing', facts: { fields: '应提供资料' } },
  })
})

test('nothing is served without proof, before the paper’s day or in the future; what was served is not voided', async () => {
  const paper = await draft()
  const sending = {
    paper: paper.id,
    recipient: '澜江市交通运输局',
    method: 'direct' as const,
    deliverer: '林一川',
    sentOn: day('2026-11-20'),
  }
  const served = { servedOn: day('2026-11-20'), signer: '王文书', proof: { sha256: 'a'.repeat(64), name: '回证.jpg' } }
  const serve = (over = {}) => change((tx, desk) => noteService(tx, desk, { ...sending, ...served, ...over }))
  await expect(serve()).rejects.toMatchObject({ refusal: { code: 'notIssued' } })
  await change((tx, desk) => issuePaper(tx, desk, auditNotice, { id: paper.id }))
  await expect(serve({ proof: null })).rejects.toMatchObject({ refusal: { code: 'proofMissing' } })
  await expect(serve({ sentOn: day('2026-11-19') })).rejects.toMatchObject({ refusal: { code: 'sentBeforePaper' } })
  await expect(serve({ servedOn: day('2026-11-21') })).rejects.toMatchObject({ refusal: { code: 'serviceInFuture' } })
  await expect(serve({ signer: null })).rejects.toMatchObject({ refusal: { code: 'signerMissing' } })
  expect(await serve()).toMatchObject({ servedOn: '2026-11-20', signer: '王文书' })
  await expect(change((tx, desk) => voidPaper(tx, desk, { id: paper.id, reason: '误发' }))).rejects.toMatchObject({
    refusal: { code: 'servedNotVoided' },
  })
})
