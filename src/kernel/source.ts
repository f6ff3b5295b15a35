import { z } from 'zod'

/**
 * Where a statement comes from: the room and record that holds it, and, when it was read in a paper,
 * the document (by file name), its sha256, the paragraph (1-based) and the UTF-16 offsets in its decoded text.
 */
export const Source = z.object({
  room: z.string(),
  record: z.string(),
  field: z.string(),
  document: z.string().nullable(),
  documentId: z.string().nullable(),
  sha256: z.string().nullable(),
  paragraph: z.number().int().nullable(),
  start: z.number().int().nullable(),
  end: z.number().int().nullable(),
})
export type Source = z.infer<typeof Source>

/** At least one source: a sentence without one does not compile. */
export type Sourced = readonly [Source, ...Source[]]
export const Sourced = z.tuple([Source], Source)

/** A source that is a record of the house itself, not a paper. */
export const recordSource = (from: { room: string; record: string; field: string }): Source => ({
  ...from,
  document: null,
  documentId: null,
  sha256: null,
  paragraph: null,
  start: null,
  end: null,
})

/** The parts of a portrait, in the order they are printed. */
export const FactSection = z.enum([
  'identity',
  'tenures',
  'audits',
  'findings',
  'tolerance',
  'replies',
  'rectification',
  'leads',
  'mentions',
])
export type FactSection = z.infer<typeof FactSection>

/** How far a statement stands; nothing unproven has a state here, so it cannot become a fact. */
export const FactState = z.enum(['recorded', 'established', 'replied', 'objected', 'corrected', 'inProgress', 'rectified', 'unconfirmed'])
export type FactState = z.infer<typeof FactState>

/** One statement about an official that a portrait may print. `id` and `order` are stable for the same records. */
export type Fact = {
  id: string
  section: FactSection
  order: string
  text: string
  state: FactState
  sources: Sourced
}
