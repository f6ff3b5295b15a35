import type { Desk } from '../../platform/desk.ts'
import { Refused } from '../../platform/serve.ts'
import type { Open } from './board.ts'
import { diagnose } from './diagnosis/diagnose.ts'
import { faultsOf } from './instance/faults.ts'
import type { Instance, Plan } from './instance/model.ts'
import { pinFaults } from './instance/pins.ts'
import { differenceOf, type Placed } from './rules/difference.ts'
import { standingItems } from './rules/figures.ts'
import { slotText, whyNotYear } from './rules/hold.ts'
import type { PlanVersion } from './rules/records.ts'
import type { Comparison, Conflicts } from './rules/shapes.ts'
import { solvePlan } from './solving.ts'
import { findVersion, headOf, versionsOf } from './store.ts'

/** Seconds for a counterfactual: the page waits for it. */
const patience = 1.5

const namedBy = ({ library }: Open) => {
  const posts = new Map(library.posts.map((post) => [post.tenure.id, post]))
  return (tenure: string) => {
    const post = posts.get(tenure)
    return { name: post?.official.name ?? '–', unitName: post?.unit.name ?? '', class: post?.status.class.value ?? '' }
  }
}
const teamNames = ({ library }: Open) => new Map(library.teams.map(({ team }) => [team.id, team.name]))
const withTeams = (open: Open, comparison: Comparison): Comparison => {
  const names = teamNames(open)
  const named = (slots: Comparison['rows'][number]['before']) => slots.map((slot) => ({ ...slot, team: names.get(slot.team) ?? slot.team }))
  return { ...comparison, rows: comparison.rows.map((row) => ({ ...row, before: named(row.before), after: named(row.after) })) }
}

const placedOf = (instance: Instance, items: Plan['items']): Placed[] => {
  const effort = new Map(instance.subjects.map(({ id, effortDays }) => [id, effortDays]))
  return items.map(({ subject, year, window, team }) => ({ tenure: subject, year, window, team, effortDays: effort.get(subject) ?? 0 }))
}

/** The instance with today's plan as the approved one: a change costs what the rules say, so that only what must move moves. */
function standing({ library, built }: Open): Instance {
  const known = new Set(built.instance.subjects.map(({ id }) => id))
  const approved = standingItems(library.items)
    .filter(({ tenure }) => known.has(tenure))
    .map(({ tenure, year, window, team }) => ({ subject: tenure, year, window, team }))
  return { ...built.instance, approved: approved.length > 0 ? approved : null, frozenUntil: null }
}

const solveQuietly = async (instance: Instance): Promise<Plan> => {
  const [fault] = faultsOf(instance)
  if (fault) throw new Refused(fault)
  return solvePlan(instance, { seconds: patience })
}

/** What it would take to bring a post into a year: the plan solved again with that one duty more, and what it pushes aside. */
export async function bring(open: Open, asked: { tenure: string; year: number }): Promise<Comparison> {
  const no = whyNotYear(open, asked.tenure, asked.year)
  if (no) throw new Refused(no)
  const base = standing(open)
  const wish = { years: [asked.year], reason: 'whatIf' }
  const subjects = base.subjects.map((subject) =>
    subject.id === asked.tenure ? { ...subject, mandatory: [...subject.mandatory, wish] } : subject,
  )
  const answer = await solveQuietly({ ...base, subjects })
  const sides = { mandatory: answer.missed.mandatory.length, deadline: answer.missed.deadline.length }
  const before = { items: placedOf(base, base.approved ?? []), cost: null, mandatory: 0, deadline: 0 }
  const after = { items: placedOf(base, answer.items), cost: answer.cost, ...sides }
  return withTeams(open, differenceOf(before, after, namedBy(open)))
}

const sideOf = ({ items, cost, missed }: PlanVersion) => ({
  items: items.map(({ tenure, year, window, team, effortDays }) => ({ tenure, year, window, team, effortDays })),
  cost,
  mandatory: missed.mandatory.length,
  deadline: missed.deadline.length,
})
/** Two saved versions side by side. */
export const compare = (open: Open, from: PlanVersion, to: PlanVersion) => ({
  ...withTeams(open, differenceOf(sideOf(from), sideOf(to), namedBy(open))),
  from: headOf(from),
  to: headOf(to),
})

/** A sentence about subjects and teams with their names in place of their keys. */
function withNames(open: Open): (text: string) => string {
  const named = namedBy(open)
  const teams = teamNames(open)
  return (text) =>
    text.replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => teams.get(id) ?? `${named(id).name}（${named(id).unitName}）`)
}

/** Pins that contradict one another, with who set them. */
function pinConflicts(open: Open): Conflicts['pins'] {
  const named = namedBy(open)
  const { pins } = open.library
  const setBy = (tenure: string) => pins.find((pin) => pin.tenure === tenure)?.name ?? ''
  return pinFaults(open.built.instance).map(({ code, facts = {} }) => {
    const [one, other] = [String(facts.subject ?? ''), String(facts.other ?? '')]
    const slot = slotText({ year: Number(facts.year ?? open.plan.year), window: Number(facts.window ?? 1) })
    return {
      one: named(one).name,
      other: other ? named(other).name : '',
      names: [setBy(one), other ? setBy(other) : ''].filter(Boolean),
      text: `${slot} · ${code}`,
    }
  })
}

/** What the plan as it stands cannot honour: duties and deadlines missed, pins that contradict, and the ways out. */
export async function conflicts({ read, tongue }: Pick<Desk, 'read' | 'tongue'>, open: Open): Promise<Conflicts> {
  const [head] = await versionsOf(read, open.plan.id)
  const last = head ? await findVersion(read, head.id) : undefined
  const named = namedBy(open)
  const unmet = (['mandatory', 'deadline', 'pins'] as const).flatMap((kind) =>
    (last?.missed[kind] ?? []).map((tenure) => ({ tenure, ...named(tenure), kind, text: '' })),
  )
  const clean = unmet.map(({ class: _class, ...line }) => line)
  return { ...(await waysOut(open, withNames(open), tongue)), pins: pinConflicts(open), unmet: clean }
}

/** What must give, in a few labelled lines, and two or three ways out, each with what it would still miss. */
async function waysOut(open: Open, named: (text: string) => string, tongue: Desk['tongue']): Promise<Pick<Conflicts, 'lines' | 'repairs'>> {
  const { instance } = open.built
  if (instance.subjects.length === 0 || instance.teams.length === 0 || faultsOf(instance).length > 0) return { lines: [], repairs: [] }
  const { conflicts: found, repairs } = await diagnose(instance, tongue)
  return {
    lines: found.map(({ text, facts }) => ({ text: named(text), facts })),
    repairs: repairs.map(({ text, lines }) => [named(text), ...lines.map((line) => named(line.text))]),
  }
}
