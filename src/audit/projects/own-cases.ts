import type { Tongue } from '../../kernel/say.ts'
import type { Reader } from '../../platform/db.ts'
import type { Actor } from '../../platform/desk.ts'
import { viewDeadlines } from './deadline-view.ts'
import type { Party, Project } from './model.ts'
import type { MyCase } from './room.contract.ts'
import { draftsOf, partiesOf, repliesTo } from './store-case.ts'
import { deadlinesOf } from './store-deadlines.ts'
import { reviewsOf } from './store-side.ts'

type Whom = { party: Party; id: string }
const whomOf = ({ role, officialId, unitId }: Actor): Whom | null => {
  if (role === 'official' && officialId) return { party: 'official', id: officialId }
  return role === 'unitStaff' && unitId ? { party: 'unit', id: unitId } : null
}

/** Cases of a party from the notice on; those recorded only by their result are no running matter. */
const casesOf = (read: Reader, { party, id }: Whom): Promise<Project[]> =>
  read
    .selectFrom('project')
    .selectAll()
    .where('openedOn', 'is not', null)
    .where('state', 'not in', ['opened', 'told', 'teamed', 'terminated'])
    .$if(party === 'unit', (query) => query.where('unit', '=', id))
    .$if(party === 'official', (query) =>
      query.where('id', 'in', (subjects) => subjects.selectFrom('projectSubject').select('project').where('official', '=', id)),
    )
    .orderBy('openedOn', 'desc')
    .orderBy('id', 'desc')
    .execute()

/** The findings of a draft that reached this party: an official sees those he answers for, the unit all of them. */
const findingsFor = (read: Reader, project: string, { party, id }: Whom) =>
  read
    .selectFrom('finding')
    .select(['finding.id', 'finding.number', 'finding.title', 'finding.facts'])
    .where('finding.project', '=', project)
    .$if(party === 'official', (query) =>
      query.where('finding.id', 'in', (of) => of.selectFrom('responsibility').select('finding').where('official', '=', id)),
    )
    .orderBy('finding.number')
    .execute()

async function caseFor(read: Reader, project: Project, { whom, tongue }: { whom: Whom; tongue: Tongue }): Promise<MyCase> {
  const [drafts, deadlines, reviews, parties] = await Promise.all([
    draftsOf(read, project.id),
    deadlinesOf(read, project.id),
    reviewsOf(read, project.id),
    partiesOf(read, project),
  ])
  const draft = drafts.at(-1)
  /** The clock that service started: the proof itself is a paper of the audit office. */
  const service = deadlines.find(({ rule, about }) => rule === 'reply.draft' && about === `draft:${draft?.round}:${whom.id}`)
  const replies = draft && service ? (await repliesTo(read, draft.id)).filter(({ replier }) => replier === whom.id) : []
  const findings = service ? await findingsFor(read, project.id, whom) : []
  const own = deadlines.filter(({ party, kind }) => party === `${whom.party}:${whom.id}` && kind === 'latest')
  return {
    ...{ id: project.id, title: project.title, state: project.state, party: whom.party },
    ...{ round: draft?.round ?? null, sentOn: draft?.sentOn ?? null, servedOn: service?.fromOn ?? null },
    findings: findings.map((finding) => ({ ...finding, reply: replies.find((reply) => reply.finding === finding.id) ?? null })),
    whole: replies.find((reply) => reply.finding === null) ?? null,
    clocks: await viewDeadlines(read, own, { parties, tongue }),
    review: reviews.findLast(({ official }) => official === whom.id) ?? null,
  }
}

/** What a unit's staff or an audited official has before them of their own audits. */
export async function ownCases(read: Reader, actor: Actor, tongue: Tongue): Promise<MyCase[]> {
  const whom = whomOf(actor)
  if (!whom) return []
  return Promise.all((await casesOf(read, whom)).map((project) => caseFor(read, project, { whom, tongue })))
}
