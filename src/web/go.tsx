import { useNavigate, useParams, useRouter } from '@tanstack/react-router'
import type { MouseEvent, ReactNode } from 'react'
import { queryOf } from './call.ts'

export type Place = string
type Query = Record<string, string | number | boolean | null | undefined | readonly (string | number)[]>

/** An address inside the app: place('/reports/7', { paragraph: 12 }); empty values are left out. */
export function place(path: string, query: Query = {}): Place {
  const text = queryOf(query)
  return text ? `${path}?${text}` : path
}

/** `const go = useGo(); go('/search')` — moves to a place of the app. */
export function useGo(): (to: Place, options?: { replace?: boolean }) => void {
  const navigate = useNavigate()
  return (to, options = {}) => void navigate({ href: to, replace: options.replace ?? false })
}

const plain = (event: MouseEvent) => event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey

type GoProps = {
  to: Place
  children: ReactNode
  className?: string | undefined
  title?: string | undefined
  label?: string | undefined
  current?: boolean | undefined
}

/** A link inside the app; the page it leads to is fetched as soon as the pointer or focus rests on it. */
export function Go({ to, children, className, title, label, current }: GoProps) {
  const router = useRouter()
  const go = useGo()
  const prepare = () => void router.preloadRoute({ to: to.split('?')[0] ?? '/' }).catch(() => undefined)
  const follow = (event: MouseEvent) => {
    event.stopPropagation()
    if (!plain(event)) return
    event.preventDefault()
    go(to)
  }
  return (
    <a
      href={to}
      className={className}
      title={title}
      aria-label={label}
      aria-current={current ? 'page' : undefined}
      onClick={follow}
      onPointerEnter={prepare}
      onFocus={prepare}
    >
      {children}
    </a>
  )
}

/** A parameter of the route, as in /reports/$id; empty text when the route has none of that name. */
export function useParam(name: string): string {
  const given: Record<string, string | undefined> = useParams({ strict: false })
  return given[name] ?? ''
}
