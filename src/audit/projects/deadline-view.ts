import { ClockStepCode, sayStep } from '../../kernel/clock-rule.ts'
import { say, type Tongue } from '../../kernel/say.ts'
import type { Reader } from '../../platform/db.ts'
import { citation } from '../../registers/regulations/rules/cite.ts'
import { clockRows } from '../../registers/regulations/store.ts'
import type { DeadlineView } from './room.contract.ts'
import type { Deadline, KeptStep } from './rules/deadline-records.ts'
import type { PartyOf } from './rules/situation.ts'
import { countsOf, suspensionsOf } from './store-deadlines.ts'

/** A kept step in words; one whose code this version does not know is left out. */
const saySteps = (steps: readonly KeptStep[], tongue: Tongue): string[] =>
  steps.flatMap(({ code, facts }) => {
    const known = ClockStepCode.safeParse(code)
    return known.success ? [sayStep({ code: known.data, facts }, tongue)] : []
  })

/** Deadlines as they are shown: with the rule's name and article, how each was counted, and what it was before. */
export async function viewDeadlines(
  read: Reader,
  deadlines: readonly Deadline[],
  shown: { parties: readonly PartyOf[]; tongue: Tongue },
): Promise<DeadlineView[]> {
  const ids = deadlines.map(({ id }) => id)
  const [rules, counts, suspensions] = await Promise.all([clockRows(read), countsOf(read, ids), suspensionsOf(read, ids)])
  return deadlines.map(({ steps, ...deadline }) => {
    const row = rules.find(({ id }) => id === deadline.ruleRow)
    const { tongue } = shown
    const { lawTitle: title = '', lawVersion: version = null, article = null, paragraph = null, item = null } = row ?? {}
    return {
      ...deadline,
      title: row ? say(row.title, tongue) : deadline.rule,
      citation: say(citation({ title, version, article, paragraph, item }), tongue),
      verified: row?.verified ?? false,
      partyName: shown.parties.find(({ party, id }) => deadline.party === `${party}:${id}`)?.name ?? null,
      why: saySteps(steps, tongue),
      counts: counts
        .filter((each) => each.deadline === deadline.id)
        .map(({ id, countedOn, cause, dueOn, steps: counted }) => ({ id, countedOn, cause, dueOn, why: saySteps(counted, tongue) })),
      suspensions: suspensions.filter((each) => each.deadline === deadline.id),
    }
  })
}
