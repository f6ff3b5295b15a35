import { z } from 'zod'
import { act } from '../../kernel/contract.ts'
import { Day } from '../../kernel/day.ts'
import { Nature, OrganKind } from './model.ts'
import { Graded } from './rules/outcomes.ts'
import { Authority, RouteRule, SanctionRule } from './rules/records.ts'
import { words } from './words.ts'

const line = (most: number) => z.string().trim().min(2).max(most)
/** What every row says: from which day, where, by which paper, and whether somebody read that paper. `replaces`: the row it follows. */
const dated = {
  ...{ replaces: z.uuid().optional(), version: z.number().int().optional() },
  ...{ zh: line(120), en: line(200) },
  region: z
    .string()
    .regex(/^\d{6}$/)
    .nullable()
    .default(null),
  ...{ validFrom: Day, citation: line(300), verified: z.boolean() },
}

/** A rule of routing follows another from a day on, or is new; the former one stays for the days before. */
export const saveRoute = act({
  name: 'leads.saveRoute',
  title: words.action.saveRoute,
  input: z.object({
    ...dated,
    ...{ natures: z.array(Nature), managed: z.array(Authority), place: RouteRule.shape.place, fromFen: RouteRule.shape.fromFen },
    ...{ receiverKind: OrganKind.nullable(), receiverPlace: RouteRule.shape.receiverPlace },
    ...{ supervised: z.boolean(), copyDiscipline: z.boolean(), committeeFirst: z.boolean(), priority: z.number().int().min(1).max(1000) },
  }),
  output: RouteRule,
})
export type RouteDraft = z.output<typeof saveRoute.input>

/** A kind of sanction and how many months it weighs from a day on; null months: no period. */
export const saveSanction = act({
  name: 'leads.saveSanction',
  title: words.action.saveSanction,
  input: z.object({
    ...dated,
    kind: Graded,
    months: z.number().int().min(1).max(600).nullable(),
  }),
  output: SanctionRule,
})
export type SanctionDraft = z.output<typeof saveSanction.input>
