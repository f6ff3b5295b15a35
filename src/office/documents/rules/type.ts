import { z } from 'zod'
import type { Phrase } from '../../../kernel/say.ts'
import type { Secrecy } from '../model.ts'
import type { Fields } from './fields.ts'

type RowsOf<F extends Fields> = { [K in keyof F & string]: NonNullable<z.output<F[K]>> extends readonly unknown[] ? K : never }[keyof F &
  string]
type TextsOf<F extends Fields> = Exclude<keyof F & string, RowsOf<F>>

/**
 * A piece of a document's body. Text holds tags in braces: the Chinese name of a field of the catalogue or of the common
 * head. `each` repeats its parts for every row; inside it the row's columns are tags too, with {序号} and {汉字序号}.
 */
export type LayoutPart<T extends string = string, R extends string = string> =
  | { part: 'heading'; level: 1 | 2 | 3; text: string }
  | { part: 'text'; text: string }
  | { part: 'long'; field: T }
  | { part: 'when'; field: T | R; parts: readonly LayoutPart<T, R>[] }
  | { part: 'each'; field: R; parts: readonly LayoutPart[] }
  | { part: 'table'; field: R; widths: readonly number[] }
  | { part: 'form'; rows: readonly FormRow<T>[] }
  | { part: 'sign'; lines: readonly string[] }
/** A line of a ruled form: one field over the whole width, or two side by side; `lines` leaves room to write. */
export type FormRow<T extends string = string> = readonly [T] | readonly [T, T] | { field: T; lines: number }

/** document: red head 文件式. letter: 信函式. minutes: 纪要式. sheet: no head, for forms and records. */
export const Frame = z.enum(['document', 'letter', 'minutes', 'sheet'])
export type Frame = z.infer<typeof Frame>
export const DocumentGroup = z.enum([
  'start',
  'fieldwork',
  'report',
  'decision',
  'review',
  'rectification',
  'meeting',
  'threeDuty',
  'linkage',
  'admonishment',
  'assessment',
  'appeal',
  'portrait',
])
export type DocumentGroup = z.infer<typeof DocumentGroup>

/**
 * One type of document: what it is called, what it holds, how it is laid out. One `*.doc.ts` file each. `title` may hold
 * tags; `numbered` takes a number from a series; `served` must reach its recipient with proof; `sample` fills it once.
 */
export type DocumentType<F extends Fields = Fields> = {
  id: string
  name: Phrase
  group: DocumentGroup
  frame: Frame
  title: string
  fields: F
  numbered: boolean
  served: boolean
  secrecy: Secrecy
  /** Usual main recipient and copies, as a first proposal for the head; may hold tags. */
  addressee?: string
  copyTo?: string
  signed?: boolean
  /** Kept with its own record and in no register of papers: it has a template, and nobody drafts it by itself. */
  apart?: true
  layout: readonly LayoutPart<TextsOf<F>, RowsOf<F>>[]
  /** Every field filled once, believable and fictional. */
  sample: { readonly [K in keyof F]-?: NonNullable<z.output<F[K]>> }
}
/** Any document type, its own fields forgotten: what the register, templates and pages work with. */
export type AnyDocument = Omit<DocumentType, 'layout' | 'sample'> & {
  layout: readonly LayoutPart[]
  sample: Readonly<Record<string, unknown>>
}

/** Declares a document type; the compiler holds layout and sample against its fields. */
export const documentType = <const F extends Fields>(type: DocumentType<F>): DocumentType<F> => type
