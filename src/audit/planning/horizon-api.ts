import { yearOf } from '../../kernel/day.ts'
import type { Desk } from '../../platform/desk.ts'
import { type Handler, Refused, serve } from '../../platform/serve.ts'
import type { SubjectClass } from '../../registers/auditees/model.ts'
import type { Open } from './board.ts'
import * as contract from './contract.ts'
import * as force from './force.contract.ts'
import { faultsOf } from './instance/faults.ts'
import type { Instance } from './instance/model.ts'
import { planFor } from './plan-api.ts'
import { standingItems } from './rules/figures.ts'
import { adviceOf } from './rules/force.ts'
import { horizonOf } from './rules/over-years.ts'
import type { Alignment } from './rules/shapes.ts'
import { solvePlan } from './solving.ts'
import { listPatrol } from './store-force.ts'
import { jurisdictionNames } from './store-names.ts'

type WhatIf = { capacity?: number | undefined; a?: number | undefined; b?: number | undefined; c?: number | undefined }
const frequencies = ({ a, b, c }: WhatIf): Partial<Record<SubjectClass, number>> => ({
  ...(a ? { A: a } : {}),
  ...(b ? { B: b } : {}),
  ...(c ? { C: c } : {}),
})

/** The instance under other assumptions: so many percent of the days, other frequencies of the classes. */
function assumed(instance: Instance, asked: WhatIf): Instance {
  const share = (asked.capacity ?? 100) / 100
  const other: Readonly<Record<string, number | undefined>> = frequencies(asked)
  return {
    ...instance,
    teams: instance.teams.map((team) => ({
      ...team,
      capacityDays: team.capacityDays.map((year) => year.map((days) => Math.floor(days * share))),
    })),
    subjects: instance.subjects.map((subject) => ({
      ...subject,
      pin: null,
      furtherPins: [],
      frequencyYears: other[subject.class] ?? subject.frequencyYears,
    })),
    approved: null,
    frozenUntil: null,
  }
}

async function reckoned(open: Open, asked: WhatIf) {
  const instance = assumed(open.built.instance, asked)
  const [fault] = faultsOf(instance)
  if (fault) throw new Refused(fault)
  const { items, missed } = await solvePlan(instance, { seconds: 1.5 })
  return { built: { ...open.built, instance }, items, missed: { mandatory: missed.mandatory.length, deadline: missed.deadline.length } }
}
const asItStands = ({ library, built }: Open) => ({
  built,
  items: standingItems(library.items).map(({ tenure, year, window, team }) => ({ subject: tenure, year, window, team })),
  missed: { mandatory: 0, deadline: 0 },
})

const horizon = serve(contract.getHorizon, async (desk) => {
  const { plan, ...asked } = desk.input
  const open = await planFor(desk, plan)
  const isAssumed = Object.values(asked).some((value) => value !== undefined)
  const view = isAssumed ? await reckoned(open, asked) : asItStands(open)
  desk.seen(`plan:${plan}`)
  return horizonOf({ library: open.library, ...view, places: await jurisdictionNames(desk.read, open.plan.jurisdiction) })
})

/** For each visit within the horizon: go together, keep apart, change what clashes, merge what several teams would do at one unit. */
export async function alignmentOf({ read }: Pick<Desk, 'read'>, { library, plan }: Open): Promise<Alignment[]> {
  const { rows } = await listPatrol(read, plan.jurisdiction, { offset: 0, limit: 500 })
  const names = new Map(library.posts.map(({ tenure, official }) => [tenure.id, official.name]))
  const items = standingItems(library.items)
  return rows
    .filter((round) => yearOf(round.startsOn) >= plan.year && yearOf(round.startsOn) < plan.year + plan.years)
    .map((round) => {
      const own = items.filter((item) => item.unit === round.unit)
      return {
        round,
        advice: adviceOf(round, own),
        items: own.map(({ id, tenure, year, window }) => ({ id, name: names.get(tenure) ?? '', year, window })),
      }
    })
}
const alignment = serve(force.getAlignment, async (desk) => {
  desk.seen(`plan:${desk.input.plan}`)
  return { rows: await alignmentOf(desk, await planFor(desk, desk.input.plan)) }
})

export const horizonApi: readonly Handler[] = [horizon, alignment]
