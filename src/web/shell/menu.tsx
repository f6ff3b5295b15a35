import { useLocation } from '@tanstack/react-router'
import { Go } from '../go.tsx'
import { Icon } from '../icons.tsx'
import { useSay } from '../tongue.tsx'
import { words } from '../words.ts'
import type { MenuGroup, MenuItem } from './shape.ts'

const groups: readonly MenuGroup[] = ['together', 'register', 'plan', 'work', 'use', 'care']

/** The item whose address is the longest beginning of this one. */
export function itemAt(items: readonly MenuItem[], pathname: string): MenuItem | undefined {
  const holding = items.filter(({ to }) => (to === '/' ? pathname === '/' : pathname === to || pathname.startsWith(`${to}/`)))
  return [...holding].sort((a, b) => b.to.length - a.to.length)[0]
}

function Line({ item, current }: { item: MenuItem; current: boolean }) {
  const t = useSay()
  return (
    <li>
      <Go to={item.to} className="menu-line" current={current}>
        <Icon name={item.icon} />
        <span className="grow">{t(item.says)}</span>
        {item.count !== undefined && item.count > 0 && (
          <span className="num menu-count" data-alarming={item.alarming || undefined}>
            {item.count}
          </span>
        )}
      </Go>
    </li>
  )
}

type Props = { items: readonly MenuItem[]; out: boolean; onIn(): void }

/** The pages this person may see, in groups. On narrow screens it comes out over the page. */
export function Menu({ items, out, onIn }: Props) {
  const t = useSay()
  const { pathname } = useLocation()
  const here = itemAt(items, pathname)
  return (
    <>
      {out && <button type="button" className="menu-veil no-print" aria-label={t(words.action.closeMenu)} onClick={onIn} />}
      <nav
        className="menu no-print"
        data-out={out || undefined}
        aria-label={t(words.title.menu)}
        onKeyDown={(event) => event.key === 'Escape' && onIn()}
      >
        <Go to="/" className="brand">
          <span className="brand-seal serif" aria-hidden="true">
            {t(words.seal)}
          </span>
          <span className="serif">{t(words.productLong)}</span>
        </Go>
        <div className="menu-body">
          {groups.map((group) => {
            const lines = items.filter((item) => item.group === group)
            if (lines.length === 0) return null
            return (
              <section key={group} aria-label={t(words.menuGroup[group])}>
                <h2>{t(words.menuGroup[group])}</h2>
                <ul>
                  {lines.map((item) => (
                    <Line key={item.to} item={item} current={item === here} />
                  ))}
                </ul>
              </section>
            )
          })}
        </div>
      </nav>
    </>
  )
}
