import type { Day } from '../../kernel/day.ts'
import { say, type Tongue } from '../../kernel/say.ts'
import type { Block, Paper } from './model.ts'
import { words } from './words.ts'

/** The page of GB/T 9704-2012 in twips: A4, type area 156 x 225 mm, 22 lines of 28 characters. */
export const page = {
  width: 11906,
  height: 16838,
  top: 2098,
  bottom: 1984,
  left: 1588,
  right: 1474,
  footer: 1446,
  /** Exact line pitch: 28.95 pt. */
  line: 579,
  /** Word's three-number size is 16 pt, the standard's 15.75: each character is set closer. */
  tighten: -5,
  /** Two characters of body text. */
  indent: 630,
  titleLine: 640,
  footerLine: 320,
  textWidth: 8844,
} as const

/** 1 to 99 in Chinese numerals: 一, 十, 十一, 二十, 二十一. */
export function numeral(number: number): string {
  const { digits, ten } = words
  const tens = Math.floor(number / 10)
  const ones = number % 10 === 0 ? '' : (digits[number % 10] ?? '')
  if (tens === 0) return digits[number] ?? String(number)
  return `${tens === 1 ? '' : (digits[tens] ?? '')}${ten}${ones}`
}

/** The mark of a heading: 一、 （一） 1. （1） */
export function headingMark(level: 1 | 2 | 3 | 4, number: number): string {
  const form = { 1: words.mark.one, 2: words.mark.two, 3: words.mark.three, 4: words.mark.four }[level]
  return form.replace('{numeral}', numeral(number)).replace('{number}', String(number))
}

/** 2024-03-05 as official papers write it: 2024年3月5日, no leading zeros. */
export const paperDay = (on: Day, tongue: Tongue = 'zh'): string =>
  say(words.day, tongue, { year: on.slice(0, 4), month: Number(on.slice(5, 7)), day: Number(on.slice(8)) })
export const paperMonth = (on: string, tongue: Tongue = 'zh'): string =>
  say(words.month, tongue, { year: on.slice(0, 4), month: Number(on.slice(5, 7)) })

/** Characters that no XML paper may carry are dropped before typesetting. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are meant
export const clean = (text: string): string => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')

const marked = (marks: readonly number[] | undefined) => (marks ?? []).map((mark) => `[${mark}]`).join('')

function textsOf(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
      return [block.text]
    case 'paragraph':
      return [block.runs.map((run) => `${run.text}${marked(run.marks)}`).join('')]
    case 'table':
      return [...block.header, ...block.rows.flat()]
    case 'sources':
      return [block.title, ...block.sources.map((source) => `[${source.number}] ${source.text}`)]
  }
}

/** The paragraphs of a paper in the order a reader meets them, as their plain text; what an intake will number from 1. */
export function paragraphsOf(paper: Paper): string[] {
  const head = [paper.secrecy, paper.number].filter((line) => line !== null)
  const addressee = paper.addressee === null ? [] : [`${paper.addressee}${words.colon}`]
  const signature = paper.signature ? [paper.signature.signer, paper.signature.date] : []
  return [...head, ...paper.title, ...addressee, ...paper.blocks.flatMap(textsOf), ...signature]
    .map(clean)
    .filter((text) => text.trim() !== '')
}
