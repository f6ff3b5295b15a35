import type { Day } from '../../kernel/day.ts'
import { say } from '../../kernel/say.ts'
import type { GiveTodos } from '../../office/notices/giver.ts'
import type { Todo } from '../../office/notices/model.ts'
import type { Reader } from '../../platform/db.ts'
import type { Actor } from '../../platform/desk.ts'
import { inside } from '../../registers/places/store.ts'
import { ProjectState } from './model.ts'
import { procedureOf } from './procedure.ts'
import { mainStep } from './rules/case.ts'
import { words } from './rules/case.words.ts'
import { rungReached } from './rules/ladder.ts'
import { reminderRules } from './store-deadlines.ts'

const most = 300
/** Who puts a case's file in order. */
const filers = ['clerk', 'leadAuditor'] as const
type Waiting = { id: string; title: string; state: ProjectState; track: 'standard' | 'simplified'; dueOn: Day | null; own: boolean }

/** States in which the table expects this role next. */
const statesFor = (role: string): ProjectState[] =>
  ProjectState.options.filter((state) => {
    const step = mainStep({ state, track: 'standard' })
    return step !== null && procedureOf('standard').steps[step].acts.some((each) => each === role)
  })

/** Running projects of the place in which something is due from this role, each with its next day and whether he is on the team. */
function waitingFor(read: Reader, actor: Actor, states: readonly ProjectState[]): Promise<Waiting[]> {
  return read
    .selectFrom('project')
    .select(['project.id', 'project.title', 'project.state', 'project.track'])
    .select((of) => [
      of
        .selectFrom('deadline')
        .select((d) => d.fn.min('deadline.dueOn').as('dueOn'))
        .whereRef('deadline.project', '=', 'project.id')
        .where('deadline.state', '=', 'running')
        .where('deadline.party', 'is', null)
        .as('dueOn'),
      of
        .exists(
          of
            .selectFrom('projectMember')
            .select('projectMember.id')
            .whereRef('projectMember.project', '=', 'project.id')
            .where('projectMember.account', '=', actor.account)
            .where('projectMember.leftOn', 'is', null),
        )
        .$castTo<boolean>()
        .as('own'),
    ])
    .where('project.jurisdiction', 'like', inside(actor.jurisdiction))
    .where('project.state', 'in', [...states])
    .orderBy('project.id')
    .limit(most)
    .execute()
}

/** The main step of each project that is this role's; what only the team may do waits only for its members. */
async function steps(read: Reader, actor: Actor): Promise<Todo[]> {
  const states = statesFor(actor.role)
  if (states.length === 0) return []
  return (await waitingFor(read, actor, states)).flatMap(({ id, title, state, track, dueOn, own }) => {
    const name = mainStep({ state, track })
    if (!name) return []
    const step = procedureOf(track).steps[name]
    if (!step.acts.some((role) => role === actor.role)) return []
    if (step.guards.includes('onTeam') && !own) return []
    if (step.guards.includes('notOnTeam') && own) return []
    return [{ id: `project:${id}:${name}`, room: 'projects', says: step.title, facts: {}, about: title, dueOn, to: `/projects/${id}` }]
  })
}

/** The draft that waits for a party's word. */
async function replies(read: Reader, actor: Actor): Promise<Todo[]> {
  const party = actor.role === 'official' ? `official:${actor.officialId}` : `unit:${actor.unitId}`
  const rows = await read
    .selectFrom('deadline')
    .innerJoin('project', 'project.id', 'deadline.project')
    .select(['deadline.id', 'deadline.dueOn', 'project.title'])
    .where('deadline.rule', '=', 'reply.draft')
    .where('deadline.state', '=', 'running')
    .where('deadline.party', '=', party)
    .execute()
  return rows.map(({ id, dueOn, title }) => ({
    ...{ id: `deadline:${id}`, room: 'projects', says: words.step.reply, facts: {}, about: title, dueOn, to: '/my-audits' },
  }))
}

const sideStep = { proposed: 'consultEnd', consulted: 'approveEnd', raised: 'accept', accepted: 'conclude', concluded: 'decide' } as const
const sideRoles: Readonly<Record<string, readonly string[]>> = {
  proposed: ['committeeOffice'],
  consulted: ['secretary'],
  raised: ['committeeOffice'],
  concluded: ['committeeOffice'],
}

