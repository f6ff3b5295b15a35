import type { Day } from '../../../kernel/day.ts'
import { say } from '../../../kernel/say.ts'
import type { Writer } from '../../../platform/db.ts'
import { enqueue } from '../../../platform/jobs.ts'
import { found } from '../../../platform/stop.ts'
import { moneySays, moneyText } from '../../papers/findings.doc.ts'
import type { Finding, Objection } from '../model.ts'
import { findFinding, partsOf } from '../store.ts'
import type { Correction } from './model.ts'
import { recordAfter } from './rules.ts'
import * as store from './store.ts'
import { words } from './words.ts'

/** One objection that changed something: the record says the new at once, the old is laid into the file. */
async function correct(tx: Writer, objection: Objection, on: Day): Promise<Correction | null> {
  const { effect, correctedText: newText, correctedGrade: newGrade, official } = objection
  const finding = await findFinding(tx, objection.finding)
  if (!effect || !finding) return null
  const own = (await partsOf(tx, [finding.id])).responsibilities.find((each) => each.official === official)
  const { project, title, facts, standard, cause, consequence, money, number } = finding
  const said = { title, facts, standard, cause, consequence, money }
  const correction = await store.addCorrection(tx, {
    ...{ project, finding: finding.id, official, objection: objection.id, number, effect, newText, newGrade },
    ...{ reason: objection.reason ?? '', decidedBy: objection.decidedBy ?? '', correctedOn: on },
    ...{ soughtOn: null, closedOn: null, closedBy: null },
  })
  await store.keepBefore(tx, { correction: correction.id, project, ...said, grade: own?.grade ?? null })
  const now = recordAfter(correction, said)
  if (effect !== 'regraded') await store.restate(tx, finding.id, { ...now, money: [...now.money] })
  if (effect === 'regraded' && newGrade) await store.regrade(tx, { finding: finding.id, official }, newGrade)
  await enqueue(tx, 'findings.spread', { correction: correction.id }, `findings.spread:${correction.id}`)
  return correction
}

type ByPaper = { before: Finding; after: Finding; reason: string; paper: string; by: string; on: Day }
/** What is to be read from now on: the facts, and title and money as well where they are other than before. */
function newWords({ before, after }: Pick<ByPaper, 'before' | 'after'>): string {
  const same = before.title === after.title && moneyText(before.money) === moneyText(after.money)
  return same ? after.facts : say(words.note.restated, 'zh', { title: after.title, facts: after.facts, money: moneySays(after.money) })
}
/**
 * A correction by a paper after the report: the record says the new already; the old is laid into the file, and every place
 * that used it is sought as after an upheld objection.
 */
export async function correctByPaper(tx: Writer, { before, after, reason, paper, by, on }: ByPaper): Promise<void> {
  const { project, title, facts, standard, cause, consequence, money } = before
  const correction = await store.addCorrection(tx, {
    ...{ project, finding: before.id, official: null, objection: null, number: before.number, effect: 'reworded', newGrade: null },
    ...{ newText: newWords({ before, after }), reason: say(words.note.byPaper, 'zh', { reason, paper }), decidedBy: by, correctedOn: on },
    ...{ soughtOn: null, closedOn: null, closedBy: null },
  })
  await store.keepBefore(tx, { correction: correction.id, project, title, facts, standard, cause, consequence, money, grade: null })
  await enqueue(tx, 'findings.spread', { correction: correction.id }, `findings.spread:${correction.id}`)
}

/**
 * Corrects the records that settled objections changed, in the same transaction as the decision; every place that used
 * them is sought right after it. Call it with the objections as they stand once settled.
 */
export async function correctAll(tx: Writer, settled: readonly Objection[], on: Day): Promise<void> {
  for (const objection of settled) await correct(tx, objection, on)
}

/** A correction that is there; absent when the reader may not know it. */
export const getCorrection = async (tx: Writer, id: string): Promise<Correction> => found(await store.lockCorrection(tx, id))
