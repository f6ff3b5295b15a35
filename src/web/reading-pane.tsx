import { type ReactNode, useEffect, useMemo, useRef } from 'react'
import { Go, type Place } from './go.tsx'
import { pieces, type Range } from './ranges.ts'
import { useSay } from './tongue.tsx'
import { words } from './words.ts'

export type { Range } from './ranges.ts'
export type ReadParagraph = {
  no: number
  startsAt: number
  endsAt: number
  heading?: number | null | undefined
  page?: number | null | undefined
}

type Props = {
  /** The decoded text; offsets are UTF-16 units in it. */
  text: string
  /** Where `text` begins when it is a part of a longer paper; all offsets are those of the whole. */
  textStartsAt?: number | undefined
  paragraphs: readonly ReadParagraph[]
  ranges?: readonly Range[] | undefined
  /** Brought into sight and marked. */
  at?: { paragraph: number } | { start: number; end: number } | undefined
  /** The permalink of a paragraph; its number then becomes a link. */
  here?: ((no: number) => Place) | undefined
  numbered?: boolean | undefined
  /** Shown in place of a paragraph's number (an article's number). */
  label?: ((no: number) => ReactNode) | undefined
}

const holds = (paragraph: ReadParagraph, at: Props['at']): boolean => {
  if (!at) return false
  return 'paragraph' in at ? paragraph.no === at.paragraph : at.start < paragraph.endsAt && at.end > paragraph.startsAt
}

function Piece({ text, range }: { text: string; range: Range | null }) {
  if (!range) return text
  const className = `mark mark-${range.tone}`
  if (range.to)
    return (
      <Go to={range.to} className={className} title={range.label}>
        {text}
      </Go>
    )
  if (range.onPick)
    return (
      <button
        type="button"
        className={`${className} mark-button`}
        title={range.label}
        data-range={range.key}
        aria-pressed={range.picked ?? false}
        onClick={range.onPick}
      >
        {text}
      </button>
    )
  return (
    <mark className={className} title={range.label} data-range={range.key}>
      {text}
    </mark>
  )
}

function ParagraphNumber({ no, here, label }: { no: number; here: Props['here']; label: Props['label'] }) {
  const t = useSay()
  const shown = label ? label(no) : no
  if (!here) return <span className="paragraph-no num">{shown}</span>
  return (
    <Go to={here(no)} className="paragraph-no num" label={t(words.note.paragraph, { paragraph: no })}>
      {shown}
    </Go>
  )
}

/** A paper to read: serif, numbered paragraphs with links, marked ranges; opens at the cited place. */
export function ReadingPane({ text, textStartsAt = 0, paragraphs, ranges = [], at, here, numbered = true, label }: Props) {
  const frame = useRef<HTMLDivElement>(null)
  const wanted = at ? JSON.stringify(at) : ''
  const marked = useMemo(
    () => (at && 'start' in at ? [...ranges, { key: 'at', start: at.start, end: at.end, tone: 'cited' as const }] : ranges),
    [ranges, at],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: goes there when the wanted place or the text changes
  useEffect(() => {
    frame.current?.querySelector('[data-at]')?.scrollIntoView({ block: 'center' })
  }, [wanted, text])
  return (
    <div className="reading-pane" ref={frame}>
      {paragraphs.map((paragraph) => {
        const { no, startsAt, endsAt, heading } = paragraph
        return (
          <div
            key={no}
            id={`p${no}`}
            className="reading-paragraph"
            data-at={holds(paragraph, at) || undefined}
            data-heading={heading ?? undefined}
          >
            {numbered && <ParagraphNumber no={no} here={here} label={label} />}
            <p className="reading">
              {pieces({ text, startsAt: textStartsAt }, { start: startsAt, end: endsAt }, marked).map((piece) => (
                <Piece key={piece.start} text={piece.text} range={piece.range} />
              ))}
            </p>
          </div>
        )
      })}
    </div>
  )
}
