import { type ComponentType, createContext, type ReactNode, Suspense, useContext } from 'react'

/** A panel that a higher room lays beside a record of a lower one; it shows nothing to whom it has nothing to say. */
export type Panel = ComponentType<{ id: string }>
export type Panels = Readonly<Record<string, readonly Panel[]>>
const Laid = createContext<Panels>({})

/** The site says which rooms lay what beside which records. */
export function BesideProvider({ panels, children }: { panels: Panels; children: ReactNode }) {
  return <Laid value={panels}>{children}</Laid>
}

/** What the rooms above lay beside this record: `<Beside what="finding" id={…} />`. */
export function Beside({ what, id }: { what: string; id: string }) {
  const panels = useContext(Laid)[what] ?? []
  return panels.map((Each, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the site's list never changes
    <Suspense key={at}>
      <Each id={id} />
    </Suspense>
  ))
}
