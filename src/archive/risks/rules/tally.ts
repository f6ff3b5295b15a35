import { z } from 'zod'
import { MoneyLine } from '../../../audit/findings/model.ts'
import { sumByKind } from '../../../audit/findings/rules.ts'
import { UnitCategory } from '../../../registers/places/model.ts'
import type { Measures } from './rulebook.ts'

/** What was counted of one class in the audits of one type of unit and one year; `audits` are those with the problem. */
export type Tally = { code: string; unitType: UnitCategory; year: number; findings: number; objected: number; audits: number }
export type MoneyTally = { code: string; unitType: UnitCategory; year: number } & MoneyLine
/** How many audits of a type of unit and a year have their report out, and how many units they were of. */
export type Base = { unitType: UnitCategory; year: number; audits: number; units: number }
export type Cube = { tallies: readonly Tally[]; money: readonly MoneyTally[]; bases: readonly Base[] }

/**
 * One cell: findings that stand, those under objection apart, audits with the problem, audits at all, the share in basis
 * points (null where there are too few audits to tell), whether the problem is common, money kind by kind.
 */
export const Count = z.object({
  findings: z.number().int(),
  objected: z.number().int(),
  audits: z.number().int(),
  base: z.number().int(),
  share: z.number().int().nullable(),
  common: z.boolean(),
  money: z.array(MoneyLine),
})
export type Count = z.infer<typeof Count>
export const HeatColumn = z.object({ key: z.string(), audits: z.number().int(), units: z.number().int() })
export type HeatColumn = z.infer<typeof HeatColumn>
/** By which class its findings are listed: `recorded` where these are not just those recorded under it. */
export const ToldClass = z.object({ code: z.string(), zh: z.string(), en: z.string(), recorded: z.array(z.string()).nullable() })
export type ToldClass = z.infer<typeof ToldClass>
/** The rows of a class in the list of findings. */
export const listedBy = ({ code, recorded }: Pick<ToldClass, 'code' | 'recorded'>): Record<string, string | string[]> =>
  recorded === null ? { class: code } : { classIs: recorded }

/** A class with a cell for each column, and all of them together. */
export const HeatRow = ToldClass.extend({ cells: z.array(Count), all: Count })
export type HeatRow = z.infer<typeof HeatRow>
export const Heat = z.object({ columns: z.array(HeatColumn), rows: z.array(HeatRow) })
export type Heat = z.infer<typeof Heat>

const total = <T>(rows: readonly T[], value: (row: T) => number): number => rows.reduce((sum, row) => sum + value(row), 0)

/** The share of audits with a problem in basis points; null below the least number of audits. */
export const shareOf = (audits: number, base: number, least: number): number | null =>
  base === 0 || base < least ? null : Math.round((audits * 10_000) / base)

/** Adds up what was counted; each audit is of one type and one year, so nothing is counted twice. */
export function countOf(cube: Cube, measures: Measures): Count {
  const audits = total(cube.tallies, (each) => each.audits)
  const base = total(cube.bases, (each) => each.audits)
  const share = shareOf(audits, base, measures.leastAudits)
  return {
    findings: total(cube.tallies, (each) => each.findings),
    objected: total(cube.tallies, (each) => each.objected),
    audits,
    base,
    share,
    common: share !== null && share >= measures.commonShare,
    money: sumByKind(cube.money.map((line) => ({ money: [line] }))).map(({ kind, fen }) => ({ kind, fen })),
  }
}

type Part = Pick<Base, 'unitType' | 'year'>
const partOf = ({ tallies, money, bases }: Cube, is: (part: Part) => boolean): Cube => ({
  tallies: tallies.filter(is),
  money: money.filter(is),
  bases: bases.filter(is),
})
/** The part of a cube that speaks of one class; audits without it stay. */
export const ofClass = ({ tallies, money, bases }: Cube, code: string): Cube => ({
  tallies: tallies.filter((each) => each.code === code),
  money: money.filter((each) => each.code === code),
  bases,
})

type Split = { keys: readonly string[]; keyOf(part: Part): string }
/** Classes against one side of the cube: the types of unit, or the years. Only classes of which something was found. */
function heatOf(cube: Cube, classes: readonly ToldClass[], { split, measures }: { split: Split; measures: Measures }): Heat {
  const parts = split.keys.map((key) => partOf(cube, (part) => split.keyOf(part) === key))
  const columns = split.keys.map((key, at) => ({
    key,
    audits: total(parts[at]?.bases ?? [], (each) => each.audits),
    units: total(parts[at]?.bases ?? [], (each) => each.units),
  }))
  const met = new Set(cube.tallies.map(({ code }) => code))
  const rows = classes
    .filter(({ code }) => met.has(code))
    .map((row) => ({
      ...row,
      cells: parts.map((part) => countOf(ofClass(part, row.code), measures)),
      all: countOf(ofClass(cube, row.code), measures),
    }))
  return { columns, rows }
}

/** Classes against the types of unit that were audited, in the order of the register. */
export function heatByType(cube: Cube, classes: readonly ToldClass[], measures: Measures): Heat {
  const keys = UnitCategory.options.filter((type) => cube.bases.some(({ unitType }) => unitType === type))
  return heatOf(cube, classes, { measures, split: { keys, keyOf: ({ unitType }) => unitType } })
}

/** Classes against the years, the earliest first: the trend. */
export function heatByYear(cube: Cube, classes: readonly ToldClass[], measures: Measures): Heat {
  const keys = [...new Set(cube.bases.map(({ year }) => year))].sort((a, b) => a - b).map(String)
  return heatOf(cube, classes, { measures, split: { keys, keyOf: ({ year }) => String(year) } })
}

/** How dark a cell is drawn, 0 to 4; null where no share is told. */
export const shadeOf = (count: Pick<Count, 'share'>): 0 | 1 | 2 | 3 | 4 | null => {
  if (count.share === null) return null
  if (count.share === 0) return 0
  if (count.share < 2000) return 1
  if (count.share < 4000) return 2
  return count.share < 7000 ? 3 : 4
}
