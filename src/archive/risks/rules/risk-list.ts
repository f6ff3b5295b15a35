import { say } from '../../../kernel/say.ts'
import type { UnitCategory } from '../../../registers/places/model.ts'
import { words as places } from '../../../registers/places/words.ts'
import type { RiskRow } from '../model.ts'
import { gradeRisk } from './level.ts'
import { list } from './list.words.ts'
import type { Measures } from './rulebook.ts'
import type { HeatRow } from './tally.ts'

/** A finding as a list is drawn from it. `unit` is the unit audited. */
export type Ground = { id: string; problemClass: string; title: string; basis: readonly string[]; unit: string; year: number }

const told = (zh: string, facts: Record<string, string | number> = {}) => say({ zh, en: zh }, 'zh', facts)
/** The commonest first, each once. */
function commonest(texts: readonly string[], most: number): string[] {
  const times = new Map<string, number>()
  for (const text of texts) times.set(text, (times.get(text) ?? 0) + 1)
  return [...times]
    .sort((a, b) => b[1] - a[1])
    .slice(0, most)
    .map(([text]) => text)
}
const numbered = (texts: readonly string[]): string =>
  texts.length === 1 ? (texts[0] ?? '') : texts.map((text, at) => told(list.form, { at: at + 1, text })).join('\n')

/** In how many units a problem came again in audits of different years. */
export function repeatedIn(grounds: readonly Ground[]): number {
  const years = new Map<string, Set<number>>()
  for (const { unit, year } of grounds) years.set(unit, (years.get(unit) ?? new Set()).add(year))
  return [...years.values()].filter((each) => each.size > 1).length
}

const usual: Readonly<Record<string, string>> = list.measures
/** What usually prevents problems of a class: a beginning, for people to make their own. */
export const measuresFor = (code: string): string => usual[code.slice(0, 3)] ?? list.measures.other

type Drawing = { grounds: readonly Ground[]; measures: Measures; newId(): string; clean(text: string): string }
function rowOf({ code, zh, all }: HeatRow, { grounds, measures, newId, clean }: Drawing): RiskRow {
  const own = grounds.filter(({ problemClass }) => problemClass === code)
  const forms = commonest(
    own.map(({ title }) => clean(title)),
    5,
  )
  const basis = commonest(
    own.flatMap((each) => each.basis),
    5,
  )
  return {
    ...{ id: newId(), problemClass: code, point: zh, owner: list.owner },
    ...gradeRisk(all, repeatedIn(own), measures),
    forms: numbered(forms),
    measures: measuresFor(code),
    basis: basis.join('\n'),
    findings: own.map(({ id }) => id),
  }
}

const weight = { high: 0, mid: 1, low: 2 } as const
/** Rows drafted from what was found: the graver risks first, then the more frequent. */
export const draftRows = (rows: readonly HeatRow[], drawing: Drawing): RiskRow[] =>
  rows
    .filter(({ all }) => all.findings > 0)
    .toSorted((a, b) => b.all.audits - a.all.audits)
    .map((row) => rowOf(row, drawing))
    .toSorted((a, b) => weight[a.level] - weight[b.level])

const joined = (texts: readonly string[]) =>
  [...new Set(texts.flatMap((text) => text.split('\n')).filter((line) => line.trim() !== ''))].join('\n')
const gravest = (rows: readonly RiskRow[]) => rows.toSorted((a, b) => weight[a.level] - weight[b.level])[0]

/** Several rows as one, in the place of the first: texts joined line by line, the gravest level with its reason, all findings. */
export function mergeRows(rows: readonly RiskRow[], ids: ReadonlySet<string>): RiskRow[] {
  const chosen = rows.filter(({ id }) => ids.has(id))
  const [first] = chosen
  const grave = gravest(chosen)
  if (!first || !grave || chosen.length < 2) return [...rows]
  const merged: RiskRow = {
    ...first,
    ...{ level: grave.level, because: grave.because },
    point: [...new Set(chosen.map(({ point }) => point))].join('、').slice(0, 200),
    forms: joined(chosen.map(({ forms }) => forms)),
    measures: joined(chosen.map(({ measures }) => measures)),
    basis: joined(chosen.map(({ basis }) => basis)),
    owner: joined(chosen.map(({ owner }) => owner))
      .replaceAll('\n', '；')
      .slice(0, 200),
    findings: [...new Set(chosen.flatMap(({ findings }) => findings))],
  }
  return rows.flatMap((row) => (row.id === first.id ? [merged] : ids.has(row.id) ? [] : [row]))
}

export const emptyRow = (id: string): RiskRow => ({
  ...{ id, problemClass: null, point: '', forms: '', level: 'low', because: '', measures: '', basis: '', owner: '', findings: [] },
})

/** 2024至2025年度党政部门…清单. */
export function listTitle(unitType: UnitCategory, years: readonly number[]): string {
  const [from, to] = [Math.min(...years), Math.max(...years)]
  return told(list.title, { type: places.category[unitType].zh, years: from === to ? from : told(list.years, { from, to }) })
}
