import {
  AlignmentType,
  type IParagraphOptions,
  type IRunOptions,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { Block, Paper, Run } from './model.ts'
import { clean, page } from './rules.ts'
import { words } from './words.ts'

type Font = keyof typeof words.font
type Part = Paragraph | Table
const halfPoints = { 1: 52, 2: 44, 3: 32, 4: 28, small: 24, five: 21 } as const

/** A font by its name only, for every script; the office's own machine has it. */
export const fontNamed = (font: Font) => {
  const name = words.font[font]
  return { ascii: name, eastAsia: name, hAnsi: name, cs: name, hint: 'eastAsia' as const }
}
/** Text in a named font; size in half points. */
export const setRun = (text: string, over: { font?: Font; size?: number } & Pick<IRunOptions, 'bold' | 'color' | 'superScript'> = {}) => {
  const { font = 'body', size = halfPoints[3], ...rest } = over
  return new TextRun({ text: clean(text), font: fontNamed(font), size, characterSpacing: page.tighten, ...rest })
}

const exact = (line: number) => ({ line, lineRule: LineRuleType.EXACT, before: 0, after: 0 })
/** A paragraph of the body: exact pitch, no widow control, off the grid. */
export const setParagraph = (over: IParagraphOptions) => new Paragraph({ spacing: exact(page.line), widowControl: false, ...over })
const blank = () => setParagraph({ children: [] })

/** Secrecy label (bold sans, flush left) and number above the title, when the paper bears them. */
export function headParts(paper: Paper): Part[] {
  const secrecy = paper.secrecy ? [setParagraph({ children: [setRun(paper.secrecy, { font: 'hei' })] })] : []
  const number = paper.number ? [setParagraph({ alignment: AlignmentType.CENTER, children: [setRun(paper.number)] })] : []
  return [...secrecy, ...number, ...(secrecy.length + number.length > 0 ? [blank()] : [])]
}

/** The title in two-number small-title face, one line an entry; then the addressee, flush left with a full-width colon. */
export function titleParts(paper: Paper): Part[] {
  const lines = paper.title.map(
    (line) =>
      new Paragraph({
        alignment: AlignmentType.CENTER,
        spacing: exact(page.titleLine),
        widowControl: false,
        children: [setRun(line, { font: 'title', size: halfPoints[2] })],
      }),
  )
  const addressee = paper.addressee ? [setParagraph({ children: [setRun(`${paper.addressee}${words.colon}`)] })] : []
  return [...lines, blank(), ...addressee]
}

const headingFont = { 1: 'hei', 2: 'kai', 3: 'body', 4: 'body' } as const

const runsOf = ({ text, marks = [], strong }: Run) => [
  setRun(text, strong ? { bold: true } : {}),
  ...marks.map((mark) => setRun(`[${mark}]`, { superScript: true })),
]

const cellOf = (text: string, over: { width: number; head: boolean }) =>
  new TableCell({
    width: { size: over.width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    children: [
      new Paragraph({
        spacing: exact(360),
        widowControl: false,
        alignment: over.head ? AlignmentType.CENTER : AlignmentType.LEFT,
        children: [setRun(text, { size: halfPoints.small, font: over.head ? 'hei' : 'body' })],
      }),
    ],
  })

function tableOf(block: Extract<Block, { kind: 'table' }>): Part[] {
  const whole = block.widths.reduce((sum, width) => sum + width, 0)
  const widths = block.widths.map((width) => Math.round((width / whole) * page.textWidth))
  const row = (cells: readonly string[], head: boolean) =>
    new TableRow({ tableHeader: head, cantSplit: true, children: cells.map((text, at) => cellOf(text, { width: widths[at] ?? 0, head })) })
  const table = new Table({
    layout: TableLayoutType.FIXED,
    width: { size: page.textWidth, type: WidthType.DXA },
    columnWidths: widths,
    rows: [row(block.header, true), ...block.rows.map((cells) => row(cells, false))],
  })
  return [table, blank()]
}

const sourceLine = (source: { number: number; text: string }) =>
  new Paragraph({
    spacing: exact(360),
    widowControl: false,
    indent: { left: 630, hanging: 630 },
    children: [setRun(`[${source.number}] ${source.text}`, { size: halfPoints.small })],
  })

/** A block as typeset paragraphs and tables. */
export function blockParts(block: Block): Part[] {
  switch (block.kind) {
    case 'heading':
      return [
        setParagraph({
          indent: { firstLine: page.indent },
          keepNext: true,
          children: [setRun(block.text, { font: headingFont[block.level] })],
        }),
      ]
    case 'paragraph':
      return [setParagraph({ alignment: AlignmentType.BOTH, indent: { firstLine: page.indent }, children: block.runs.flatMap(runsOf) })]
    case 'table':
      return tableOf(block)
    case 'sources':
      return [setParagraph({ keepNext: true, children: [setRun(block.title, { font: 'hei' })] }), ...block.sources.map(sourceLine)]
  }
}

/** Signer and date at the end: the date four characters from the right, the signer centred above it. */
export function signatureParts(paper: Paper): Part[] {
  if (!paper.signature) return []
  const right = (text: string) =>
    setParagraph({ alignment: AlignmentType.RIGHT, indent: { right: page.indent * 2 }, keepLines: true, children: [setRun(text)] })
  return [blank(), right(paper.signature.signer), right(paper.signature.date)]
}
