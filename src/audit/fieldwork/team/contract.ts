import { z } from 'zod'
import { act, ask } from '../../../kernel/contract.ts'
import { Day } from '../../../kernel/day.ts'
import { kept, maybeDay, maybeId, maybeText, Saved, target, text, yes } from '../input.ts'
import { DeclaredGround, FieldRuleKind, FieldTask, FieldworkRule, ProjectMember, TaskState, TeamRole, WorkDay, WorkDays } from './model.ts'
import { words } from './words.ts'

const ofProject = z.object({ project: z.uuid() })
export const HintView = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('undeclared') }),
  z.object({ kind: z.literal('recused') }),
  z.object({ kind: z.literal('declared'), ground: DeclaredGround.exclude(['none']) }),
  z.object({ kind: z.literal('formerPost'), left: Day.nullable(), until: Day.nullable(), citation: z.string(), verified: z.boolean() }),
  z.object({ kind: z.literal('priorAudit'), title: z.string(), until: Day, citation: z.string(), verified: z.boolean() }),
])
export type HintView = z.infer<typeof HintView>

export const MemberView = ProjectMember.extend({
  used: z.number(),
  declared: DeclaredGround.nullable(),
  declarationVersion: z.number().int(),
  hints: z.array(HintView),
})
export type MemberView = z.infer<typeof MemberView>
export const TeamView = z.object({ members: z.array(MemberView), rules: z.array(FieldworkRule) })
export type TeamView = z.infer<typeof TeamView>

export const showTeam = ask({ name: 'fieldwork.team', title: words.title.showTeam, input: ofProject, output: TeamView })
/** Auditors of the place who may join a team. */
export const listPeople = ask({
  name: 'fieldwork.people',
  title: words.title.people,
  input: ofProject,
  output: z.array(z.object({ account: z.string(), name: z.string(), role: z.string() })),
})
const Skills = z.preprocess(
  (given) =>
    typeof given === 'string'
      ? given
          .split(/[;\uff1b]/)
          .map((each) => each.trim())
          .filter(Boolean)
      : given,
  z.array(z.string().max(60)).max(20),
)
export const saveMember = act({
  name: 'fieldwork.saveMember',
  title: words.action.saveMember,
  input: z.object({
    ...target,
    account: text(64),
    role: TeamRole,
    days: z.coerce.number().pipe(WorkDays),
    skills: Skills,
    joinedOn: maybeDay,
    leftOn: maybeDay,
  }),
  output: Saved,
})
/** A member says for himself whether there is a ground to step aside; only the ground, never who is meant. */
export const declareRecusal = act({
  name: 'fieldwork.declareRecusal',
  title: words.action.declare,
  input: z.object({ project: z.uuid(), version: z.coerce.number().int().default(0), ground: DeclaredGround, leftUnitOn: maybeDay }),
  output: Saved,
})

/** A number of this room for the actor's place, from a day on; the earlier value ends the day before. */
export const saveRule = act({
  name: 'fieldwork.saveRule',
  title: words.action.saveRule,
  input: z.object({
    kind: FieldRuleKind,
    amount: z.coerce.number().int().min(1).max(1000),
    startsOn: Day,
    citation: text(500),
    verified: yes,
  }),
  output: FieldworkRule,
})

export const TaskView = FieldTask.extend({
  name: z.string().nullable(),
  used: z.number(),
  checkNumber: z.string().nullable(),
  logs: z.array(WorkDay),
})
export type TaskView = z.infer<typeof TaskView>
export const showTasks = ask({ name: 'fieldwork.tasks', title: words.title.showTasks, input: ofProject, output: z.array(TaskView) })
export const saveTask = act({
  name: 'fieldwork.saveTask',
  title: words.action.saveTask,
  input: z.object({
    ...target,
    title: text(),
    detail: maybeText(2000),
    account: maybeText(64),
    auditCheck: maybeId,
    days: z.coerce.number().pipe(WorkDays),
    dueOn: maybeDay,
  }),
  output: Saved,
})
export const moveTask = act({
  name: 'fieldwork.moveTask',
  title: words.action.moveTask,
  input: z.object({ ...kept, state: TaskState }),
  output: Saved,
})
export const dropTask = act({ name: 'fieldwork.dropTask', title: words.action.dropTask, input: z.object(kept), output: z.object({}) })
export const logDay = act({
  name: 'fieldwork.logDay',
  title: words.action.log,
  input: z.object({
    task: z.uuid(),
    workedOn: Day,
    days: z.coerce.number().pipe(z.union([z.literal(0.5), z.literal(1)])),
    note: maybeText(500),
  }),
  output: z.object({ id: z.uuid() }),
})
