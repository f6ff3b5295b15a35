import { notStatus, problem, status } from './lexicon.ts'

/** A paragraph by UTF-16 offsets in the text; `heading` is its level when it begins with a heading. */
export type Passage = { no: number; startsAt: number; endsAt: number; heading: number | null }
export type ProblemRule = 'headingFault' | 'aboutProblem'
/** A problem that a report tells: its title by offsets, and the words behind it. */
export type Told = { rule: ProblemRule; paragraph: number; start: number; end: number; title: string; bodyStart: number; bodyEnd: number }

/** Titles of laws and papers say nothing about a problem: blanked out, length kept. */
const blanked = (text: string) => text.replace(problem.quoted, (title) => '\u3000'.repeat(title.length))

function titleOf(text: string, passage: Passage): { start: number; end: number; title: string } {
  const words = text.slice(passage.startsAt, passage.endsAt)
  const skipped = problem.numbering.exec(words)?.[0].length ?? 0
  const rest = words.slice(skipped)
  const stop = rest.search(problem.titleEnd)
  const title = stop < 0 ? rest : rest.slice(0, stop)
  const start = passage.startsAt + skipped
  return { start, end: start + title.length, title }
}

const longest = 60

function headed(text: string, passages: readonly Passage[]): Told[] {
  return passages.flatMap((passage, at): Told[] => {
    if (passage.heading === null || passage.heading < 2) return []
    const { title, ...span } = titleOf(text, passage)
    if (title.length < 4 || title.length > longest || problem.other.test(title) || !problem.heading.test(blanked(title))) return []
    const next = passages.slice(at + 1).find((each) => each.heading !== null)
    const inside = passages[at + 1]
    if (next && next === inside && (next.heading ?? 0) > passage.heading) return []
    const bodyStart = Math.min(passage.endsAt, span.end + 1)
    const bodyEnd = next?.startsAt ?? passages.at(-1)?.endsAt ?? passage.endsAt
    return [{ rule: 'headingFault', paragraph: passage.no, ...span, title, bodyStart, bodyEnd: Math.max(bodyStart, bodyEnd) }]
  })
}

function about(text: string, passages: readonly Passage[], told: readonly Told[]): Told[] {
  const plain = blanked(text)
  return [...plain.matchAll(problem.about)].flatMap((found): Told[] => {
    const title = found[1] ?? ''
    const start = found.index + 2
    const passage = passages.find((each) => each.startsAt <= start && start < each.endsAt)
    const covered = told.some((each) => each.start <= start && start < each.bodyEnd)
    if (!passage || covered || !problem.heading.test(title) || problem.audited.test(title)) return []
    const end = start + title.length
    return [{ rule: 'aboutProblem', paragraph: passage.no, start, end, title, bodyStart: end, bodyEnd: passage.endsAt }]
  })
}

/** Problems told by a report: headings that name a fault, and 关于…问题; chapters and titles of laws left out. */
export function problemsIn(text: string, passages: readonly Passage[]): Told[] {
  const byHeading = headed(text, passages)
  return [...byHeading, ...about(text, passages, byHeading)].sort((a, b) => a.start - b.start)
}

export type Standing = { start: number; end: number; status: (typeof status)[number]['status'] }
/** Words that say how rectification stands; what is only asked for is none. */
export const statusIn = (text: string): Standing[] =>
  status
    .flatMap((each) =>
      [...text.matchAll(each.words)].flatMap((found): Standing[] =>
        notStatus.test(text.slice(Math.max(0, found.index - 3), found.index))
          ? []
          : [{ start: found.index, end: found.index + found[0].length, status: each.status }],
      ),
    )
    .sort((a, b) => a.start - b.start)
