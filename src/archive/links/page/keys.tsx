import { useEffect, useRef } from 'react'

type Keys = { onNumber(number: number): void; onReject(): void; onUndo(): void; onMove(by: 1 | -1): void }

const isWriting = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

/** 1–9 confirm a candidate, X none of them, J and K move, U takes back; never while somebody types. */
export function useKeys(keys: Keys): void {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey || isWriting(event.target)) return
      const { onNumber, onReject, onUndo, onMove } = latest.current
      const key = event.key.toLowerCase()
      if (/^[1-9]$/.test(key)) onNumber(Number(key))
      else if (key === 'x') onReject()
      else if (key === 'u') onUndo()
      else if (key === 'j' || key === 'k') onMove(key === 'j' ? 1 : -1)
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
}
