import { useLocation } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState } from 'react'
import { CrumbProvider } from '../crumbs.tsx'
import { useMe } from '../session.tsx'
import { useSay } from '../tongue.tsx'
import { words } from '../words.ts'
import { Menu } from './menu.tsx'
import { Palette } from './palette.tsx'
import type { ShellProps } from './shape.ts'
import { TopBar } from './top-bar.tsx'
import { Watermark } from './watermark.tsx'

const KeysHelp = lazy(() => import('./keys-help.tsx').then((part) => ({ default: part.KeysHelp })))

type Over = 'palette' | 'keys' | null

/** Ctrl K finds, `?` explains the keys. */
function useShellKeys(show: (over: Over) => void) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const typing = event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable]')
      const find = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k'
      if (find) event.preventDefault()
      if (find) show('palette')
      if (event.key === '?' && !typing) show('keys')
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [show])
}

/** What stands around every page: menu, top bar, marking, watermark, palette, keys. */
export function Shell({ items, finders, roleSays, personal, children }: ShellProps) {
  const t = useSay()
  const me = useMe()
  const { pathname } = useLocation()
  const [over, setOver] = useState<Over>(null)
  const [menuOut, setMenuOut] = useState(false)
  useShellKeys(setOver)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the menu goes in when another page is shown
  useEffect(() => setMenuOut(false), [pathname])
  const mine = items.filter((item) => me.may.includes(item.needs))
  return (
    <CrumbProvider>
      <div className="shell">
        <a className="skip no-print" href="#main">
          {t(words.action.skip)}
        </a>
        <Menu items={mine} out={menuOut} onIn={() => setMenuOut(false)} />
        <TopBar
          items={mine}
          role={roleSays(me.role)}
          personal={personal}
          onFind={() => setOver('palette')}
          onKeys={() => setOver('keys')}
          onMenu={() => setMenuOut(true)}
        />
        <main id="main" tabIndex={-1}>
          <span className="only-print print-mark marking">{t(words.marking)}</span>
          {me.demo && <p className="demo-strip no-print">{t(words.demo)}</p>}
          {children}
        </main>
      </div>
      <Watermark />
      {over === 'palette' && (
        <Palette items={mine} finders={finders.filter((finder) => me.may.includes(finder.needs))} onClose={() => setOver(null)} />
      )}
      <Suspense>{over === 'keys' && <KeysHelp onClose={() => setOver(null)} />}</Suspense>
    </CrumbProvider>
  )
}
