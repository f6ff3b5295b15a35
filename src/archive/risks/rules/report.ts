import { MoneyKind } from '../../../audit/findings/model.ts'
import { words as findings } from '../../../audit/findings/words.ts'
import { Effect } from '../../../audit/leads/model.ts'
import { words as leads } from '../../../audit/leads/words.ts'
import { Fen, wanYuan } from '../../../kernel/money.ts'
import { say } from '../../../kernel/say.ts'
import type { Figure, FigureQuery, ReportSection } from '../model.ts'
import { report } from './report.words.ts'
import { measuresFor } from './risk-list.ts'
import { type HeatRow, listedBy } from './tally.ts'

const told = (zh: string, facts: Record<string, string | number> = {}) => say({ zh, en: zh }, 'zh', facts)
const braced = (tag: string): string => `{${tag}}`

/** A number as it is printed: plain, in 万元, or in percent with two places at most. */
export function figureText({ measure }: Pick<Figure, 'measure'>, value: number): string {
  if (measure === 'fen') return wanYuan(Fen.parse(value))
  return measure === 'share' || measure === 'auditShare' ? String(value / 100) : String(value)
}

type Asked = Omit<Figure, 'value'>
type Scope = { year: number; place: string }
const plain = { money: null, over: null } as const
const counted = { counted: ['stands'] } as const

/** The numbers every report has. */
function standardFigures({ year, place }: Scope): Asked[] {
  const { tag } = report
  const of = (over: number = year): FigureQuery => ({ year: String(over), place })
  const reported = { ...of(), reported: 'true' }
  const items = { ...of(), counted: [...counted.counted] }
  const done = { ...items, standing: 'closed' }
  const found = (over?: number) => ({ ...of(over), counted: [...counted.counted] })
  return [
    { tag: tag.projects, room: 'projects', query: reported, measure: 'count', ...plain },
    { tag: tag.officials, room: 'projects', query: reported, measure: 'officials', ...plain },
    { tag: tag.findings, room: 'findings', query: found(), measure: 'count', ...plain },
    { tag: tag.objected, room: 'findings', query: { ...of(), counted: ['objected'] }, measure: 'count', ...plain },
    { tag: tag.former, room: 'findings', query: found(year - 1), measure: 'count', ...plain },
    { tag: tag.items, room: 'rectification', query: items, measure: 'count', ...plain },
    { tag: tag.done, room: 'rectification', query: done, measure: 'count', ...plain },
    { tag: tag.ratio, room: 'rectification', query: done, measure: 'share', money: null, over: items },
    { tag: tag.overdue, room: 'rectification', query: { ...items, standing: 'overdue' }, measure: 'count', ...plain },
  ]
}

const ofClass = ({ year, place }: Scope, row: HeatRow): FigureQuery => ({
  year: String(year),
  place,
  ...listedBy(row),
  counted: [...counted.counted],
})

const classFigures = (scope: Scope, rows: readonly HeatRow[]): Asked[] =>
  rows.map((row) => ({
    ...{ tag: told(report.tag.ofClass, { class: row.zh }), room: 'findings' as const, query: ofClass(scope, row) },
    ...{ measure: 'count' as const, ...plain },
  }))

const moneyFigures = ({ year, place }: Scope): Asked[] =>
  MoneyKind.options.map((money) => ({
    ...{ tag: findings.money[money].zh, room: 'findings' as const, measure: 'fen' as const, money, over: null },
    query: { year: String(year), place, counted: [...counted.counted], moneyKind: money },
  }))

const commonFigures = (scope: Scope, rows: readonly HeatRow[]): Asked[] =>
  rows.flatMap((row): Asked[] => {
    const { zh } = row
    const of = { room: 'findings' as const, query: ofClass(scope, row), money: null }
    const over = { year: String(scope.year), place: scope.place, reported: 'true' }
    return [
      { tag: told(report.tag.auditsOf, { class: zh }), ...of, measure: 'audits', over: null },
      { tag: told(report.tag.shareOf, { class: zh }), ...of, measure: 'auditShare', over },
    ]
  })

