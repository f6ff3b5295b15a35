import type { Hit } from '../model.ts'

/** A part of a paragraph worth showing, by absolute offsets. */
export type Window = { start: number; end: number; cutBefore: boolean; cutAfter: boolean }

const whole = 360
const around = 70
const most = 3

/** A short paragraph whole, a long one around its first matches. */
export function windowsOf({ start, end, marks }: Pick<Hit, 'start' | 'end' | 'marks'>): Window[] {
  if (end - start <= whole) return [{ start, end, cutBefore: false, cutAfter: false }]
  if (marks.length === 0) return [{ start, end: start + whole, cutBefore: false, cutAfter: true }]
  const spans: { start: number; end: number }[] = []
  for (const [from, to] of marks) {
    const next = { start: Math.max(start, from - around), end: Math.min(end, to + around) }
    const last = spans.at(-1)
    if (last && next.start <= last.end) last.end = Math.max(last.end, next.end)
    else spans.push(next)
  }
  return spans.slice(0, most).map((span) => ({ ...span, cutBefore: span.start > start, cutAfter: span.end < end }))
}
