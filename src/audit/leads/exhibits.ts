import type { Day } from '../../kernel/day.ts'
import { clearedTo } from '../../office/custody/clearances.ts'
import { isAbove } from '../../office/custody/rules.ts'
import type { Reader, Writer } from '../../platform/db.ts'
import { newId } from '../../platform/id.ts'
import type { Lead, LeadExhibit } from './model.ts'
import type { LeadOrgan } from './rules/records.ts'
import { filesOfEvidence } from './store.ts'

/** Those of the evidence that this organ may know: a sheet marked above its clearance is not handed over online. */
async function within(read: Reader, evidence: readonly string[], { organ, on }: { organ: LeadOrgan; on: Day }): Promise<string[]> {
  const than = organ.organ === null ? null : await clearedTo(read, organ.organ, on)
  if (than === null || evidence.length === 0) return []
  const subjects = evidence.map((id) => `evidence:${id}`)
  const marks = await read.selectFrom('secrecyMark').select(['subject', 'level']).where('subject', 'in', subjects).execute()
  const above = new Set(marks.filter(({ level }) => isAbove({ level, than })).map(({ subject }) => subject))
  return evidence.filter((id) => !above.has(`evidence:${id}`))
}

/** The receiver's people read nothing of this round any more. */
export const takeBackExhibits = (tx: Writer, lead: string) => tx.deleteFrom('leadExhibit').where('lead', '=', lead).execute()

/** Hands over the files of the evidence as they are now, in the stead of those of an earlier round; to an organ with a seat here. */
export async function handOver(tx: Writer, lead: Lead, { receiver, on }: { receiver: LeadOrgan; on: Day }): Promise<void> {
  await takeBackExhibits(tx, lead.id)
  const named = lead.evidence.flatMap(({ evidence }) => (evidence ? [evidence] : []))
  const files = await filesOfEvidence(tx, await within(tx, named, { organ: receiver, on }))
  if (files.length === 0) return
  await tx
    .insertInto('leadExhibit')
    .values(files.map((file) => ({ id: newId(), lead: lead.id, ...file, givenOn: on })))
    .execute()
}

export const exhibitsOf = (read: Reader, lead: string): Promise<LeadExhibit[]> =>
  read.selectFrom('leadExhibit').selectAll().where('lead', '=', lead).orderBy('name').orderBy('id').execute()
