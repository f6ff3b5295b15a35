import type { z } from 'zod'
import { list as listReports } from './archive/reports/contract.ts'
import { listCompilations } from './archive/risks/contract.ts'
import { listLeads } from './audit/leads/contract.ts'
import type { Contract } from './kernel/contract.ts'
import { list as listOfficials } from './registers/auditees/contract.ts'
import { units as listUnits } from './registers/places/contract.ts'
import { listRegulations, searchInside } from './registers/regulations/contract.ts'
import { askOnce } from './web/ask.ts'
import type { InputOf } from './web/call.ts'
import { place } from './web/go.tsx'
import type { Hit } from './web/shell/shape.ts'

type Listing<Row> = z.ZodType<{ rows: Row[]; total: number }>

/** Asks a list and turns its first rows into hits; trouble finds nothing, the palette has no room for it. */
async function hits<I extends z.ZodType, Row>(
  contract: Contract<I, Listing<Row>>,
  input: InputOf<I>,
  hitOf: (row: Row) => Hit,
): Promise<readonly Hit[]> {
  const outcome = await askOnce(contract, input)
  return outcome.ok ? outcome.value.rows.map(hitOf) : []
}
const few = { limit: 5 }

export const officials = (keyword: string) =>
  hits(listOfficials, { ...few, keyword }, (row) => ({
    key: row.id,
    says: row.name,
    aside: [row.unitName, row.tenure?.post].filter(Boolean).join(' '),
    to: `/portrait/${row.id}`,
  }))

export const units = (keyword: string) =>
  hits(listUnits, { ...few, keyword }, (row) => ({
    key: row.id,
    says: row.name,
    aside: row.number,
    to: place('/places', { open: row.id }),
  }))

export const reports = (q: string) =>
  hits(listReports, { ...few, q }, (row) => ({ key: row.id, says: row.title, aside: row.number ?? row.name, to: `/reports/${row.id}` }))

export const regulations = (q: string) =>
  hits(listRegulations, { ...few, q }, (row) => ({ key: row.id, says: row.title, to: `/regulations/${row.id}` }))

export const leads = (q: string) =>
  hits(listLeads, { ...few, q }, (row) => ({ key: row.id, says: row.title, aside: row.number, to: place('/leads', { open: row.id }) }))

export const compilations = (q: string) =>
  hits(listCompilations, { ...few, q }, (row) => ({ key: row.id, says: row.title, aside: row.number ?? '', to: `/compilations/${row.id}` }))

export const articles = (q: string) =>
  hits(searchInside, { ...few, q }, (row) => ({
    key: `${row.version}${row.start}`,
    says: row.text.slice(0, 60),
    aside: `${row.title} ${row.label}`,
    to: place(`/regulations/${row.regulation}`, { version: row.version, article: row.article, suffix: row.suffix || null }),
  }))
