import { useEffect, useRef } from 'react'
import type { z } from 'zod'

let stream: EventSource | null = null
let listeners = 0

function opened(): EventSource {
  stream ??= new EventSource('/api/events')
  listeners += 1
  return stream
}
function left(): void {
  listeners -= 1
  if (listeners > 0) return
  stream?.close()
  stream = null
}

/** News of one kind from the server, read by a schema: `useEvents('intake.progress', Progress, (news) => …)`. One line for all listeners. */
export function useEvents<S extends z.ZodType>(kind: string, schema: S, hear: (news: z.output<S>) => void): void {
  const latest = useRef({ schema, hear })
  latest.current = { schema, hear }
  useEffect(() => {
    const source = opened()
    const listen = (event: MessageEvent<string>) => {
      const news = latest.current.schema.safeParse(JSON.parse(event.data))
      if (news.success) latest.current.hear(news.data)
    }
    source.addEventListener(kind, listen)
    return () => {
      source.removeEventListener(kind, listen)
      left()
    }
  }, [kind])
}
