import type { ReactNode } from 'react'

/** A wide table that scrolls sideways, also by keyboard. */
export function Scroller({ children, className }: { children: ReactNode; className?: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling part must be reachable by keyboard
    <div className={`table-scroll ${className ?? ''}`} tabIndex={0}>
      {children}
    </div>
  )
}
