import { setTimeout as pause } from 'node:timers/promises'
import type { z } from 'zod'
import {
  createPlan,
  makeNotices,
  recommend,
  replyLetter,
  saveVersion,
  serveNotice,
  setDays,
  settleOpinion,
  takeStep,
} from '../audit/planning/contract.ts'
import { courseApi } from '../audit/planning/course-api.ts'
import type { PlannedAudit } from '../audit/planning/model.ts'
import { noticeApi } from '../audit/planning/notice-api.ts'
import { planApi } from '../audit/planning/plan-api.ts'
import type { PlanStepName } from '../audit/planning/rules/records.ts'
import { itemsOf, runOf } from '../audit/planning/store.ts'
import { noticesOf } from '../audit/planning/store-course.ts'
import type { Contract } from '../kernel/contract.ts'
import { addDays, type Day, day, yearOf } from '../kernel/day.ts'
import type { Role } from '../office/identity/model.ts'
import { type Actor, type Office, openDesk } from '../platform/desk.ts'
import { handleAt } from '../platform/serve.ts'
import { demoAccounts } from './accounts.words.ts'
import { demoCity } from './place.ts'
import { told } from './world/force.words.ts'

type Planning = { office: Office; runJobs(): Promise<void> }
const handlers = [...planApi, ...courseApi, ...noticeApi]

/** The demonstration login of a role, as its actor. */
function handOf(role: Role): Actor {
  const found = demoAccounts.find(({ seats }) => seats.some((seat) => seat.role === role))
  return {
    account: found?.account ?? role,
    name: found?.name ?? role,
    role,
    jurisdiction: demoCity,
    unitId: null,
    officialId: null,
    seat: null,
  }
}

/** Does one act as that role would on that day: the same handler, the same rules, the same trace. */
async function act<I extends z.ZodType, O extends z.ZodType>(
  { office }: Planning,
  contract: Contract<I, O>,
  about: { role: Role; on: Day; input: z.input<I> },
): Promise<z.output<O>> {
  const input = contract.input.parse(about.input)
  const { desk, traceReading } = await openDesk<z.output<I>>(office, { actor: handOf(about.role), verb: contract.name, input })
  const handler = handlers.find((each) => each.contract.name === contract.name)
  if (!handler) throw new Error(`nobody handles ${contract.name}`)
  const answer = contract.output.parse(await handleAt(handler, { ...desk, today: about.on }))
  await traceReading()
  return answer
}

type Plan = { id: string; year: number; on: Day }
const items = async ({ office }: Planning, plan: Plan, stage: PlannedAudit['stage']) =>
  (await itemsOf(office.db, plan.id)).filter((item) => item.stage === stage && item.year === plan.year)
const targets = (rows: readonly PlannedAudit[]) => rows.map(({ id, version }) => ({ id, version }))

const step = (
  planning: Planning,
  plan: Plan,
  taken: { step: PlanStepName; role: Role; rows: readonly PlannedAudit[]; text: string; number?: string },
) =>
  act(planning, takeStep, {
    role: taken.role,
    on: plan.on,
    input: {
      plan: plan.id,
      step: taken.step,
      items: targets(taken.rows),
      text: taken.text,
      ...(taken.number ? { number: taken.number, decidedOn: plan.on } : {}),
    },
  })

/** A server that is up works the job itself: then it is waited for. */
async function untilOver({ office }: Planning, run: string): Promise<void> {
  for (let look = 0; look < 600; look++) {
    const now = await runOf(office.db, run)
    if (now && !['waiting', 'running', 'cancelling'].includes(now.state)) return
    await pause(200)
  }
}

async function begin(planning: Planning, year: number, on: Day): Promise<Plan> {
  const plan = await act(planning, createPlan, { role: 'secretary', on, input: { year, jurisdiction: demoCity } })
  const days = { meetingOn: addDays(on, 8), submitBy: addDays(on, 24) }
  await act(planning, setDays, { role: 'secretary', on, input: { id: plan.id, version: plan.version, ...days } })
  const run = await act(planning, recommend, { role: 'secretary', on, input: { plan: plan.id, seconds: 1 } })
  await planning.runJobs()
  await untilOver(planning, run.id)
  return { id: plan.id, year, on }
}

