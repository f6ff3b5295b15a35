import { z } from 'zod'
import { findingsSheet } from '../audit/findings/findings.sheet.ts'
import { auditsSheet } from '../audit/projects/audits.sheet.ts'
import { projectNumber } from '../audit/projects/rules.ts'
import { addReview } from '../audit/projects/store-side.ts'
import { day } from '../kernel/day.ts'
import type { Desk } from '../platform/desk.ts'
import { newId } from '../platform/id.ts'
import { found } from '../platform/stop.ts'
import { type Doors, handOf, onThatDay } from './doors.ts'
import { cells } from './world/cells.words.ts'
import { hero } from './world/names.words.ts'
import { older } from './world/older.words.ts'
import { standing } from './world/problems.words.ts'
import { book } from './world/sheets.ts'
import type { DemoTenure } from './world/tenures.ts'
import type { World } from './world/world.ts'

const Made = z.object({ id: z.uuid(), version: z.number() })
const reportedOn = day('2018-10-15')

/** The first head who held his post through the audit of 2018 and has left it since. */
const headOf = ({ tenures }: World): DemoTenure =>
  found(
    tenures.find(
      ({ headship, person, startsOn, endsOn }) =>
        headship === 'head' && person.name !== hero.name && startsOn < '2017-07-01' && endsOn !== null && endsOn > reportedOn,
    ),
  )

/**
 * An audit under the rules of 2010 and 2014, when there were three grades of responsibility: each of its findings bears
 * another one, as it was found then and is shown for ever.
 */
export function olderBooks(world: World): { audits: string[][]; findings: string[][] } {
  const tenure = headOf(world)
  const { unit, person, post } = tenure
  const project = projectNumber({ year: 2018, unit: unit.number, official: person.number, kind: 'inOffice' })
  const audit = {
    ...{ year: '2018', name: person.name, official: person.number, post, unit: unit.number, auditedBy: standing.office },
    ...{ time: `2018-07-10${cells.until}${reportedOn}`, kind: cells.kind.inOffice, conclusion: older.conclusion },
  }
  const findings = older.findings.map(({ grade, amount, ...said }, at) => ({
    ...said,
    ...{ number: `F-18-${String(at + 1).padStart(3, '0')}`, project, unit: unit.number, official: person.number },
    ...{ periodFrom: '2017-07-01', periodTo: '2017-12-31', breach: amount, grade: cells.grade[grade] },
  }))
  return { audits: book(auditsSheet, [audit]), findings: book(findingsSheet, findings) }
}

const told = { reviewers: [], outcome: null, decidedOn: null, decidedBy: null, reason: null, version: 3 }

/**
 * The objection of that audit as its file tells it: looked at by the committee's office, refused, and taken to the audit
 * office one level up, which the rules of the time still knew.
 */
export async function olderReview(doors: Doors, desk: Desk): Promise<void> {
  const finding = await desk.read
    .selectFrom('finding')
    .innerJoin('responsibility', 'responsibility.finding', 'finding.id')
    .select(['finding.id', 'finding.project', 'responsibility.official'])
    .where('finding.number', '=', older.objectedTo)
    .executeTakeFirstOrThrow()
  const { project, official } = finding
  const review = newId()
  const { text, conclusion, refused, reason, higher } = older.objection
  const raised = { project, official, receivedOn: day('2018-10-29'), text, findings: [finding.id] }
  await desk.change(`project:${project}`, (tx) => addReview(tx, { id: review, ...raised, state: 'concluded', conclusion, ...told }))
  const does = (on: string, by: string, verb: string, input: object) => onThatDay(doors, day(on), { verb, actor: handOf(by), input })
  await does('2018-12-10', 'committee', 'projects.decide', { id: review, version: 3, outcome: 'rejected', reason: refused })
  const asked = await does('2018-12-21', 'committee', 'findings.raiseHigher', { review, text: higher })
  const decided = { ...Made.parse(asked), decisionRef: older.objection.decisionRef, outcome: 'rejected', reason }
  await does('2019-02-15', 'clerk', 'findings.decideHigher', decided)
}
