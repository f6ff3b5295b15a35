import { addMonths, type Day } from '../../../kernel/day.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import { liesIn } from '../../../registers/places/rules/jurisdiction.ts'
import { type LeadOutcome, OutcomeKind } from '../model.ts'
import { words } from '../words.ts'
import type { SanctionRule } from './records.ts'

type No = Refusal<keyof typeof words.refusal>

/** Kinds that name a sanction from the list of rules. */
export const Graded = OutcomeKind.extract(['partyDiscipline', 'sanction', 'organisational', 'admonish'])
export const graded: readonly OutcomeKind[] = Graded.options
/** Kinds that concern no one person. */
const ofMatter: readonly OutcomeKind[] = ['noFault', 'unproven', 'recovered']
const unproven: readonly OutcomeKind[] = ['noFault', 'unproven', 'judicial']

/** Whether an outcome proves what was suspected: a case before the courts does so only by a judgment that has taken effect. */
export const isProven = (kind: OutcomeKind, judged: boolean): boolean => !unproven.includes(kind) || (kind === 'judicial' && judged)

/** The row of a sanction that holds on the day of the decision in the place. */
export const sanctionOn = (rules: readonly SanctionRule[], asked: { kind: OutcomeKind; code: string; on: Day; place: string }) =>
  rules.find(
    ({ kind, code, region, validFrom, validUntil }) =>
      kind === asked.kind &&
      code === asked.code &&
      validFrom <= asked.on &&
      (validUntil === null || validUntil >= asked.on) &&
      (region === null || liesIn(asked.place, region)),
  ) ?? null

type Told = Pick<LeadOutcome, 'kind' | 'sanction' | 'person'>
/** Null when an outcome is whole: who, and for a graded kind which sanction, in force on its day. */
export function whyNotOutcome(told: Told, rule: SanctionRule | null): No | null {
  if (!ofMatter.includes(told.kind) && told.person.trim() === '') return refuse('leadPersonMissing')
  if (!graded.includes(told.kind)) return null
  if (told.sanction === null) return refuse('leadSanctionMissing')
  return rule === null ? refuse('leadSanctionUnknown', { kind: words.outcome[told.kind].zh }) : null
}

/** The last day on which a sanction weighs: so many months after the decision; null where the rule knows no period. */
export const effectUntil = (rule: Pick<SanctionRule, 'months'> | null, decidedOn: Day): Day | null =>
  rule?.months == null ? null : addMonths(decidedOn, rule.months)

/** After the period a sanction is shown as ended. */
export const isEnded = ({ effectUntil }: Pick<LeadOutcome, 'effectUntil'>, today: Day): boolean =>
  effectUntil !== null && today > effectUntil
