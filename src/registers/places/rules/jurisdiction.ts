import type { JurisdictionLevel } from '../model.ts'

/** The level that a code's digits say. */
export function levelOf(code: string): JurisdictionLevel {
  if (code.length > 6) return 'township'
  if (code.endsWith('0000')) return 'province'
  return code.endsWith('00') ? 'city' : 'county'
}

/** The leading digits shared by a place and everything inside it: 410000 -> 41, 410100 -> 4101. Empty (everywhere) for 000000 and *. */
export function prefixOf(code: string): string {
  if (code === '*') return ''
  if (code.length > 6) return code.replace(/000$/, '')
  return code.replace(/(00)+$/, '')
}

/** Whether a place lies in another (or is it). */
export const liesIn = (code: string, place: string): boolean => code.startsWith(prefixOf(place))

/** The places that would stand directly above this code, nearest first. */
export function superiorCodes(code: string): string[] {
  const wider = [code.slice(0, 9), code.slice(0, 6), `${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`]
  return [...new Set(wider)].filter((each) => each !== code && [6, 9].includes(each.length) && liesIn(code, each))
}
