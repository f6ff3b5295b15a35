import type { Day } from '../../kernel/day.ts'
import { roleMay } from '../../office/identity/policy/policy.ts'
import type { GiveTodos } from '../../office/notices/giver.ts'
import type { Todo } from '../../office/notices/model.ts'
import type { Actor } from '../../platform/desk.ts'
import { planProcedure } from './procedure.ts'
import { Organ } from './rules/records.ts'
import * as store from './store-todos.ts'
import { words } from './words.ts'

const most = 200
type Line = Omit<Todo, 'room' | 'facts'> & { facts?: Todo['facts'] }
const todo = (line: Line): Todo => ({ room: 'planning', facts: {}, ...line })
const may = (actor: Actor, name: `planning.${string}`) => roleMay(actor.role, { name, kind: 'act' })

/** Letters that the organ has not answered yet. */
const letters: GiveTodos = async (read, actor) => {
  const organ = Organ.safeParse(actor.role).data
  if (!organ || !may(actor, 'planning.reply')) return []
  const rows = await store.unanswered(read, { organ, place: actor.jurisdiction, limit: most })
  return rows.map(({ id, dueOn, planTitle, count }) =>
    todo({ id: `planLetter:${id}`, says: words.todo.reply, facts: { count }, about: planTitle, dueOn, to: `/letters?open=${id}` }),
  )
}

/** What was objected to or suggested and nobody has settled. */
const opinions: GiveTodos = async (read, actor) => {
  if (!may(actor, 'planning.settle')) return []
  const rows = await store.unsettled(read, actor.jurisdiction)
  return rows.map(({ plan, planTitle, count }) =>
    todo({
      id: `planOpinion:${plan}`,
      says: words.todo.settle,
      facts: { count },
      about: planTitle,
      dueOn: null,
      to: `/plans/${plan}/course`,
    }),
  )
}

/** The main step on from each stage of the procedure. */
const onward = { consulting: 'table', meeting: 'agree', committee: 'approve' } as const

/** Items whose next step is this role's; what is still with the organs waits for them. */
const steps: GiveTodos = async (read, actor) => {
  const rows = await store.itemsByStage(read, actor.jurisdiction)
  return rows.flatMap(({ plan, planTitle, stage, count, waiting, submitBy }) => {
    const name = onward[stage]
    const step = planProcedure.steps[name]
    if (!step.acts.some((role) => role === actor.role) || (stage === 'consulting' && waiting > 0)) return []
    const says = { zh: `${words.todo.step.zh}${step.title.zh}`, en: `${words.todo.step.en}${step.title.en}` }
    return [todo({ id: `plan:${plan}:${name}`, says, facts: { count }, about: planTitle, dueOn: submitBy, to: `/plans/${plan}` })]
  })
}

/** Notices that are made and not served: state firms within the statutory time, new heads within the place's own. */
const notices: GiveTodos = async (read, actor) => {
  if (!may(actor, 'planning.serveNotice')) return []
  const rows = await store.unserved(read, actor.jurisdiction, most)
  return rows.map(({ id, plan, kind, unitName, officialName, dueOn }) =>
    todo({
      id: `planNotice:${id}`,
      says: words.todo[kind],
      about: kind === 'firm' ? unitName : `${officialName} · ${unitName}`,
      dueOn,
      to: `/plans/${plan ?? ''}/course`,
    }),
  )
}

/** What waits in the planning room: letters, opinions, the next step, notices. */
export const planningTodos: GiveTodos = async (read, actor, today: Day) => {
  const told = await Promise.all([letters, opinions, steps, notices].map((give) => give(read, actor, today)))
  return told.flat()
}
