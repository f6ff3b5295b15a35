import type { Day } from '../../kernel/day.ts'
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import type { FieldGroup, Recusal, ResultRule, SharedWith, ShareGrant } from './model.ts'
import type { words } from './words.ts'

type No = Refusal<keyof typeof words.refusal>
/** Who gives or settles: for which organ, from which place. */
export type Giver = { account: string; organ: string; jurisdiction: string }

export type GrantStanding = 'waiting' | 'notYet' | 'given' | 'expired' | 'refused' | 'revoked'
/** How a grant stands on a day; its last day is still in force. */
export function grantStanding(grant: Pick<ShareGrant, 'state' | 'startsOn' | 'until'>, today: Day): GrantStanding {
  if (grant.state !== 'given') return grant.state
  if (grant.startsOn > today) return 'notYet'
  return grant.until !== null && grant.until < today ? 'expired' : 'given'
}

export type GrantDraft = {
  organ: SharedWith
  jurisdiction: string
  unit: string | null
  fields: readonly FieldGroup[]
  startsOn: Day
  until: Day | null
}
/** Why a grant cannot be given as drafted; null when it can. */
export function whyNotGive(draft: GrantDraft, giver: Pick<Giver, 'organ' | 'jurisdiction'>, today: Day): No | null {
  if (draft.until === null) return refuse('grantNeedsEnd')
  if (draft.until < today || draft.until < draft.startsOn) return refuse('grantEndsBefore')
  if (draft.fields.length === 0) return refuse('grantNothing')
  if (draft.organ === 'auditedUnit' && draft.unit === null) return refuse('grantUnitMissing')
  if (draft.organ === giver.organ && draft.jurisdiction === giver.jurisdiction) return refuse('grantToSelf')
  return null
}

/** A grant given needs another person's word before it opens anything. */
export function whyNotSettle(grant: Pick<ShareGrant, 'state' | 'givenBy'>, account: string): No | null {
  if (grant.state !== 'waiting') return refuse('grantSettled')
  return grant.givenBy === account ? refuse('grantBySamePerson') : null
}

export const whyNotRevoke = (grant: Pick<ShareGrant, 'state'>): No | null =>
  grant.state === 'waiting' || grant.state === 'given' ? null : refuse('grantNotRunning')

/** What is said to somebody who once was let know and no longer is; null when the grant still runs. */
export function whyNoLonger(grant: Pick<ShareGrant, 'state' | 'startsOn' | 'until'>, today: Day): No | null {
  const standing = grantStanding(grant, today)
  if (standing === 'expired') return refuse('grantExpired', { until: grant.until ?? '' })
  return standing === 'revoked' ? refuse('grantRevoked') : null
}

export const runs = (recusal: Pick<Recusal, 'until'>, today: Day): boolean => recusal.until === null || recusal.until >= today

/** Nobody ends his own recusal, and none twice. */
export function whyNotEndRecusal(recusal: Pick<Recusal, 'account' | 'until'>, account: string, today: Day): No | null {
  if (!runs(recusal, today)) return refuse('recusalEnded')
  return recusal.account === account ? refuse('recusedOneself') : null
}

type Reach = Pick<ResultRule, 'organ' | 'region' | 'startsOn' | 'endsOn'>
const inForce = ({ startsOn, endsOn }: Reach, on: Day) => startsOn <= on && (endsOn === null || endsOn >= on)
const prefixOf = (region: string | null) => (region ?? '').replace(/(00)+$/, '')
const reaches = ({ region }: Reach, place: string) => place.startsWith(prefixOf(region))

/**
 * The rules by which the results of an audit of this place go to an organ on a day. Of several rules for one organ the one of
 * the smallest region speaks, and of these the latest: a county may say that its results do not go there.
 */
export function resultsGoTo(rules: readonly ResultRule[], of: { place: string; on: Day }): ResultRule[] {
  const fitting = rules.filter((rule) => inForce(rule, of.on) && reaches(rule, of.place))
  const nearest = fitting.toSorted(
    (one, other) => prefixOf(other.region).length - prefixOf(one.region).length || other.startsOn.localeCompare(one.startsOn),
  )
  return nearest.filter(({ organ }, at) => nearest.findIndex((each) => each.organ === organ) === at).filter(({ takes }) => takes)
}

/** A new rule begins after the one it replaces, ends no sooner than it begins, and two do not speak of one organ, region and day. */
export function whyNotResultRule(draft: Reach, replaced: Reach | null, others: readonly Reach[]): No | null {
  if (replaced && draft.startsOn <= replaced.startsOn) return refuse('resultRuleNotLater', { startsOn: replaced.startsOn })
  if (draft.endsOn !== null && draft.endsOn < draft.startsOn) return refuse('resultRuleEndsBefore')
  const twin = others.some(
    (each) =>
      each.organ === draft.organ &&
      each.region === draft.region &&
      (each.endsOn === null || each.endsOn >= draft.startsOn) &&
      (draft.endsOn === null || each.startsOn <= draft.endsOn),
  )
  return twin ? refuse('resultRuleTwice') : null
}
