import { numberFrom } from '../../../registers/regulations/rules/numerals.ts'
import type { GuessRule, ReportKind } from '../model.ts'
import {
  beside,
  documentNumber,
  kindWords,
  markdownHeading,
  notTitle,
  pressWords,
  titleBeforeAddressee,
  titleBeginning,
  titleEnding,
  wholeDate,
} from './lexicon.ts'

export type Guess<T> = { value: T; rule: GuessRule }
export type Guesses = { title: Guess<string>; number: Guess<string | null>; kind: Guess<ReportKind>; year: Guess<number | null> }
type Paper = { name: string; lines: readonly string[] }

const headLines = 15
const longestTitle = 80
const earliest = 1949
const latest = 2100

/** Proposes title, number, kind and year of a paper from its lines; a person may correct each. */
export function guess(paper: Paper): Guesses {
  const title = titleOf(paper)
  const number = numberOf(paper.lines)
  return { title, number, kind: kindOf(title.value, paper.lines), year: yearOf(number.value, paper.lines) }
}

const couldBeTitle = (line: string): boolean => line.length >= 4 && line.length <= longestTitle && !notTitle.test(line)

function titleOf({ name, lines }: Paper): Guess<string> {
  const head = lines.slice(0, headLines).map((line) => titleBeforeAddressee.exec(line)?.[1] ?? line.replace(markdownHeading, ''))
  const at = head.findIndex((line, i) => couldBeTitle(line) && titleEnding.test(withNext(head, i)))
  if (at >= 0) return { value: withNext(head, at), rule: 'titleLine' }
  const first = head[0]
  if (first !== undefined && couldBeTitle(first)) return { value: first, rule: 'firstLine' }
  return { value: name.replace(/^.*[\\/]/, '').replace(/\.[^.]+$/, '') || name, rule: 'fileName' }
}

/** A title that runs over two lines is one title. */
function withNext(head: readonly string[], at: number): string {
  const line = head[at] ?? ''
  const next = head[at + 1]
  const goesOn = titleBeginning.test(line) && !titleEnding.test(line) && next !== undefined && couldBeTitle(next)
  return goesOn && titleEnding.test(next) ? `${line}${next}` : line
}

/** The number stands alone on one of the first lines; a number inside a sentence is a citation. */
function numberOf(lines: readonly string[]): Guess<string | null> {
  for (const line of lines.slice(0, headLines)) {
    const found = documentNumber.exec(line)?.[0]
    if (found && line.replace(found, '').replace(beside, '').length === 0) return { value: found.replace(/\s+/g, ''), rule: 'numberLine' }
  }
  return { value: null, rule: 'none' }
}

function kindOf(title: string, lines: readonly string[]): Guess<ReportKind> {
  const told = kindWords.find(({ pattern }) => pattern.test(title))
  if (told) return { value: told.kind, rule: 'titleWord' }
  const ends = [...lines.slice(0, headLines), ...lines.slice(-5)].map((line) => line.slice(0, 200))
  return ends.some((line) => pressWords.test(line)) ? { value: 'article', rule: 'pressWord' } : { value: 'other', rule: 'none' }
}

function yearOf(number: string | null, lines: readonly string[]): Guess<number | null> {
  const numbered = number && documentNumber.exec(number)?.[1]
  if (numbered) return { value: numberFrom(numbered), rule: 'numberYear' }
  const signed = lines
    .slice(-8)
    .filter((line) => line.length <= 24)
    .flatMap(yearsIn)
    .at(-1)
  if (signed !== undefined) return { value: signed, rule: 'signedOn' }
  const first = lines.slice(0, headLines).flatMap((line) => yearsIn(line.slice(0, 300)))[0]
  return first === undefined ? { value: null, rule: 'none' } : { value: first, rule: 'firstDate' }
}

const yearsIn = (line: string): number[] =>
  [...line.matchAll(wholeDate)].map((found) => numberFrom(found[1] ?? '') ?? 0).filter((year) => year >= earliest && year <= latest)
