import { useSyncExternalStore } from 'react'

/** The server's moment as its last answer told it ('2026-11-21 10:32', China Standard Time); the machine's clock is never read. */
let told = ''
const listeners = new Set<() => void>()
const beijing = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' })

/** A given moment (ISO text) as '2026-11-21 10:32' in China Standard Time. */
export const clockText = (moment: string): string => beijing.format(new Date(moment))

export function hearMoment(header: string | null): void {
  if (!header || Number.isNaN(Date.parse(header))) return
  const next = beijing.format(new Date(header))
  if (next === told) return
  told = next
  for (const listener of listeners) listener()
}
const listen = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
export const useMoment = (): string => useSyncExternalStore(listen, () => told)
