import { grouped } from '../../kernel/grouped.ts'
import type { Reader } from '../../platform/db.ts'
import { type Answers, wording } from '../../platform/together.ts'
import type { DraftView, ReplyView, RoomFinding, SidesView } from './room.contract.ts'
import type { ReviewCase } from './rules/side-records.ts'
import * as parts from './store-parts.ts'

/** The questions of a panel, its project among them, are one statement; below each stands its view of their answers. */
export const findingsPanel = (project: string) => ({
  project: parts.projectAsked(wording, project),
  findings: parts.findingsAsked(wording, project),
  grades: parts.gradesAsked(wording, project),
  proven: parts.provenAsked(wording, project),
  replies: parts.repliesAsked(wording, project),
})
/** A project's findings with what stands behind each and what the parties said of it. */
export function findingsInRoom({ findings, grades, proven, replies }: Answers<ReturnType<typeof findingsPanel>>): RoomFinding[] {
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

export const draftsPanel = (project: string) => ({
  project: parts.projectAsked(wording, project),
  drafts: parts.draftsAsked(wording, project),
  replies: parts.repliesAsked(wording, project),
  services: parts.servicesAsked(wording, project),
  findings: parts.findingsAsked(wording, project),
  subjects: parts.subjectsAsked(wording, project),
  unit: parts.unitAsked(wording, project),
})
/** Every draft with its proofs of service and every reply to it. */
export function draftsInRoom({
  drafts,
  replies,
  services,
  findings,
  subjects,
  unit,
}: Answers<ReturnType<typeof draftsPanel>>): DraftView[] {
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

export const sidesPanel = (project: string) => ({
  project: parts.projectAsked(wording, project),
  endings: parts.endingsAsked(wording, project),
  reviews: parts.reviewsAsked(wording, project),
  remedies: parts.remediesAsked(wording, project),
  meetings: parts.meetingsAsked(wording, project),
})

const findingsNamed = async (read: Reader, ids: readonly string[]) =>
  ids.length === 0
    ? []
    : read
        .selectFrom('finding')
        .select(['id', 'number', 'title'])
        .where('id', 'in', [...new Set(ids)])
        .orderBy('number')
        .execute()

/** What runs or ran beside the main way: terminations, objections, remedies; and the meetings with their votes. */
export async function sidesInRoom(
  read: Reader,
  { reviews, project: _, ...others }: Answers<ReturnType<typeof sidesPanel>>,
): Promise<SidesView> {
  const accounts = reviews.flatMap(({ reviewers }) => reviewers)
  const people =
    accounts.length === 0 ? [] : await read.selectFrom('account').select(['account', 'name']).where('account', 'in', accounts).execute()
  const nameOf = (account: string) => people.find((each) => each.account === account)?.name ?? account
  const findings = await findingsNamed(
    read,
    reviews.flatMap((review) => review.findings),
  )
  const seen = (review: ReviewCase) => ({
    reviewerNames: review.reviewers.map(nameOf),
    about: findings.filter(({ id }) => review.findings.includes(id)),
  })
  return { ...others, reviews: reviews.map((review) => ({ ...review, ...seen(review) })) }
}

export const historyPanel = (project: string) => ({
  project: parts.projectAsked(wording, project),
  taken: parts.stepsAsked(wording, project),
})
export const filePanel = (project: string) => ({
  project: parts.projectAsked(wording, project),
  units: parts.fileUnitsAsked(wording, project),
})

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
