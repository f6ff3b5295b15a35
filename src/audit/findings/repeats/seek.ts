import type { Desk } from '../../../platform/desk.ts'
import { repeatsAmong, type Settings, settingsOn } from './rules.ts'
import * as store from './store.ts'

const unitsAtOnce = 500

async function seekIn(desk: Desk, units: readonly string[], settingsAt: (region: string) => Settings): Promise<void> {
  const told = await store.toldOf(desk.read, units)
  const byId = new Map(told.map((each) => [each.id, each]))
  const alike = repeatsAmong(told, settingsAt)
  const projectOf = (id: string) => byId.get(id)?.project ?? ''
  const heads = await store.headsOf(
    desk.read,
    alike.flatMap(({ finding, earlier }) => [projectOf(finding), projectOf(earlier)]),
  )
  const pairs = alike.map((each) => ({
    ...each,
    heads: heads.get(projectOf(each.finding)) ?? [],
    earlierHeads: heads.get(projectOf(each.earlier)) ?? [],
  }))
  await desk.change('finding:repeats', (tx) => store.keepPairs(tx, { units, pairs, foundOn: desk.today }))
}

/** Goes through all findings once, unit by unit, and keeps the pairs that may be one problem found again. */
export async function seekAll(desk: Desk): Promise<void> {
  const rules = await store.findingRules(desk.read)
  const settingsAt = (region: string) => settingsOn(rules, { region, on: desk.today })
  for (let last: string | null = null; ; ) {
    const units: string[] = await store.unitsAfter(desk.read, last, unitsAtOnce)
    if (units.length === 0) return
    await seekIn(desk, units, settingsAt)
    last = units.at(-1) ?? null
  }
}
