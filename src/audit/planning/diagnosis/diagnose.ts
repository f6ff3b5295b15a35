import type { Tongue } from '../../../kernel/say.ts'
import { say } from '../../../kernel/say.ts'
import type { Instance, Reason } from '../instance/model.ts'
import { pinFaults } from '../instance/pins.ts'
import { words } from '../planner.words.ts'
import { type Draft, remove } from '../solver/draft.ts'
import { type Model, teamOfSlot, windowOfSlot, yearOfSlot } from '../solver/model.ts'
import { forceIn, type Overflow } from '../solver/overflow.ts'
import { granted } from './apply.ts'
import { type Ways, waysOf } from './duties.ts'
import { avoidable, type DutyPlan, dutyPlan, dutyPlanFrom, givenUp, type Missing } from './duty-plan.ts'
import { type Grant, highs, type Slack, whatMustGive } from './elastic.ts'
import { handedOver } from './handover.ts'
import { line, linesOf, mostLines, some } from './lines.ts'

/** One way out: what is granted or given up, and what a full solve still misses after it. */
export type Repair = {
  readonly code: keyof typeof words.repair
  readonly text: string
  readonly lines: Reason[]
  /** Duties still unmet after the repair that it does not give up itself; 0 when the repair is enough. */
  readonly stillMissed: number
  readonly enough: boolean
}

/** What stands against keeping every duty, and two or three ways out. `feasible`: every duty can be kept as things are. */
export type Diagnosis = { readonly feasible: boolean; readonly conflicts: Reason[]; readonly repairs: Repair[] }

function keyOf(slack: Slack): string | null {
  if (slack.family === 'days') return `days|${slack.year}|${slack.skill}|${slack.at?.team}|${slack.at?.window}`
  return slack.family === 'ceiling' ? `ceiling|${slack.year}|${slack.district}` : null
}

function merged(slacks: readonly Slack[]): Slack[] {
  const found = new Map<string, Slack>()
  for (const slack of slacks) {
    const key = keyOf(slack) ?? `${slack.family}|${found.size}`
    const before = found.get(key)
    if (before && 'amount' in before && 'amount' in slack) found.set(key, { ...before, amount: before.amount + slack.amount })
    else found.set(key, slack)
  }
  return [...found.values()]
}

/** What a placement takes beyond what is there, as days of a team and audits of a district. */
function slacksOf(instance: Instance, model: Model, { slot, days, row, audits }: Overflow): Slack[] {
  const year = instance.firstYear + yearOfSlot(model, slot)
  const team = instance.teams[teamOfSlot(model, slot)]?.id ?? ''
  const district = [...new Set(instance.subjects.map((subject) => subject.district))][Math.floor(row / model.years)] ?? ''
  const more: Slack[] =
    days > 0
      ? [{ family: 'days', year, skill: null, amount: Math.ceil(days - 1e-6), at: { team, window: windowOfSlot(model, slot) + 1 } }]
      : []
  return audits > 0 ? [...more, { family: 'ceiling', year, district, amount: audits }] : more
}

/**
 * Grants what the elastic model asks, plans for duties, and forces in whoever still misses one with the least beyond what is there; that
 * overflow is granted too. The plan that comes out is itself the proof that the grant is enough.
 */
function grantEnough(
  instance: Instance,
  all: readonly Ways[],
  { now, first }: { now: DutyPlan; first: readonly Grant[] },
): { slacks: readonly Slack[]; missed: number } {
  const draft = dutyPlanFrom(now, granted(instance, first))
  const { late, dropped } = avoidable(instance, all, draft)
  const missing = new Set([...late, ...dropped])
  const more = all.flatMap(({ place, ways }) => {
    if (!missing.has(instance.subjects[place]?.id ?? '')) return []
    const serving = new Set(ways.filter((way) => !way.late && way.dropped === 0).map(({ set }) => set))
    const forced = forceIn(draft, place, (set) => serving.has(set)) ?? forceUnit(draft, place, serving)
    return forced.flatMap((overflow) => slacksOf(instance, draft.model, overflow))
  })
  const after = avoidable(instance, all, draft)
  return { slacks: merged([...first, ...more]), missed: after.late.length + after.dropped.length }
}

/** A subject that its unit's slot keeps out comes in first, and the others of the unit follow into its slot. */
function forceUnit(draft: Draft, place: number, serving: ReadonlySet<number>): Overflow[] {
  const { model } = draft
  const unit = model.unit[place] ?? -1
  const others = [...(model.unitMembers[unit] ?? [])].filter((member) => member !== place)
  const sets = new Map(others.map((member) => [member, draft.set[member] ?? 0]))
  for (const member of others) remove(draft, member)
  const own = forceIn(draft, place, (set) => serving.has(set)) ?? []
  return [...own, ...others.flatMap((member) => forceIn(draft, member, (set) => set === sets.get(member)) ?? [])]
}

const repair = (code: Repair['code'], at: { slacks: readonly Slack[]; missed: number; tongue: Tongue }): Repair => ({
  code,
  text: say(words.repair[code], at.tongue),
  lines: linesOf(at.slacks, at.tongue),
  stillMissed: at.missed,
  enough: at.missed === 0,
})

