import { refuse } from '../../../kernel/refusal.ts'
import type { DraftReply, Vote } from '../model.ts'
import type { No } from './guards.ts'

/** A team list names each auditor once, and only accounts of the audit office. */
export function whyNotMembers(told: readonly { account: string }[], known: ReadonlyMap<string, { name: string }>): No | null {
  const unknown = told.find(({ account }) => !known.has(account))
  if (unknown) return refuse('memberUnknown', { account: unknown.account })
  const twice = told.find(({ account }, index) => told.findIndex((each) => each.account === account) !== index)
  return twice ? refuse('memberTwice', { name: known.get(twice.account)?.name ?? twice.account }) : null
}

/** Two voices at least; whoever votes against has the words recorded. */
export function whyNotVotes(votes: readonly Vote[]): No | null {
  if (votes.length < 2) return refuse('meetingTooSmall')
  const silent = votes.find(({ vote, dissent }) => vote === 'against' && dissent.trim() === '')
  return silent ? refuse('dissentSilent', { name: silent.name }) : null
}

/** Carried when more than half of all who voted or abstained are for it. */
export const carriedBy = (votes: readonly Vote[]): boolean => votes.filter(({ vote }) => vote === 'for').length * 2 > votes.length

/** An objection needs words. */
export const whyNotReply = (reply: Pick<DraftReply, 'stance' | 'text'>): No | null =>
  reply.stance !== 'agree' && reply.text.trim() === '' ? refuse('replyEmpty') : null

/** What is not wholly adopted is answered with a reason. */
export const whyNotAnswer = (answer: { outcome: DraftReply['outcome']; reason: string }): No | null =>
  answer.outcome !== 'adopted' && answer.reason.trim() === '' ? refuse('refusedWithoutReason') : null
