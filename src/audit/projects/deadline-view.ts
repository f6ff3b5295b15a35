import { ClockStepCode, sayStep } from '../../kernel/clock-rule.ts'
import { say, type Tongue } from '../../kernel/say.ts'
import type { Reader } from '../../platform/db.ts'
import { found } from '../../platform/stop.ts'
import { type Answers, wording } from '../../platform/together.ts'
import type { ClockRow } from '../../registers/regulations/model.ts'
import { citation } from '../../registers/regulations/rules/cite.ts'
import { clockRows } from '../../registers/regulations/store.ts'
import type { DeadlineView } from './room.contract.ts'
import type { Deadline, DeadlineCount, DeadlineSuspension, KeptStep } from './rules/deadline-records.ts'
import type { PartyOf } from './rules/situation.ts'
import { partiesAmong } from './store-case.ts'
import { countsOf, suspensionsOf } from './store-deadlines.ts'
import { countsAsked, deadlinesAsked, projectAsked, subjectsAsked, suspensionsAsked, unitAsked } from './store-parts.ts'

/** A kept step in words; one whose code this version does not know is left out. */
const saySteps = (steps: readonly KeptStep[], tongue: Tongue): string[] =>
  steps.flatMap(({ code, facts }) => {
    const known = ClockStepCode.safeParse(code)
    return known.success ? [sayStep({ code: known.data, facts }, tongue)] : []
  })

type Shown = {
  deadlines: readonly Deadline[]
  counts: readonly DeadlineCount[]
  suspensions: readonly DeadlineSuspension[]
  parties: readonly PartyOf[]
  rules: readonly ClockRow[]
}
/** Deadlines as they are shown: with the rule's name and article, how each was counted, and what it was before. */
function viewed({ deadlines, counts, suspensions, parties, rules }: Shown, tongue: Tongue): DeadlineView[] {
  return deadlines.map(({ steps, ...deadline }) => {
    const row = rules.find(({ id }) => id === deadline.ruleRow)
    const { lawTitle: title = '', lawVersion: version = null, article = null, paragraph = null, item = null } = row ?? {}
    return {
      ...deadline,
      title: row ? say(row.title, tongue) : deadline.rule,
      citation: say(citation({ title, version, article, paragraph, item }), tongue),
      verified: row?.verified ?? false,
      partyName: parties.find(({ party, id }) => deadline.party === `${party}:${id}`)?.name ?? null,
      why: saySteps(steps, tongue),
      counts: counts
        .filter((each) => each.deadline === deadline.id)
        .map(({ id, countedOn, cause, dueOn, steps: counted }) => ({ id, countedOn, cause, dueOn, why: saySteps(counted, tongue) })),
      suspensions: suspensions.filter((each) => each.deadline === deadline.id),
    }
  })
}

export const deadlinesPanel = (project: string) => ({
  project: projectAsked(wording, project),
  deadlines: deadlinesAsked(wording, project),
  counts: countsAsked(wording, project),
  suspensions: suspensionsAsked(wording, project),
  subjects: subjectsAsked(wording, project),
  unit: unitAsked(wording, project),
})
/** Every clock of a project, those that end first on top. */
export function deadlinesInRoom(
  { subjects, unit, project: _, ...told }: Answers<ReturnType<typeof deadlinesPanel>>,
  { rules, tongue }: { rules: readonly ClockRow[]; tongue: Tongue },
): DeadlineView[] {
  return viewed({ ...told, rules, parties: partiesAmong(subjects, found(unit[0])) }, tongue)
}

/** Some clocks of a party's own case. */
export async function viewDeadlines(
  read: Reader,
  deadlines: readonly Deadline[],
  shown: { parties: readonly PartyOf[]; tongue: Tongue },
): Promise<DeadlineView[]> {
  if (deadlines.length === 0) return []
  const ids = deadlines.map(({ id }) => id)
  const [counts, suspensions, rules] = await Promise.all([countsOf(read, ids), suspensionsOf(read, ids), clockRows(read)])
  return viewed({ deadlines, counts, suspensions, rules, parties: shown.parties }, shown.tongue)
}
