import { standingOf } from '../../../access.ts'
import { papersOf } from '../../../office/documents/store.ts'
import { mayAct } from '../../../office/identity/policy/may.ts'
import type { Reader, Writer } from '../../../platform/db.ts'
import type { Desk } from '../../../platform/desk.ts'
import { found, type Handler, serve, stopIf, stopIfChanged } from '../../../platform/serve.ts'
import * as contract from './contract.ts'
import { getCorrection } from './deeds.ts'
import type { CorrectionPlace } from './model.ts'
import { whyNotAcknowledge, whyNotClose, whyNotServe, whyNotSettle } from './rules.ts'
import * as store from './store.ts'

/** Whether a notice of this correction is out. */
const isNoticed = async (read: Reader, correction: string): Promise<boolean> =>
  (await papersOf(read, `correction:${correction}`, { kinds: ['correctionNotice'], states: ['issued'] })).length > 0

type Hand = { input: { id: string; version: number } }
async function lockFor(tx: Writer, { input }: Hand): Promise<CorrectionPlace> {
  const place = found(await store.lockPlace(tx, input.id))
  stopIfChanged({ given: input.version, kept: place.version })
  return place
}

const settle = serve(contract.settlePlace, (desk) =>
  desk.change(`correctionPlace:${desk.input.id}`, async (tx) => {
    const place = await lockFor(tx, desk)
    stopIf(whyNotSettle(place))
    return store.movePlace(tx, place, { state: 'settled', note: desk.input.note, doneOn: desk.today, doneBy: desk.actor.name })
  }),
)

const serveNotice = serve(contract.servePlace, (desk) =>
  desk.change(`correctionPlace:${desk.input.id}`, async (tx) => {
    const place = await lockFor(tx, desk)
    const { correctedOn } = await getCorrection(tx, place.correction)
    const on = desk.input.on ?? desk.today
    stopIf(whyNotServe({ place, on, today: desk.today, correctedOn, issued: await isNoticed(tx, place.correction) }))
    return store.movePlace(tx, place, { state: 'noticeServed', note: desk.input.note, doneOn: on, doneBy: desk.actor.name })
  }),
)

const acknowledge = serve(contract.acknowledge, (desk) =>
  desk.change(`correctionPlace:${desk.input.id}`, async (tx) => {
    const place = await lockFor(tx, desk)
    stopIf(whyNotAcknowledge(place, standingOf(desk.actor).organ))
    return store.movePlace(tx, place, { state: 'noticeServed', doneOn: desk.today, doneBy: desk.actor.name })
  }),
)

const close = serve(contract.closeCorrection, (desk) =>
  desk.change(`correction:${desk.input.id}`, async (tx) => {
    const correction = await getCorrection(tx, desk.input.id)
    stopIfChanged({ given: desk.input.version, kept: correction.version })
    stopIf(whyNotClose(correction, await store.placesOf(tx, correction.id)))
    return store.moveCorrection(tx, correction, { closedOn: desk.today, closedBy: desk.actor.name })
  }),
)

async function viewOf({ read, actor, today }: Pick<Desk, 'read' | 'actor' | 'today'>, id: string) {
  const correction = found(await store.findCorrection(read, id))
  const names = found(await store.namesOf(read, correction))
  const places = await store.placesOf(read, id)
  const issued = await isNoticed(read, id)
  const { correctedOn } = correction
  return {
    correction: { ...correction, name: names.name, projectTitle: names.projectTitle },
    before: (await store.beforeOf(read, id)) ?? null,
    places: places.map((place) => ({
      ...place,
      may: {
        settle: mayAct(actor, contract.settlePlace, whyNotSettle(place)),
        serve: mayAct(actor, contract.servePlace, whyNotServe({ place, on: today, today, correctedOn, issued })),
      },
    })),
    may: { close: mayAct(actor, contract.closeCorrection, whyNotClose(correction, places)) },
  }
}

export const correctionApi: readonly Handler[] = [
  serve(contract.listCorrections, async ({ input, read, seen }) => {
    seen('correction:list')
    return store.listCorrections(read, input)
  }),
  serve(contract.getCorrection, async (desk) => {
    const view = await viewOf(desk, desk.input.id)
    const { official } = view.correction
    desk.seen(`correction:${desk.input.id}`, ...(official ? [`official:${official}` as const] : []))
    return view
  }),
  serve(contract.myNotices, ({ input, read, actor }) => store.noticesTo(read, standingOf(actor), input)),
  ...[settle, serveNotice, acknowledge, close],
]
