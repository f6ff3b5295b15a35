import type { Day } from '../../kernel/day.ts'
import { say } from '../../kernel/say.ts'
import { type Fact, type FactSection, type FactState, recordSource, type Source, type Sourced } from '../../kernel/source.ts'
import { paperDay } from '../../office/documents/rules.ts'
import type { Reader } from '../../platform/db.ts'
import { moneySays, toleranceSays } from '../papers/findings.doc.ts'
import type { Project } from '../projects/model.ts'
import { auditOrder, knownBy } from '../projects/rules.ts'
import { findProjects } from '../projects/store.ts'
import type { Place } from './contract.ts'
import type { Grade, Objection, ProblemClass } from './model.ts'
import { correctionOf } from './standing.ts'
import { allClasses, type FindingOfOfficial, findingsOfOfficial, placesOf } from './store.ts'
import { words } from './words.ts'

const zh = 'zh'
const ended = (text: string) => (words.ends.test(text) ? text : `${text}${say(words.says.stop, zh)}`)

/** A record of this room, with the report's paragraph when the report is in the library. */
const sourceOf = (at: { record: string; field: string }, place: Place | null): Source => ({
  ...recordSource({ room: 'findings', ...at }),
  ...(place ? { document: place.paper.name, documentId: place.paper.id, sha256: place.paper.sha256 } : {}),
  ...(place ? { paragraph: place.paragraph, start: place.start, end: place.end } : {}),
})

type About = FindingOfOfficial & { project: Project; place: Place | null; className: string; on: Day }

/** How a finding is called; one that was withdrawn is called by its number only. */
const called = (about: About): string =>
  correctionOf(about.objections, about.on)?.effect === 'withdrawn'
    ? say(words.says.byNumber, zh, { number: about.finding.number })
    : about.finding.title

/** The statement in force: after an upheld objection the corrected one, and the old wording is not printed again. */
function statement(about: About, correction: Objection | null): string {
  const { finding, tolerance, responsibility, on } = about
  if (correction?.effect === 'withdrawn')
    return say(words.says.withdrawn, zh, { number: finding.number, on: paperDay(correction.decidedOn ?? on) })
  const grade: Grade = correction?.effect === 'regraded' ? (correction.correctedGrade ?? responsibility.grade) : responsibility.grade
  const decided = tolerance && tolerance.decidedOn <= on ? tolerance : null
  const parts = {
    title: finding.title,
    class: about.className,
    money: moneySays(finding.money),
    facts: ended(correction?.effect === 'reworded' ? (correction.correctedText ?? '') : finding.facts),
    grade: say(words.says.grade, zh, { grade: say(words.grade[grade], zh) }),
    tolerance: decided ? toleranceSays(decided) : '',
  }
  return correction
    ? say(words.says.corrected, zh, { ...parts, on: paperDay(correction.decidedOn ?? on) })
    : say(words.says.finding, zh, parts)
}

function findingState({ objections, on }: About, correction: Objection | null): FactState {
  if (correction) return 'corrected'
  return objections.some((each) => each.raisedOn <= on && (each.decidedOn === null || each.decidedOn > on)) ? 'objected' : 'established'
}

type Told = { section: FactSection; part: string; text: string; state: FactState; sources: Sourced }
const fact = (about: About, { part, ...told }: Told): Fact => ({
  id: `finding:${about.finding.id}:${about.responsibility.official}:${part}`,
  order: `${auditOrder(about.project)}/${about.finding.number}/${part}`,
  ...told,
})

function findingFact(about: About): Fact {
  const correction = correctionOf(about.objections, about.on)
  const { finding, responsibility, tolerance, on } = about
  const field = correction ? 'correctedText' : 'facts'
  const record = correction ? `objection:${correction.id}` : `finding:${finding.id}`
  const first =
    correction?.effect === 'withdrawn'
      ? sourceOf({ record, field }, null)
      : sourceOf({ record: `finding:${finding.id}`, field: 'facts' }, about.place)
  const graded = sourceOf({ record: `responsibility:${responsibility.id}`, field: 'grade' }, null)
  const corrected = correction && correction.effect !== 'withdrawn' ? [sourceOf({ record, field }, null)] : []
  const tolerated =
    tolerance && tolerance.decidedOn <= on ? [sourceOf({ record: `tolerance:${tolerance.id}`, field: 'outcome' }, null)] : []
  const others = correction?.effect === 'withdrawn' ? [] : [graded, ...corrected, ...tolerated]
  const text = statement(about, correction)
  return fact(about, { section: 'findings', part: '1-facts', text, state: findingState(about, correction), sources: [first, ...others] })
}

