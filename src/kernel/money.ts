import { z } from 'zod'

/** Whole fen (分); never a fraction, never a float of yuan. */
export const Fen = z.number().int().brand<'Fen'>()
export type Fen = z.infer<typeof Fen>

export const fen = (count: number): Fen => Fen.parse(count)
export const sumFen = (amounts: readonly Fen[]): Fen => fen(amounts.reduce((sum, each) => sum + each, 0))

/** Reads a decimal amount of the given unit exactly, digit by digit; null when it is no number or finer than a fen. */
export function fenFrom(decimal: string, unit: 'yuan' | 'wanYuan' = 'yuan'): Fen | null {
  const parts = /^(-?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/.exec(decimal.trim())
  if (!parts) return null
  const places = unit === 'yuan' ? 2 : 6
  const fraction = (parts[3] ?? '').replace(/0+$/, '')
  if (fraction.length > places) return null
  const digits = `${(parts[2] ?? '').replaceAll(',', '')}${fraction.padEnd(places, '0')}`
  const count = Number(digits)
  return Number.isSafeInteger(count) ? fen(parts[1] ? -count : count) : null
}

const grouped = (whole: string) => whole.replace(/\B(?=(\d{3})+$)/g, ',')

/** 123456789 fen as "1,234,567.89" (yuan), exact. */
export function yuan(amount: Fen): string {
  const digits = String(Math.abs(amount)).padStart(3, '0')
  return `${amount < 0 ? '-' : ''}${grouped(digits.slice(0, -2))}.${digits.slice(-2)}`
}

/** 123456789 fen as "123.456789" (万元), exact, trailing zeros dropped but two places kept. */
export function wanYuan(amount: Fen): string {
  const digits = String(Math.abs(amount)).padStart(7, '0')
  const fraction = digits.slice(-6).replace(/0+$/, '').padEnd(2, '0')
  return `${amount < 0 ? '-' : ''}${grouped(digits.slice(0, -6))}.${fraction}`
}
