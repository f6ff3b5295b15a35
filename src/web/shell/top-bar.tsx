import { useLocation } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Phrase } from '../../kernel/say.ts'
import { useTrail } from '../crumbs.tsx'
import { Go } from '../go.tsx'
import { Icon } from '../icons.tsx'
import { Pop } from '../pop.tsx'
import { useMe, useSignOut } from '../session.tsx'
import { useSay } from '../tongue.tsx'
import { words } from '../words.ts'
import { itemAt } from './menu.tsx'
import type { MenuItem } from './shape.ts'
import { Tastes } from './tastes.tsx'

function Crumbs({ items }: { items: readonly MenuItem[] }) {
  const t = useSay()
  const { pathname } = useLocation()
  const { title, crumbs } = useTrail()
  const here = itemAt(items, pathname)
  const above = here && here.to !== pathname && crumbs.length === 0 ? [{ says: t(here.says), to: here.to }] : crumbs
  return (
    <nav className="crumbs" aria-label={t(words.title.crumbs)}>
      <ol>
        {here && <li>{t(words.menuGroup[here.group])}</li>}
        {above.map((crumb) => (
          <li key={crumb.says}>{crumb.to ? <Go to={crumb.to}>{crumb.says}</Go> : crumb.says}</li>
        ))}
        <li aria-current="page">{title}</li>
      </ol>
    </nav>
  )
}

function Person({ role, personal, onKeys }: { role: Phrase; personal: ReactNode; onKeys(): void }) {
  const t = useSay()
  const me = useMe()
  const signOut = useSignOut()
  const shown = (
    <>
      <span className="avatar" aria-hidden="true">
        {me.name.slice(0, 1)}
      </span>
      <span className="wide-only">
        {me.name} · {t(role)}
      </span>
    </>
  )
  return (
    <Pop className="person" shown={shown} label={`${me.name} · ${t(role)}`} panelClass="person-panel">
      {(close) => (
        <div className="stack">
          <div>
            <b>{me.name}</b>
            <div className="muted small">
              {t(role)} · {me.account}
            </div>
          </div>
          <Tastes />
          <button
            type="button"
            className="link-button"
            onClick={() => {
              close()
              onKeys()
            }}
          >
            {t(words.title.keys)} <kbd>?</kbd>
          </button>
          {personal}
          <button type="button" className="link-button" onClick={() => void signOut()}>
            {t(words.action.signOut)}
          </button>
        </div>
      )}
    </Pop>
  )
}

type Props = { items: readonly MenuItem[]; role: Phrase; personal: ReactNode; onFind(): void; onKeys(): void; onMenu(): void }

export function TopBar({ items, role, personal, onFind, onKeys, onMenu }: Props) {
  const t = useSay()
  return (
    <header className="top-bar no-print">
      <button type="button" className="icon-button menu-button" aria-label={t(words.action.openMenu)} onClick={onMenu}>
        <Icon name="menu" />
      </button>
      <Crumbs items={items} />
      <button type="button" className="find-box" onClick={onFind} aria-label={t(words.title.palette)}>
        <Icon name="search" size={14} />
        <span className="grow wide-only">{t(words.field.search)}</span>
        <kbd className="wide-only">Ctrl K</kbd>
      </button>
      <span className="marking">{t(words.marking)}</span>
      <Person role={role} personal={personal} onKeys={onKeys} />
    </header>
  )
}
