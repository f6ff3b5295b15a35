import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { Writer } from '../../../platform/db.ts'
import type { Desk } from '../../../platform/desk.ts'
import { type Handler, Refused, serve, stopIf } from '../../../platform/serve.ts'
import { beginOutside, enterByGateway, finishOutside, ways } from '../contract.ts'
import type { Session } from '../model.ts'
import type { Outside } from '../outside/config.ts'
import { accountByGateway } from '../outside/gateway.ts'
import { beginFlow, subjectOf } from '../outside/provider.ts'
import { whyNotSignIn } from '../rules/back-off.ts'
import { accountOfSubject, findFlow, keepFlow, spendFlow } from '../store/outside.ts'
import { settingsOn } from '../store/security.ts'
import { lockAccount, newToken } from '../store.ts'
import { admit } from './sign-in.ts'

const flowMinutes = 10
const present = <T>(value: T | null | undefined, no: Refusal): T => {
  if (value === null || value === undefined) throw new Refused(no)
  return value
}

/** Somebody whom another house vouches for is admitted to the account of that name. */
async function enter(tx: Writer, { now, today, caller }: Desk, of: { account: string; way: Session['way'] }) {
  const account = present(await lockAccount(tx, of.account), refuse('outsideUnknown'))
  stopIf(whyNotSignIn(account, now))
  return admit(tx, { now, today, caller }, { account, way: of.way, settings: await settingsOn(tx, today) })
}

const begin = ({ provider }: Outside) =>
  serve(beginOutside, async ({ now, change }) => {
    const at = present(provider, refuse('outsideOff'))
    const { address, ...flow } = await beginFlow(at)
    const ticket = newToken()
    const endsAt = new Date(new Date(now).getTime() + flowMinutes * 60_000).toISOString()
    await change('outsideFlow:new', (tx) => keepFlow(tx, { ...flow, ticket, endsAt, now }))
    return { address, ticket }
  })

const finish = ({ provider }: Outside) =>
  serve(finishOutside, async (desk) => {
    const { input, read, now, today, change, session } = desk
    const at = present(provider, refuse('outsideOff'))
    const state = new URLSearchParams(input.query).get('state') ?? ''
    const flow = present(await findFlow(read, { state, ticket: input.ticket, now }), refuse('outsideFailed'))
    const subject = present(await subjectOf(at, input.query, { ...flow, state }), refuse('outsideFailed'))
    const { token, answer } = await change(`outsideSubject:${subject}`, async (tx) => {
      stopIf((await spendFlow(tx, flow.stateHash, now)) ? null : refuse('outsideFailed'))
      const account = present(await accountOfSubject(tx, { issuer: at.issuer, subject }), refuse('outsideUnknown'))
      return enter(tx, desk, { account, way: 'provider' })
    })
    session.start(token, (await settingsOn(read, today)).absoluteMinutes * 60)
    return answer
  })

const gate = ({ gateway }: Outside) =>
  serve(enterByGateway, async (desk) => {
    const { read, today, caller, change, session } = desk
    const account = present(accountByGateway(gateway, caller), refuse('gatewayOff'))
    const { token, answer } = await change(`account:${account}`, (tx) => enter(tx, desk, { account, way: 'gateway' }))
    session.start(token, (await settingsOn(read, today)).absoluteMinutes * 60)
    return answer
  })

export const outsideApi = (outside: Outside): readonly Handler[] => [
  serve(ways, async ({ caller }) => ({ provider: outside.provider?.name ?? null, gateway: accountByGateway(outside.gateway, caller) })),
  begin(outside),
  finish(outside),
  gate(outside),
]
