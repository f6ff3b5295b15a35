import { allRemaps } from '../../audit/findings/classes/store.ts'
import { allClasses } from '../../audit/findings/store.ts'
import type { Day } from '../../kernel/day.ts'
import type { Reader } from '../../platform/db.ts'
import type { ProblemAsked } from './contract.ts'
import type { RiskRule } from './model.ts'
import { type Measures, measuresAt } from './rules/rulebook.ts'
import { type Cube, type Heat, heatByType, heatByYear, type ToldClass } from './rules/tally.ts'
import { recordedAs, type Told, toldOn } from './rules/told.ts'
import { allRules } from './store.ts'
import { cubeOf, type Scope, yearsAudited } from './store-cube.ts'

/** The classes as they are told on a day, by level, and how what was recorded otherwise is told in them. */
export type Scheme = { told: Told; classesOf(level: 1 | 2): ToldClass[] }
export async function schemeAt(read: Reader, on: Day): Promise<Scheme> {
  const told = toldOn(await allRemaps(read), on)
  const named = new Map((await allClasses(read)).map(({ code, zh, en }) => [code, { code, zh, en }]))
  const known = [...named.keys()]
  const ofLevel = (level: 1 | 2) => [...named.values()].filter(({ code }) => code.length > 3 === (level === 2))
  return { told, classesOf: (level) => ofLevel(level).map((each) => ({ ...each, recorded: recordedAs(told, each.code, known) })) }
}

const usualYears = 5
export type At = { read: Reader; today: Day; place: string }
export type Problems = {
  years: number[]
  asked: ProblemAsked & { year: number[]; classesOn: Day }
  rules: RiskRule[]
  measures: Measures
  scheme: Scheme
  parent: ToldClass | null
  byType: Heat
  byYear: Heat
}

const scopeOf = (asked: ProblemAsked, years: readonly number[]): Omit<Scope, 'told'> => ({
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
  const classesOn = asked.classesOn ?? today
  const plain = scopeOf(asked, year)
  const scheme = await schemeAt(read, classesOn)
  const scope = { ...plain, told: scheme.told }
  const cube: Cube = year.length > 0 ? await cubeOf(read, scope) : { tallies: [], money: [], bases: [] }
  const rules = await allRules(read)
  const measures = measuresAt(rules, { on: today, place: asked.place ?? place })
  const classes = scheme.classesOf(scope.level)
  const parent = asked.class ? (scheme.classesOf(1).find(({ code }) => code === asked.class) ?? null) : null
  const heats = { byType: heatByType(cube, classes, measures), byYear: heatByYear(cube, classes, measures) }
  return { years, asked: { ...asked, year, classesOn }, rules, measures, scheme, parent, ...heats }
}