/** What the year's leads come to, by the four effects; asked only for who is cleared. */
export const leadFiguresFor = (year: number): Asked[] => [
  { tag: report.tag.leads, room: 'leads', query: { year: String(year), effect: 'transfer', part: 'of' }, measure: 'count', ...plain },
  ...Effect.options.map(
    (effect): Asked => ({
      ...{ tag: told(report.tag.effect, { effect: leads.effect[effect].zh }), room: 'leads', measure: 'count', ...plain },
      query: { year: String(year), effect, part: 'done' },
    }),
  ),
]

export type Drawn = Scope & { classes: readonly HeatRow[]; common: readonly HeatRow[] }
/** Every number that a report of a year and place begins with; the values are asked apart. */
export const figuresFor = ({ classes, common, ...scope }: Drawn): Asked[] => [
  ...standardFigures(scope),
  ...classFigures(scope, classes),
  ...moneyFigures(scope),
  ...commonFigures(scope, common),
]

const tags = Object.fromEntries(Object.entries(report.tag).map(([key, tag]) => [key, braced(tag)]))
function foundText(classes: readonly HeatRow[]): string {
  const list = classes.map(({ zh }) => told(report.text.ofClass, { class: zh, tag: braced(told(report.tag.ofClass, { class: zh })) }))
  return list.length > 0 ? told(report.text.classes, { list: list.join(report.and) }) : report.text.noClass
}
const moneyText = (figures: readonly Figure[]): string => {
  const kinds = figures.filter(({ measure, value }) => measure === 'fen' && value > 0)
  if (kinds.length === 0) return report.text.noMoney
  return [report.text.money, ...kinds.map(({ tag }) => told(report.text.moneyLine, { kind: tag, tag: braced(tag) }))].join('\n')
}
const commonText = (rows: readonly HeatRow[]): string =>
  rows
    .map(({ zh }) => {
      const [audits, share] = [report.tag.auditsOf, report.tag.shareOf].map((tag) => braced(told(tag, { class: zh })))
      return told(report.text.common, { class: zh, audits: audits ?? '', share: share ?? '' })
    })
    .join('\n') || report.text.noCommon
const adviceText = (rows: readonly HeatRow[]): string =>
  rows.map(({ code, zh }) => told(report.text.advice, { class: zh, measures: measuresFor(code) })).join('\n') || report.text.noAdvice

/** The sections as first drafted; money of a kind that is nowhere recorded is not spoken of. */
export function sectionsFor(drawn: Drawn, figures: readonly Figure[]): ReportSection[] {
  const { heading, text } = report
  return [
    { heading: heading.done, text: told(text.done, { ...tags, year: drawn.year }) },
    { heading: heading.found, text: `${told(text.found, tags)}\n${foundText(drawn.classes)}` },
    { heading: heading.money, text: moneyText(figures) },
    { heading: heading.rectified, text: told(text.rectified, tags) },
    { heading: heading.common, text: commonText(drawn.common) },
    { heading: heading.advice, text: adviceText(drawn.common) },
  ]
}

/** A text cut at its tags, in order. */
export type Piece = { text: string } | { tag: string }
export const piecesOf = (text: string): Piece[] =>
  text.split(/(\{[^{}\n]+\})/u).flatMap((part): Piece[] => {
    if (part === '') return []
    return part.startsWith('{') && part.endsWith('}') ? [{ tag: part.slice(1, -1) }] : [{ text: part }]
  })

/** Tags of a text that are no numbers of the report. */
export const unknownTags = (sections: readonly ReportSection[], figures: readonly Figure[]): string[] => {
  const known = new Set(figures.map(({ tag }) => tag))
  const used = sections.flatMap(({ heading, text }) => [...piecesOf(heading), ...piecesOf(text)])
  return [...new Set(used.flatMap((piece) => ('tag' in piece && !known.has(piece.tag) ? [piece.tag] : [])))]
}

/** A text as it is printed: each tag with the value that was drawn. */
export const printedText = (text: string, figures: readonly Figure[]): string =>
  piecesOf(text)
    .map((piece) => {
      if ('text' in piece) return piece.text
      const figure = figures.find(({ tag }) => tag === piece.tag)
      return figure ? figureText(figure, figure.value) : braced(piece.tag)
    })
    .join('')
