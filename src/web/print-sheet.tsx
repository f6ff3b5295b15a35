import type { ReactNode } from 'react'
import { useMe } from './session.tsx'
import { useSay } from './tongue.tsx'
import { words } from './words.ts'

type Props = {
  title: string
  number?: string | undefined
  /** A marking of its own; the house's stands on every printed page. */
  secrecy?: string | undefined
  sources?: readonly { number: number; text: string }[] | undefined
  children: ReactNode
}

/** Opens the browser's print dialog; the shell is left out, the watermark stays. */
export const printNow = (): void => window.print()

/** A4 in print: number and marking above, the list of sources below; on the screen only its content. */
export function PrintSheet({ title, number, secrecy, sources = [], children }: Props) {
  const t = useSay()
  const me = useMe()
  return (
    <div className="print-sheet">
      <header className="only-print print-head">
        <span>{number}</span>
        {secrecy && secrecy !== t(words.marking) && <span className="marking">{secrecy}</span>}
        <h1>{title}</h1>
      </header>
      {children}
      {sources.length > 0 && (
        <section className="only-print">
          <h2>{t(words.title.sources)}</h2>
          <ol className="printed-sources">
            {sources.map((source) => (
              <li key={source.number} value={source.number}>
                {source.text}
              </li>
            ))}
          </ol>
        </section>
      )}
      <footer className="only-print print-foot">{t(words.note.printedBy, { name: me.name, at: me.today })}</footer>
    </div>
  )
}
