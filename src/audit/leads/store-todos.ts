import type { Reader } from '../../platform/db.ts'
import type { Lead } from './model.ts'

/** Leads on their way, what is due first first, with the unit's name. */
export const activeLeads = (read: Reader, most: number): Promise<(Lead & { unitName: string })[]> =>
  read
    .selectFrom('lead')
    .innerJoin('unit', 'unit.id', 'lead.unit')
    .selectAll('lead')
    .select('unit.name as unitName')
    .where('lead.state', 'not in', ['closed', 'cancelled'])
    .orderBy('lead.dueOn', (by) => by.asc().nullsLast())
    .orderBy('lead.number')
    .limit(most)
    .execute()
