import { sql } from 'kysely'
import type { Reader } from '../../platform/db.ts'
import type { SearchKind, SearchRoom } from './model.ts'

/** One text that can be searched, without its text. */
export type Candidate = {
  id: string
  room: SearchRoom
  name: string
  title: string
  kind: SearchKind
  number: string | null
  unit: string | null
  year: number | null
  sha256: string
  /** The law that a regulation's text is a version of. */
  regulation: string | null
}

/**
 * Everything a reader of this place may search, under one shape: papers that could be read, and every version of every
 * law. The one place that says what is searchable.
 */
export const searchable = (read: Reader) =>
  read
    .with('searchable', (db) =>
      db
        .selectFrom('document as d')
        .innerJoin('documentText as t', 't.document', 'd.id')
        .where('d.state', '=', 'read')
        .select([
          'd.id',
          sql<SearchRoom>`'reports'::text`.as('room'),
          'd.name',
          'd.title',
          sql<SearchKind>`d.kind`.as('kind'),
          'd.number',
          'd.unit',
          'd.year',
          'd.sha256',
          sql<string | null>`null::uuid`.as('regulation'),
          't.text',
          't.folded',
        ])
        .unionAll(
          db
            .selectFrom('regulationVersion as v')
            .innerJoin('regulation as r', 'r.id', 'v.regulation')
            .select([
              'v.id',
              sql<SearchRoom>`'regulations'::text`.as('room'),
              'v.name',
              'r.title',
              sql<SearchKind>`'regulation'::text`.as('kind'),
              sql<string | null>`null::text`.as('number'),
              sql<string | null>`null::uuid`.as('unit'),
              sql<number | null>`extract(year from v.adopted_on)::integer`.as('year'),
              'v.sha256',
              sql<string | null>`v.regulation`.as('regulation'),
              'v.text',
              'v.folded',
            ]),
        ),
    )
    .selectFrom('searchable')

export const candidateColumns = ['id', 'room', 'name', 'title', 'kind', 'number', 'unit', 'year', 'sha256', 'regulation'] as const
