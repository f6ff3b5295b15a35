import { numeral } from './lexicon.ts'

/** A whole number written in Chinese, in digits or in full-width digits; null when it is none. */
export function numberFrom(written: string): number | null {
  const western = [...written].map((sign) => (numeral.wide.includes(sign) ? String(numeral.wide.indexOf(sign)) : sign)).join('')
  if (/^\d+$/.test(western)) return Number(western)
  const signs = [...written]
  const spelled = signs.every((sign) => numeral.digits.has(sign))
  if (spelled && signs.length > 0) return Number(signs.map((sign) => numeral.digits.get(sign)).join(''))
  return signs.length > 0 ? summed(signs) : null
}

function summed(signs: readonly string[]): number | null {
  let total = 0
  let digit: number | null = null
  for (const sign of signs) {
    const unit = new Map<string, number>(numeral.units).get(sign)
    const value = numeral.digits.get(sign)
    if (unit === undefined && value === undefined) return null
    if (unit !== undefined) {
      total += (digit ?? 1) * unit
      digit = null
    } else digit = value ?? null
  }
  return total + (digit ?? 0)
}

/** 13 or 101 in Chinese words, as articles are numbered; for 0 to 9999. */
export function inChinese(value: number): string {
  const { zero, places } = numeral
  const written = [...String(value)]
    .map((sign, at, all) => (sign === '0' ? zero : `${numeral.plain[Number(sign)] ?? ''}${places[all.length - 1 - at] ?? ''}`))
    .join('')
    .replace(numeral.zeros, zero)
  const trimmed = value === 0 ? zero : written.replace(numeral.lastZero, '')
  return trimmed.replace(numeral.oneTen, numeral.ten)
}
