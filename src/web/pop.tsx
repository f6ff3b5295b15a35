import { type CSSProperties, type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'

type Props = {
  /** Class of the button. */
  className?: string | undefined
  /** What the button shows. */
  shown: ReactNode
  label?: string | undefined
  id?: string | undefined
  title?: string | undefined
  panelClass?: string | undefined
  children: ReactNode | ((close: () => void) => ReactNode)
}

const gap = 4
/** Under the button when there is room, above it otherwise; never off the screen. */
function placed(button: DOMRect): CSSProperties {
  const left = Math.max(8, Math.min(button.left, window.innerWidth - 340))
  const below = window.innerHeight - button.bottom
  if (below > 260 || below > button.top) return { left, top: button.bottom + gap, maxHeight: below - 16 }
  return { left, bottom: window.innerHeight - button.top + gap, maxHeight: button.top - 16 }
}

/** Closes on Esc (giving the focus back), on a press elsewhere, and when the page scrolls or changes size. */
function useClosing(
  open: boolean,
  close: () => void,
  parts: { button: RefObject<HTMLButtonElement | null>; panel: RefObject<HTMLDivElement | null> },
) {
  useEffect(() => {
    if (!open) return
    const outside = (event: Event) => {
      const target = event.target instanceof Element ? event.target : null
      if (target?.closest('.ant-modal-wrap')) return
      if (!parts.panel.current?.contains(target) && !parts.button.current?.contains(target)) close()
    }
    const leave = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.stopPropagation()
      parts.button.current?.focus()
      close()
    }
    document.addEventListener('pointerdown', outside, true)
    document.addEventListener('focusin', outside)
    document.addEventListener('keydown', leave, true)
    document.addEventListener('scroll', outside, true)
    window.addEventListener('resize', close)
    return () => {
      document.removeEventListener('pointerdown', outside, true)
      document.removeEventListener('focusin', outside)
      document.removeEventListener('keydown', leave, true)
      document.removeEventListener('scroll', outside, true)
      window.removeEventListener('resize', close)
    }
  }, [open, close, parts])
}

/** A button and the small panel it opens: for reasons, choices and short menus. */
export function Pop({ className, shown, label, id, title, panelClass, children }: Props) {
  const [at, setAt] = useState<CSSProperties | null>(null)
  const button = useRef<HTMLButtonElement>(null)
  const panel = useRef<HTMLDivElement>(null)
  const parts = useRef({ button, panel }).current
  const close = useRef(() => setAt(null)).current
  useClosing(at !== null, close, parts)
  useEffect(() => {
    if (at) parts.panel.current?.focus()
  }, [at, parts])
  return (
    <>
      <button
        type="button"
        id={id}
        title={title}
        className={className}
        aria-label={label}
        aria-expanded={at !== null}
        ref={parts.button}
        onClick={(event) => {
          event.stopPropagation()
          setAt(at ? null : placed(event.currentTarget.getBoundingClientRect()))
        }}
      >
        {shown}
      </button>
      {at &&
        createPortal(
          // biome-ignore lint/a11y/noStaticElementInteractions: keeps presses inside from reaching the row behind
          // biome-ignore lint/a11y/useKeyWithClickEvents: as above
          <div
            className={`pop ${panelClass ?? ''}`}
            style={at}
            ref={parts.panel}
            tabIndex={-1}
            onClick={(event) => event.stopPropagation()}
          >
            {typeof children === 'function' ? children(close) : children}
          </div>,
          document.body,
        )}
    </>
  )
}
