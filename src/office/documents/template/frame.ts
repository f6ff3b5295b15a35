import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  type IParagraphOptions,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx'
import type { Frame } from '../rules/type.ts'
import { page } from '../rules.ts'
import { fontNamed, setParagraph, setRun } from '../word-parts.ts'
import { words } from '../words.ts'
import { bottomBox } from './bottom-box.ts'
import { mark, type Part, tag } from './parts.ts'

const { head, set } = words
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const noBorders = { top: none, bottom: none, left: none, right: none }
/** The name of the paragraph style that carries the red mark: its size is fitted to the issuers' names when filled. */
export const markStyle = 'IssuerMark'
const red = 'FF0000'
const blank = () => setParagraph({ children: [] })
const optional = (label: string, parts: readonly Paragraph[]): Paragraph[] => [mark(`{#?${label}}`), ...parts, mark(`{/?${label}}`)]

/** Height from the top of the type area to the red mark, by frame: GB/T 9704 7.2.4, 10.1, 10.3. Calibrated to the ink. */
const topRoom = { document: 1756, letter: 0, minutes: 1756, sheet: 0 } as const

const marked = (parts: readonly Paragraph[], height: number) =>
  new Table({
    layout: TableLayoutType.FIXED,
    width: { size: page.textWidth, type: WidthType.DXA },
    columnWidths: [page.textWidth],
    borders: { ...noBorders, insideHorizontal: none, insideVertical: none },
    rows: [
      new TableRow({
        height: { value: height, rule: height > 0 ? HeightRule.EXACT : HeightRule.AUTO },
        children: [new TableCell({ borders: noBorders, margins: { left: 0, right: 0, top: 0, bottom: 0 }, children: [...parts] })],
      }),
    ],
  })

/** Secrecy with its term, then urgency: flush left in bold sans, each only when there is one. */
const labels = (): Paragraph[] => [
  ...optional(head.secrecy.zh, [setParagraph({ children: [setRun(tag(head.secrecy.zh), { font: 'hei' })] })]),
  ...optional(head.urgency.zh, [setParagraph({ children: [setRun(tag(head.urgency.zh), { font: 'hei' })] })]),
  setParagraph({ children: [] }),
]

const redMark = (text: string) =>
  new Paragraph({ style: markStyle, widowControl: false, children: [new TextRun({ text, font: fontNamed('title') })] })

const redRule = () =>
  new Paragraph({
    spacing: { line: 227, lineRule: LineRuleType.EXACT, before: 0, after: 0 },
    border: { bottom: { style: BorderStyle.SINGLE, size: 18, color: red, space: 0 } },
    children: [],
  })

/** The red double rule of a letter, 170 mm: wider than the type area by 7 mm on each side (10.1). */
export const letterRule = (style: 'thickThinSmallGap' | 'thinThickSmallGap') =>
  new Paragraph({
    indent: { left: -397, right: -397 },
    spacing: { line: 227, lineRule: LineRuleType.EXACT, before: 0, after: 0 },
    border: { [style === 'thickThinSmallGap' ? 'bottom' : 'top']: { style: letterStyles[style], size: 24, color: red, space: 0 } },
    children: [],
  })
const letterStyles = {
  thickThinSmallGap: BorderStyle.THICK_THIN_SMALL_GAP,
  thinThickSmallGap: BorderStyle.THIN_THICK_SMALL_GAP,
} as const

/** The number centred; on upward papers it stands left and the approver right (7.2.5, 7.2.6). */
const numberLine = (): Paragraph[] => [
  mark(`{#?${head.approver.zh}}`),
  setParagraph({
    indent: { left: 315, right: 315 },
    tabStops: [{ type: TabStopType.RIGHT, position: page.textWidth - 315 }],
    children: [setRun(`${tag(head.number.zh)}\t${set.approver}`), setRun(tag(head.approver.zh), { font: 'kai' })],
  }),
  mark(`{/?${head.approver.zh}}`),
  mark(`{^?${head.approver.zh}}`),
  setParagraph({ alignment: AlignmentType.CENTER, children: [setRun(tag(head.number.zh))] }),
  mark(`{/?${head.approver.zh}}`),
]

const issuerMarks = (end: string): Paragraph[] => [mark(`{#${head.issuers.zh}}`), redMark(`{.}${end}`), mark(`{/${head.issuers.zh}}`)]