/** Terminations and objections that wait for this hand. */
async function sides(read: Reader, actor: Actor): Promise<Todo[]> {
  const endings = await read
    .selectFrom('projectTermination as side')
    .innerJoin('project', 'project.id', 'side.project')
    .select(['side.id', 'side.state', 'project.id as project', 'project.title'])
    .where('side.state', 'in', ['proposed', 'consulted'])
    .execute()
  const reviews = await read
    .selectFrom('reviewCase as side')
    .innerJoin('project', 'project.id', 'side.project')
    .select(['side.id', 'side.state', 'side.reviewers', 'project.id as project', 'project.title'])
    .where('side.state', 'in', ['raised', 'accepted', 'concluded'])
    .execute()
  const mine = [
    ...endings.filter(({ state }) => sideRoles[state]?.includes(actor.role)),
    ...reviews.filter(({ state, reviewers }) =>
      state === 'accepted' ? reviewers.includes(actor.account) : sideRoles[state]?.includes(actor.role),
    ),
  ]
  return mine.flatMap(({ id, state, project, title }) => {
    if (!(state in sideStep)) return []
    const name = Object.entries(sideStep).find(([key]) => key === state)?.[1]
    return name
      ? [{ id: `side:${id}`, room: 'projects', says: words.step[name], facts: {}, about: title, dueOn: null, to: `/projects/${project}` }]
      : []
  })
}

/** The ladder of reminders, derived anew each time: a clock that has reached one of its rungs is told to the roles of that rung. */
async function reminders(read: Reader, actor: Actor, today: Day): Promise<Todo[]> {
  const rules = (await reminderRules(read)).filter(({ roles }) => roles.includes(actor.role))
  if (rules.length === 0) return []
  const rows = await read
    .selectFrom('deadline')
    .innerJoin('project', 'project.id', 'deadline.project')
    .innerJoin('clockRule', 'clockRule.id', 'deadline.ruleRow')
    .select([
      'deadline.id',
      'deadline.rule',
      'deadline.dueOn',
      'deadline.region',
      'project.id as project',
      'project.title',
      'clockRule.title as ruleTitle',
    ])
    .where('deadline.state', '=', 'running')
    .where('deadline.kind', '=', 'latest')
    .where('deadline.party', 'is', null)
    .where('project.jurisdiction', 'like', inside(actor.jurisdiction))
    .orderBy('deadline.dueOn')
    .limit(most)
    .execute()
  return rows.flatMap(({ id, rule, dueOn, region, project, title, ruleTitle }) => {
    const rung = rungReached(rules, { rule, dueOn, region }, today)
    if (!rung) return []
    const about = `${title} · ${say(ruleTitle, 'zh')}`
    return [{ id: `deadline:${id}`, room: 'projects', says: rung.title, facts: {}, about, dueOn, to: `/projects/${project}` }]
  })
}

/** Papers of a case that stand as drafts when its file is about to be closed: each is fixed or taken back before that. */
async function unfinished(read: Reader, actor: Actor): Promise<Todo[]> {
  if (!filers.some((role) => role === actor.role)) return []
  const rows = await read
    .selectFrom('issuedPaper')
    .innerJoin('project', 'project.id', 'issuedPaper.project')
    .select(['project.id', 'project.title', (of) => of.fn.countAll<number>().as('count')])
    .where('issuedPaper.state', '=', 'draft')
    .where('project.state', 'in', ['delivered', 'briefed', 'followed'])
    .where('project.jurisdiction', 'like', inside(actor.jurisdiction))
    .groupBy(['project.id', 'project.title'])
    .orderBy('project.id')
    .limit(most)
    .execute()
  return rows.map(({ id, title, count }) => ({
    ...{ id: `drafts:${id}`, room: 'projects', says: words.todo.unfinished, facts: { count: Number(count) } },
    ...{ about: title, dueOn: null, to: `/projects/${id}` },
  }))
}

/** What waits in the projects room: the procedure's next steps, replies of the parties, side procedures, reminders, drafts before the archive. */
export const projectTodos: GiveTodos = async (read, actor, today) => {
  if (actor.role === 'unitStaff' || actor.role === 'official') return replies(read, actor)
  const all = await Promise.all([steps(read, actor), sides(read, actor), reminders(read, actor, today), unfinished(read, actor)])
  return all.flat()
}
