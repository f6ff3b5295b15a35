import { z } from 'zod'

/** A paragraph that both have, only the left one, or only the right one. */
export const ComparedLine = z.object({ kind: z.enum(['same', 'gone', 'new']), text: z.string() })
export type ComparedLine = z.infer<typeof ComparedLine>

/** Lengths of the longest common run of paragraphs from every pair of places to the ends. */
function commonLengths(left: readonly string[], right: readonly string[]): number[][] {
  const lengths = Array.from({ length: left.length + 1 }, () => new Array<number>(right.length + 1).fill(0))
  for (let at = left.length - 1; at >= 0; at -= 1) {
    for (let to = right.length - 1; to >= 0; to -= 1) {
      const further = Math.max(lengths[at + 1]?.[to] ?? 0, lengths[at]?.[to + 1] ?? 0)
      const row = lengths[at]
      if (row) row[to] = left[at] === right[to] ? (lengths[at + 1]?.[to + 1] ?? 0) + 1 : further
    }
  }
  return lengths
}

/**
 * Two texts by paragraphs: what stands in both, what is gone, what is new, in reading order. Left is found again in the
 * lines that are not new, right in those that are not gone.
 */
export function compared(left: readonly string[], right: readonly string[]): ComparedLine[] {
  const lengths = commonLengths(left, right)
  const lines: ComparedLine[] = []
  let at = 0
  let to = 0
  while (at < left.length || to < right.length) {
    const one = left[at]
    const other = right[to]
    if (one !== undefined && one === other) {
      lines.push({ kind: 'same', text: one })
      at += 1
      to += 1
    } else if (one !== undefined && (other === undefined || (lengths[at + 1]?.[to] ?? 0) >= (lengths[at]?.[to + 1] ?? 0))) {
      lines.push({ kind: 'gone', text: one })
      at += 1
    } else {
      lines.push({ kind: 'new', text: other ?? '' })
      to += 1
    }
  }
  return lines
}
