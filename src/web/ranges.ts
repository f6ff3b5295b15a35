/** A marked part of a text: `hit` of a search, `cited` by a sentence, `mention` that is linked, `doubt` waiting for a person. */
export type Range = {
  key: string
  start: number
  end: number
  tone: 'hit' | 'cited' | 'mention' | 'doubt' | 'none'
  label?: string | undefined
  to?: string | undefined
  onPick?: (() => void) | undefined
  picked?: boolean | undefined
}
export type Piece = { start: number; text: string; range: Range | null }

/** Cuts one stretch of the text at the ends of its ranges; where ranges overlap, the later in the list is shown. */
export function pieces(
  given: { text: string; startsAt: number },
  within: { start: number; end: number },
  ranges: readonly Range[],
): readonly Piece[] {
  const cut = (start: number, end: number) => given.text.slice(start - given.startsAt, end - given.startsAt)
  const inside = ranges.filter((range) => range.start < within.end && range.end > within.start)
  if (inside.length === 0) return [{ start: within.start, text: cut(within.start, within.end), range: null }]
  const edges = inside.flatMap(({ start, end }) => [Math.max(start, within.start), Math.min(end, within.end)])
  const cuts = [...new Set([within.start, ...edges, within.end])].sort((a, b) => a - b)
  return cuts.slice(0, -1).map((start, at) => {
    const end = cuts[at + 1] ?? within.end
    const range = [...inside].reverse().find((each) => each.start <= start && each.end >= end) ?? null
    return { start, text: cut(start, end), range }
  })
}
