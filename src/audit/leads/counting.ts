import { ClockStepCode, sayStep } from '../../kernel/clock-rule.ts'
import type { Day } from '../../kernel/day.ts'
import { say, type Tongue } from '../../kernel/say.ts'
import type { Reader } from '../../platform/db.ts'
import { citation } from '../../registers/regulations/rules/cite.ts'
import { openClocks } from '../../registers/regulations/store.ts'
import type { ClockView } from './contract.ts'
import type { Effect, Lead, LeadClock, StepName } from './model.ts'
import { begun, effects, ended, endedBy, startedBy } from './rules/effects.ts'

type Region = { region: string; on: Day }
/** Clocks that begin on a day; where no rule applies in the place, none begins. */
async function fresh(read: Reader, names: readonly Effect[], { region, on }: Region): Promise<LeadClock[]> {
  if (names.length === 0) return []
  const due = await openClocks(read)
  return names.flatMap((effect): LeadClock[] => {
    const { rule } = effects[effect]
    const counted = due({ rule, from: on, region })
    if ('refusal' in counted) return []
    const { due: dueOn, steps, rule: row } = counted.value
    const kept = steps.map(({ code, facts }) => ({ code, facts: { ...facts } }))
    return [
      { effect, rule, fromOn: on, dueOn, steps: kept, citation: say(citation(row.citation), 'zh'), verified: row.verified, endedOn: null },
    ]
  })
}

/** The clocks of a lead after a step: those it ends have ended, those it starts run from its day. */
export async function clocksAfter(read: Reader, lead: Lead, { step, on }: { step: StepName; on: Day }): Promise<LeadClock[]> {
  const starting = await fresh(read, startedBy(step), { region: lead.jurisdiction, on })
  return begun(ended(lead.clocks, endedBy(step), on), starting)
}

/** When a lead that was reminded of may be reminded of again; null where no rule says. */
export async function repeatDue(read: Reader, lead: Pick<Lead, 'jurisdiction'>, on: Day): Promise<Day | null> {
  const counted = (await openClocks(read))({ rule: 'lead.repeat', from: on, region: lead.jurisdiction })
  return 'refusal' in counted ? null : counted.value.due
}

/** The clocks in words: each with every step of its count. */
export const clockViews = (clocks: readonly LeadClock[], tongue: Tongue): ClockView[] =>
  clocks.map(({ steps, rule: _, ...clock }) => ({
    ...clock,
    why: steps.flatMap(({ code, facts }) => {
      const known = ClockStepCode.safeParse(code)
      return known.success ? [sayStep({ code: known.data, facts }, tongue)] : []
    }),
  }))
