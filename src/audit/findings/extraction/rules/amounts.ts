import { type Fen, fen } from '../../../../kernel/money.ts'
import { digits, magnitudes, narrow, pattern, places, sections } from './lexicon.ts'

export type AmountRule = 'figures' | 'spelled' | 'range' | 'listed' | 'trillion' | 'bareUnit'
/** One amount of money in a text: UTF-16 offsets of its words, whole fen, and whether the words say it is only about that. */
export type Amount = { start: number; end: number; text: string; fen: Fen; approximate: boolean; rule: AmountRule }
/** A figure that is damaged or of another currency: shown to a person, never read. */
export type Doubt = { start: number; end: number; text: string; rule: 'damaged' | 'foreign' }
export type Read = { amounts: Amount[]; doubts: Doubt[] }

type Found = Omit<Amount, 'text' | 'fen'> & { fen: number }

/** A decimal times a power of ten of yuan, as whole fen; `exact` is false when it is finer than a fen. */
function fenOf(decimal: string, power: number): { fen: number; exact: boolean } {
  const [whole = '0', fraction = ''] = decimal.replace(/[,，]/g, '').split('.')
  const shift = power + 2
  const kept = fraction.slice(0, shift).padEnd(shift, '0')
  const rest = fraction.slice(shift).replace(/0+$/, '')
  return { fen: Number(`${whole}${kept}`), exact: rest === '' }
}

const powerOf = (unit: string | undefined) => (unit ? (magnitudes[unit] ?? 0) : 0)
/** Money at all, and exactly representable: nothing (零元) is no amount. */
const isSome = (each: Found) => each.fen > 0 && Number.isSafeInteger(each.fen)

/** Whether the words around a figure make it only about that much. */
const isAbout = (text: string, span: { start: number; end: number }): boolean =>
  pattern.about.test(text.slice(Math.max(0, span.start - 4), span.start)) || pattern.after.test(text.slice(span.end, span.end + 6))

/** In 2千6百万 the thousands are of the 万 that stands behind the hundreds: the power that a later unit lends to a small one. */
function lentBy(later: readonly (string | undefined)[], unit: string | undefined): number {
  if (powerOf(unit) === 0 || powerOf(unit) > 3) return 0
  const lender = later.find((each) => powerOf(each) > 3)
  if (lender === undefined) return 0
  return powerOf(lender) >= 8 ? 8 : 4
}

function figuresIn(text: string): Found[] {
  return [...text.matchAll(pattern.figures)].flatMap((found): Found[] => {
    const [all, body = '', jiao, cents] = found
    const span = { start: found.index, end: found.index + all.length }
    if (pattern.rate.test(text.slice(span.end, span.end + 2))) return []
    const tokens = [...body.matchAll(pattern.tokens)]
    const parts = tokens.map(([, number = '', some, unit, more], at) => {
      const power =
        powerOf(unit) +
        lentBy(
          tokens.slice(at + 1).map(([, , , later]) => later),
          unit,
        )
      return { ...fenOf(number, power), power, vague: some !== '' || more !== '' }
    })
    if (parts.some((part, at) => at > 0 && part.power >= (parts[at - 1]?.power ?? 0))) return []
    const sum = parts.reduce((total, part) => total + part.fen, 0) + Number(jiao ?? 0) * 10 + Number(cents ?? 0)
    const approximate = parts.some((part) => part.vague || !part.exact) || isAbout(text, span)
    return [{ ...span, fen: sum, approximate, rule: 'figures' }]
  })
}

/** A number in Chinese numerals, ordinary or banker's; whole yuan. */
export function spelledOut(written: string): number {
  let total = 0
  let section = 0
  let digit = 0
  for (const sign of written) {
    const unit = sections[sign]
    const place = places[sign]
    if (unit !== undefined) {
      const upTo = section + digit
      total = unit === 1e8 ? (total + upTo) * unit : total + upTo * unit
      section = 0
      digit = 0
    } else if (place !== undefined) {
      section += (digit || 1) * place
      digit = 0
    } else digit = digits[sign] ?? 0
  }
  return total + section + digit
}

function spelledIn(text: string): Found[] {
  return [...text.matchAll(pattern.spelled)].flatMap((found): Found[] => {
    const [all, body = '', jiao, cents] = found
    const span = { start: found.index, end: found.index + all.length }
    const after = text.slice(span.end)
    if (pattern.rate.test(after) || (body.length === 1 && !jiao && !pattern.loneEnds.test(after))) return []
    const small = (digits[jiao ?? ''] ?? 0) * 10 + (digits[cents ?? ''] ?? 0)
    const vague = /[\u4f59\u591a]/.test(all.slice(0, body.length + 1))
    return [{ ...span, fen: spelledOut(body) * 100 + small, approximate: vague || isAbout(text, span), rule: 'spelled' }]
  })
}

