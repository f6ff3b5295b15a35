import type { Day } from '../../../kernel/day.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import { liesIn, prefixOf } from '../../../registers/places/rules/jurisdiction.ts'
import type { RiskRule, RiskRuleKind } from '../model.ts'

type At = { on: Day; place: string }

/** The rule of a kind in force on a day at a place; a region's own comes before the wider ones. Null when none is set. */
export function ruleAt(rules: readonly RiskRule[], kind: RiskRuleKind, at: At): RiskRule | null {
  const dated = ({ startsOn, endsOn }: RiskRule) => startsOn <= at.on && (endsOn === null || at.on <= endsOn)
  const here = ({ region }: RiskRule) => region === null || liesIn(at.place, region)
  const near = (rule: RiskRule) => prefixOf(rule.region ?? '*').length
  return rules.filter((rule) => rule.kind === kind && dated(rule) && here(rule)).toSorted((a, b) => near(b) - near(a))[0] ?? null
}

const neverReached = 1_000_000
/** The four numbers by which problems are counted and risks are graded; without a row nothing is common and no share is told. */
export type Measures = { leastAudits: number; commonShare: number; highShare: number; repeatUnits: number }
export function measuresAt(rules: readonly RiskRule[], at: At): Measures {
  const amount = (kind: RiskRuleKind) => ruleAt(rules, kind, at)?.amount ?? neverReached
  return {
    leastAudits: amount('leastAudits'),
    commonShare: amount('commonShare') * 100,
    highShare: amount('highShare') * 100,
    repeatUnits: amount('repeatUnits'),
  }
}

export type RuleDraft = Omit<RiskRule, 'id' | 'version'>
const overlaps = (one: Pick<RuleDraft, 'startsOn' | 'endsOn'>, other: Pick<RuleDraft, 'startsOn' | 'endsOn'>) =>
  (one.endsOn === null || other.startsOn <= one.endsOn) && (other.endsOn === null || one.startsOn <= other.endsOn)

/** A rule holds everywhere, or for a place that stands in the register of places. */
export const whyNotRegion = (region: string | null, known: object | undefined): Refusal | null =>
  region === null || known ? null : refuse('jurisdictionUnknown', { code: region })

/** A rule follows the one it replaces, ends after it begins, stays a percentage where it is one, and stands alone in its time. */
export function whyNotRule(draft: RuleDraft, replaced: RiskRule | null, others: readonly RiskRule[]): Refusal | null {
  if (replaced && draft.startsOn <= replaced.startsOn) return refuse('ruleNotLater', { startsOn: replaced.startsOn })
  if (draft.endsOn !== null && draft.endsOn < draft.startsOn) return refuse('ruleEndsEarly')
  if (draft.measure === 'percent' && draft.amount > 100) return refuse('ruleOverHundred')
  const clash = others.find((rule) => rule.kind === draft.kind && rule.region === draft.region && overlaps(rule, draft))
  return clash ? refuse('ruleTwice', { title: clash.title }) : null
}
