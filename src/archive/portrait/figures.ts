import type { ProblemClass } from '../../audit/findings/model.ts'
import { levelOne } from '../../audit/findings/rules.ts'
import { correctionOf } from '../../audit/findings/standing.ts'
import { allClasses, type FindingOfOfficial, findingsOfOfficial } from '../../audit/findings/store.ts'
import { auditOrder, knownBy } from '../../audit/projects/rules.ts'
import { findProjects, type ProjectOfOfficial, projectsOfOfficials } from '../../audit/projects/store.ts'
import type { Rectification } from '../../audit/rectification/model.ts'
import { asOn } from '../../audit/rectification/rules.ts'
import { itemsOfFindings } from '../../audit/rectification/store.ts'
import type { Day } from '../../kernel/day.ts'
import type { Reader } from '../../platform/db.ts'
import type { Tenure } from '../../registers/auditees/model.ts'
import { tenuresOf } from '../../registers/auditees/store.ts'
import type { Unit } from '../../registers/places/model.ts'
import { nameOn } from '../../registers/places/rules/naming.ts'
import { findUnits } from '../../registers/places/store.ts'
import type { Figures, HeldPost, OwnStatement, PortraitAudit, PortraitFinding } from './model.ts'
import { namedIn } from './named.ts'

const nameFor = (units: readonly Unit[], id: string, on: Day): string => {
  const unit = units.find((each) => each.id === id)
  return unit ? nameOn(unit, on) : ''
}

const postOf = (tenure: Tenure, units: readonly Unit[], on: Day): HeldPost => ({
  id: tenure.id,
  unit: tenure.unit,
  post: tenure.post,
  headship: tenure.headship,
  startsOn: tenure.startsOn,
  class: tenure.class,
  unitName: nameFor(units, tenure.unit, tenure.endsOn ?? on),
  endsOn: tenure.endsOn !== null && tenure.endsOn <= on ? tenure.endsOn : null,
})

const auditOf = ({ project, subject }: ProjectOfOfficial, units: readonly Unit[], on: Day): PortraitAudit => ({
  id: project.id,
  title: project.title,
  kind: project.kind,
  year: project.year,
  tenure: subject.tenure,
  startedOn: project.startedOn,
  reportedOn: project.reportedOn,
  reportNumber: project.reportNumber,
  unitName: nameFor(units, project.unit, project.reportedOn ?? on),
})

function findingOf(row: FindingOfOfficial, items: readonly Rectification[], on: Day): PortraitFinding {
  const { finding, responsibility, tolerance, objections } = row
  const { id, number, title, project, problemClass, money } = finding
  const found = items.find((item) => item.finding === id)
  const seen = found ? asOn(found, on) : null
  const regraded = correctionOf(objections, on)?.correctedGrade
  return {
    id,
    number,
    title,
    project,
    problemClass,
    money,
    level1: levelOne(problemClass),
    tenure: responsibility.tenure,
    responsibility: responsibility.id,
    grade: regraded ?? responsibility.grade,
    tolerance:
      tolerance && tolerance.decidedOn <= on ? { id: tolerance.id, outcome: tolerance.outcome, decidedOn: tolerance.decidedOn } : null,
    item: seen && {
      id: seen.id,
      pace: seen.pace,
      state: seen.state,
      dueOn: seen.dueOn,
      recognised: seen.recognised,
      recognisedOn: seen.recognisedOn,
      closedOn: seen.closedOn,
    },
  }
}

/** What the official said himself, reply and objection alike; decisions made later than the day are not known yet. */
function statementsOf({ finding, responsibility, reply, objections }: FindingOfOfficial, on: Day): OwnStatement[] {
  const withdrawn = correctionOf(objections, on)?.effect === 'withdrawn'
  const title = withdrawn ? finding.number : finding.title
  const said: OwnStatement[] = reply
    ? [
        {
          id: reply.id,
          kind: 'reply',
          finding: finding.id,
          title,
          on: reply.givenOn,
          text: reply.text,
          outcome: reply.outcome,
          reason: reply.reason,
          decidedOn: null,
        },
      ]
    : []
  const objected = objections
    .filter((each) => each.official === responsibility.official && each.raisedOn <= on)
    .map((each): OwnStatement => {
      const decided = each.decidedOn !== null && each.decidedOn <= on
      return {
        id: each.id,
        kind: 'objection',
        finding: finding.id,
        title,
        on: each.raisedOn,
        text: each.text,
        outcome: decided ? each.outcome : 'pending',
        reason: decided ? each.reason : null,
        decidedOn: decided ? each.decidedOn : null,
      }
    })
  return [...said.filter((each) => each.on === null || each.on <= on), ...objected]
}

const classNames = (classes: readonly ProblemClass[], used: readonly PortraitFinding[]) =>
  classes
    .filter((each) => used.some((finding) => finding.level1 === each.code || finding.problemClass === each.code))
    .map(({ code, zh, en }) => ({ code, zh, en }))

async function knownFindings(read: Reader, official: string, on: Day): Promise<FindingOfOfficial[]> {
  const rows = await findingsOfOfficial(read, official)
  const projects = await findProjects(
    read,
    rows.map(({ finding }) => finding.project),
  )
  const known = new Map(projects.filter((project) => knownBy(project, on)).map((project) => [project.id, auditOrder(project)]))
  return rows
    .filter(({ finding }) => known.has(finding.project))
    .sort((a, b) =>
      (known.get(a.finding.project) ?? '') + a.finding.number < (known.get(b.finding.project) ?? '') + b.finding.number ? -1 : 1,
    )
}

/** The numbers and bars beside the text, all from the rooms' own records as they stood on the day. */
export async function figuresOf(read: Reader, about: { official: string; on: Day }): Promise<Figures> {
  const { official, on } = about
  const tenures = (await tenuresOf(read, [official])).filter((tenure) => tenure.startsOn <= on)
  const audits = (await projectsOfOfficials(read, [official])).filter(({ project }) => knownBy(project, on))
  const rows = await knownFindings(read, official, on)
  const standing = rows.filter(({ objections }) => correctionOf(objections, on)?.effect !== 'withdrawn')
  const items = await itemsOfFindings(
    read,
    standing.map(({ finding }) => finding.id),
  )
  const units = await findUnits(read, [...tenures.map((tenure) => tenure.unit), ...audits.map(({ project }) => project.unit)])
  const findings = standing.map((row) => findingOf(row, items, on))
  return {
    posts: tenures.map((tenure) => postOf(tenure, units, on)),
    audits: audits.sort((a, b) => (auditOrder(a.project) < auditOrder(b.project) ? -1 : 1)).map((audit) => auditOf(audit, units, on)),
    findings,
    statements: rows.flatMap((row) => statementsOf(row, on)),
    named: await namedIn(read, audits, about),
    classes: classNames(await allClasses(read), findings),
  }
}
