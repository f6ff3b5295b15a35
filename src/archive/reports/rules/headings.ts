import { numberFrom } from '../../../registers/regulations/rules/numerals.ts'
import { han, markdownHeading, markers, sentenceEnd, someMarker } from './lexicon.ts'

export type Line = { start: number; end: number }
export type Heading = { at: number; level: number }
type Candidate = Heading & { count: number }

const deepest = 4

/**
 * Where headings begin. A numbering mark counts only at the beginning of a line, after the end of a sentence or, for the
 * two outer levels, after white space that follows Han; and only in a run that starts at 1 and rises by one within its
 * parent, two at least: a lone mark or one that starts elsewhere is an enumeration or a citation.
 */
export function headingsIn(text: string, lines: readonly Line[]): Heading[] {
  const marked = lines.flatMap((line) => markdownAt(text, line))
  const candidates = lines.flatMap((line) => candidatesIn(text, line))
  return [...marked, ...runs(candidates, 1)].sort((a, b) => a.at - b.at)
}

function markdownAt(text: string, line: Line): Heading[] {
  const signs = markdownHeading.exec(text.slice(line.start, line.start + 8))?.[1]
  return signs ? [{ at: line.start, level: signs.length }] : []
}

function candidatesIn(text: string, line: Line): Candidate[] {
  const words = text.slice(line.start, line.end)
  return [...words.matchAll(someMarker)].flatMap(({ index }) => {
    const found = candidateAt(text, line.start + index)
    return found && mayStand(text, line, found) ? [found] : []
  })
}

function candidateAt(text: string, at: number): Candidate | null {
  for (const { level, pattern } of markers) {
    pattern.lastIndex = at
    const written = pattern.exec(text)?.[1]
    if (written) return { at, level, count: numberFrom(written) ?? 0 }
  }
  return null
}

function mayStand(text: string, line: Line, { at, level }: Candidate): boolean {
  if (at === line.start) return true
  const before = text.slice(Math.max(line.start, at - 12), at)
  const solid = before.trimEnd()
  if (sentenceEnd.test(solid)) return true
  return level <= 2 && solid.length < before.length && han.test(solid.slice(-1))
}

/** The candidates that form runs at this level or, where there are none, at the next; and what lies between them one level down. */
function runs(candidates: readonly Candidate[], level: number): Heading[] {
  if (level > deepest || candidates.length === 0) return []
  const kept = risingRuns(candidates.filter((each) => each.level === level))
  const bounds = [-1, ...kept.map(({ at }) => at), Number.POSITIVE_INFINITY]
  const inner = bounds.slice(1).flatMap((until, i) => {
    const from = bounds[i] ?? -1
    return runs(
      candidates.filter(({ at }) => at > from && at < until),
      level + 1,
    )
  })
  return [...kept, ...inner]
}

function risingRuns(candidates: readonly Candidate[]): Heading[] {
  const kept: Heading[] = []
  let run: Candidate[] = []
  const close = () => {
    if (run.length > 1) kept.push(...run)
    run = []
  }
  for (const each of candidates) {
    if (each.count === run.length + 1) run.push(each)
    else if (each.count === 1) {
      close()
      run.push(each)
    }
  }
  close()
  return kept.map(({ at, level }) => ({ at, level }))
}
