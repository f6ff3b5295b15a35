import type { Contract } from '../../../kernel/contract.ts'
import { newId } from '../../../platform/id.ts'
import { found, type Handler, Missing, serve, stopIf } from '../../../platform/serve.ts'
import { createToken, revokeToken } from '../own.contract.ts'
import { mayOf } from '../policy/may.ts'
import { whyNotToken, whyNotTokenNow } from '../rules/tokens.ts'
import { settingsOn } from '../store/security.ts'
import { addToken, lockToken, newMachineToken, touchToken } from '../store/tokens.ts'
import { hashOfToken } from '../store.ts'

const afterDays = (from: string, days: number) => new Date(new Date(from).getTime() + days * 86_400_000).toISOString()

const create = (contracts: () => readonly Contract[]) =>
  serve(createToken, ({ input, actor, now, today, change }) =>
    change(`account:${actor.account}`, async (tx) => {
      const seat = found(actor.seat)
      stopIf(whyNotToken(input, mayOf(actor, contracts()), await settingsOn(tx, today)))
      const [id, token, endsAt] = [newId(), newMachineToken(), afterDays(now, input.days)]
      const unused = { lastUsedAt: null, revokedAt: null, revokedBy: null, refusedAt: null }
      const { name, scopes } = input
      await addToken(tx, {
        id,
        account: actor.account,
        seat,
        name,
        tokenHash: hashOfToken(token),
        scopes,
        createdAt: now,
        endsAt,
        ...unused,
      })
      return { id, token, endsAt }
    }),
  )

/** One's own token, or anybody's by the security administrator. */
const revoke = serve(revokeToken, ({ input, actor, now, change }) =>
  change(`machineToken:${input.id}`, async (tx) => {
    const token = found(await lockToken(tx, input.id))
    if (token.account !== actor.account && actor.role !== 'securityAdmin') throw new Missing()
    stopIf(whyNotTokenNow(token, now))
    await touchToken(tx, token.id, { revokedAt: now, revokedBy: actor.account })
    return {}
  }),
)

export const tokensApi = (contracts: () => readonly Contract[]): readonly Handler[] => [create(contracts), revoke]
