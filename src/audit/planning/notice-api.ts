import { addMonths } from '../../kernel/day.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Desk } from '../../platform/desk.ts'
import { found, type Handler, Missing, serve, stopIf, stopIfChanged } from '../../platform/serve.ts'
import { liesIn } from '../../registers/places/rules/jurisdiction.ts'
import { type Open, openPlan } from './board.ts'
import * as contract from './contract.ts'
import { firmNotices, type Wanted } from './notices.ts'
import { amountOf } from './rules/rulebook.ts'
import * as store from './store.ts'
import * as course from './store-course.ts'

/** Whoever took up a principal post lately is told beforehand what an audit of economic responsibility will ask. */
function newPostNotices({ today }: Pick<Desk, 'today'>, { plan, library, built }: Open): Wanted[] {
  const months = amountOf(library.rules, { kind: 'newPostMonths' }, { on: today, jurisdiction: plan.jurisdiction }, 6)
  const known = new Set(built.instance.subjects.map(({ id }) => id))
  return library.posts
    .filter(
      ({ tenure }) =>
        known.has(tenure.id) && tenure.endsOn === null && tenure.startsOn > addMonths(today, -months) && tenure.startsOn <= today,
    )
    .map(({ official, tenure, unit }) => {
      const about = { official: official.id, tenure: tenure.id, unit: unit.id, jurisdiction: unit.jurisdiction }
      const dueOn = addMonths(tenure.startsOn, months)
      return { plan: plan.id, item: null, kind: 'preAppointment' as const, ...about, madeOn: today, dueOn, servedOn: null, servedBy: null }
    })
}

export const noticeApi: readonly Handler[] = [
  serve(contract.makeNotices, (desk) =>
    desk.change(`plan:${desk.input.plan}`, async (tx) => {
      const plan = found(await store.lockPlan(tx, desk.actor.jurisdiction, desk.input.plan))
      const open = await openPlan({ read: tx, today: desk.today }, plan)
      const wanted = [...(await firmNotices({ read: tx, today: desk.today }, open)), ...newPostNotices(desk, open)]
      return { made: await course.addNotices(tx, wanted) }
    }),
  ),
  serve(contract.serveNotice, ({ input, actor, change }) =>
    change(`planNotice:${input.id}`, async (tx) => {
      const notice = found(await course.findNotice(tx, input.id))
      if (!liesIn(notice.jurisdiction, actor.jurisdiction)) throw new Missing()
      stopIfChanged({ given: input.version, kept: notice.version })
      stopIf(notice.servedOn ? refuse('noticeServed', { on: notice.servedOn }) : null)
      return course.serveNotice(tx, notice, { servedOn: input.servedOn, servedBy: actor.name })
    }),
  ),
]
