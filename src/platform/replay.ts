import { createHash } from 'node:crypto'
import { refuse } from '../kernel/refusal.ts'
import { type Db, json, type Writer } from './db.ts'
import type { Actor } from './desk.ts'
import { Refused } from './stop.ts'

/** One act under an Idempotency-Key: done once, its answer given again to whoever repeats it. */
export type Replay = { earlier: unknown | undefined; first(tx: Writer): Promise<void>; remember(answer: unknown): Promise<void> }

const none: Replay = { earlier: undefined, first: async () => undefined, remember: async () => undefined }
const digestOf = (input: unknown) => createHash('sha256').update(JSON.stringify(input)).digest('hex')

/** Finds an earlier answer under the key; the same key with another input is refused. */
export async function replay(
  db: Db,
  call: { actor: Actor; contract: string; key: string | undefined; input: unknown; at: string },
): Promise<Replay> {
  const { key, contract, actor, at } = call
  if (!key) return none
  const where = { account: actor.account, contract, key }
  const digest = digestOf(call.input)
  const found = await db
    .selectFrom('replay')
    .selectAll()
    .where('account', '=', where.account)
    .where('contract', '=', contract)
    .where('key', '=', key)
    .executeTakeFirst()
  if (found && found.digest !== digest) throw new Refused(refuse('keyUsedOtherwise'))
  if (found && found.answer === null) throw new Refused(refuse('alreadyRunning'))
  return {
    earlier: found?.answer?.body,
    first: async (tx) => {
      const row = { ...where, digest, at, answer: null }
      const noted = await tx
        .insertInto('replay')
        .values(row)
        .onConflict((conflict) => conflict.doNothing())
        .returning('key')
        .executeTakeFirst()
      if (!noted) throw new Refused(refuse('alreadyRunning'))
    },
    remember: async (body) =>
      void (await db
        .updateTable('replay')
        .set({ answer: json({ body }) })
        .where('account', '=', where.account)
        .where('contract', '=', contract)
        .where('key', '=', key)
        .execute()),
  }
}
