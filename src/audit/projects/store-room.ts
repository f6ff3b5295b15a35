import { grouped } from '../../kernel/grouped.ts'
import type { Reader } from '../../platform/db.ts'
import { together, wording } from '../../platform/together.ts'
import type { Project } from './model.ts'
import type { DraftView, ReplyView, RoomFinding, SidesView } from './room.contract.ts'
import * as parts from './store-parts.ts'

/** A project's findings with what stands behind each and what the parties said of it. */
export async function findingsInRoom(read: Reader, project: string): Promise<RoomFinding[]> {
  const { findings, grades, proven, replies } = await together(read, {
    findings: parts.findingsAsked(wording, project),
    grades: parts.gradesAsked(wording, project),
    proven: parts.provenAsked(wording, project),
    replies: parts.repliesAsked(wording, project),
  })
  const named = grouped(grades, (row) => row.finding)
  const said = grouped(replies, (row) => row.finding ?? '')
  const counts = new Map(proven.map(({ finding, count }) => [finding, Number(count)]))
  return findings.map((finding) => ({
    ...finding,
    evidence: counts.get(finding.id) ?? 0,
    responsible: (named.get(finding.id) ?? []).map(({ name }) => name),
    replies: (said.get(finding.id) ?? []).map(({ party, stance, outcome }) => ({ party, stance, outcome })),
  }))
}

/** Every draft with its proofs of service and every reply to it. */
export async function draftsInRoom(read: Reader, project: Project): Promise<DraftView[]> {
  const { drafts, replies, services, findings, subjects, unit } = await together(read, {
    drafts: parts.draftsAsked(wording, project.id),
    replies: parts.repliesAsked(wording, project.id),
    services: parts.servicesAsked(wording, project.id),
    findings: parts.findingsAsked(wording, project.id),
    subjects: parts.subjectsAsked(wording, project.id),
    unit: parts.unitAsked(wording, project),
  })
  const about = new Map(findings.map((finding) => [finding.id, finding]))
  const names = new Map([
    ...unit.map(({ id, name }) => [id, name] as const),
    ...subjects.map((each) => [each.official, each.name] as const),
  ])
  const views: ReplyView[] = replies.map((reply) => {
    const finding = about.get(reply.finding ?? '')
    const told = { findingNumber: finding?.number ?? null, findingTitle: finding?.title ?? null }
    return { ...reply, ...told, replierName: names.get(reply.replier) ?? '' }
  })
  return drafts.map((draft) => ({
    ...draft,
    replies: views.filter((reply) => reply.draft === draft.id),
    services: services.filter(({ kind, round }) => kind === 'draft' && round === draft.round),
  }))
}

/** What runs or ran beside the main way: terminations, objections, remedies; and the meetings with their votes. */
export async function sidesInRoom(read: Reader, project: string): Promise<SidesView> {
  const { reviews, ...others } = await together(read, {
    endings: parts.endingsAsked(wording, project),
    reviews: parts.reviewsAsked(wording, project),
    remedies: parts.remediesAsked(wording, project),
    meetings: parts.meetingsAsked(wording, project),
  })
  const accounts = reviews.flatMap(({ reviewers }) => reviewers)
  const people =
    accounts.length === 0 ? [] : await read.selectFrom('account').select(['account', 'name']).where('account', 'in', accounts).execute()
  const nameOf = (account: string) => people.find((each) => each.account === account)?.name ?? account
  return { ...others, reviews: reviews.map((review) => ({ ...review, reviewerNames: review.reviewers.map(nameOf) })) }
}

/** Everybody who may sit on a team or in a review group of this place. */
export const auditorsHere = (read: Reader, place: string) =>
  read
    .selectFrom('seat')
    .innerJoin('account', 'account.account', 'seat.account')
    .select(['account.account', 'account.name', 'seat.role'])
    .where('seat.role', 'in', ['auditor', 'leadAuditor', 'reviewer', 'adjudicator', 'director', 'clerk'])
    .where('seat.endedOn', 'is', null)
    .where('account.disabledOn', 'is', null)
    .$if(place !== '*', (query) => query.where('seat.jurisdiction', '=', place))
    .orderBy('seat.role')
    .orderBy('account.account')
    .execute()
