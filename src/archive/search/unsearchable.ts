import { sql } from 'kysely'
import { say, type Tongue } from '../../kernel/say.ts'
import type { Reader } from '../../platform/db.ts'
import { sentenceFor } from '../reports/why.ts'
import { words as reportWords } from '../reports/words.ts'
import type { Unsearchable } from './model.ts'

/** Files of the reader's places whose words, or some pages of them, no search can find. */
export async function unsearchableIn(read: Reader, tongue: Tongue): Promise<Unsearchable[]> {
  const rows = await read
    .selectFrom('document')
    .select(['id', 'name', 'reason', 'reasonFacts', 'silentPages'])
    .where((is) => is.or([is('state', '=', 'unreadable'), sql<boolean>`silent_pages <> '[]'::jsonb`]))
    .orderBy('name')
    .orderBy('id')
    .execute()
  return rows.map(({ id, name, silentPages, ...why }) => {
    if (why.reason !== null) return { document: name, id, code: why.reason, message: sentenceFor(why, tongue) }
    const message = say(reportWords.refusal.reportSilentPages, tongue, { pages: silentPages.join(', ') })
    return { document: name, id, code: 'reportSilentPages', message }
  })
}

/** Papers whose names and citations have not been read yet: until then person: and law: may miss them. */
export async function papersWaiting(read: Reader): Promise<number> {
  const waiting = sql<number>`jobs_waiting('links.scan')`
  return (await read.selectNoFrom(waiting.as('waiting')).executeTakeFirstOrThrow()).waiting
}
