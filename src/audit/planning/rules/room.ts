import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { PlannedAudit } from '../model.ts'
import type { words } from '../words.ts'
import { asProposed, openChanges, standingItems } from './figures.ts'
import { isAt, slotText } from './hold.ts'
import type { Library } from './library.ts'

/**
 * Why some items may not be approved without others: their slot has the days only once a change that frees it is approved as well.
 * Null when the slot has the days, or lacks them for another reason, which the board shows.
 */
export function whyNotYet(library: Library, chosen: readonly PlannedAudit[]): Refusal<keyof typeof words.refusal> | null {
  const ids = new Set(chosen.map(({ id }) => id))
  const issued = standingItems(library.items).filter(({ id, stage }) => stage === 'issued' || ids.has(id))
  const after = asProposed(
    issued,
    openChanges(library.items).filter(({ id }) => ids.has(id)),
  )
  const waiting = openChanges(library.items).filter(({ id }) => !ids.has(id))
  for (const slot of chosen.filter(({ change }) => change !== 'drop')) {
    const force = library.teams.find(({ team }) => team.id === slot.team)
    const have = force?.capacityDays[slot.year - library.plan.year]?.[slot.window - 1] ?? 0
    const there = after.filter(isAt(slot))
    const used = there.reduce((sum, { effortDays }) => sum + effortDays, 0)
    const leaving = waiting.filter(
      (change) => there.some(({ id }) => id === change.of) && (change.change === 'drop' || !isAt(slot)(change)),
    )
    if (used <= have || leaving.length === 0) continue
    const names = leaving.flatMap(({ tenure }) => library.posts.find((post) => post.tenure.id === tenure)?.official.name ?? []).join('、')
    return refuse('daysAwaitChange', { team: force?.team.name ?? '', slot: slotText(slot), names })
  }
  return null
}