/** The organs answer the letters about these items; `silent` ones have not yet. */
async function answers(
  planning: Planning,
  plan: Plan,
  asked: { about: readonly PlannedAudit[]; silent: readonly string[] },
): Promise<void> {
  const letters = await planning.office.db
    .selectFrom('planLetter')
    .selectAll()
    .where('plan', '=', plan.id)
    .where('repliedOn', 'is', null)
    .execute()
  const [first, second] = asked.about
  for (const letter of letters.filter(({ organ }) => !asked.silent.includes(organ))) {
    const objects = letter.organ === 'staffing' && first ? [{ item: first.id, stance: 'object' as const, text: told.objection }] : []
    const suggests = letter.organ === 'patrol' && second ? [{ item: second.id, stance: 'suggest' as const, text: told.suggestion }] : []
    const opinions = [...objects, ...suggests].filter(({ item }) => letter.items.includes(item))
    await act(planning, replyLetter, { role: letter.organ, on: plan.on, input: { id: letter.id, version: letter.version, opinions } })
  }
}

async function settleAll(planning: Planning, plan: Plan): Promise<void> {
  const open = await planning.office.db
    .selectFrom('planOpinion')
    .select('id')
    .where('stance', '!=', 'agree')
    .where('outcome', 'is', null)
    .execute()
  for (const { id } of open)
    await act(planning, settleOpinion, { role: 'secretary', on: plan.on, input: { id, outcome: 'adopted', answer: told.adopted } })
}

async function consulted(planning: Planning, plan: Plan, rows: readonly PlannedAudit[], silent: readonly string[] = []): Promise<void> {
  await step(planning, plan, { step: 'consult', role: 'secretary', rows, text: told.consult })
  await answers(planning, plan, { about: rows, silent })
}

async function onward(planning: Planning, plan: Plan, steps: readonly ['table', ...PlanStepName[]]): Promise<void> {
  await settleAll(planning, plan)
  await step(planning, plan, { step: 'table', role: 'director', rows: await items(planning, plan, 'consulting'), text: told.table })
  if (steps.includes('agree'))
    await step(planning, plan, { step: 'agree', role: 'director', rows: await items(planning, plan, 'meeting'), text: told.agree })
}

/** This year's plan, as it was approved last December. */
async function approvedPlan(planning: Planning, year: number): Promise<void> {
  const plan = await begin(planning, year, day(`${year - 1}-12-04`))
  await consulted(planning, plan, await items(planning, plan, 'candidate'))
  await onward(planning, plan, ['table', 'agree'])
  const rows = await items(planning, plan, 'committee')
  await step(planning, plan, { step: 'approve', role: 'secretary', rows, text: told.approve, number: told.decision(year) })
  await act(planning, saveVersion, { role: 'secretary', on: plan.on, input: { plan: plan.id, note: told.approve } })
  await act(planning, makeNotices, { role: 'clerk', on: plan.on, input: { plan: plan.id } })
  const servedOn = addDays(plan.on, 4)
  for (const { id, version } of await noticesOf(planning.office.db, plan.id))
    await act(planning, serveNotice, { role: 'clerk', on: servedOn, input: { id, version, servedOn } })
}

/** Next year's draft: some before the committee, some before the meeting, some still out for opinions, the rest recommended. */
async function draftPlan(planning: Planning, year: number, today: Day): Promise<void> {
  const plan = await begin(planning, year, today)
  const singles = (await items(planning, plan, 'candidate')).filter(({ together }) => together === null)
  await consulted(planning, plan, singles.slice(0, 2))
  await onward(planning, plan, ['table', 'agree'])
  await consulted(planning, plan, singles.slice(2, 5))
  await onward(planning, plan, ['table'])
  await consulted(planning, plan, singles.slice(5, 9), ['discipline', 'finance'])
  await act(planning, saveVersion, { role: 'secretary', on: today, input: { plan: plan.id, note: told.note } })
}

/** Both plans of the city, made by its own people through the same handlers as anybody's. */
export async function demoPlans(planning: Planning): Promise<void> {
  const today = planning.office.clock.today()
  const year = yearOf(today)
  await approvedPlan(planning, year)
  await draftPlan(planning, year + 1, today)
}
