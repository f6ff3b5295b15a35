import { json, type Writer } from '../../platform/db.ts'
import { newId } from '../../platform/id.ts'
import { type Handler, serve, stopIf } from '../../platform/serve.ts'
import { auditNotice } from '../papers/start/audit-notice.doc.ts'
import { planNotice } from '../papers/start/plan-notice.doc.ts'
import * as contract from './case.contract.ts'
import { stepped } from './deeds.ts'
import type { Member } from './model.ts'
import { openCase } from './open.ts'
import { carriedBy, whyNotMembers, whyNotVotes } from './rules/case-input.ts'
import { minutesValues, opinionValues, teamRows } from './rules/paper-values.ts'
import type { CaseStep } from './rules/step.ts'
import { putOut } from './step-papers.ts'
import { auditorsNamed, membersOf, replaceMembers } from './store-case.ts'
import { endDeadlines, startDeadline } from './store-deadlines.ts'
import { recusedAmong } from './store-recusals.ts'

const open = serve(contract.openProject, (desk) => desk.change('project:new', (tx) => openCase(tx, desk)))

const tell = serve(contract.tellFirm, (desk) =>
  stepped(desk, 'tell', {
    does: async (tx, { project, on }) => {
      await endDeadlines(tx, { project: project.id, rule: 'plan.notifyFirm' }, { state: 'met', on })
      const { text, number } = desk.input
      return { text, facts: { ...(await putOut(tx, desk, planNotice, { project, on, number, values: { reason: text } })) } }
    },
  }),
)

type Named = { account: string; role: Member['role']; days: number }
/** The team as told, by name; or, when none is told, as fieldwork has planned it. */
async function teamTold(tx: Writer, project: string, told: readonly Named[]): Promise<Member[]> {
  if (told.length === 0) return membersOf(tx, project)
  const known = await auditorsNamed(
    tx,
    told.map(({ account }) => account),
  )
  stopIf(whyNotMembers(told, known))
  return told.map((each) => ({ ...each, name: known.get(each.account)?.name ?? each.account }))
}

const team = serve(contract.formTeam, (desk) =>
  stepped(desk, 'team', {
    brings: async (tx, project) => {
      const members = await teamTold(tx, project.id, desk.input.members)
      const accounts = members.map(({ account }) => account)
      return { members, recused: await recusedAmong(tx, project.id, { accounts, today: desk.today }) }
    },
    does: async (tx, { project, on }) => {
      const members = await teamTold(tx, project.id, desk.input.members)
      await replaceMembers(tx, project.id, members, on)
      const declaration = desk.input.declaration
      const facts = { members: members.map(({ name }) => name).join('、'), count: members.length }
      return { text: declaration, facts, values: { members: teamRows(members, declaration) } }
    },
  }),
)

const notice = serve(contract.signNotice, (desk) =>
  stepped(desk, 'notice', {
    does: async (tx, { project, on }) => {
      const { text, number } = desk.input
      return { text, facts: { ...(await putOut(tx, desk, auditNotice, { project, on, number })) } }
    },
  }),
)

const urge = serve(contract.approveUrgent, (desk) =>
  stepped(desk, 'urge', { does: async () => ({ text: desk.input.reason, facts: { approval: desk.input.approval } }) }),
)

type Plain = typeof contract.approvePlan
/** A step that is told in words and changes nothing else. */
const plain = (asked: Plain, step: CaseStep) =>
  serve(asked, (desk) => stepped(desk, step, { does: async () => ({ text: desk.input.text }) }))

const enter = serve(contract.enterUnit, (desk) =>
  stepped(desk, 'enter', {
    does: async (tx, { project, on }) => {
      await endDeadlines(tx, { project: project.id, rule: 'notice.beforeEntry' }, { state: 'met', on })
      const { text } = desk.input
      return { text, set: { startedOn: on }, values: { entryOn: on, proceedings: text, recorder: desk.actor.name } }
    },
  }),
)

/** The reviewer's clock runs from the file's hand-over; each step ends the last one's and starts the next. */
const reviewing = (asked: Plain, step: 'review' | 'adjudicate') =>
  serve(asked, (desk) =>
    stepped(desk, step, {
      does: async (tx, { project, on }) => {
        const { id, jurisdiction: region } = project
        await endDeadlines(tx, { project: id, rule: 'adjudication.reviewer' }, { state: 'met', on })
        const next = { project: id, rule: 'adjudication.reviewer', about: `adjudicate:${project.version}`, fromOn: on, region }
        if (step === 'review') await startDeadline(tx, next, { account: desk.actor.account, today: desk.today })
        const { text } = desk.input
        return { text, values: opinionValues(step, { text, on, project: project.title, name: desk.actor.name }) }
      },
    }),
  )

const sendBack = serve(contract.sendBackProject, (desk) =>
  stepped(desk, 'sendBack', {
    does: async (tx, { project, on }) => {
      await endDeadlines(tx, { project: project.id, rule: 'adjudication.reviewer' }, { state: 'void', on })
      return { text: desk.input.text }
    },
  }),
)

const meet = serve(contract.holdMeeting, (desk) =>
  stepped(desk, 'meet', {
    brings: async () => {
      stopIf(whyNotVotes(desk.input.votes))
      return { carried: carriedBy(desk.input.votes) }
    },
    does: async (tx, { project, on }) => {
      const { chair, votes, minutes } = desk.input
      await tx
        .insertInto('businessMeeting')
        .values({ id: newId(), project: project.id, heldOn: on, chair, votes: json(votes), carried: true, minutes })
        .execute()
      const clock = {
        project: project.id,
        rule: 'issue.afterMeeting',
        about: `meeting:${project.version}`,
        fromOn: on,
        region: project.jurisdiction,
      }
      await startDeadline(tx, clock, { account: desk.actor.account, today: desk.today })
      const voices = (vote: string) => votes.filter((each) => each.vote === vote).length
      const facts = { chair, for: voices('for'), against: voices('against'), abstain: voices('abstain') }
      return { text: minutes, facts, values: minutesValues({ chair, votes, minutes, on, project: project.title }) }
    },
  }),
)

const upgrade = serve(contract.upgradeProject, (desk) =>
  stepped(desk, 'upgrade', { does: async () => ({ text: desk.input.text, set: { track: 'standard' } }) }),
)

export const caseApi: readonly Handler[] = [
  ...[open, tell, team, notice, urge, enter, sendBack, meet, upgrade],
  ...[reviewing(contract.reviewProject, 'review'), reviewing(contract.adjudicateProject, 'adjudicate')],
  plain(contract.approvePlan, 'plan'),
  plain(contract.beginFieldwork, 'begin'),
  plain(contract.amendPlan, 'amendPlan'),
  plain(contract.hearOpinions, 'hear'),
  plain(contract.handInReport, 'report'),
  plain(contract.followUp, 'follow'),
]