const lastUnit = (text: string, { start, end }: { start: number; end: number }) =>
  [...text.slice(start, end).matchAll(pattern.tokens)].at(-1)?.[3]

/** The lower end of a range, whose unit stands behind the upper one. */
function rangesIn(text: string, amounts: readonly Found[]): Found[] {
  return amounts.flatMap((amount): Found[] => {
    const head = text.slice(Math.max(0, amount.start - 30), amount.start)
    const found = pattern.before.exec(head)
    if (!found) return []
    const [, number = '', unit] = found
    const start = amount.start - head.length + found.index
    const value = fenOf(number, powerOf(unit ?? lastUnit(text, amount)))
    const end = start + number.length + (unit?.length ?? 0)
    return [{ start, end, fen: value.fen, approximate: false, rule: 'range' }]
  })
}

/** Amounts in a row that share the last one's unit. */
function listedIn(text: string, amounts: readonly Found[]): Found[] {
  return amounts.flatMap((amount): Found[] => {
    const head = text.slice(Math.max(0, amount.start - 160), amount.start)
    const row = pattern.listed.exec(head)?.[1]
    if (!row) return []
    const from = amount.start - row.length
    return [...row.matchAll(pattern.listedOne)].map((found): Found => {
      const [, number = '', unit] = found
      const start = from + found.index
      const value = fenOf(number, powerOf(unit ?? lastUnit(text, amount)))
      return { start, end: start + number.length + (unit?.length ?? 0), fen: value.fen, approximate: false, rule: 'listed' }
    })
  })
}

function unitOnly(text: string): Found[] {
  const trillions = [...text.matchAll(pattern.trillions)].map((found): Found => {
    const [all, number = ''] = found
    const span = { start: found.index, end: found.index + all.length }
    return { ...span, fen: fenOf(number, 12).fen, approximate: isAbout(text, span), rule: 'trillion' }
  })
  const bare = [...text.matchAll(pattern.barely)].map((found): Found => {
    const [all, number = '', unit = ''] = found
    const end = found.index + all.length
    const span = { start: end - number.length - unit.length, end }
    return { ...span, fen: fenOf(number, powerOf(unit)).fen, approximate: isAbout(text, span), rule: 'bareUnit' }
  })
  return [...trillions, ...bare]
}

function doubtsIn(text: string): Doubt[] {
  const damaged = [...text.matchAll(pattern.anyFigure)]
    .filter(([figure]) => !pattern.wellWritten.test(figure))
    .map((found): Doubt => {
      const rest = /^[^\u5143\u5706]*[\u5143\u5706]/.exec(text.slice(found.index))?.[0] ?? found[0]
      return { start: found.index, end: found.index + rest.length, text: rest, rule: 'damaged' }
    })
  const foreign = [...text.matchAll(pattern.foreign)].map(
    (found): Doubt => ({ start: found.index, end: found.index + found[0].length, text: found[0], rule: 'foreign' }),
  )
  return [...damaged, ...foreign]
}

const clash = (a: { start: number; end: number }, b: { start: number; end: number }) => a.start < b.end && b.start < a.end

/**
 * Every amount of Chinese money that a text names, in order, and the figures that must be looked at by a person.
 * Percentages, counts, unit prices and other currencies are no amounts; a damaged figure is never read.
 */
export function amountsIn(given: string): Read {
  const text = narrow(given)
  const doubts = doubtsIn(text)
  const plain = figuresIn(text)
  const all = [...plain, ...spelledIn(text), ...rangesIn(text, plain), ...listedIn(text, plain), ...unitOnly(text)].filter(
    (each) => isSome(each) && !doubts.some((doubt) => clash(doubt, each)),
  )
  const kept: Found[] = []
  for (const each of all) if (!kept.some((other) => clash(other, each))) kept.push(each)
  const amounts = kept
    .sort((a, b) => a.start - b.start)
    .map((each) => ({ ...each, fen: fen(each.fen), text: given.slice(each.start, each.end) }))
  return { amounts, doubts: doubts.map((doubt) => ({ ...doubt, text: given.slice(doubt.start, doubt.end) })) }
}
