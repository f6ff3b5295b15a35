import type { z } from 'zod'
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
  /** Reading it shows a named person's record: the handler must say whose (`seen`), and a trail row is written. */
  reads?: 'person'
  /** Anyone may call it without a session. */
  open?: true
  /** Input fields that are never written to trail or log (passwords, codes). */
  secrets?: readonly string[]
}
type Parts<I extends z.ZodType, O extends z.ZodType> = Omit<Contract<I, O>, 'kind'>

export const ask = <I extends z.ZodType, O extends z.ZodType>(c: Parts<I, O>): Contract<I, O> => ({ ...c, kind: 'ask' })
export const act = <I extends z.ZodType, O extends z.ZodType>(c: Parts<I, O>): Contract<I, O> => ({ ...c, kind: 'act' })