function unavoidableLines(instance: Instance, all: readonly Ways[], tongue: Tongue): Reason[] {
  const names = (isSo: (ways: Ways) => boolean) => all.filter(isSo).flatMap(({ place }) => instance.subjects[place]?.id ?? [])
  const late = names(({ lateAnyway }) => lateAnyway)
  const dropped = names(({ droppedAnyway }) => droppedAnyway > 0)
  return [
    ...(dropped.length > 0 ? [line('neverMandatory', { count: dropped.length, subjects: some(dropped) }, tongue)] : []),
    ...(late.length > 0 ? [line('neverDeadline', { count: late.length, subjects: some(late) }, tongue)] : []),
  ]
}

/** Pins that cannot stand: each with both names, and unpinning the one or the other as ways out. */
function pinDiagnosis(instance: Instance, tongue: Tongue): Diagnosis | null {
  const faults = pinFaults(instance).slice(0, mostLines)
  if (faults.length === 0) return null
  const conflicts = faults.map(({ code, facts = {} }): Reason => ({ code, text: say(words.refusal[code], tongue, facts), facts }))
  const unpin = (code: 'unpinOne' | 'unpinOther', name: 'subject' | 'other'): Repair => {
    const subjects = [...new Set(faults.map(({ facts }) => String(facts?.[name] ?? facts?.subject ?? '')))]
    return {
      code,
      text: say(words.repair[code], tongue),
      lines: subjects.map((subject) => line('unpin', { subject }, tongue)),
      stillMissed: 0,
      enough: true,
    }
  }
  const pairs = faults.some(({ facts }) => facts?.other !== undefined)
  return {
    feasible: false,
    conflicts,
    repairs: pairs ? [unpin('unpinOne', 'subject'), unpin('unpinOther', 'other')] : [unpin('unpinOne', 'subject')],
  }
}

/** Two or three ways out are read; more are not weighed against one another. */
const mostRepairs = 3

/** How far a diagnosis has come, 0 to 1. */
export type Heard = (share: number) => void

/**
 * What must give. Contradicting pins come first; otherwise the elastic model names the days and ceilings that are missing for keeping
 * every duty the rules allow, and a plan confirms that each way out is enough. At most fifteen lines; up to three ways out: grant days
 * and ceilings, raise ceilings and postpone, hand over, give up. `hear` is told after each stage.
 */
export async function diagnose(instance: Instance, tongue: Tongue, hear: Heard = () => {}): Promise<Diagnosis> {
  const pins = pinDiagnosis(instance, tongue)
  if (pins) return pins
  const solver = highs()
  const now = dutyPlan(instance)
  const all = instance.subjects.map((_, place) => waysOf(instance, now.draft.model, place))
  const never = unavoidableLines(instance, all, tongue)
  const missing = avoidable(instance, all, now.draft)
  const isFeasible = missing.late.length + missing.dropped.length === 0
  if (isFeasible) return { feasible: never.length === 0, conflicts: never, repairs: [] }
  hear(0.3)
  await solver
  const repairs = await repairsOf(instance, { all, now, missing, tongue }, hear)
  const conflicts = [...(repairs[0]?.lines ?? []), ...never].slice(0, mostLines)
  return { feasible: false, conflicts, repairs }
}

type Scene = { readonly all: readonly Ways[]; readonly now: DutyPlan; readonly missing: Missing; readonly tongue: Tongue }

async function repairsOf(instance: Instance, { all, now, missing, tongue }: Scene, hear: Heard): Promise<Repair[]> {
  const first = await whatMustGive(instance, all)
  hear(0.6)
  const grant = grantEnough(instance, all, { now, first })
  hear(0.75)
  const raised = raisedOnly(instance, now, first)
  hear(0.9)
  const instead = handedOver(instance, all, now)
  const give = (missed: Missing) => givenUp(instance, missed)
  const offered = [
    repair('grant', { slacks: grant.slacks, missed: grant.missed, tongue }),
    ...(raised
      ? [repair('raise', { slacks: [...raised.ceilings, ...give(avoidable(instance, all, raised.draft))], missed: 0, tongue })]
      : []),
    ...(instead.some(({ family }) => family === 'handover') ? [repair('handover', { slacks: instead, missed: 0, tongue })] : []),
    repair('giveUp', { slacks: give(missing), missed: 0, tongue }),
  ]
  return offered.slice(0, mostRepairs)
}

/** The plan when only ceilings are raised, and by how much it needs them raised; null when no ceiling is in the way. */
function raisedOnly(instance: Instance, now: DutyPlan, first: readonly Grant[]): { draft: Draft; ceilings: Grant[] } | null {
  const draft = dutyPlanFrom(
    now,
    granted(
      instance,
      first.filter(({ family }) => family === 'ceiling'),
    ),
  )
  const { years, district, ceiling } = now.draft.model
  const used = new Int32Array(ceiling.length)
  for (const [cell, option] of draft.option.entries()) {
    const row = (district[Math.floor(cell / years)] ?? 0) * years + (cell % years)
    if (option >= 0) used[row] = (used[row] ?? 0) + 1
  }
  const names = [...new Set(instance.subjects.map((subject) => subject.district))]
  const ceilings = [...used].flatMap((audits, row): Grant[] => {
    const amount = audits - (ceiling[row] ?? 0)
    const at = { district: names[Math.floor(row / years)] ?? '', year: instance.firstYear + (row % years) }
    return amount > 0 ? [{ family: 'ceiling', ...at, amount }] : []
  })
  return ceilings.length > 0 ? { draft, ceilings } : null
}
