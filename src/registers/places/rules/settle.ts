import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { Unit } from '../model.ts'
import type { words } from '../words.ts'

type No = Refusal<keyof typeof words.refusal>
type Standing = Pick<Unit, 'id' | 'number' | 'name' | 'superior'>
/** A row of a workbook: who it is and whom it names above itself, by numbers. */
export type Claim = { number: string; name: string; superior: string | null }

/** By number: the claims of the sheet laid over the register. */
function superiorsOf(claims: readonly Claim[], register: readonly Standing[]): Map<string, string | null> {
  const numbers = new Map(register.map(({ id, number }) => [id, number]))
  const above = new Map(register.map(({ number, superior }) => [number, superior ? (numbers.get(superior) ?? null) : null]))
  for (const { number, superior } of claims) above.set(number, superior)
  return above
}

function comesBack(number: string, above: ReadonlyMap<string, string | null>): boolean {
  const met = new Set<string>()
  for (let at = above.get(number); at && !met.has(at); at = above.get(at)) {
    if (at === number) return true
    met.add(at)
  }
  return false
}

function firstNo(claim: Claim, above: ReadonlyMap<string, string | null>, names: ReadonlyMap<string, string>): No | null {
  const { number, superior } = claim
  if (superior === null) return null
  if (superior === number) return refuse('superiorIsSelf')
  if (!above.has(superior)) return refuse('superiorUnknown', { number: superior })
  return comesBack(number, above) ? refuse('superiorCycle', { name: names.get(superior) ?? superior }) : null
}

/** Rows under a refused row are refused too, unless the register knows that superior already. */
function spread(claims: readonly Claim[], known: ReadonlySet<string>, refused: Map<Claim, No>): void {
  for (let grew = true; grew; ) {
    const kept = new Set([...known, ...claims.filter((claim) => !refused.has(claim)).map(({ number }) => number)])
    const orphans = claims.filter((claim) => !refused.has(claim) && claim.superior !== null && !kept.has(claim.superior))
    for (const claim of orphans) refused.set(claim, refuse('superiorRefused', { number: claim.superior ?? '' }))
    grew = orphans.length > 0
  }
}

/** Which rows may not be kept because of their superior, and why. A superior may stand later in the same sheet. */
export function refusedClaims<C extends Claim>(claims: readonly C[], register: readonly Standing[]): ReadonlyMap<Claim, No> {
  const above = superiorsOf(claims, register)
  const names = new Map([...register, ...claims].map(({ number, name }) => [number, name]))
  const refused = new Map<Claim, No>()
  for (const claim of claims) {
    const no = firstNo(claim, above, names)
    if (no) refused.set(claim, no)
  }
  spread(claims, new Set(register.map(({ number }) => number)), refused)
  return refused
}
