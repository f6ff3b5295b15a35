import type { Day } from '../../../kernel/day.ts'
import { grouped } from '../../../kernel/grouped.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { SubjectClass } from '../../../registers/auditees/model.ts'
import { liesIn, prefixOf } from '../../../registers/places/rules/jurisdiction.ts'
import type { PlanningRule, PlanningRuleKind } from '../model.ts'
import type { words } from '../words.ts'

type No = Refusal<keyof typeof words.refusal>
export type At = { on: Day; jurisdiction: string }
type Which = { kind: PlanningRuleKind; class?: SubjectClass | null; key?: string }

const nearest = (rule: PlanningRule): number => prefixOf(rule.region ?? '*').length
const inForce = (rule: PlanningRule, { on, jurisdiction }: At): boolean =>
  rule.startsOn <= on && (rule.endsOn === null || on <= rule.endsOn) && (rule.region === null || liesIn(jurisdiction, rule.region))

/** Every rule in force on a day at a place; of one kind, the nearest region's own first. This is the set printed with a plan. */
export const runningRules = (rules: readonly PlanningRule[], at: At): PlanningRule[] =>
  rules
    .filter((rule) => inForce(rule, at))
    .toSorted(
      (one, other) => one.kind.localeCompare(other.kind) || nearest(other) - nearest(one) || (one.startsOn < other.startsOn ? 1 : -1),
    )

/** A running set by kind and part, in the order that decides; kept by set of rules, as each subject asks for a score of them. */
const indexed = new WeakMap<readonly PlanningRule[], Map<string, Map<string, PlanningRule[]>>>()
const partOf = ({ kind, key }: { kind: PlanningRuleKind; key?: string | null }) => `${kind}|${key ?? ''}`

function running(rules: readonly PlanningRule[], at: At): Map<string, PlanningRule[]> {
  const known = indexed.get(rules) ?? new Map<string, Map<string, PlanningRule[]>>()
  indexed.set(rules, known)
  const place = `${at.on}|${at.jurisdiction}`
  const found = known.get(place) ?? grouped(runningRules(rules, at), partOf)
  known.set(place, found)
  return found
}

/** The rule that decides: of the class asked for before the one for all; null when the place has none. */
export function planningRule(rules: readonly PlanningRule[], which: Which, at: At): PlanningRule | null {
  const fitting = running(rules, at).get(partOf(which)) ?? []
  return fitting.find((rule) => rule.class !== null && rule.class === which.class) ?? fitting.find((rule) => rule.class === null) ?? null
}

/** The number of a rule, or what stands in when the place has none. */
export const amountOf = (rules: readonly PlanningRule[], which: Which, at: At, otherwise: number): number =>
  planningRule(rules, which, at)?.amount ?? otherwise

/** Names the running set: the day of the youngest rule in it and how many there are. */
export function ruleSetName(rules: readonly { startsOn: Day }[]): string {
  const youngest = rules.reduce((latest, { startsOn }) => (startsOn > latest ? startsOn : latest), '')
  return `${youngest.slice(0, 7)}/${rules.length}`
}

type Draft = Omit<PlanningRule, 'id' | 'version'>
/** A new row must follow the one that it replaces, and may not say the same twice for one place and time. */
export function whyNotRule(draft: Draft, replaced: PlanningRule | null, others: readonly PlanningRule[]): No | null {
  if (replaced && draft.startsOn <= replaced.startsOn) return refuse('ruleNotLater', { startsOn: replaced.startsOn })
  if (draft.endsOn !== null && draft.endsOn < draft.startsOn) return refuse('ruleEndsEarly')
  if (['weight', 'score', 'scoreCap'].includes(draft.kind) !== (draft.key !== null)) return refuse('rulePartUnnamed')
  if (draft.measure === 'percent' && draft.amount > 100) return refuse('ruleOverHundred')
  const same = (rule: PlanningRule) =>
    rule.kind === draft.kind && rule.key === draft.key && rule.region === draft.region && rule.class === draft.class
  const clash = others.find((rule) => same(rule) && overlaps(rule, draft))
  return clash ? refuse('ruleTwice', { title: clash.title }) : null
}
const overlaps = (one: Pick<Draft, 'startsOn' | 'endsOn'>, other: Pick<Draft, 'startsOn' | 'endsOn'>) =>
  (one.endsOn === null || other.startsOn <= one.endsOn) && (other.endsOn === null || one.startsOn <= other.endsOn)
