import { z } from 'zod'
import type { Measures } from './rulebook.ts'
import { Count, type Cube, countOf, ofClass, ToldClass } from './tally.ts'

/** One class in the audits of one unit beside the audits of all units of its type; `above` is null where no share is told. */
export const Comparison = ToldClass.extend({
  own: Count,
  ofType: Count,
  above: z.boolean().nullable(),
})
export type Comparison = z.infer<typeof Comparison>

/** How many findings of a class an audit brings: of the unit's own audits against those of its type. */
const perAudit = ({ findings, base }: Count): number => (base === 0 ? 0 : findings / base)

/** A unit against its type, class by class; only classes found with either. The unit is part of its type. */
export function comparisons(own: Cube, ofType: Cube, about: { classes: readonly ToldClass[]; measures: Measures }): Comparison[] {
  return about.classes.flatMap((told) => {
    const { code } = told
    const mine = countOf(ofClass(own, code), { ...about.measures, leastAudits: 1 })
    const all = countOf(ofClass(ofType, code), about.measures)
    if (mine.findings + mine.objected + all.findings === 0) return []
    return [{ ...told, own: mine, ofType: all, above: all.share === null ? null : perAudit(mine) > perAudit(all) }]
  })
}
