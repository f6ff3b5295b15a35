import { createContext, type ReactNode, useContext, useEffect, useId, useRef, useState } from 'react'
import { Icon } from './icons.tsx'
import { useSay } from './tongue.tsx'
import { words } from './words.ts'

const Close = createContext<(() => void) | null>(null)
/** Tells drawers inside how they are closed; ListPage does it. */
export const DrawerCloser = Close

export type Tab = { key: string; label: string; children: ReactNode }
type Props = {
  title: string
  lead?: ReactNode
  actions?: ReactNode
  tabs?: readonly Tab[] | undefined
  children?: ReactNode
  /** Only outside a ListPage. */
  onClose?: (() => void) | undefined
}

function Tabs({ tabs }: { tabs: readonly Tab[] }) {
  const id = useId()
  const [chosen, setChosen] = useState(tabs[0]?.key)
  const shown = tabs.find((tab) => tab.key === chosen) ?? tabs[0]
  const step = (by: number) => {
    const at = tabs.findIndex((tab) => tab.key === shown?.key)
    const next = tabs[(at + by + tabs.length) % tabs.length]
    if (!next) return
    setChosen(next.key)
    document.getElementById(`${id}${next.key}`)?.focus()
  }
  return (
    <>
      <div role="tablist" className="tabs">
        {tabs.map((tab) => (
          <button
            key={tab.key}
            type="button"
            role="tab"
            id={`${id}${tab.key}`}
            aria-selected={tab.key === shown?.key}
            aria-controls={`${id}panel`}
            tabIndex={tab.key === shown?.key ? 0 : -1}
            onClick={() => setChosen(tab.key)}
            onKeyDown={(event) => {
              if (event.key === 'ArrowRight') step(1)
              if (event.key === 'ArrowLeft') step(-1)
            }}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}panel`} aria-labelledby={`${id}${shown?.key}`} className="stack">
        {shown?.children}
      </div>
    </>
  )
}

/** One record beside its list: the list stays usable, Esc closes, the address keeps it open. */
export function RecordDrawer({ title, lead, actions, tabs, children, onClose }: Props) {
  const t = useSay()
  const inList = useContext(Close)
  const close = inList ?? onClose
  const heading = useRef<HTMLHeadingElement>(null)
  const label = useId()
  useEffect(() => {
    if (!title) return
    const within = heading.current?.closest('aside')?.contains(document.activeElement)
    if (!within && document.activeElement?.closest('[data-list-table]') === null) heading.current?.focus()
  }, [title])
  return (
    <aside className="drawer" aria-labelledby={label} onKeyDown={(event) => event.key === 'Escape' && !inList && onClose?.()}>
      <header className="drawer-head">
        <div>
          <h2 id={label} className="serif" tabIndex={-1} ref={heading}>
            {title}
          </h2>
          {lead && <div className="muted">{lead}</div>}
        </div>
        <button type="button" className="icon-button" aria-label={t(words.action.close)} onClick={() => close?.()}>
          <Icon name="close" />
        </button>
      </header>
      {actions && <div className="row drawer-actions">{actions}</div>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling part must be reachable by keyboard */}
      <div className="drawer-body stack" tabIndex={0}>
        {children}
        {tabs && tabs.length > 0 && <Tabs tabs={tabs} />}
      </div>
    </aside>
  )
}
