/**
 * Who acts: an account in a role, within a jurisdiction (GB/T 2260 code) and, for most, a unit; `officialId` for an
 * audited official (his own record), `seat` for the seat the session works in.
 */
export type Actor = {
  account: string
  name: string
  role: string
  jurisdiction: string
  unitId: string | null
  officialId: string | null
  seat: string | null
  /** Only these contracts (names, or prefixes that end in `*`); absent when the role alone decides. */
  scopes?: readonly string[]
}
