import { sql } from 'kysely'
import { z } from 'zod'
import type { Reader, Writer } from '../../../platform/db.ts'
import { asKeyring } from '../../../platform/wall/line.ts'
import { hashOfToken } from '../store.ts'

export const subjectsOf = (read: Reader, account: string) =>
  read.selectFrom('outsideSubject').select(['issuer', 'subject']).where('account', '=', account).execute()
export const accountOfSubject = async (read: Reader, of: { issuer: string; subject: string }): Promise<string | undefined> =>
  (
    await read
      .selectFrom('outsideSubject')
      .select('account')
      .where('issuer', '=', of.issuer)
      .where('subject', '=', of.subject)
      .executeTakeFirst()
  )?.account

type Kept = { state: string; ticket: string; nonce: string; verifier: string; endsAt: string; now: string }
/** Notes a sign-in under way; those that nobody finished are forgotten. */
export async function keepFlow(tx: Writer, { state, ticket, nonce, verifier, endsAt, now }: Kept): Promise<void> {
  await tx.deleteFrom('outsideFlow').where('endsAt', '<', now).execute()
  const row = { stateHash: hashOfToken(state), ticketHash: hashOfToken(ticket), nonce, verifier, endsAt, usedAt: null }
  await asKeyring(tx, () => tx.insertInto('outsideFlow').values(row).execute())
}

const Flow = z.object({ stateHash: z.string(), nonce: z.string(), verifier: z.string() })
/** The sign-in that this browser began and nobody has finished yet, told to whoever shows both its state and its ticket. */
export async function findFlow(read: Reader, given: { state: string; ticket: string; now: string }) {
  const shown = sql<unknown>`outside_flow_shown(${hashOfToken(given.state)}, ${hashOfToken(given.ticket)}, ${given.now}::timestamptz)`
  const answer = await read.selectNoFrom(shown.as('flow')).executeTakeFirst()
  return Flow.nullable().parse(answer?.flow ?? null)
}

/** Uses the flow up; false when another request did so first. */
export const spendFlow = async (tx: Writer, stateHash: string, now: string): Promise<boolean> =>
  (await tx
    .updateTable('outsideFlow')
    .set({ usedAt: now })
    .where('stateHash', '=', stateHash)
    .where('usedAt', 'is', null)
    .returning('stateHash')
    .executeTakeFirst()) !== undefined
