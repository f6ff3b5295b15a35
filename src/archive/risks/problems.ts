import { allClasses } from '../../audit/findings/store.ts'
import type { Day } from '../../kernel/day.ts'
import type { Reader } from '../../platform/db.ts'
import type { ProblemAsked } from './contract.ts'
import type { RiskRule } from './model.ts'
import { type Measures, measuresAt } from './rules/rulebook.ts'
import { type Cube, type Heat, heatByType, heatByYear } from './rules/tally.ts'
import { allRules } from './store.ts'
import { cubeOf, type Scope, yearsAudited } from './store-cube.ts'

type Named = { code: string; zh: string; en: string }
/** Classes as they are called now, by code; of one level, or of both when none is named. */
export async function classesAt(read: Reader, level: 1 | 2 | null): Promise<Named[]> {
  const named = new Map((await allClasses(read)).map(({ code, zh, en }) => [code, { code, zh, en }]))
  return [...named.values()].filter(({ code }) => level === null || code.length > 3 === (level === 2))
}

const usualYears = 5
export type At = { read: Reader; today: Day; place: string }
export type Problems = {
  years: number[]
  asked: ProblemAsked & { year: number[] }
  rules: RiskRule[]
  measures: Measures
  parent: Named | null
  byType: Heat
  byYear: Heat
}

const scopeOf = (asked: ProblemAsked, years: readonly number[]): Scope => ({
  years,
  unitTypes: asked.unitType,
  place: asked.place,
  level: asked.class || asked.level === '2' ? 2 : 1,
  parent: asked.class,
})

/** Common problems as asked: both sides of the cube with the rules they were counted by. Without years, the last five audited. */
export async function problemsFor({ read, today, place }: At, asked: ProblemAsked): Promise<Problems> {
  const years = await yearsAudited(read, { place: asked.place })
  const year = asked.year.length > 0 ? asked.year : years.slice(-usualYears)
  const scope = scopeOf(asked, year)
  const cube: Cube = year.length > 0 ? await cubeOf(read, scope) : { tallies: [], money: [], bases: [] }
  const rules = await allRules(read)
  const measures = measuresAt(rules, { on: today, place: asked.place ?? place })
  const classes = await classesAt(read, scope.level)
  const parent = asked.class ? ((await classesAt(read, 1)).find(({ code }) => code === asked.class) ?? null) : null
  const heats = { byType: heatByType(cube, classes, measures), byYear: heatByYear(cube, classes, measures) }
  return { years, asked: { ...asked, year }, rules, measures, parent, ...heats }
}
