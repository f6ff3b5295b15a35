import { findFindings } from '../../audit/findings/store.ts'
import { countsAs } from '../../audit/findings/store-counted.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Reader } from '../../platform/db.ts'
import type { Desk } from '../../platform/desk.ts'
import { newId } from '../../platform/id.ts'
import { Refused } from '../../platform/stop.ts'
import { words as places } from '../../registers/places/words.ts'
import { ProblemAsked } from './contract.ts'
import type { Cases, Figure, RiskList, TypicalCase, YearReport } from './model.ts'
import { problemsFor } from './problems.ts'
import { replacementsFor, withoutNames } from './rules/deidentify.ts'
import { figuresFor, sectionsFor } from './rules/report.ts'
import { draftRows } from './rules/risk-list.ts'
import { groundsOf } from './store-cube.ts'
import { figureValue } from './store-figures.ts'
import { namesFor, namesToAvoid, sourceOf } from './store-names.ts'

type At = Pick<Desk, 'today'> & { read: Reader; place: string }

/** The rows of a list for one type of unit, from what was found in its audits of those years; nobody is named in them. */
export async function draftedList(at: At, about: Pick<RiskList, 'unitType' | 'years'>): Promise<RiskList> {
  const { read, place } = at
  const asked = ProblemAsked.parse({ year: about.years, unitType: about.unitType, level: '2', place })
  const { byType, measures, scheme } = await problemsFor(at, asked)
  const grounds = await groundsOf(read, { years: about.years, unitTypes: [about.unitType], place, level: 2, told: scheme.told })
  const avoid = await namesToAvoid(
    read,
    grounds.map(({ id }) => id),
  )
  const rows = draftRows(byType.rows, { grounds, measures, newId, clean: (text) => withoutNames(text, avoid) })
  if (rows.length === 0) throw new Refused(refuse('nothingCommon', { type: places.category[about.unitType].zh }))
  return { kind: 'riskList', ...about, rows }
}

/** Those among findings that do not stand: withdrawn, under objection, or of an audit whose report is not out. */
export async function notStanding(read: Reader, findings: readonly string[]): Promise<string[]> {
  const rows = await read
    .selectFrom('finding')
    .innerJoin('project', 'project.id', 'finding.project')
    .select('finding.id')
    .where('finding.id', 'in', [...findings])
    .where(countsAs('stands'))
    .execute()
  const standing = new Set(rows.map(({ id }) => id))
  return findings.filter((id) => !standing.has(id))
}

export const textsOf = ({ title, facts, analysis, lesson, basis }: TypicalCase): string[] => [title, facts, analysis, lesson, basis]

/** Proposes anew what to write in the stead of a case's names; what a person decided stays. */
export async function withReplacements(read: Reader, drafted: TypicalCase): Promise<TypicalCase> {
  const texts = textsOf(drafted)
  const index = await namesFor(read, texts, await sourceOf(read, [drafted.finding]))
  return { ...drafted, replacements: replacementsFor(texts, index, drafted.replacements) }
}

/** A case from each finding, with its facts as they were established; analysis and lesson are for people to write. */
export async function draftedCases(read: Reader, findings: readonly string[]): Promise<Cases> {
  const rows = await findFindings(read, findings)
  const fallen = await notStanding(read, findings)
  if (fallen.length > 0 || rows.length === 0) {
    const numbers = rows.filter(({ id }) => fallen.includes(id)).map(({ number }) => number)
    throw new Refused(refuse('findingNotStanding', { numbers: numbers.join('、') }))
  }
  const cases: TypicalCase[] = []
  for (const { id, problemClass, title, facts, basis } of rows) {
    const text = { title, facts, basis: basis.join('\n'), analysis: '', lesson: '' }
    cases.push(await withReplacements(read, { id: newId(), finding: id, problemClass, ...text, replacements: [] }))
  }
  return { kind: 'cases', preface: '', cases }
}

/** Every number of a report as it comes to now. */
export async function drawn(at: At, figures: readonly Omit<Figure, 'value'>[]): Promise<Figure[]> {
  const values: Figure[] = []
  for (const figure of figures) values.push({ ...figure, value: await figureValue(at, figure) })
  return values
}

/** The comprehensive report of a year and place as first drafted. */
export async function draftedReport(at: At, year: number): Promise<YearReport> {
  const { place } = at
  const first = await problemsFor(at, ProblemAsked.parse({ year, level: '1', place }))
  const second = await problemsFor(at, ProblemAsked.parse({ year, level: '2', place }))
  const common = second.byType.rows.filter(({ all }) => all.common).toSorted((a, b) => b.all.audits - a.all.audits)
  const of = { year, place, classes: first.byType.rows, common }
  const figures = await drawn(at, figuresFor(of))
  return { kind: 'report', sections: sectionsFor(of, figures), figures }
}
