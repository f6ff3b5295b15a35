import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { day } from '../../kernel/day.ts'
import { fen } from '../../kernel/money.ts'
import { json } from '../../platform/db.ts'
import { newId } from '../../platform/id.ts'
import { type TestHouse, testHouse } from '../../platform/testing/house.ts'
import { projectGatherer } from '../papers/gather.ts'
import { words as papers } from '../papers/words.ts'
import { townAudits, townOfficials, townTenures, townUnits } from '../projects/samples.ts'
import { amountsIn } from './extraction/rules/amounts.ts'
import type { FigureRow } from './figures/contract.ts'
import { MoneyKind, type MoneyLine } from './model.ts'
import { sumByKind } from './rules.ts'

let house: TestHouse
const ids = { project: '', unit: '', official: '' }
const lead = { account: 'lead', role: 'leadAuditor' }
beforeAll(async () => {
  house = await testHouse({ at: '2025-11-20T02:00:00Z' })
  for (const [what, bytes] of Object.entries({ units: townUnits, officials: townOfficials, tenures: townTenures, audits: townAudits }))
    await house.upload('intake.run', [{ name: `${what}.csv`, bytes }], { what })
  const number = '2025-U012-LJ0001-R'
  const project = await house.db.selectFrom('project').select(['id', 'unit']).where('number', '=', number).executeTakeFirstOrThrow()
  const official = await house.db.selectFrom('official').select('id').orderBy('number').executeTakeFirstOrThrow()
  Object.assign(ids, { project: project.id, unit: project.unit, official: official.id })
}, 120_000)
afterAll(() => house?.close())

const undecided = { outcome: 'pending', decidedOn: null, effect: null, correctedText: null, correctedGrade: null } as const
const upheld = { ...undecided, outcome: 'upheld', decidedOn: day('2025-11-10') } as const
const ends = {
  pending: undecided,
  rejected: { ...upheld, outcome: 'rejected' },
  withdrawn: { ...upheld, effect: 'withdrawn' },
  reworded: { ...upheld, effect: 'reworded', correctedText: '更正后的表述' },
  regraded: { ...upheld, effect: 'regraded', correctedGrade: 'leading' },
} as const

/** Several lines of money, each kind once; amounts down to the fen and up to the billions. */
const money = fc.uniqueArray(
  fc.record({
    kind: fc.constantFrom(...MoneyKind.options),
    fen: fc.oneof(fc.integer({ min: 1, max: 9_999 }), fc.integer({ min: 1, max: 5e12 })),
  }),
  { selector: ({ kind }) => kind, maxLength: 5 },
)
const one = fc.record({
  money,
  problemClass: fc.constantFrom('F01-01', 'F05-02', 'F07-02'),
  end: fc.option(fc.constantFrom('pending', 'rejected', 'withdrawn', 'reworded', 'regraded'), { nil: null }),
})
type One = { money: { kind: MoneyKind; fen: number }[]; problemClass: string; end: keyof typeof ends | null }

const linesOf = ({ money: lines }: One): MoneyLine[] => lines.map(({ kind, fen: amount }) => ({ kind, fen: fen(amount) }))
async function record(findings: readonly One[]): Promise<void> {
  await house.db.deleteFrom('finding').where('project', '=', ids.project).execute()
  for (const [at, each] of findings.entries()) {
    const id = newId()
    const bare = { standard: null, cause: null, consequence: null, actOn: null, periodFrom: null, periodTo: null, reportFile: null }
    await house.db
      .insertInto('finding')
      .values({
        ...{ id, number: `M-${at}`, project: ids.project, title: `问题${at}`, problemClass: each.problemClass, facts: '事实', year: 2025 },
        ...{ unit: ids.unit, money: json(linesOf(each)), basis: json([]), established: 'confirmed', jurisdiction: '990100', version: 1 },
        ...{ ...bare, document: null, paragraph: null, start: null, end: null },
      })
      .execute()
    if (!each.end) continue
    const raised = { id: newId(), finding: id, official: ids.official, raisedOn: day('2025-11-01'), text: '不同意', reason: null }
    await house.db
      .insertInto('objection')
      .values({ ...raised, ...ends[each.end], decidedBy: null })
      .execute()
  }
}

/** The money that the rows of the case's report print, read back from their own words. */
async function printed(): Promise<MoneyLine[]> {
  const { findings = [] } = await projectGatherer.gather(house.db, ids.project)
  const texts = typeof findings === 'string' ? [] : findings.flatMap((row) => (row.money ?? '').split(papers.and).filter(Boolean))
  return texts.map((text) => {
    const kind = MoneyKind.options.find((each) => text.startsWith(papers.money[each].zh))
    const [amount] = amountsIn(text.slice(kind ? papers.money[kind].zh.length : 0)).amounts
    if (!kind || !amount) throw new Error(text)
    return { kind, fen: amount.fen }
  })
}
const figures = async (by: string) => {
  const asked = { project: ids.project, by, counted: ['stands', 'objected'] }
  return (await house.ask('findings.figures', asked, lead)).body as { total: FigureRow; rows: FigureRow[] }
}

test('the money of any set of findings is the money of its report and of its statistics, however grouped', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(one, { maxLength: 8 }), async (findings) => {
      await record(findings)
      const standing = findings.filter(({ end }) => end !== 'withdrawn')
      const meant = sumByKind(standing.map((each) => ({ money: linesOf(each) })))
      expect(sumByKind([{ money: await printed() }])).toEqual(meant)
      for (const by of ['class1', 'class', 'year', 'unit', 'unitType']) {
        const { total, rows } = await figures(by)
        expect([by, total.money, total.count]).toEqual([by, meant, standing.length])
        expect([by, sumByKind(rows)]).toEqual([by, meant])
      }
    }),
    { numRuns: 12 },
  )
}, 60_000)
