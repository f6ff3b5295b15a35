import { findCitations } from '../../../../registers/regulations/rules/citation.ts'
import type { KnownTitle } from '../../../../registers/regulations/rules/names.ts'
import type { ProposalKind, ProposalValue } from '../model.ts'
import { amountsIn } from './amounts.ts'
import { datesIn } from './dates.ts'
import { type Passage, problemsIn, statusIn } from './problems.ts'

/** What a rule saw, before anybody has looked at it; `under` is the place of its problem among the proposals. */
export type Seen = {
  kind: ProposalKind
  rule: string
  paragraph: number
  startsAt: number
  endsAt: number
  text: string
  value: ProposalValue
  under: number | null
}
type Part = { kind: ProposalKind; rule: string; start: number; end: number; value: ProposalValue }

const amounts = (text: string): Part[] => {
  const { amounts: read, doubts } = amountsIn(text)
  return [
    ...read.map(
      ({ start, end, rule, fen, approximate }): Part => ({
        kind: 'amount',
        rule: `amount.${rule}`,
        start,
        end,
        value: { fen, approximate },
      }),
    ),
    ...doubts.map(({ start, end, rule }): Part => ({ kind: 'suspect', rule: `suspect.${rule}`, start, end, value: {} })),
  ]
}

const days = (text: string): Part[] =>
  datesIn(text).map(({ start, end, rule, from, to }): Part => {
    const value = from === null || to === null ? {} : { from, to }
    return { kind: from === null ? 'suspect' : 'date', rule: `date.${rule}`, start, end, value }
  })

const citations = (text: string, known: readonly KnownTitle[]): Part[] =>
  findCitations(text, known).map(({ start, end, title, article }): Part => {
    const value = article === null ? { title } : { title, article }
    return { kind: 'citation', rule: article === null ? 'citation.title' : 'citation.article', start, end, value }
  })

const standings = (text: string): Part[] =>
  statusIn(text).map(({ start, end, status }): Part => ({ kind: 'status', rule: `status.${status}`, start, end, value: { status } }))

const holding = (passages: readonly Passage[], at: number) => passages.findLast((each) => each.startsAt <= at)?.no ?? 1

/**
 * Everything the rules see in a report, in the order of the text: headings, problems, and in their words the amounts,
 * dates, citations and states of rectification. Who is responsible is not among it and never will be: people decide that.
 */
export function proposalsIn(text: string, passages: readonly Passage[], known: readonly KnownTitle[]): Seen[] {
  const told = problemsIn(text, passages)
  const problems = told.map(
    ({ rule, paragraph, start, end, title, bodyStart, bodyEnd }): Seen => ({
      ...{ kind: 'problem', rule: `problem.${rule}`, paragraph, startsAt: start, endsAt: end },
      ...{ text: text.slice(start, end), value: { title, bodyStart, bodyEnd }, under: null },
    }),
  )
  const headings = passages.flatMap(({ no, startsAt, endsAt, heading }): Seen[] => {
    if (heading === null || told.some((each) => each.paragraph === no)) return []
    const end = Math.min(endsAt, startsAt + 80)
    return [
      {
        kind: 'heading',
        rule: 'heading.numbered',
        paragraph: no,
        startsAt,
        endsAt: end,
        text: text.slice(startsAt, end),
        value: { level: heading },
        under: null,
      },
    ]
  })
  const parts = [...amounts(text), ...days(text), ...citations(text, known), ...standings(text)].map(({ start, end, ...part }): Seen => {
    const under = told.findIndex((each) => each.start <= start && start < each.bodyEnd)
    return {
      ...part,
      paragraph: holding(passages, start),
      startsAt: start,
      endsAt: end,
      text: text.slice(start, end),
      under: under < 0 ? null : under,
    }
  })
  return [...problems, ...headings, ...parts]
}