function toleranceFact(about: About): Fact[] {
  const { tolerance, on } = about
  if (!tolerance || tolerance.decidedOn > on) return []
  const outcome = say(words.tolerance[tolerance.outcome], zh)
  const text = say(words.says.tolerance, zh, {
    on: paperDay(tolerance.decidedOn),
    title: called(about),
    outcome,
    reason: ended(tolerance.reason),
  })
  const sources: Sourced = [sourceOf({ record: `tolerance:${tolerance.id}`, field: 'outcome' }, null)]
  return [fact(about, { section: 'tolerance', part: '2-tolerance', text, state: 'established', sources })]
}

function replyFact(about: About): Fact[] {
  const { reply, on } = about
  if (!reply || (reply.givenOn !== null && reply.givenOn > on)) return []
  const reason = reply.reason ? ended(say(words.says.replyReason, zh, { reason: reply.reason })) : ''
  const text = say(words.says.reply, zh, {
    on: reply.givenOn ? say(words.says.onDay, zh, { day: paperDay(reply.givenOn) }) : '',
    title: called(about),
    text: ended(reply.text),
    outcome: say(words.reply[reply.outcome], zh),
    reason,
  })
  const sources: Sourced = [sourceOf({ record: `reply:${reply.id}`, field: 'text' }, null)]
  return [fact(about, { section: 'replies', part: '3-reply', text, state: 'replied', sources })]
}

function objectionFact(about: About, objection: Objection, at: number): Fact {
  const { on } = about
  const decided = objection.decidedOn !== null && objection.decidedOn <= on ? objection.decidedOn : null
  const told = { on: say(words.says.onDay, zh, { day: paperDay(objection.raisedOn) }), title: called(about), text: ended(objection.text) }
  const text = decided
    ? say(words.says.objectionDecided, zh, {
        ...told,
        by: objection.decidedBy ?? '',
        decided: paperDay(decided),
        outcome: say(words.objection[objection.outcome], zh),
        reason: objection.reason ? ended(say(words.says.replyReason, zh, { reason: objection.reason })) : '',
      })
    : say(words.says.objectionOpen, zh, told)
  const sources: Sourced = [sourceOf({ record: `objection:${objection.id}`, field: 'text' }, null)]
  return fact(about, { section: 'replies', part: `4-objection-${at}`, text, state: 'objected', sources })
}

const factsOf = (about: About): Fact[] => [
  findingFact(about),
  ...toleranceFact(about),
  ...replyFact(about),
  ...about.objections
    .filter((each) => each.official === about.responsibility.official && each.raisedOn <= about.on)
    .map((each, at) => objectionFact(about, each, at)),
]

const nameOf = (classes: readonly ProblemClass[], code: string) => classes.find((each) => each.code === code)?.zh ?? code

/** What this room can say of an official on a day: findings he answers for, tolerance, his own words and objections. */
export async function facts(read: Reader, about: { official: string; on: Day }): Promise<readonly Fact[]> {
  const rows = await findingsOfOfficial(read, about.official)
  const projects = await findProjects(
    read,
    rows.map(({ finding }) => finding.project),
  )
  const classes = await allClasses(read)
  const places = await placesOf(
    read,
    rows.map(({ finding }) => finding),
  )
  return rows.flatMap((row) => {
    const project = projects.find((each) => each.id === row.finding.project)
    if (!project || !knownBy(project, about.on)) return []
    const place = places.get(row.finding.id) ?? null
    return factsOf({ ...row, project, place, on: about.on, className: nameOf(classes, row.finding.problemClass) })
  })
}
