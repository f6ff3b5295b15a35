import type { Day } from '../../../kernel/day.ts'
import type { Reader, Writer } from '../../../platform/db.ts'
import type { FieldRuleKind, FieldworkRule } from './model.ts'
import { ruleInForce } from './rules.ts'

export const fieldworkRules = (read: Reader): Promise<FieldworkRule[]> =>
  read.selectFrom('fieldworkRule').selectAll().orderBy('kind').orderBy('startsOn').execute()

/** The rule of a kind in force for a place on a day; a missing one is a fault of the installation. */
export async function ruleFor(read: Reader, kind: FieldRuleKind, at: { place: string; on: Day }): Promise<FieldworkRule> {
  const rule = ruleInForce(await fieldworkRules(read), kind, at)
  if (!rule) throw new Error(`no fieldwork rule ${kind} in force`)
  return rule
}

export const endRule = (tx: Writer, id: string, endsOn: Day) =>
  tx.updateTable('fieldworkRule').set({ endsOn }).where('id', '=', id).execute()
export const addRule = (tx: Writer, row: FieldworkRule) => tx.insertInto('fieldworkRule').values(row).execute()
