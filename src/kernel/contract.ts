import type { z } from 'zod'
import type { GrantedKind } from './entry.ts'
import type { Phrase } from './say.ts'

/**
 * One thing the web may ask of the server. Its name is at once the route (/api/<name>), the permission,
 * the trail verb and the OpenAPI operation. An ask is a GET and never changes anything; an act is a POST.
 */
export type Contract<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = {
  name: `${string}.${string}`
  kind: 'ask' | 'act'
  title: Phrase
  input: I
  output: O
  /** multipart/form-data: any number of files plus the input's fields. */
  takes?: 'files'
  /** The answer is a file, not JSON; `output` then describes what the handler gives: see GivenFile. */
  gives?: 'file'
  /**
   * Why not a byte of the file given is changed, so that it bears no mark of who took it out. `original`: it proves something
   * as it came in; `signed`: others check it by a signature; `form`: papers are made from it; `program`: it is run as it is. Who takes it is in the trail.
   */
  asKept?: 'original' | 'signed' | 'form' | 'program'
  /** Reading it shows a named person's record: the handler must say whose (`seen`), and a trail row is written. */
  reads?: 'person'
  /** Anyone may call it without a session. */
  open?: true
  /** Its answer holds a secret (a first password, a token): given once, never kept for a repetition. */
  answers?: 'secret'
  /** Input fields that are never written to trail or log (passwords, codes). */
  secrets?: readonly string[]
  /** The kind of its trail entry, where it is another than `act` (of an act), `export` (of a file) or `read`. */
  leaves?: GrantedKind
  /**
   * An act is one change with one entry. `nothing`: it only tries, and its entry says that it was tried;
   * `inSteps`: a long work of several changes, each committed with an entry of its own.
   */
  writes?: 'nothing' | 'inSteps'
}
type Parts<I extends z.ZodType, O extends z.ZodType> = Omit<Contract<I, O>, 'kind'>

export const ask = <I extends z.ZodType, O extends z.ZodType>(c: Parts<I, O>): Contract<I, O> => ({ ...c, kind: 'ask' })
export const act = <I extends z.ZodType, O extends z.ZodType>(c: Parts<I, O>): Contract<I, O> => ({ ...c, kind: 'act' })

/** The kind of trail entry a granted contract leaves. */
export const leavesOf = (contract: Contract): GrantedKind =>
  contract.leaves ?? (contract.kind === 'act' ? 'act' : contract.gives === 'file' ? 'export' : 'read')
