import { useLocation, useNavigate, useRouterState } from '@tanstack/react-router'
import { useCallback, useMemo, useRef } from 'react'
import type { z } from 'zod'
import { queryOf } from './call.ts'

/** Query values as they stand in the address: text, or several texts. */
export type Query = Record<string, string | string[]>

export function readQuery(text: string): Query {
  const query: Query = {}
  for (const [key, value] of new URLSearchParams(text)) {
    const had = query[key]
    query[key] = had === undefined ? value : [...(Array.isArray(had) ? had : [had]), value]
  }
  return query
}

/** For the router: addresses are read and written as plain text, never as JSON. */
export const plainQueries = {
  parseSearch: (text: string): Query => readQuery(text.replace(/^\?/, '')),
  stringifySearch: (query: Record<string, unknown>): string => {
    const text = queryOf(query)
    return text ? `?${text}` : ''
  },
}

type Change = Record<string, string | number | boolean | null | undefined | readonly string[]>
export type SetQuery = (change: Change, options?: { replace?: boolean; all?: boolean }) => void

/** The raw query of the address and a way to change parts of it; undefined, null and '' take a part away. */
export function useQueryText(): [Query, SetQuery] {
  const { pathname, searchStr, hash } = useLocation()
  const navigate = useNavigate()
  const query = useMemo(() => readQuery(searchStr.replace(/^\?/, '')), [searchStr])
  const set = useCallback<SetQuery>(
    (change, options = {}) => {
      const text = queryOf({ ...(options.all ? {} : query), ...change })
      void navigate({
        href: `${pathname}${text ? `?${text}` : ''}${hash ? `#${hash}` : ''}`,
        replace: options.replace ?? false,
        resetScroll: false,
      })
    },
    [navigate, pathname, query, hash],
  )
  return [query, set]
}

/**
 * The same, for a page that must not read the query of the page that comes after it: while the next page is on its way the
 * address is already that page's, and its `?open=` names a record of another room.
 */
export function useOwnQuery(): [Query, SetQuery] {
  const [query, set] = useQueryText()
  const { pathname } = useLocation()
  const isLoading = useRouterState({ select: (state) => state.isLoading })
  const kept = useRef({ pathname, query })
  if (!isLoading || kept.current.pathname === pathname) kept.current = { pathname, query }
  return [kept.current.query, set]
}

/** The address's query read by a schema, so that every state of a page is a link. A wrong link falls back to the schema's defaults. */
export function useAddress<S extends z.ZodType>(schema: S): [z.output<S>, SetQuery] {
  const [query, set] = useQueryText()
  const value = useMemo(() => {
    const whole = schema.safeParse(query)
    return whole.success ? whole.data : schema.parse({})
  }, [schema, query])
  return [value, set]
}
