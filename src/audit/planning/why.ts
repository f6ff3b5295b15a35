import { addMonths, type Day } from '../../kernel/day.ts'
import { say, type Tongue } from '../../kernel/say.ts'
import { cleared as clearedForLeads } from '../../office/identity/policy/leads.ts'
import type { Desk } from '../../platform/desk.ts'
import { found } from '../../platform/serve.ts'
import { cardsOf, type Open } from './board.ts'
import { checkPlan } from './checker/check.ts'
import type { PlannedAudit } from './model.ts'
import { words as planner } from './planner.words.ts'
import { mayKnowLeaving } from './rules/clearance.ts'
import { standingItems } from './rules/figures.ts'
import type { LibraryPost } from './rules/library.ts'
import { namingOf } from './rules/naming.ts'
import { reasonsOf } from './rules/reasons.ts'
import { amountOf, ruleSetName, runningRules } from './rules/rulebook.ts'
import { withoutLeads, withoutLeaving } from './rules/score.ts'
import type { ToldReason, WhyView } from './rules/shapes.ts'
import { standingPlan, withoutChangePrice } from './rules/standing.ts'
import { visitOf } from './rules/tags.ts'
import { explainSubject } from './solving.ts'
import { stepsOfItems } from './store-course.ts'
import { words } from './words.ts'

const chosenYear = (open: Open, tenure: string): PlannedAudit | null => {
  const own = open.library.items.filter((item) => item.tenure === tenure && item.stage !== 'removed')
  return own.find(({ year, change }) => year === open.plan.year && change === 'add') ?? own[0] ?? null
}

/** What the patrol means for the time: go together, keep apart, or nothing planned. */
function tipOf({ library }: Open, post: LibraryPost): WhyView['tip'] {
  const visit = library.patrols.find((round) => round.unit === post.unit.id)
  if (!visit) return { code: 'tipNone', facts: {}, record: null }
  return {
    code: visit.joint ? 'tipJoint' : 'tipStagger',
    facts: { round: visit.round, from: visit.startsOn },
    record: `patrolRound:${visit.id}`,
  }
}

/** The constraints of law and policy as a list of what holds and what is still to come. */
function checksOf(open: Open, post: LibraryPost, item: PlannedAudit | null, today: Day): WhyView['checks'] {
  const { library, built } = open
  const last = post.status.lastAudit.value
  const visit = item ? visitOf(item, library.patrols) : null
  const subject = built.instance.subjects.find(({ id }) => id === post.tenure.id)
  const stages = ['candidate', 'consulting', 'meeting', 'committee', 'issued']
  const reached = item ? stages.indexOf(item.stage) : 0
  const gap = amountOf(library.rules, { kind: 'gapYears' }, { on: today, jurisdiction: library.plan.jurisdiction }, 0)
  return [
    { code: 'notWithin12', facts: {}, ok: last === null || addMonths(last, 12) <= today },
    { code: 'notGap', facts: { years: gap }, ok: !subject?.banYears.includes(item?.year ?? library.plan.year) },
    { code: 'noPatrol', facts: {}, ok: visit === null || visit.together },
    { code: 'noRecusal', facts: {}, ok: item === null || !subject?.recusedTeams.includes(item.team) },
    { code: 'consulted', facts: {}, ok: reached > 1 },
    { code: 'meetingPassed', facts: {}, ok: reached > 2 },
  ]
}

const shown = (value: unknown): string =>
  value === null || value === undefined ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value)
/** Fields that rest on a planned leaving day. */
const leavingFields = ['leavesYear', 'mandatory']

function traceFor(open: Open, tenure: string, cleared: boolean): WhyView['trace'] {
  const { library, built } = open
  const subject = built.instance.subjects.find(({ id }) => id === tenure)
  const ruleOf = (id: string | null) => {
    const rule = [...library.rules, ...library.auditeeRules].find((each) => each.id === id)
    return rule ? { id: rule.id, title: rule.title, citation: rule.citation, verified: rule.verified } : null
  }
  return (built.trace.get(tenure) ?? [])
    .filter(({ field }) => cleared || !leavingFields.includes(field))
    .map(({ field, record, rule, why }) => ({ field, value: shown(subject?.[field]), record, rule: ruleOf(rule), why: [...why] }))
}

/** Rules that the items of a post break as they stand: a recusal or a patrol that came after. */
function brokenRules(open: Open, tenure: string, tongue: Tongue): ToldReason[] {
  const known = standingItems(open.library.items).filter((item) => item.tenure === tenure)
  const items = known.map(({ year, window, team }) => ({ subject: tenure, year, window, team }))
  const naming = namingOf(open, tongue)
  return checkPlan(open.built.instance, { items }).violations.flatMap(({ code, facts }): ToldReason[] => {
    if (facts.subject !== tenure) return []
    const why = naming.text(say(planner.violation[code], tongue, naming.facts(facts)))
    const text = say(words.reason.broken, tongue, { why })
    return [{ year: Number(facts.year ?? open.plan.year), part: 'place', code: 'broken', text, facts: {}, records: [] }]
  })
}

/** The solver's reasons for one post of the plan as it stands; none for a post outside the library. */
async function explained(open: Open, post: LibraryPost, reader: { role: string; tongue: Tongue }): Promise<ToldReason[]> {
  const { instance, items, broken } = standingPlan(open)
  const subject = post.tenure.id
  if (!instance.subjects.some(({ id }) => id === subject)) return []
  const told = await explainSubject({ instance: withoutChangePrice(instance), items, subject, tongue: reader.tongue })
  const reasons = told ? reasonsOf(open, post, told, reader) : []
  return broken.has(subject) ? [...brokenRules(open, subject, reader.tongue), ...reasons] : reasons
}

/** Everything the page says about one post: its score part by part, why it stands where it stands or why not, and what still holds it. */
export async function whyOf(desk: Pick<Desk, 'read' | 'actor' | 'today' | 'tongue'>, open: Open, tenure: string): Promise<WhyView> {
  const { read, actor, today, tongue } = desk
  const post = found(open.library.posts.find((each) => each.tenure.id === tenure))
  const item = chosenYear(open, tenure)
  const cleared = mayKnowLeaving(actor.role)
  const score = open.built.scores.get(tenure) ?? { total: 0, parts: [] }
  const known = clearedForLeads.some((role) => role === actor.role) ? score : withoutLeads(score)
  const [card] = item ? await cardsOf(desk, open, [item]) : []
  const left = open.built.left.find((each) => each.post.tenure.id === tenure)
  const project = item ? await read.selectFrom('project').select('id').where('planItem', '=', item.id).executeTakeFirst() : undefined
  return {
    item: card ?? null,
    subject: {
      tenure,
      official: post.official.id,
      name: post.official.name,
      post: post.tenure.post,
      unitName: post.unit.name,
      class: post.status.class.value ?? '',
      effortDays: item?.effortDays ?? open.built.instance.subjects.find(({ id }) => id === tenure)?.effortDays ?? 0,
    },
    score: cleared ? known : withoutLeaving(known),
    ruleSet: ruleSetName(runningRules(open.library.rules, { on: today, jurisdiction: open.plan.jurisdiction })),
    reasons: await explained(open, post, { role: actor.role, tongue }),
    tip: tipOf(open, post),
    checks: checksOf(open, post, item, today),
    trace: traceFor(open, tenure, cleared),
    left: left?.because ?? null,
    history: item ? await stepsOfItems(read, [item.id]) : [],
    project: project?.id ?? null,
  }
}
