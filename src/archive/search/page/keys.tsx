import { useEffect, useRef } from 'react'

type Keys = { onMove(by: 1 | -1): void; onOpen(): void }

const isBusy = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.closest('input, textarea, select, button, a, dialog, summary') !== null)

/** J and K move through the hits, Enter opens; never while somebody types or stands on a control. */
export function useHitKeys(keys: Keys): void {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey) return
      const key = event.key.toLowerCase()
      const typing = event.target instanceof HTMLElement && event.target.closest('input, textarea, select') !== null
      if (!typing && (key === 'j' || key === 'k')) latest.current.onMove(key === 'j' ? 1 : -1)
      else if (key === 'enter' && !isBusy(event.target)) latest.current.onOpen()
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
}
