import { type Fen, fen } from '../../../kernel/money.ts'
import type { Amount, Doubt } from '../extraction/rules/amounts.ts'
import type { Finding, MoneyKind } from '../model.ts'
import { sumByKind } from '../rules.ts'

/** A finding as a report prints it: from where its words begin; they end where the next one's begin, or at `endsAt`. */
export type Printed = { finding: Pick<Finding, 'id' | 'number' | 'title' | 'money'>; startsAt: number; endsAt: number | null }
/**
 * How an amount in the text stands to the records: the record says the same (`same`), no record of that finding does
 * (`unrecorded`, with the nearest record's difference), the total of a kind over the report (`total`), a figure that must be
 * looked at (`doubtful`), or an amount outside every finding (`outside`).
 */
export type Verdict = 'same' | 'unrecorded' | 'total' | 'doubtful' | 'outside'
export type TextLine = {
  startsAt: number
  endsAt: number
  text: string
  fen: Fen | null
  verdict: Verdict
  finding: string | null
  kind: MoneyKind | null
  /** The text less the record, in fen. */
  difference: Fen | null
}
/** An amount of a record: printed in its finding's words, elsewhere in the report, or nowhere. */
export type RecordLine = { finding: string; kind: MoneyKind; fen: Fen; verdict: 'printed' | 'elsewhere' | 'missing' }

type Span = Printed & { until: number }
const spansOf = (printed: readonly Printed[], length: number): Span[] => {
  const sorted = printed.toSorted((a, b) => a.startsAt - b.startsAt)
  return sorted.map((each, at) => ({
    ...each,
    until: Math.max(each.endsAt ?? 0, sorted[at + 1]?.startsAt ?? Math.max(each.endsAt ?? 0, length)),
  }))
}
const holding = (spans: readonly Span[], at: number) => spans.findLast((span) => span.startsAt <= at && at < span.until) ?? null

type Totals = ReturnType<typeof sumByKind>
function lineOf(amount: Amount, span: Span | null, totals: Totals): TextLine {
  const at = {
    startsAt: amount.start,
    endsAt: amount.end,
    text: amount.text,
    fen: amount.fen,
    finding: span?.finding.id ?? null,
    difference: null,
  }
  const same = span?.finding.money.find((line) => line.fen === amount.fen)
  if (same) return { ...at, verdict: 'same', kind: same.kind }
  const total = totals.find((line) => line.fen === amount.fen)
  if (total) return { ...at, finding: null, verdict: 'total', kind: total.kind }
  if (!span) return { ...at, verdict: 'outside', kind: null }
  const nearest = span.finding.money.toSorted((a, b) => Math.abs(a.fen - amount.fen) - Math.abs(b.fen - amount.fen))[0]
  return { ...at, verdict: 'unrecorded', kind: nearest?.kind ?? null, difference: nearest ? fen(amount.fen - nearest.fen) : null }
}

const doubtLine = (doubt: Doubt, span: Span | null): TextLine => ({
  ...{ startsAt: doubt.start, endsAt: doubt.end, text: doubt.text, fen: null, verdict: 'doubtful' },
  ...{ finding: span?.finding.id ?? null, kind: null, difference: null },
})

/** Lays a report's amounts beside the records of the findings it prints; kinds are compared one by one, never together. */
export function reconcile(
  printed: readonly Printed[],
  read: { amounts: readonly Amount[]; doubts: readonly Doubt[] },
  length: number,
): { text: TextLine[]; records: RecordLine[]; totals: Totals } {
  const spans = spansOf(printed, length)
  const totals = sumByKind(printed.map(({ finding }) => finding))
  const lines = [
    ...read.amounts.map((amount) => lineOf(amount, holding(spans, amount.start), totals)),
    ...read.doubts.map((doubt) => doubtLine(doubt, holding(spans, doubt.start))),
  ].sort((a, b) => a.startsAt - b.startsAt)
  const records = spans.flatMap(({ finding }) =>
    finding.money.map((line): RecordLine => {
      const own = lines.some((each) => each.verdict === 'same' && each.finding === finding.id && each.kind === line.kind)
      const elsewhere = read.amounts.some((amount) => amount.fen === line.fen)
      return { finding: finding.id, ...line, verdict: own ? 'printed' : elsewhere ? 'elsewhere' : 'missing' }
    }),
  )
  return { text: lines, records, totals }
}

/** Whether every recorded amount is printed with its finding, and nothing in the text is doubtful. */
export const agrees = ({ text, records }: Pick<ReturnType<typeof reconcile>, 'text' | 'records'>): boolean =>
  records.every(({ verdict }) => verdict === 'printed') && text.every(({ verdict }) => verdict !== 'doubtful')
