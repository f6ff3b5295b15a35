import { Readable } from 'node:stream'
import { type Actor, type Office, openDesk } from './desk.ts'
import type { Handler } from './serve.ts'

export type KnockedFile = { name: string; bytes: Uint8Array | string }

/** Does one thing as somebody, through its contract: the input is checked, the rules are asked, the trail is kept; without a port. */
export async function knock(
  office: Office,
  handlers: readonly Handler[],
  asked: { verb: string; actor: Actor; input: unknown; files?: readonly KnockedFile[] },
): Promise<unknown> {
  const handler = handlers.find(({ contract }) => contract.name === asked.verb)
  if (!handler) throw new Error(`no contract is called ${asked.verb}`)
  const input = handler.contract.input.parse(asked.input)
  const kept = (asked.files ?? []).map(({ name, bytes }) => office.store.save(name, Readable.from([Buffer.from(bytes)])))
  const told = handler.contract.secrets ? { secrets: handler.contract.secrets } : {}
  const open = await openDesk(office, { actor: asked.actor, verb: asked.verb, input, files: await Promise.all(kept), ...told })
  const answer = handler.contract.output.parse(await handler.handle(open.desk as never))
  await open.traceReading()
  return answer
}
