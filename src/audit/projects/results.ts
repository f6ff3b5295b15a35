import { standingOf } from '../../access.ts'
import { allResultRules, shareIssuedResults } from '../../office/sharing/issuing.ts'
import { resultsGoTo } from '../../office/sharing/rules.ts'
import type { Writer } from '../../platform/db.ts'
import type { Desk } from '../../platform/desk.ts'
import type { Project } from './model.ts'

type Hand = Pick<Desk, 'actor' | 'today' | 'now'>
type Case = Pick<Project, 'id' | 'number' | 'title' | 'jurisdiction'>

/**
 * Once the report has been served on everybody, the organs that the rules in force name know the whole case for good, each
 * for the purpose and on the citation of its rule; said again it changes nothing.
 */
export async function shareServedResults(
  tx: Writer,
  { actor, today, now }: Hand,
  { id, number, title, jurisdiction }: Case,
): Promise<void> {
  const by = { account: actor.account, organ: standingOf(actor).organ, jurisdiction }
  const what = { project: id, label: [number, title].filter(Boolean).join(' '), by, today, now }
  for (const { organ, citation, purpose } of resultsGoTo(await allResultRules(tx), { place: jurisdiction, on: today }))
    await shareIssuedResults(tx, { ...what, to: { organ, jurisdiction }, basis: citation, purpose })
}
