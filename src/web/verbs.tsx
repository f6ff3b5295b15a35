import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import type { Phrase } from '../kernel/say.ts'
import { useSay } from './tongue.tsx'

export type Titles = Readonly<Record<string, Phrase>>
const Load = createContext<() => Promise<Titles>>(async () => ({}))

/** The site knows every contract; pages that show their names (the trail) fetch the titles only when they are shown. */
export function VerbTitles({ load, children }: { load: () => Promise<Titles>; children: ReactNode }) {
  return <Load value={load}>{children}</Load>
}

/** A contract's name in words; the bare name until the titles are there, or when no contract has it any more. */
export function useVerbTitle(): (name: string) => string {
  const t = useSay()
  const load = useContext(Load)
  const [titles, setTitles] = useState<Titles>({})
  useEffect(() => void load().then(setTitles, () => undefined), [load])
  return (name) => {
    const title = titles[name]
    return title ? t(title) : name
  }
}
