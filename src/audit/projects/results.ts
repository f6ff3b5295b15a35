import { standingOf } from '../../access.ts'
import { say } from '../../kernel/say.ts'
import { shareIssuedResults } from '../../office/sharing/store.ts'
import type { Writer } from '../../platform/db.ts'
import type { Desk } from '../../platform/desk.ts'
import type { Project } from './model.ts'
import { words } from './words.ts'

/**
 * Whom the results of an audit go to once the report has been served on everybody: the organisation department that
 * entrusted it, and the discipline body for the files of integrity. Source: the provisions on accountability audits of
 * leading officials (2019), on the use of results.
 */
const takers = ['organisation', 'discipline'] as const

/** Lets the organs the results go to know the whole case for good; said again it changes nothing. */
export async function shareServedResults(tx: Writer, { actor, today, now }: Pick<Desk, 'actor' | 'today' | 'now'>, project: Project) {
  const { jurisdiction } = project
  const { organ } = standingOf(actor)
  for (const taker of takers)
    await shareIssuedResults(tx, {
      ...{ project: project.id, label: [project.number, project.title].filter(Boolean).join(' ') },
      ...{ to: { organ: taker, jurisdiction }, by: { account: actor.account, organ, jurisdiction }, today, now },
      ...{ basis: say(words.results.basis, 'zh'), purpose: say(words.results[taker], 'zh') },
    })
}
