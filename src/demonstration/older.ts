import { findingsSheet } from '../audit/findings/findings.sheet.ts'
import { auditsSheet } from '../audit/projects/audits.sheet.ts'
import { projectNumber } from '../audit/projects/rules.ts'
import { day } from '../kernel/day.ts'
import { found } from '../platform/stop.ts'
import { cells } from './world/cells.words.ts'
import { hero } from './world/names.words.ts'
import { older } from './world/older.words.ts'
import { standing } from './world/problems.words.ts'
import { book } from './world/sheets.ts'
import type { DemoTenure } from './world/tenures.ts'
import type { World } from './world/world.ts'

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
    ...{ periodFrom: '2017-01-01', periodTo: '2017-12-31', breach: amount, grade: cells.grade[grade] },
  }))
  return { audits: book(auditsSheet, [audit]), findings: book(findingsSheet, findings) }
}