const sheetHead = (): Part[] => [
  ...optional(head.secrecy.zh, [setParagraph({ children: [setRun(tag(head.secrecy.zh), { font: 'hei' })] })]),
]
const sheetNumber = (): Part[] =>
  optional(head.number.zh, [
    setParagraph({ alignment: AlignmentType.RIGHT, children: [setRun(`${set.numberLabel}${tag(head.number.zh)}`, { size: 24 })] }),
  ])

/** Everything above the title, by frame. */
export function headOf(frame: Frame, name: string): Part[] {
  if (frame === 'sheet') return sheetHead()
  if (frame === 'letter') {
    const number = setParagraph({ alignment: AlignmentType.RIGHT, children: [setRun(tag(head.number.zh))] })
    return [...issuerMarks(''), letterRule('thickThinSmallGap'), ...labels().slice(0, -1), ...optional(head.number.zh, [number]), blank()]
  }
  const end = frame === 'minutes' ? name : set.markEnd
  return [marked(labels(), topRoom[frame]), ...issuerMarks(end), blank(), blank(), ...numberLine(), redRule(), blank(), blank()]
}

/** The title in its lines, then the addressee, flush left with a full-width colon. */
export function titleOf(frame: Frame): Part[] {
  const line = new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { line: page.titleLine, lineRule: LineRuleType.EXACT, before: 0, after: 0 },
    widowControl: false,
    keepNext: true,
    children: [setRun('{.}', { font: 'title', size: 44 })],
  })
  const lines = [mark(`{#${head.title.zh}}`), line, mark(`{/${head.title.zh}}`), blank()]
  const numbered = frame === 'sheet' ? sheetNumber() : []
  return [
    ...lines,
    ...numbered,
    ...optional(head.addressee.zh, [setParagraph({ children: [setRun(`${tag(head.addressee.zh)}${words.colon}`)] })]),
  ]
}

/** One line below the text, two characters in; further lines stand under the first (7.3.4). */
const attachments = (): Paragraph[] => [
  mark(`{#?${head.attachments.zh}}`),
  setParagraph({ keepNext: true, children: [] }),
  mark(`{/?${head.attachments.zh}}`),
  mark(`{#${head.attachments.zh}}`),
  setParagraph({ indent: { left: page.indent }, keepNext: true, children: [setRun('{.}')] }),
  mark(`{/${head.attachments.zh}}`),
]

/** With a seal the day stands four characters from the right, and the signer is centred above it (7.3.5.1). */
const signature = (): Paragraph[] => {
  const centred = (text: string): Paragraph =>
    setParagraph({ alignment: AlignmentType.CENTER, indent: { left: 13 * 315 }, keepNext: true, keepLines: true, children: [setRun(text)] })
  const kept = () => setParagraph({ keepNext: true, children: [] })
  return [kept(), kept(), mark(`{#${head.signers.zh}}`), centred('{.}'), mark(`{/${head.signers.zh}}`), centred(tag(head.paperOn.zh))]
}

const rule = (size: number) => ({ style: BorderStyle.SINGLE, size, color: '000000', space: 1 })
const endLine = (text: string, over: Partial<IParagraphOptions>) =>
  new Paragraph({
    spacing: { line: 480, lineRule: LineRuleType.EXACT, before: 0, after: 0 },
    indent: { left: 280, right: 280 },
    tabStops: [{ type: TabStopType.RIGHT, position: page.textWidth - 280 }],
    children: [setRun(text, { size: 28 })],
    ...over,
  })

/** The end block: copies between rules, printer left, day right (7.4); letters bear the copies alone (10.1). */
function endBlock(frame: Frame): Paragraph[] {
  const copies = (over: Partial<IParagraphOptions>) =>
    optional(head.copyTo.zh, [endLine(`${set.copyTo}${tag(head.copyTo.zh)}${set.stop}`, over)])
  if (frame === 'letter') return optional(head.copyTo.zh, [bottomBox([endLine(`${set.copyTo}${tag(head.copyTo.zh)}${set.stop}`, {})])])
  const printed = endLine(`${tag(head.printedBy.zh)}\t${tag(head.printedOn.zh)}${set.printed}`, {
    border: { top: rule(6), bottom: rule(8) },
  })
  return [bottomBox([...copies({ border: { top: rule(8) } }), printed])]
}

/** Everything below the body. Sheets sign inside their form. */
export const footOf = (frame: Frame, signed: boolean): Part[] => [
  ...(frame === 'sheet' ? [] : attachments()),
  ...(signed ? signature() : []),
  ...(frame === 'sheet' ? [] : endBlock(frame)),
]
