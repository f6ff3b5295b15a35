import { useSyncExternalStore } from 'react'

let printing = false
const listeners = new Set<() => void>()
const turn = (to: boolean) => () => {
  printing = to
  for (const listener of listeners) listener()
}
window.addEventListener('beforeprint', turn(true))
window.addEventListener('afterprint', turn(false))
const listen = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** True while the page is being printed: lists then show every row they have. */
export const usePrinting = (): boolean => useSyncExternalStore(listen, () => printing)
