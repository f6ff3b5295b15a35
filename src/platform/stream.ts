import type { Context } from 'hono'
import { streamSSE } from 'hono/streaming'
import { callerOf } from './caller.ts'
import type { Front } from './front.ts'
import { log } from './log.ts'
import { mayKnow } from './wall/know.ts'

const open = new Set<() => void>()
/** Ends every event stream, so that the server can stop at once. */
export const endStreams = (): void => {
  for (const end of open) end()
}

/** Server-sent events of one signed-in person: what is for everybody, and what is for this account. */
export async function streamEvents(c: Context, front: Front): Promise<Response> {
  const caller = callerOf(c)
  const actor = await front.whoIs(caller.token, caller).catch(() => null)
  if (!actor || actor.scopes || !front.bus) return c.json({ code: 'signInFirst' }, 401)
  const bus = front.bus
  return streamSSE(c, async (stream) => {
    const leave = bus.subscribe((event) => {
      if (event.audience !== '*' && event.audience !== actor.account) return
      const tell = () => stream.writeSSE({ event: event.kind, data: JSON.stringify(event.payload) })
      if (event.about === undefined) return void tell()
      void mayKnow(front.office, actor, event.about).then(
        (known) => (known ? tell() : undefined),
        (error: Error) => log.warn({ events: error.message }),
      )
    })
    await stream.writeSSE({ event: 'ready', data: '{}' })
    await new Promise<void>((resolve) => {
      open.add(resolve)
      stream.onAbort(resolve)
    }).finally(leave)
  })
}
