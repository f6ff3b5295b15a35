import { createContext, type ReactNode, useContext, useEffect, useMemo } from 'react'
import { z } from 'zod'
import type { Source } from '../kernel/source.ts'
import { useAddress } from './address.ts'
import { Go, type Place } from './go.tsx'
import { Card, Fields } from './page-frame.tsx'
import { useSay } from './tongue.tsx'
import { words } from './words.ts'

export type Sentence = { id: string; text: ReactNode; state?: ReactNode; sources: readonly Source[] }
export type Part = { key: string; title: string; sentences: readonly Sentence[] }
/** How a source is called, what is known of it, and where it opens. */
export type Described = { title: string; lines?: readonly { label: string; value: ReactNode }[]; to?: Place | null; seal?: ReactNode }

const keyOf = (source: Source) =>
  [source.room, source.record, source.field, source.documentId ?? source.document, source.start, source.end].join('|')

type Numbers = {
  numbered: readonly Source[]
  numberOf(source: Source): number | undefined
  chosen: number | undefined
  choose(number: number | undefined): void
}
const NumbersContext = createContext<Numbers | null>(null)

function useNumbers(sources: readonly Source[]): Numbers {
  const [at, set] = useAddress(Chosen)
  const { numbered, byKey } = useMemo(() => {
    const byKey = new Map<string, number>()
    const numbered = sources.filter((source) => {
      const known = byKey.has(keyOf(source))
      if (!known) byKey.set(keyOf(source), byKey.size + 1)
      return !known
    })
    return { numbered, byKey }
  }, [sources])
  return {
    numbered,
    numberOf: (source) => byKey.get(keyOf(source)),
    chosen: at.source,
    choose: (number) => set({ source: number }, { replace: true }),
  }
}
const Chosen = z.object({ source: z.coerce.number().int().positive().optional().catch(undefined) })

/** J and K walk the sources in order. */
function useWalk({ numbered, chosen, choose }: Numbers) {
  useEffect(() => {
    const walk = (event: KeyboardEvent) => {
      const typing = event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable]')
      if (typing || event.ctrlKey || event.metaKey || event.altKey || numbered.length === 0) return
      const by = { j: 1, k: -1 }[event.key.toLowerCase()]
      if (by === undefined) return
      const next = chosen === undefined ? 1 : ((chosen - 1 + by + numbered.length) % numbered.length) + 1
      choose(next)
    }
    document.addEventListener('keydown', walk)
    return () => document.removeEventListener('keydown', walk)
  }, [numbered, chosen, choose])
}

