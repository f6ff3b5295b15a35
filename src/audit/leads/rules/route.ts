import type { Day } from '../../../kernel/day.ts'
import type { Fen } from '../../../kernel/money.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import { levelOf, liesIn, prefixOf, superiorCodes } from '../../../registers/places/rules/jurisdiction.ts'
import type { Lead } from '../model.ts'
import type { words } from '../words.ts'
import type { Authority, LeadOrgan, RouteRule } from './records.ts'

type No = Refusal<keyof typeof words.refusal>
type Matter = Pick<Lead, 'nature' | 'managedBy' | 'jurisdiction'> & { amount: Fen | null; unitPlace: string; today: Day }

/** Where a lead should go by the rules of the place, and whether the committee is to hear of it first; a person decides. */
export type Proposal = {
  rule: RouteRule | null
  receiver: LeadOrgan | null
  overseer: LeadOrgan | null
  copy: LeadOrgan | null
  major: RouteRule | null
}

const inForce = (rule: RouteRule, { today, jurisdiction }: Matter) =>
  rule.validFrom <= today &&
  (rule.validUntil === null || rule.validUntil >= today) &&
  (rule.region === null || liesIn(jurisdiction, rule.region))

const placeFits = (rule: RouteRule, { unitPlace, jurisdiction }: Matter) =>
  rule.place === 'any' || (rule.place === 'own') === (unitPlace === jurisdiction)

const heights = { township: 0, county: 1, city: 2, province: 3 } as const
/** Whose authority manages the person, seen from the office whose matter it is. */
export function authorityOf({ managedBy, jurisdiction }: Pick<Matter, 'managedBy' | 'jurisdiction'>): Authority {
  if (managedBy === 'none') return 'none'
  const [person, office] = [heights[managedBy], heights[levelOf(jurisdiction)]]
  return person === office ? 'own' : person > office ? 'above' : 'below'
}

const fits = (rule: RouteRule, matter: Matter) =>
  inForce(rule, matter) &&
  (rule.natures.length === 0 || rule.natures.includes(matter.nature)) &&
  (rule.managed.length === 0 || rule.managed.includes(authorityOf(matter))) &&
  placeFits(rule, matter) &&
  (rule.fromFen === null || (matter.amount !== null && matter.amount >= rule.fromFen))

const first = (rules: readonly RouteRule[]) =>
  [...rules].sort((a, b) => a.priority - b.priority || prefixOf(b.region ?? '').length - prefixOf(a.region ?? '').length)[0] ?? null

function placeFor(rule: RouteRule, { jurisdiction, unitPlace }: Matter): string | null {
  if (rule.receiverPlace === 'own') return jurisdiction
  return rule.receiverPlace === 'unit' ? unitPlace.slice(0, 6) : (superiorCodes(jurisdiction)[0] ?? null)
}

/** The receiver the rules propose: whom by nature and by whose authority, where by the unit's place; supervised from here when it is below. */
export function proposalFor(rules: readonly RouteRule[], organs: readonly LeadOrgan[], matter: Matter): Proposal {
  const fitting = rules.filter((rule) => fits(rule, matter))
  const rule = first(fitting.filter(({ receiverKind }) => receiverKind !== null))
  const major = first(fitting.filter(({ committeeFirst }) => committeeFirst))
  const named = (kind: string | null, place: string | null) =>
    organs.find((organ) => organ.kind === kind && organ.jurisdiction === place) ?? null
  if (!rule) return { rule, receiver: null, overseer: null, copy: null, major }
  const own = named('discipline', matter.jurisdiction)
  return {
    rule,
    receiver: named(rule.receiverKind, placeFor(rule, matter)),
    overseer: rule.supervised ? named(rule.receiverKind, matter.jurisdiction) : null,
    copy: rule.copyDiscipline ? own : null,
    major,
  }
}

export type Decided = { receiver: string; overseer: string | null; copy: string | null; reason: string }
/** A person may decide otherwise than proposed, and then says why. */
export function whyNotRoute(proposal: Proposal, decided: Decided): No | null {
  const same =
    proposal.receiver?.id === decided.receiver &&
    (proposal.overseer?.id ?? null) === decided.overseer &&
    (proposal.copy?.id ?? null) === decided.copy
  return same || decided.reason.trim() !== '' ? null : refuse('leadDepartsWithoutReason')
}
