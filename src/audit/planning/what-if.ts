import type { Desk } from '../../platform/desk.ts'
import { found, Refused } from '../../platform/serve.ts'
import type { Open } from './board.ts'
import { plainFaultsOf } from './instance/faults.ts'
import type { Instance, PlanItem } from './instance/model.ts'
import { mayKnowLeaving } from './rules/clearance.ts'
import { differenceOf, type Placed } from './rules/difference.ts'
import { whyNotYear } from './rules/hold.ts'
import { namingOf } from './rules/naming.ts'
import { overtakenPins, pinTroubles } from './rules/pin-words.ts'
import { reasonsOf } from './rules/reasons.ts'
import type { PlanVersion } from './rules/records.ts'
import type { BroughtIn, Comparison, Conflicts } from './rules/shapes.ts'
import { standingPlan } from './rules/standing.ts'
import type { Bringing, Standing } from './solver/questions.ts'
import { diagnose, whatWouldBring } from './solving.ts'
import { findVersion, headOf, versionsOf } from './store.ts'

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

const placedOf = (instance: Instance, items: readonly PlanItem[]): Placed[] => {
  const effort = new Map(instance.subjects.map(({ id, effortDays }) => [id, effortDays]))
  return items.map(({ subject, year, window, team }) => ({ tenure: subject, year, window, team, effortDays: effort.get(subject) ?? 0 }))
}
const sideOfStanding = (instance: Instance, items: readonly PlanItem[], { cost, missed }: Standing) => ({
  items: placedOf(instance, items),
  cost,
  mandatory: missed.mandatory.length,
  deadline: missed.deadline.length,
})

type Asking = Pick<Desk, 'actor' | 'tongue' | 'rest'>
type Possible = Extract<Bringing, { possible: true }>

/** Both plans side by side, and who would then miss a duty that is kept today. */
function broughtIn(open: Open, instance: Instance, before: readonly PlanItem[], found: Possible): BroughtIn {
  const named = namedBy(open)
  const sides = [sideOfStanding(instance, before, found.before), sideOfStanding(instance, found.items, found.after)] as const
  const nowMissed = (['mandatory', 'deadline'] as const).flatMap((kind) =>
    found.nowMissed[kind].map((id) => ({ name: named(id).name, kind })),
  )
  return { because: null, comparison: withTeams(open, differenceOf(...sides, named)), nowMissed }
}

/** What it would take to bring a post into a year: the solver's counterfactual on the plan as it stands; nothing is changed. */
export async function bring({ actor, tongue, rest }: Asking, open: Open, asked: { tenure: string; year: number }): Promise<BroughtIn> {
  const { instance, items } = standingPlan(open)
  const post = found(open.library.posts.find(({ tenure }) => tenure.id === asked.tenure))
  const isSubject = instance.subjects.some(({ id }) => id === asked.tenure)
  const no = isSubject ? null : whyNotYear(open, asked.tenure, asked.year)
  if (no) throw new Refused(no)
  await rest()
  const brought = await whatWouldBring({ instance, items, subject: asked.tenure, year: asked.year, tongue })
  if (brought?.possible) return broughtIn(open, instance, items, brought)
  const reasons = brought ? reasonsOf(open, post, { in: [], place: [], not: [brought.because] }, { role: actor.role, tongue }) : []
  return { because: reasons.map(({ text }) => text).join('；'), comparison: null, nowMissed: [] }
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

/** What the plan as it stands cannot honour: duties and deadlines missed, pins that contradict, and the ways out. */
export async function conflicts(desk: Pick<Desk, 'read' | 'actor' | 'tongue' | 'publish'>, open: Open): Promise<Conflicts> {
  const { read, tongue } = desk
  const [head] = await versionsOf(read, open.plan.id)
  const last = head ? await findVersion(read, head.id) : undefined
  const named = namedBy(open)
  const unmet = (['mandatory', 'deadline', 'pins'] as const).flatMap((kind) =>
    (last?.missed[kind] ?? []).map((tenure) => ({ tenure, ...named(tenure), kind, text: '' })),
  )
  const clean = unmet.map(({ class: _class, ...line }) => line)
  return { ...(await waysOut(open, desk)), pins: [...overtakenPins(open, tongue), ...pinTroubles(open, tongue)], unmet: clean }
}

/**
 * What must give, in a few labelled lines, and two or three ways out, each with what it would still miss. Who may not know of a planned
 * leaving is not offered the handover: its names would tell who leaves.
 */
async function waysOut(
  open: Open,
  { actor, tongue, publish }: Pick<Desk, 'actor' | 'tongue' | 'publish'>,
): Promise<Pick<Conflicts, 'lines' | 'repairs'>> {
  const { instance } = open.built
  if (instance.subjects.length === 0 || instance.teams.length === 0 || plainFaultsOf(instance).length > 0) return { lines: [], repairs: [] }
  const naming = namingOf(open, tongue)
  const news: Promise<void>[] = []
  const hear = (done: number) =>
    news.push(publish({ kind: 'planning.diagnosing', audience: actor.account, payload: { plan: open.plan.id, done } }))
  const { conflicts: lines, repairs: offered } = await diagnose(instance, tongue, hear)
  await Promise.allSettled(news)
  const repairs = offered.filter(({ code }) => code !== 'handover' || mayKnowLeaving(actor.role))
  const ofPins = lines.some(({ code }) => code.startsWith('pin'))
  return {
    lines: ofPins ? [] : lines.map(({ text, facts }) => ({ text: naming.text(text), facts })),
    repairs: repairs.map(({ text, lines: own, enough }) => ({ text, enough, lines: own.map((line) => naming.text(line.text)) })),
  }
}