/** Whatever was chosen, wherever: its sentence and its card come into sight. */
function useSight({ chosen }: Numbers) {
  useEffect(() => {
    if (chosen === undefined) return
    for (const part of ['.provenance-text [data-told]', '.source-card']) document.querySelector(part)?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
}

/** The numbered chips at the end of a sentence or number; each shows its source beside the text. Only inside Provenance. */
export function Cite({ sources }: { sources: readonly Source[] }) {
  const t = useSay()
  const numbers = useContext(NumbersContext)
  if (!numbers) return null
  const shown = [...new Set(sources.map(numbers.numberOf))].filter((number) => number !== undefined)
  return shown.map((number) => (
    <button
      key={number}
      type="button"
      className="cite num"
      data-cite={number}
      aria-pressed={numbers.chosen === number}
      aria-label={t(words.title.source, { number })}
      onClick={(event) => {
        event.stopPropagation()
        numbers.choose(numbers.chosen === number ? undefined : number)
      }}
    >
      {number}
    </button>
  ))
}

function Text({ parts, title, aside, beside }: { parts: readonly Part[]; title: string; aside: ReactNode; beside: boolean }) {
  const numbers = useContext(NumbersContext)
  const told = (sentence: Sentence) =>
    numbers?.chosen !== undefined && sentence.sources.some((source) => numbers.numberOf(source) === numbers.chosen)
  return (
    <Card title={title} aside={aside} className={beside ? 'provenance-text provenance-text-beside' : 'provenance-text'}>
      {parts.map((part) => (
        <section key={part.key}>
          <h3 className="serif">{part.title}</h3>
          {part.sentences.map((sentence) => (
            <p key={sentence.id} className="reading" data-told={told(sentence) || undefined}>
              {sentence.text}
              {sentence.state && <> {sentence.state}</>}
              <Cite sources={sentence.sources} />
            </p>
          ))}
        </section>
      ))}
    </Card>
  )
}

type PanelProps = Pick<Props, 'describe' | 'excerpt'>

function SourcePanel({ describe, excerpt }: PanelProps) {
  const t = useSay()
  const numbers = useContext(NumbersContext)
  const source = numbers?.chosen === undefined ? undefined : numbers.numbered[numbers.chosen - 1]
  if (!source) return <p className="muted no-print">{t(words.note.pickSource)}</p>
  const { title, lines = [], to, seal } = describe(source)
  return (
    <section className="card source-card no-print" aria-live="polite" aria-label={t(words.title.source, { number: numbers?.chosen ?? '' })}>
      <header className="card-head">
        <span className="cite cite-big num">{numbers?.chosen}</span>
        <h2>{title}</h2>
        <div className="card-aside">{seal}</div>
      </header>
      <div className="card-body stack">
        <Fields rows={lines} />
        {excerpt?.(source)}
        <div className="row">
          {to && <Go to={to}>{t(words.action.openSource)}</Go>}
          <span className="spring" />
          <span className="muted small">{t(words.note.keysForSources)}</span>
        </div>
      </div>
    </section>
  )
}

/** On paper the chips need their list: every source by number, in full. */
function PrintedSources({ describe }: Pick<Props, 'describe'>) {
  const t = useSay()
  const numbers = useContext(NumbersContext)
  return (
    <section className="only-print">
      <h2>{t(words.title.sources)}</h2>
      <ol className="printed-sources">
        {numbers?.numbered.map((source) => {
          const { title, lines = [] } = describe(source)
          return (
            <li key={keyOf(source)}>
              {title}
              {lines.map((line) => (
                <span key={line.label}>
                  {' '}
                  · {line.label} {line.value}
                </span>
              ))}
            </li>
          )
        })}
      </ol>
    </section>
  )
}

type Props = {
  title: string
  parts: readonly Part[]
  describe(source: Source): Described
  excerpt?: ((source: Source) => ReactNode) | undefined
  /** More sources cited in `children`, numbered after those of the text. */
  alsoCited?: readonly Source[] | undefined
  /** Under the source card. */
  beside?: ReactNode
  /** The main column; without it the text takes the main column itself. */
  children?: ReactNode
}

/** A text in which every sentence shows its source; the source stands beside it, the paper is one press away. */
export function Provenance({ title, parts, describe, excerpt, alsoCited, beside, children }: Props) {
  const t = useSay()
  const sources = useMemo(
    () => [...parts.flatMap((part) => part.sentences.flatMap((sentence) => sentence.sources)), ...(alsoCited ?? [])],
    [parts, alsoCited],
  )
  const numbers = useNumbers(sources)
  useWalk(numbers)
  useSight(numbers)
  const text = (
    <Text
      parts={parts}
      title={title}
      beside={children !== undefined}
      aside={t(words.note.everySourced, { count: numbers.numbered.length })}
    />
  )
  const panel = <SourcePanel describe={describe} excerpt={excerpt} />
  return (
    <NumbersContext value={numbers}>
      <div className="grid-side provenance">
        <div className="stack stack-wide">{children ?? text}</div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling part must be reachable by keyboard */}
        <div className="stack provenance-side" tabIndex={0}>
          {children && text}
          {panel}
          {beside}
        </div>
      </div>
      <PrintedSources describe={describe} />
    </NumbersContext>
  )
}
