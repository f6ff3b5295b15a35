import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import type { Place } from './go.tsx'

export type Crumb = { says: string; to?: Place | undefined }

type Trail = { title: string; crumbs: readonly Crumb[] }
const nowhere: Trail = { title: '', crumbs: [] }
const Shown = createContext<Trail>(nowhere)
const Tell = createContext<(trail: Trail) => void>(() => undefined)

/** Carries the page's title and crumbs up to the top bar. */
export function CrumbProvider({ children }: { children: ReactNode }) {
  const [trail, setTrail] = useState(nowhere)
  return (
    <Tell value={setTrail}>
      <Shown value={trail}>{children}</Shown>
    </Tell>
  )
}

export const useTrail = (): Trail => useContext(Shown)

/** Told by every Page; crumbs are compared by what they say, so a page may build them anew each time. */
export function useCrumbs(title: string, crumbs: readonly Crumb[] = []): void {
  const tell = useContext(Tell)
  const text = JSON.stringify(crumbs)
  const kept = useMemo<readonly Crumb[]>(() => JSON.parse(text), [text])
  useEffect(() => void tell({ title, crumbs: kept }), [tell, title, kept])
}
