import type { Day } from '../../../kernel/day.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { Unit } from '../../places/model.ts'
import { liesIn, prefixOf } from '../../places/rules/jurisdiction.ts'
import type { AuditeeRule, Because, RuleKind, RuleRef, SubjectClass, Tenure } from '../model.ts'

export type Place = Pick<Unit, 'name' | 'shortNames' | 'category' | 'level' | 'jurisdiction'>

export const refOf = ({ id, title, citation, verified }: AuditeeRule): RuleRef => ({ id, title, citation, verified })
export const because = (code: string, facts: Because['facts'] = {}, rule: AuditeeRule | null = null): Because => ({
  code,
  facts,
  rule: rule && refOf(rule),
})

/** A region's own rules come before its city's, the province's and the country's. */
const nearestFirst = (one: AuditeeRule, other: AuditeeRule): number =>
  prefixOf(other.region ?? '*').length - prefixOf(one.region ?? '*').length || one.place - other.place

type At = { on: Day; jurisdiction: string }

function inForce(rules: readonly AuditeeRule[], kind: RuleKind, at: At): AuditeeRule[] {
  const dated = ({ startsOn, endsOn }: AuditeeRule) => startsOn <= at.on && (endsOn === null || at.on <= endsOn)
  const here = ({ region }: AuditeeRule) => region === null || liesIn(at.jurisdiction, region)
  return rules.filter((rule) => rule.kind === kind && dated(rule) && here(rule)).toSorted(nearestFirst)
}

/** A list asks the same of the same rules for every official: answered once for each place. */
const answered = new WeakMap<readonly AuditeeRule[], Map<string, readonly AuditeeRule[]>>()

/** The rules of one kind in force on a day at a place, in the order in which they win. */
export function rulesInForce(rules: readonly AuditeeRule[], kind: RuleKind, at: At): readonly AuditeeRule[] {
  const known = answered.get(rules) ?? new Map<string, readonly AuditeeRule[]>()
  answered.set(rules, known)
  const key = `${kind} ${at.on} ${at.jurisdiction}`
  const found = known.get(key) ?? inForce(rules, kind, at)
  known.set(key, found)
  return found
}

const anyOf = <T>(allowed: readonly T[], value: T) => allowed.length === 0 || allowed.includes(value)
const anyWord = (words: readonly string[], text: string) => words.length === 0 || words.some((word) => text.includes(word))

/** Whether a class rule speaks of this post. */
export const speaksOf = (rule: AuditeeRule, tenure: Pick<Tenure, 'post'>, unit: Place): boolean =>
  anyOf(rule.categories, unit.category) &&
  anyOf(rule.levels, unit.level) &&
  anyWord(rule.unitWords, [unit.name, ...unit.shortNames].join(' ')) &&
  anyWord(rule.postWords, tenure.post)

/** The rule that gives the amount for a class: its own before the one for all. */
export function amountRule(
  rules: readonly AuditeeRule[],
  kind: RuleKind,
  at: { on: Day; jurisdiction: string; class: SubjectClass | null },
): AuditeeRule | null {
  const candidates = rulesInForce(rules, kind, at)
  return candidates.find((rule) => rule.class !== null && rule.class === at.class) ?? candidates.find((rule) => rule.class === null) ?? null
}

/** An amount in months, whatever measure its row is written in. */
export const monthsOf = (rule: AuditeeRule | null): number | null =>
  rule === null || rule.amount === null ? null : rule.measure === 'years' ? rule.amount * 12 : rule.amount

/** A revision begins after the rule it replaces, which then ends the day before. */
export const whyNotRevise = (draft: Pick<AuditeeRule, 'startsOn'>, replaced: AuditeeRule | null): Refusal<'auditeeRuleNotLater'> | null =>
  replaced && draft.startsOn <= replaced.startsOn ? refuse('auditeeRuleNotLater', { startsOn: replaced.startsOn }) : null
