import { refuse } from '../../kernel/refusal.ts'
import { mayAct } from '../../office/identity/policy/may.ts'
import type { Reader, Writer } from '../../platform/db.ts'
import type { Actor, Desk } from '../../platform/desk.ts'
import { found, type Handler, Refused, serve, stopIf } from '../../platform/serve.ts'
import { liesIn } from '../../registers/places/rules/jurisdiction.ts'
import { findUnit } from '../../registers/places/store.ts'
import { compilationApi } from './compilation-api.ts'
import * as contract from './contract.ts'
import { draftedCases, draftedList, draftedReport } from './drafting.ts'
import { drawLeads } from './lead-figures.ts'
import type { Compilation } from './model.ts'
import { problemsApi } from './problems-api.ts'
import { report } from './rules/report.words.ts'
import { listTitle } from './rules/risk-list.ts'
import { whyNotKind } from './rules/steps.ts'
import * as store from './store.ts'
import { placeOfMost } from './store-cube.ts'

const own = (actor: Actor): string | undefined => (/^\d{6}/.test(actor.jurisdiction) ? actor.jurisdiction : undefined)
/** The place a compilation is for: the one asked for, else the hand's own, else where most audits are. Refused outside his place. */
async function placeFor(read: Reader, actor: Actor, asked: string | undefined): Promise<string> {
  const place = asked ?? own(actor) ?? (await placeOfMost(read))
  if (place === undefined) throw new Refused(refuse('compilationPlace'))
  if (!liesIn(place, actor.jurisdiction)) throw new Refused(refuse('placeNotYours'))
  return place
}

type Drafted = Pick<Compilation, 'title' | 'year' | 'unitType' | 'content'>
type Asked = { place?: string | undefined }
/** Begins a compilation as a draft with its first version. */
const begin = (desk: Desk<Asked>, make: (read: Reader, place: string) => Promise<Drafted>) =>
  desk.change('compilation:new', async (tx: Writer) => {
    const jurisdiction = await placeFor(tx, desk.actor, desk.input.place)
    const fresh = await make(tx, jurisdiction)
    const hand = { account: desk.actor.account, name: desk.actor.name, on: desk.today }
    const made = await store.addCompilation(tx, hand, { ...fresh, kind: fresh.content.kind, jurisdiction })
    await store.keepVersion(tx, made, { ...hand, step: 'draft', note: '' })
    await drawLeads(tx, desk, made)
    return made
  })

const list = serve(contract.draftList, (desk) => {
  const { unitType, years } = desk.input
  return begin(desk, async (read, place) => {
    const content = await draftedList({ read, today: desk.today, place }, { unitType, years })
    return { title: listTitle(unitType, years), year: Math.max(...years), unitType, content }
  })
})

const cases = serve(contract.draftCases, (desk) =>
  begin(desk, async (read) => {
    const content = await draftedCases(read, desk.input.findings)
    return { title: desk.input.title, year: Number(desk.today.slice(0, 4)), unitType: null, content }
  }),
)

const yearReport = serve(contract.draftReport, (desk) => {
  stopIf(whyNotKind('report', desk.actor))
  const { year } = desk.input
  return begin(desk, async (read, place) => {
    const content = await draftedReport({ read, today: desk.today, place }, year)
    return { title: report.title.replace('{year}', String(year)), year, unitType: null, content }
  })
})

const notices = serve(contract.listNotices, async ({ input, read, actor }) => {
  if (actor.role !== 'unitStaff') return store.noticesFor(read, input, null)
  const unit = found(await findUnit(read, actor.unitId ?? ''))
  return store.noticesFor(read, input, { category: unit.category, place: actor.jurisdiction })
})

export const risksApi: readonly Handler[] = [
  ...problemsApi,
  serve(contract.listCompilations, async ({ input, read, actor }) => ({
    ...(await store.listCompilations(read, input)),
    may: {
      draftList: mayAct(actor, contract.draftList),
      draftCases: mayAct(actor, contract.draftCases),
      draftReport: mayAct(actor, contract.draftReport, whyNotKind('report', actor)),
    },
  })),
  ...[list, cases, yearReport],
  ...compilationApi,
  notices,
]
