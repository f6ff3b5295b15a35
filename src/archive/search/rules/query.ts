import type { SearchKind } from '../model.ts'

export type TextField = 'unit' | 'person' | 'number' | 'law'
/** What is asked of a document's facts. `value` is folded; years are inclusive, an open end is null. */
export type FieldTerm =
  | { field: TextField; value: string }
  | { field: 'year'; from: number | null; to: number | null }
  | { field: 'kind'; kinds: readonly SearchKind[] }
  | { field: 'unitId'; id: string }

/** A query as a tree. `term` is folded and never empty. */
export type Query =
  | { op: 'text'; term: string }
  | { op: 'field'; of: FieldTerm }
  | { op: 'not'; of: Query }
  | { op: 'and'; of: readonly Query[] }
  | { op: 'or'; of: readonly Query[] }

/** How one document answers the leaves. */
export type Leaves = { has(term: string): boolean; fits(field: FieldTerm): boolean }

export function matches(query: Query, leaves: Leaves): boolean {
  switch (query.op) {
    case 'text':
      return leaves.has(query.term)
    case 'field':
      return leaves.fits(query.of)
    case 'not':
      return !matches(query.of, leaves)
    case 'and':
      return query.of.every((each) => matches(each, leaves))
    case 'or':
      return query.of.some((each) => matches(each, leaves))
  }
}

/** The words a reader wants to see: every term that no NOT turns away, once each. */
export function positiveTerms(query: Query): string[] {
  return [...new Set(termsIn(query, true))]
}

function termsIn(query: Query, wanted: boolean): string[] {
  if (query.op === 'text') return wanted ? [query.term] : []
  if (query.op === 'field') return []
  if (query.op === 'not') return termsIn(query.of, !wanted)
  return query.of.flatMap((each) => termsIn(each, wanted))
}

export function fieldsIn(query: Query): FieldTerm[] {
  if (query.op === 'field') return [query.of]
  if (query.op === 'text') return []
  return query.op === 'not' ? fieldsIn(query.of) : query.of.flatMap(fieldsIn)
}

/** Two leaves with one key ask the same. */
export const fieldKey = (field: FieldTerm): string => JSON.stringify(field)

export const both = (queries: readonly Query[]): Query => (queries.length === 1 && queries[0] ? queries[0] : { op: 'and', of: queries })
