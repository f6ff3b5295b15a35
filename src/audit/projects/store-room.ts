import { grouped } from '../../kernel/grouped.ts'
import type { Reader } from '../../platform/db.ts'
import type { BusinessMeeting, DraftReply, Project } from './model.ts'
import type { DraftView, ReplyView, RoomFinding, RoomPaper, SidesView } from './room.contract.ts'
import { draftsOf, servicesOf } from './store-case.ts'
import { endingsOf, remediesOf, reviewsOf } from './store-side.ts'

const gradesOf = (read: Reader, findings: readonly string[]) =>
  read
    .selectFrom('responsibility')
    .innerJoin('official', 'official.id', 'responsibility.official')
    .select(['responsibility.finding', 'official.name'])
    .where('responsibility.finding', 'in', [...findings])
    .orderBy('official.number')
    .execute()

const evidenceCounts = (read: Reader, findings: readonly string[]) =>
  read
    .selectFrom('findingEvidence')
    .select((of) => ['finding', of.fn.countAll<number>().as('count')])
    .where('finding', 'in', [...findings])
    .groupBy('finding')
    .execute()

const repliesOn = (read: Reader, findings: readonly string[]) =>
  read
    .selectFrom('draftReply')
    .select(['finding', 'party', 'stance', 'outcome'])
    .where('finding', 'in', [...findings])
    .orderBy('id')
    .execute()

/** A project's findings with what stands behind each and what the parties said of it. */
export async function findingsInRoom(read: Reader, project: string): Promise<RoomFinding[]> {
  const rows = await read.selectFrom('finding').select(['id', 'number', 'title']).where('project', '=', project).orderBy('number').execute()
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const [grades, counts, replies] = await Promise.all([gradesOf(read, ids), evidenceCounts(read, ids), repliesOn(read, ids)])
  const named = grouped(grades, (row) => row.finding)
  const said = grouped(replies, (row) => row.finding ?? '')
  return rows.map((row) => ({
    ...row,
    evidence: Number(counts.find(({ finding }) => finding === row.id)?.count ?? 0),
    responsible: (named.get(row.id) ?? []).map(({ name }) => name),
    replies: (said.get(row.id) ?? []).map(({ party, stance, outcome }) => ({ party, stance, outcome })),
  }))
}

/** The papers issued in a project, newest first. */
export const papersInRoom = async (read: Reader, project: string): Promise<RoomPaper[]> => {
  const rows = await read
    .selectFrom('issuedPaper')
    .select(['id', 'title', 'number', 'kind', 'state', 'issuedOn', 'frozenOn', 'draftedOn'])
    .where('project', '=', project)
    .orderBy('id', 'desc')
    .execute()
  return rows.map(({ issuedOn, frozenOn, draftedOn, ...row }) => ({ ...row, on: issuedOn ?? frozenOn ?? draftedOn }))
}

type Naming = { finding: string | null; replier: string }
async function named<R extends Naming>(read: Reader, project: Project, replies: readonly R[]) {
  const findings = await read.selectFrom('finding').select(['id', 'number', 'title']).where('project', '=', project.id).execute()
  const officials = await read
    .selectFrom('projectSubject')
    .innerJoin('official', 'official.id', 'projectSubject.official')
    .select(['official.id', 'official.name'])
    .where('projectSubject.project', '=', project.id)
    .execute()
  const unit = await read.selectFrom('unit').select(['id', 'name']).where('id', '=', project.unit).executeTakeFirst()
  return replies.map((reply) => {
    const finding = findings.find(({ id }) => id === reply.finding)
    const replierName = officials.find(({ id }) => id === reply.replier)?.name ?? unit?.name ?? ''
    return { ...reply, findingNumber: finding?.number ?? null, findingTitle: finding?.title ?? null, replierName }
  })
}

/** Every draft with its proofs of service and every reply to it. */
export async function draftsInRoom(read: Reader, project: Project): Promise<DraftView[]> {
  const drafts = await draftsOf(read, project.id)
  if (drafts.length === 0) return []
  const rows: DraftReply[] = await read
    .selectFrom('draftReply')
    .selectAll()
    .where(
      'draft',
      'in',
      drafts.map(({ id }) => id),
    )
    .orderBy('id')
    .execute()
  const replies: ReplyView[] = await named(read, project, rows)
  const services = (await servicesOf(read, project.id)).filter(({ kind }) => kind === 'draft')
  return drafts.map((draft) => ({
    ...draft,
    replies: replies.filter((reply) => reply.draft === draft.id),
    services: services.filter(({ round }) => round === draft.round),
  }))
}

const meetingsOf = (read: Reader, project: string): Promise<BusinessMeeting[]> =>
  read.selectFrom('businessMeeting').selectAll().where('project', '=', project).orderBy('id').execute()

/** What runs or ran beside the main way: terminations, objections, remedies; and the meetings with their votes. */
export async function sidesInRoom(read: Reader, project: string): Promise<SidesView> {
  const [endings, reviews, remedies, meetings] = await Promise.all([
    endingsOf(read, project),
    reviewsOf(read, project),
    remediesOf(read, project),
    meetingsOf(read, project),
  ])
  if (reviews.length === 0) return { endings, reviews: [], remedies, meetings }
  const officials = await read
    .selectFrom('official')
    .select(['id', 'name'])
    .where(
      'id',
      'in',
      reviews.map(({ official }) => official),
    )
    .execute()
  const accounts = reviews.flatMap(({ reviewers }) => reviewers)
  const people =
    accounts.length === 0 ? [] : await read.selectFrom('account').select(['account', 'name']).where('account', 'in', accounts).execute()
  return {
    endings,
    remedies,
    meetings,
    reviews: reviews.map((review) => ({
      ...review,
      officialName: officials.find(({ id }) => id === review.official)?.name ?? '',
      reviewerNames: review.reviewers.map((account) => people.find((each) => each.account === account)?.name ?? account),
    })),
  }
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
