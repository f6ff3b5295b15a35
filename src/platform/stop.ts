import type { Facts, Refusal } from '../kernel/refusal.ts'

/** A rule said no; the whole request stops, nothing is written. */
export class Refused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}
/**
 * A change that says no and yet keeps what it wrote (a failed sign-in is counted): returned by a write, it is committed
 * with an entry that says refused, and then the request stops as for any other refusal.
 */
export class Declined {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    this.refusal = refusal
  }
}
/** Who asks is not let in, and is told why: a session or token that has ended, an expired seat. Answered 401. */
export class Stranger extends Refused {}
/** Not there, or not to be known by this reader. */
export class Missing extends Error {}
export type Issue = { path: string; code: string; message: string }
/** The input itself is wrong; each issue names its field. */
export class BadInput extends Error {
  readonly issues: readonly Issue[]
  constructor(issues: readonly Issue[]) {
    super('badInput')
    this.issues = issues
  }
}

export function found<T>(row: T | undefined | null): T {
  if (row === undefined || row === null) throw new Missing()
  return row
}
export function stopIf(refusal: Refusal | null): void {
  if (refusal) throw new Refused(refusal)
}

/** Two people changed one record: says so with the version each of them has. */
export function stopIfChanged(versions: { given: number; kept: number }, facts: Facts = {}): void {
  if (versions.given !== versions.kept) throw new Refused({ code: 'changedMeanwhile', facts: { ...versions, ...facts } })
}
