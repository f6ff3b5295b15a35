import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  type IBorderOptions,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { FieldEntry } from '../rules/fields.ts'
import type { FormRow, LayoutPart } from '../rules/type.ts'
import { page } from '../rules.ts'
import { setParagraph, setRun } from '../word-parts.ts'
import { words } from '../words.ts'

export type Part = Paragraph | Table
type Entries = readonly FieldEntry[]
const headingFont = { 1: 'hei', 2: 'kai', 3: 'body' } as const

const indented = (text: string) =>
  setParagraph({ alignment: AlignmentType.BOTH, indent: { firstLine: page.indent }, children: [setRun(text)] })
/** A paragraph that only opens or ends a section of the template; it vanishes when the template is filled. */
export const mark = (text: string): Paragraph => setParagraph({ children: [setRun(text)] })
export const tag = (label: string): string => `{${label}}`
const opens = (label: string) => `{#${label}}`
const ends = (label: string) => `{/${label}}`

const labelOf = (entries: Entries, key: string): string => entries.find((entry) => entry.key === key)?.label.zh ?? key
const entryOf = (entries: Entries, key: string) => entries.find((entry) => entry.key === key)

const thin: IBorderOptions = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
export const ruled = { top: thin, bottom: thin, left: thin, right: thin }
const tight = { line: 360, lineRule: LineRuleType.EXACT, before: 0, after: 0 }

type CellText = { texts: readonly string[]; width: number; span?: number; label?: boolean }
const cell = ({ texts, width, span = 1, label }: CellText) =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    columnSpan: span,
    borders: ruled,
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { top: 60, bottom: 60, left: 100, right: 100 },
    children: texts.map(
      (text) =>
        new Paragraph({
          spacing: tight,
          widowControl: false,
          alignment: label ? AlignmentType.CENTER : AlignmentType.LEFT,
          children: [setRun(text, { size: 24, font: label ? 'hei' : 'body' })],
        }),
    ),
  })

/** The tag of a field where one value stands; long text gets a paragraph for each of its own. */
const valueTexts = (entry: FieldEntry | undefined, label: string): string[] =>
  entry?.kind === 'long' ? [opens(label), '{.}', ends(label)] : [tag(label)]

const numberWidth = 740
/** A little room between a line of text and the table under it. */
const gap = () => setParagraph({ spacing: { line: 120, lineRule: LineRuleType.EXACT, before: 0, after: 0 }, keepNext: true, children: [] })

/** Columns of a listing: its row number first, then the columns as declared. */
function listing(entry: FieldEntry | undefined, widths: readonly number[]): Part[] {
  if (!entry) return []
  const sum = widths.reduce((all, width) => all + width, 0)
  const sizes = [numberWidth, ...widths.map((width) => Math.round((width / sum) * (page.textWidth - numberWidth)))]
  const heads = [words.rowTag.number, ...entry.columns.map(({ label }) => label.zh)]
  const tags = heads.map((label, at) => {
    const text = tag(label)
    return `${at === 0 ? opens(entry.label.zh) : ''}${text}${at === heads.length - 1 ? ends(entry.label.zh) : ''}`
  })
  const row = (texts: readonly string[], label: boolean) =>
    new TableRow({
      tableHeader: label,
      cantSplit: true,
      children: texts.map((text, at) => cell({ texts: [text], width: sizes[at] ?? 0, label })),
    })
  return [
    gap(),
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: page.textWidth, type: WidthType.DXA },
      columnWidths: sizes,
      rows: [row(heads, true), row(tags, false)],
    }),
    setParagraph({ children: [] }),
  ]
}

const quarter = Math.round(page.textWidth / 4)
const narrow = Math.round(page.textWidth * 0.22)
const wide = page.textWidth - narrow
const half = Math.round(page.textWidth / 2) - narrow

function formRow(entries: Entries, row: FormRow): TableRow {
  const fields = 'field' in row ? [row.field] : row
  const lines = 'field' in row ? row.lines : 1
  const single = fields.length === 1
  const cells = fields.flatMap((key) => {
    const entry = entryOf(entries, key)
    const label = labelOf(entries, key)
    return [
      cell({ texts: [label], width: narrow, label: true }),
      cell({ texts: valueTexts(entry, label), width: single ? wide : half, span: single ? 3 : 1 }),
    ]
  })
  return new TableRow({
    height: { value: Math.max(560, lines * 360 + 160), rule: HeightRule.ATLEAST },
    cantSplit: lines < 12,
    children: cells,
  })
}

const form = (entries: Entries, rows: readonly FormRow[]): Part[] => [
  new Table({
    layout: TableLayoutType.FIXED,
    width: { size: page.textWidth, type: WidthType.DXA },
    columnWidths: [narrow, half, narrow, page.textWidth - 2 * narrow - half],
    rows: rows.map((row) => formRow(entries, row)),
  }),
  setParagraph({ children: [] }),
]

const signLine = (text: string) =>
  setParagraph({ alignment: AlignmentType.LEFT, indent: { left: quarter * 2 }, keepNext: true, keepLines: true, children: [setRun(text)] })

const section = (label: string, parts: readonly Part[]): Part[] => [mark(opens(label)), ...parts, mark(ends(label))]

/** One piece of a layout as paragraphs and tables with tags in them. */
export function layoutParts(entries: Entries, piece: LayoutPart): Part[] {
  switch (piece.part) {
    case 'heading':
      return [
        setParagraph({
          indent: { firstLine: page.indent },
          keepNext: true,
          children: [setRun(piece.text, { font: headingFont[piece.level] })],
        }),
      ]
    case 'text':
      return [indented(piece.text)]
    case 'long':
      return section(labelOf(entries, piece.field), [indented('{.}')])
    case 'when':
      return section(
        `?${labelOf(entries, piece.field)}`,
        piece.parts.flatMap((each) => layoutParts(entries, each)),
      )
    case 'each':
      return section(
        labelOf(entries, piece.field),
        piece.parts.flatMap((each) => layoutParts(entryOf(entries, piece.field)?.columns.map(asEntry) ?? [], each)),
      )
    case 'table':
      return listing(entryOf(entries, piece.field), piece.widths)
    case 'form':
      return form(entries, piece.rows)
    case 'sign':
      return piece.lines.map(signLine)
  }
}
const asEntry = (column: FieldEntry['columns'][number]): FieldEntry => ({ ...column, columns: [] })
