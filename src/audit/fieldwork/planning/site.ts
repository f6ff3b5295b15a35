import { refuse } from '../../../kernel/refusal.ts'
import { newId } from '../../../platform/id.ts'
import { found, type Handler, serve, stopIf, stopIfChanged } from '../../../platform/serve.ts'
import { savedAs, standingOne, workOn } from '../shelf.ts'
import { saveTemplate, settleSite, showTemplate, startSite } from './contract.ts'
import type { SiteTask } from './model.ts'
import { templateFor, whyNotSettle } from './rules.ts'
import * as store from './store.ts'

const start = serve(startSite, (desk) =>
  desk.change(`project:${desk.input.project}`, async (tx) => {
    const project = await workOn(tx, desk, desk.input.project)
    stopIf((await store.siteOf(tx, project.id)).length > 0 ? refuse('siteStarted') : null)
    const lines = templateFor(await store.templateLines(tx, project.jurisdiction), { region: project.jurisdiction, on: desk.today })
    stopIf(lines.length === 0 ? refuse('siteTemplateEmpty') : null)
    for (const { id: template, place, title, says } of lines) {
      const row: SiteTask = { id: newId(), project: project.id, template, place, title, says, ...open, version: 1 }
      await store.siteShelf.keep(tx, row)
    }
    return { lines: lines.length }
  }),
)
const open = { state: 'open' as const, settledOn: null, settledBy: null, note: null }

const settle = serve(settleSite, (desk) =>
  desk.change(`siteTask:${desk.input.id}`, async (tx) => {
    const { input, actor, today } = desk
    const before = await standingOne(tx, store.siteShelf, input)
    await workOn(tx, desk, before.project)
    stopIf(whyNotSettle(input))
    const settled = input.state === 'open' ? { settledOn: null, settledBy: null } : { settledOn: today, settledBy: actor.name }
    const row = { ...before, state: input.state, note: input.note, ...settled, version: before.version + 1 }
    await store.siteShelf.keep(tx, row)
    return savedAs(row)
  }),
)

const template = serve(saveTemplate, (desk) =>
  desk.change(`siteTemplate:${desk.input.id ?? 'new'}`, async (tx) => {
    const { id, version, ...input } = desk.input
    const place = desk.actor.jurisdiction
    const region = place === '*' ? null : found(await store.findRegion(tx, place)).code
    const before = id ? found(await store.findTemplate(tx, id)) : null
    stopIf(before && before.region !== region ? refuse('templateElsewhere') : null)
    if (before) stopIfChanged({ given: version ?? 0, kept: before.version })
    const stamp = { id: before?.id ?? newId(), region, startsOn: before?.startsOn ?? desk.today, version: (before?.version ?? 0) + 1 }
    const row = { ...input, ...stamp }
    await store.keepTemplate(tx, row)
    return savedAs(row)
  }),
)

export const siteApi: readonly Handler[] = [
  start,
  settle,
  template,
  serve(showTemplate, ({ actor, read }) => store.templateLines(read, actor.jurisdiction)),
]
