import { grouped } from '../../kernel/grouped.ts'
import type { Reader } from '../../platform/db.ts'
import { type Standing, standingNow } from './standing.ts'

/** How each of these findings stands by all that was raised against it; one that is not there simply stands. */
export async function standingsOf(read: Reader, findings: readonly string[]): Promise<(finding: string) => Standing> {
  const rows =
    findings.length === 0
      ? []
      : await read
          .selectFrom('objection')
          .select(['finding', 'official', 'raisedOn', 'decidedOn', 'effect'])
          .where('finding', 'in', [...findings])
          .execute()
  const raised = grouped(rows, ({ finding }) => finding)
  return (finding) => standingNow(raised.get(finding) ?? [])
}
