import { Readable } from 'node:stream'
import { addFiles, addLink, evidenceShelf } from '../audit/fieldwork/evidence/store.ts'
import { findingsSheet } from '../audit/findings/findings.sheet.ts'
import { addDays, type Day, yearOf } from '../kernel/day.ts'
import { openDesk } from '../platform/desk.ts'
import { newId } from '../platform/id.ts'
import { type Doors, handOf, type TakeIn } from './doors.ts'
import { caseEvidence } from './world/fieldwork.words.ts'
import { problemPlans } from './world/problems.words.ts'
import { book } from './world/sheets.ts'

type Case = {
  project: string
  number: string
  subject: { number: string; unit: string; unitNumber: string }
  on: Day
  order: number
  /** How many problems it found. */
  count: number
}

/** Problems of a case, as a rule; each case takes the next ones of the list. */
export const usual = 2

const told = (text: string, { unit, on }: { unit: string; on: Day }) =>
  text
    .replaceAll('{unit}', unit)
    .replaceAll('{from}', String(yearOf(on) - 2))
    .replaceAll('{to}', String(yearOf(on) - 1))
    .replaceAll('{n}', '3')
    .replaceAll('{sum}', '46.80')

/** What this case found, as rows of the findings workbook. */
function rows({ number, subject, on, order, count }: Case, unit: string): Record<string, string>[] {
  const plans = problemPlans.filter(({ facts }) => !facts.includes('{who}'))
  return Array.from({ length: count }, (_, at) => {
    const plan = plans[(order * usual + at) % plans.length] ?? problemPlans[0]
    return {
      ...{ number: `${number}-W${at + 1}`, project: number, title: plan?.title ?? '', problemClass: plan?.code ?? '' },
      ...{ facts: told(plan?.facts ?? '', { unit, on }), unit: subject.unitNumber, basis: plan?.basis ?? '' },
      ...{ official: subject.number, grade: caseEvidence.grades[at % caseEvidence.grades.length] ?? '' },
    }
  })
}

/** Findings of a case in the field, taken in like anybody's, each with an evidence sheet signed by the unit. */
export async function findThrough(stage: Doors & { takeIn: TakeIn }, about: Case): Promise<void> {
  const { office } = stage
  const { desk } = await openDesk<unknown>(office, { actor: { ...handOf('clerk'), role: 'system' }, verb: 'demonstration.load', input: {} })
  const { name } = await desk.read.selectFrom('unit').select('name').where('id', '=', about.subject.unit).executeTakeFirstOrThrow()
  await stage.takeIn(desk, 'findings', book(findingsSheet, rows(about, name)))
  const findings = await desk.read
    .selectFrom('finding')
    .select(['id', 'title', 'facts'])
    .where('project', '=', about.project)
    .orderBy('number')
    .execute()
  const signedOn = addDays(about.on, 1)
  const signed = { sign: 'countersigned', signedOn, signedBy: caseEvidence.signer, opinion: null, refusal: null, replyDueOn: null } as const
  const by = { takenInAt: `${signedOn}T02:30:00Z`, takenBy: 'auditor', takenName: handOf('auditor').name, evidenceOn: about.on }
  const file = await office.store.save(caseEvidence.file, Readable.from([Buffer.from(`${caseEvidence.file} ${about.number}`)]))
  await desk.change(`project:${about.project}`, async (tx) => {
    for (const [at, { id: finding, title, facts: summary }] of findings.entries()) {
      const id = newId()
      const sheet = { id, project: about.project, number: `Q-${String(at + 1).padStart(3, '0')}`, title, summary, kind: 'account' as const }
      const source = { document: null, page: null, paragraph: null, answer: null }
      await evidenceShelf.keep(tx, { ...sheet, ...by, ...source, ...signed, provider: caseEvidence.provider, version: 1 })
      await addFiles(tx, id, [file])
      const place = { page: 1, startsAt: null, endsAt: null, note: null, linkedBy: 'auditor', linkedOn: signedOn }
      await addLink(tx, { id: newId(), finding, evidence: id, ...place })
    }
  })
}
