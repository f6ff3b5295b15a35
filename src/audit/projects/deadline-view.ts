import { ClockStepCode, sayStep } from '../../kernel/clock-rule.ts'
import { say, type Tongue } from '../../kernel/say.ts'
import type { Reader } from '../../platform/db.ts'
import { found } from '../../platform/stop.ts'
import { together, wording } from '../../platform/together.ts'
import { citation } from '../../registers/regulations/rules/cite.ts'
import { clockRows } from '../../registers/regulations/store.ts'
import type { Project } from './model.ts'
import type { DeadlineView } from './room.contract.ts'
import type { Deadline, DeadlineCount, DeadlineSuspension, KeptStep } from './rules/deadline-records.ts'
import type { PartyOf } from './rules/situation.ts'
import { partiesAmong } from './store-case.ts'
import { countsOf, suspensionsOf } from './store-deadlines.ts'
import { countsAsked, deadlinesAsked, subjectsAsked, suspensionsAsked, unitAsked } from './store-parts.ts'

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
}
/** Deadlines as they are shown: with the rule's name and article, how each was counted, and what it was before. */
async function viewed(read: Reader, { deadlines, counts, suspensions, parties }: Shown, tongue: Tongue): Promise<DeadlineView[]> {
  const rules = deadlines.length === 0 ? [] : await clockRows(read)
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

/** Every clock of a project, those that end first on top. */
export async function deadlinesInRoom(read: Reader, project: Project, tongue: Tongue): Promise<DeadlineView[]> {
  const { subjects, unit, ...told } = await together(read, {
    deadlines: deadlinesAsked(wording, project.id),
    counts: countsAsked(wording, project.id),
    suspensions: suspensionsAsked(wording, project.id),
    subjects: subjectsAsked(wording, project.id),
    unit: unitAsked(wording, project),
  })
  return viewed(read, { ...told, parties: partiesAmong(subjects, found(unit[0])) }, tongue)
}

/** Some clocks of a party's own case. */
export async function viewDeadlines(
  read: Reader,
  deadlines: readonly Deadline[],
  shown: { parties: readonly PartyOf[]; tongue: Tongue },
): Promise<DeadlineView[]> {
  const ids = deadlines.map(({ id }) => id)
  const [counts, suspensions] = await Promise.all([countsOf(read, ids), suspensionsOf(read, ids)])
  return viewed(read, { deadlines, counts, suspensions, parties: shown.parties }, shown.tongue)
}
