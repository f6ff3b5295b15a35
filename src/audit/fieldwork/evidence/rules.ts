import type { Day } from '../../../kernel/day.ts'
import { whyNotStep } from '../../../kernel/procedure.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { FieldworkRule } from '../team/model.ts'
import type { Evidence, FindingEvidence, ReviewNote, SignState, Talk, WorkingPaper } from './model.ts'
import { type PaperStep, paperProcedure } from './procedure.ts'
import type { words } from './words.ts'

type No = Refusal<keyof typeof words.refusal>

type Taken = Pick<Evidence, 'evidenceOn' | 'document' | 'answer' | 'replyDueOn'> & { files: number }
/** Evidence dated after the day it is taken in, or with nothing behind it. */
export function whyNotTake(given: Taken, today: Day): No | null {
  if (given.evidenceOn > today) return refuse('evidenceAfterIntake', { on: given.evidenceOn, today })
  if (given.files === 0 && !given.document && !given.answer) return refuse('evidenceWithoutSource')
  return given.replyDueOn && given.replyDueOn < today ? refuse('evidenceReplyBeforeIntake', { on: given.replyDueOn }) : null
}
/** What was countersigned, or refused, stays as it was. */
export const whyNotEdit = (evidence: Pick<Evidence, 'sign' | 'signedOn'>): No | null =>
  evidence.sign === 'pending' ? null : refuse('evidenceSigned', { on: evidence.signedOn ?? '' })

/** The files whose kept bytes are not those that were sent; names of files and their sha256. */
export const whyNotHash = (
  sent: readonly { name: string; sha256: string }[],
  kept: readonly { name: string; sha256: string }[],
): No | null => {
  const lost = sent.find((file) => !kept.some((each) => each.name === file.name && each.sha256 === file.sha256))
  return lost ? refuse('evidenceHashDiffers', { name: lost.name }) : null
}

type Signing = { sign: Exclude<SignState, 'pending'>; signedOn: Day; signedBy: string | null; refusal: string | null }
/** A signature needs its signer; where there is none, the reason is written down (AR 38). */
export function whyNotSign(evidence: Pick<Evidence, 'sign' | 'signedOn' | 'evidenceOn'>, signing: Signing, today: Day): No | null {
  const settled = whyNotEdit(evidence)
  if (settled) return settled
  if (signing.signedOn > today) return refuse('signDayFuture', { on: signing.signedOn })
  if (signing.signedOn < evidence.evidenceOn) return refuse('signBeforeEvidence', { on: evidence.evidenceOn })
  if (signing.sign === 'countersigned') return signing.signedBy ? null : refuse('evidenceSignerMissing')
  return signing.refusal ? null : refuse('refusalReasonMissing')
}

type Link = Pick<FindingEvidence, 'page' | 'startsAt' | 'endsAt'>
/** A page the paper does not have, or offsets that do not make a span. */
export function whyNotLink(link: Link, paper: { pages: number | null }): No | null {
  if ((link.startsAt === null) !== (link.endsAt === null)) return refuse('offsetsIncomplete')
  if (link.startsAt !== null && link.endsAt !== null && link.endsAt <= link.startsAt) return refuse('offsetsIncomplete')
  return link.page !== null && paper.pages !== null && link.page > paper.pages ? refuse('pageAbsent', { count: paper.pages }) : null
}

/** Whether a paper's words are no longer those that were reviewed. */
export const editedAfterReview = (paper: Pick<WorkingPaper, 'digest' | 'reviewedDigest'>): boolean =>
  paper.reviewedDigest !== null && paper.digest !== paper.reviewedDigest

type Reviewed = Pick<WorkingPaper, 'state' | 'preparedBy' | 'editedBy'>
const openNotes = (notes: readonly Pick<ReviewNote, 'settledOn'>[]) => notes.filter((note) => note.settledOn === null).length
/** Null when this hand may take the step on the paper: its state, role, another person than preparer and last editor, notes settled. */
export const whyNotPaper = (
  step: PaperStep,
  asked: { paper: Reviewed; notes: readonly Pick<ReviewNote, 'settledOn'>[]; hand: { account: string; role: string } },
): Refusal | null => {
  const { paper, notes, hand } = asked
  return whyNotStep(
    paperProcedure,
    { step, state: paper.state, role: hand.role },
    {
      otherThanPreparer: (): No | null => {
        if (paper.preparedBy === hand.account) return refuse('preparerReviews')
        return paper.editedBy === hand.account ? refuse('editorReviews') : null
      },
      notesSettled: (): No | null => (openNotes(notes) === 0 ? null : refuse('notesOpen', { count: openNotes(notes) })),
    },
  )
}

export function whyNotAnswer(note: Pick<ReviewNote, 'settledOn'>, paper: Pick<WorkingPaper, 'preparedBy'>, account: string): No | null {
  if (note.settledOn) return refuse('noteSettledAlready', { on: note.settledOn })
  return paper.preparedBy === account ? null : refuse('onlyPreparerAnswers')
}
export function whyNotSettle(note: Pick<ReviewNote, 'settledOn' | 'answer' | 'raisedBy'>, account: string): No | null {
  if (note.settledOn) return refuse('noteSettledAlready', { on: note.settledOn })
  if (note.raisedBy !== account) return refuse('onlyRaiserSettles')
  return note.answer ? null : refuse('noteNotAnswered')
}

type Held = Pick<Talk, 'heldOn' | 'beginsAt' | 'endsAt' | 'auditors' | 'papersShown'>
/** Too few auditors (the rule says how many), one named twice, a day to come, or papers not shown (AL 43). */
export function whyNotTalk(talk: Held, rule: Pick<FieldworkRule, 'amount' | 'citation'>, today: Day): No | null {
  const accounts = talk.auditors.map((each) => each.account)
  const twice = talk.auditors.find((each, at) => accounts.indexOf(each.account) !== at)
  if (twice) return refuse('talkAuditorTwice', { name: twice.name })
  if (accounts.length < rule.amount)
    return refuse('talkAuditorsFew', { given: accounts.length, least: rule.amount, citation: rule.citation })
  if (talk.heldOn > today) return refuse('talkDayFuture', { on: talk.heldOn })
  if (talk.beginsAt && talk.endsAt && talk.endsAt < talk.beginsAt) return refuse('talkHoursBackward')
  return talk.papersShown ? null : refuse('talkPapersNotShown')
}
export const whyNotEditTalk = (talk: Pick<Talk, 'sign' | 'signedOn'>): No | null =>
  talk.sign === 'pending' ? null : refuse('talkSigned', { on: talk.signedOn ?? '' })
