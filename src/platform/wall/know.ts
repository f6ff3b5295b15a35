import { sql } from 'kysely'
import type { Actor } from '../actor.ts'
import type { Clock } from '../clock.ts'
import type { Db } from '../db.ts'
import { openLine } from './line.ts'
import { allTables } from './predicate.ts'

/** Whether an actor may know a record now (`<table>:<id>`), asked through both walls; what is no record is nobody's to know. */
export async function mayKnow(office: { db: Db; clock: Clock }, actor: Actor, subject: string): Promise<boolean> {
  const [name = '', id = ''] = subject.split(':')
  const table = allTables.find((each) => each === name)
  if (!table) return false
  const line = await openLine(office, actor, { traced: false })
  try {
    const rows = await line.read.selectFrom(table).select(sql<number>`1`.as('known')).where(sql<boolean>`id::text = ${id}`).execute()
    return rows.length > 0
  } finally {
    await line.end()
  }
}
