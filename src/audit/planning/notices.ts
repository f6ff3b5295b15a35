import type { Desk } from '../../platform/desk.ts'
import { openClocks } from '../../registers/regulations/store.ts'
import type { Open } from './board.ts'
import * as course from './store-course.ts'

export type Wanted = Parameters<typeof course.addNotices>[1][number]

/** State firms among what is issued must be told within the statutory time after the approval. */
export async function firmNotices({ read, today }: Pick<Desk, 'read' | 'today'>, { plan, library }: Open): Promise<Wanted[]> {
  const due = await openClocks(read)
  const resolutions = new Map((await course.resolutionsOf(read, plan.id)).map((each) => [each.id, each.decidedOn]))
  const firms = new Set(library.posts.filter(({ unit }) => unit.category === 'stateFirm').map(({ unit }) => unit.id))
  return library.items
    .filter((item) => item.stage === 'issued' && item.change === 'add' && firms.has(item.unit))
    .map((item) => {
      const from = resolutions.get(item.resolution ?? '') ?? plan.approvedOn ?? today
      const reckoned = due({ rule: 'plan.notifyFirm', from, region: plan.jurisdiction })
      const dueOn = 'value' in reckoned ? reckoned.value.due : null
      const about = { official: item.official, tenure: item.tenure, unit: item.unit, jurisdiction: item.jurisdiction }
      return { plan: plan.id, item: item.id, kind: 'firm' as const, ...about, madeOn: today, dueOn, servedOn: null, servedBy: null }
    })
}
