import { refuse } from '../../kernel/refusal.ts'
import type { Writer } from '../../platform/db.ts'
import type { Desk } from '../../platform/desk.ts'
import { newId } from '../../platform/id.ts'
import { found, type Handler, Missing, Refused, serve, stopIf } from '../../platform/serve.ts'
import { liesIn } from '../../registers/places/rules/jurisdiction.ts'
import { commentRequest } from '../papers/report/comment-request.doc.ts'
import { draftReport } from '../papers/report/draft-report.doc.ts'
import { answerReply, replyToDraft, sendDraft, stateAdoption } from './case.contract.ts'
import { mayStep, stepped } from './deeds.ts'
import type { DraftReply } from './model.ts'
import { whyNotHere } from './rules/case.ts'
import { whyNotAnswer, whyNotReply } from './rules/case-input.ts'
import { adoptionValues } from './rules/paper-values.ts'
import { type Making, putOut, putOutIfWhole } from './step-papers.ts'
import { lockProject, noteStep, situationOf } from './store-case.ts'
import { endDeadlines, startDeadline } from './store-deadlines.ts'
import * as drafts from './store-drafts.ts'

type Hand = Pick<Desk, 'actor' | 'today' | 'store'>
type Sent = { number: string | null; paper: string | null }
/** The draft and its letter, as far as both are whole; a number given by hand means that they were made outside. */
async function sendOut(tx: Writer, hand: Hand, making: Making & { number: string | null }): Promise<Sent> {
  const { number, ...rest } = making
  if (number === null) {
    const draft = await putOutIfWhole(tx, hand, draftReport, rest)
    const letter = draft && (await putOutIfWhole(tx, hand, commentRequest, rest))
    return { number: letter?.number ?? null, paper: draft?.paper ?? null }
  }
  for (const type of [draftReport, commentRequest]) await putOut(tx, hand, type, { ...rest, number })
  return { number, paper: null }
}

const send = serve(sendDraft, (desk) =>
  stepped(desk, 'sendDraft', {
    does: async (tx, { project, on, at }) => {
      const { number = null, withheld = null, text } = desk.input
      const round = (at.draft?.round ?? 0) + 1
      const sent = await sendOut(tx, desk, { project, on, number })
      await drafts.addDraft(tx, {
        id: newId(),
        project: project.id,
        round,
        number: sent.number,
        sentOn: on,
        sentBy: desk.actor.account,
        withheld,
        closedOn: null,
      })
      return {
        text,
        facts: {
          round,
          ...(sent.number ? { number: sent.number } : {}),
          ...(sent.paper ? { paper: sent.paper } : {}),
          ...(withheld ? { withheld: true } : {}),
        },
      }
    },
  }),
)

const reply = serve(replyToDraft, (desk) =>
  desk.change(`project:${desk.input.id}`, async (tx) => {
    const { input, actor, today, files } = desk
    const project = found(await lockProject(tx, input.id))
    const at = await mayStep(tx, desk, { project, step: 'reply', on: today })
    stopIf(whyNotReply(input))
    const draft = found(await drafts.draftOut(tx, project.id))
    if (input.finding) stopIf((await drafts.isFindingOf(tx, input.finding, project.id)) ? null : refuse('findingNotHere'))
    const party = actor.role === 'official' ? ('official' as const) : ('unit' as const)
    const replier = at.hand.party ?? ''
    const kept = await drafts.keepReply(tx, {
      ...{ id: newId(), draft: draft.id, finding: input.finding ?? null, party, replier, account: actor.account },
      ...{ stance: input.stance, text: input.text, givenOn: today, outcome: null, reason: null },
      evidence: files.map(({ name, sha256 }) => ({ name, sha256 })),
    })
    await endDeadlines(tx, { project: project.id, rule: 'reply.draft', party: `${party}:${replier}` }, { state: 'met', on: today })
    const { account, name, role } = actor
    const noted = { step: 'reply', account, name, role, takenOn: today, from: project.state, to: project.state }
    await noteStep(tx, { project: project.id, ...noted, text: input.text, facts: { stance: input.stance, round: draft.round } })
    return kept
  }),
)

const answer = serve(answerReply, (desk) =>
  desk.change(`draftReply:${desk.input.reply}`, async (tx): Promise<DraftReply> => {
    const { input, actor, today } = desk
    const given = found(await drafts.findReply(tx, input.reply))
    const project = found(await lockProject(tx, given.project))
    if (!liesIn(project.jurisdiction, actor.jurisdiction)) throw new Missing()
    const at = await situationOf(tx, project, { hand: actor, today })
    stopIf(whyNotHere('adopt', at))
    if (given.round !== at.draft?.round) throw new Refused(refuse('replyNotHere'))
    const reason = input.reason ?? ''
    stopIf(whyNotAnswer({ outcome: input.outcome, reason }))
    return drafts.answerReply(tx, input.reply, { outcome: input.outcome, reason: reason === '' ? null : reason })
  }),
)

/** Settles the draft: it is closed, the official's own words with their answers go to the findings, review begins. */
const adopt = serve(stateAdoption, (desk) =>
  stepped(desk, 'adopt', {
    does: async (tx, { project, on, at }) => {
      const by = { account: desk.actor.account, today: desk.today }
      await drafts.closeDraft(tx, project.id, on)
      await drafts.tellFindings(tx, project.id)
      await endDeadlines(tx, { project: project.id, rule: 'reply.draft' }, { state: 'met', on })
      const clock = {
        project: project.id,
        rule: 'adjudication.reviewer',
        about: `review:${project.version}`,
        fromOn: on,
        region: project.jurisdiction,
      }
      await startDeadline(tx, clock, by)
      const silent = at.parties.filter(({ id }) => !at.replies.some(({ replier }) => replier === id))
      return {
        text: desk.input.text,
        facts: { replies: at.replies.length, lapsed: silent.map(({ name }) => name).join('、') },
        values: adoptionValues(at),
      }
    },
  }),
)

export const draftApi: readonly Handler[] = [send, reply, answer, adopt]
