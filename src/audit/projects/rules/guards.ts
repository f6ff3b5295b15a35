import type { Guards } from '../../../kernel/procedure.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import { ArchiveClass, type ServedKind } from '../model.ts'
import type { words } from './refusals.words.ts'
import type { Hand, PartyOf, Situation } from './situation.ts'
import type { GuardName } from './step.ts'

export type No = Refusal<keyof typeof words.refusal>

const names = (parties: readonly { name: string }[]) => parties.map(({ name }) => name).join('、')
const took = ({ taken }: Situation, step: string) => taken.findLast((each) => each.step === step)

/** The parties a paper has not provably reached. */
export const unserved = ({ parties, services }: Situation, paper: { kind: ServedKind; round: number }): PartyOf[] =>
  parties.filter(({ id }) => !services.some((each) => each.kind === paper.kind && each.round === paper.round && each.recipient === id))

function whyNotServed(at: Situation, paper: { kind: ServedKind; round: number }): No | null {
  const missing = unserved(at, paper)
  return missing.length === 0 ? null : refuse('serviceUnproven', { names: names(missing) })
}

/** At least a head of the team and one more: every inquiry needs two (Audit Law, Article 43). */
function teamWhole({ members }: Situation): No | null {
  if (members.length < 2) return refuse('teamTooSmall', { count: members.length })
  return members.some(({ role }) => role === 'leader') ? null : refuse('teamWithoutLeader')
}

function teamClear({ recused }: Situation): No | null {
  const [first] = recused
  return first ? refuse('memberRecused', { name: first.name, ground: first.ground }) : null
}

/** Entry waits for the statutory days after service, unless the urgent exception was approved; never before service. */
function entryLawful(at: Situation): No | null {
  const no = whyNotServed(at, { kind: 'notice', round: 1 })
  if (no) return no
  if (took(at, 'urge')) return null
  const { earliestEntry, today } = at
  if (earliestEntry === null) return refuse('entryUncounted')
  return today < earliestEntry ? refuse('entryTooEarly', { earliest: earliestEntry }) : null
}

/** Parties that have neither replied nor let their time pass. */
export function awaited(at: Situation): { name: string; dueOn: string }[] {
  const { parties, replies, replyClocks, today } = at
  return parties.flatMap(({ id, name }) => {
    if (replies.some((reply) => reply.replier === id)) return []
    const clock = replyClocks.find((each) => each.recipient === id)
    return clock && today > clock.dueOn ? [] : [{ name, dueOn: clock?.dueOn ?? '' }]
  })
}

function repliedOrLapsed(at: Situation): No | null {
  if (!at.draft) return refuse('noDraftYet')
  const waiting = awaited(at)
  return waiting.length === 0 ? null : refuse('replyAwaited', { names: names(waiting), dueOn: waiting[0]?.dueOn ?? '' })
}

/** Words that ask for something: every one of them is answered before the report goes to review. */
function repliesAnswered({ replies }: Situation): No | null {
  const open = replies.filter(({ stance, outcome }) => stance !== 'agree' && outcome === null)
  return open.length === 0 ? null : refuse('replyUnanswered', { count: open.length })
}

const partyOfHand = ({ parties }: Situation, hand: Hand) => parties.find(({ id }) => id === hand.party)

function stillTime(at: Situation): No | null {
  const party = partyOfHand(at, at.hand)
  const clock = at.replyClocks.find((each) => each.recipient === party?.id)
  if (!clock) return refuse('draftNotServedYet')
  return at.today > clock.dueOn ? refuse('replyLapsed', { dueOn: clock.dueOn }) : null
}

function fourClasses({ archived }: Situation): No | null {
  const missing = ArchiveClass.options.filter((each) => !archived.includes(each))
  return missing.length > 0 ? refuse('archiveIncomplete', { classes: missing.length, missing: missing.join(',') }) : null
}

/** A file is closed on papers that are fixed or out: what was only begun is finished, or withdrawn with the reason. */
function nothingBegun({ begun }: Situation): No | null {
  return begun.length === 0 ? null : refuse('draftsLeft', { count: begun.length, names: [...new Set(begun)].slice(0, 10).join('、') })
}

/** Every guard of the procedure, for the situation at hand; each says what is missing. */
export const guardsFor = (at: Situation): Guards<GuardName> => ({
  notEnding: () => (at.ending === null ? null : refuse('terminationPending')),
  firmOnly: () => (at.stateFirm ? null : refuse('notAStateFirm')),
  firmTold: () => (!at.stateFirm || at.project.state !== 'opened' ? null : refuse('firmNotTold')),
  teamWhole: () => teamWhole(at),
  teamClear: () => teamClear(at),
  onTeam: () => (at.members.some(({ account }) => account === at.hand.account) ? null : refuse('notOnTeam')),
  noticeProven: () => whyNotServed(at, { kind: 'notice', round: 1 }),
  entryLawful: () => entryLawful(at),
  planOnFile: () => (took(at, 'plan') || took(at, 'amendPlan') ? null : refuse('planMissing')),
  heardOnFile: () => (took(at, 'hear') ? null : refuse('hearingMissing')),
  evidenceBehindEach: () =>
    at.unproven.length === 0
      ? null
      : refuse('evidenceMissing', { count: at.unproven.length, numbers: at.unproven.slice(0, 10).join('、') }),
  noDraftOut: () => (at.draft && at.draft.closedOn === null ? refuse('draftOut', { round: at.draft.round, on: at.draft.sentOn }) : null),
  draftProven: () => whyNotServed(at, { kind: 'draft', round: at.draft?.round ?? 1 }),
  isParty: () => (partyOfHand(at, at.hand) ? null : refuse('notAParty')),
  stillTime: () => stillTime(at),
  repliedOrLapsed: () => repliedOrLapsed(at),
  repliesAnswered: () => repliesAnswered(at),
  notOnTeam: () => (at.members.some(({ account }) => account === at.hand.account) ? refuse('reviewerOnTeam') : null),
  otherThanReviewer: () => (took(at, 'review')?.account === at.hand.account ? refuse('sameReviewer') : null),
  carried: () => (at.carried === false ? refuse('meetingNotCarried') : null),
  metOrSimplified: () => (at.project.track === 'simplified' || took(at, 'meet') ? null : refuse('meetingMissing')),
  reviewedTwice: () => reviewedTwice(at),
  reportProven: () => whyNotServed(at, { kind: 'report', round: 1 }) ?? (at.decision ? whyNotDecisionServed(at) : null),
  fourClasses: () => fourClasses(at),
  nothingBegun: () => nothingBegun(at),
  retentionTold: () => (at.project.retention ? null : refuse('retentionMissing')),
  simplifiedOnly: () => (at.project.track === 'simplified' ? null : refuse('alreadyStandard')),
  endApproved: () => (at.ending === 'approved' ? null : refuse('terminationNotApproved')),
})

/** Responsibility review first, legal adjudication after it, by two people. */
function reviewedTwice(at: Situation): No | null {
  const first = took(at, 'review')
  const second = took(at, 'adjudicate')
  if (!first || !second) return refuse('reviewMissing')
  return first.account === second.account ? refuse('sameReviewer') : null
}

/** A decision binds the unit: it must have reached it. */
export function whyNotDecisionServed({ parties, services }: Pick<Situation, 'parties' | 'services'>): No | null {
  const unit = parties.find(({ party }) => party === 'unit')
  const there = services.some(({ kind, recipient }) => kind === 'decision' && recipient === unit?.id)
  return there ? null : refuse('serviceUnproven', { names: unit?.name ?? '' })
}
