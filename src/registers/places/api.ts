import type { z } from 'zod'
import { refuse } from '../../kernel/refusal.ts'
import { mayAct } from '../../office/identity/policy/may.ts'
import type { Reader, Writer } from '../../platform/db.ts'
import { newId } from '../../platform/id.ts'
import { found, serve, stopIf, stopIfChanged } from '../../platform/serve.ts'
import { jurisdictions, saveJurisdiction, saveUnit, tree, unit, units } from './contract.ts'
import { exportUnitsApi } from './export.ts'
import type { Unit } from './model.ts'
import { nameOn } from './rules/naming.ts'
import { pathOf, whyNotSuperior } from './rules/tree.ts'
import { bothValues, whyNotHere, whyNotUnit } from './rules/unit.ts'
import * as store from './store.ts'

type Draft = z.output<typeof saveUnit.input>

const named = ({ id, number, name }: Unit) => ({ id, number, name })

async function whyNotNumber(read: Reader, draft: Draft) {
  const holder = await store.findUnitByNumber(read, draft.number)
  return holder && holder.id !== draft.id ? refuse('unitNumberTaken', { number: draft.number, name: holder.name }) : null
}

async function whyNotAbove(read: Reader, draft: Draft, id: string) {
  if (draft.superior === null) return null
  const chain = new Map((await store.chainOf(read, draft.superior)).map((each) => [each.id, each]))
  return whyNotSuperior({ id }, found(chain.get(draft.superior)), chain)
}

const whyNotPlace = async (read: Reader, code: string) =>
  (await store.findJurisdiction(read, code)) ? null : refuse('jurisdictionUnknown', { code })

async function keepUnit(tx: Writer, draft: Draft, kept: Unit | null): Promise<Unit> {
  const id = kept?.id ?? newId()
  stopIf(whyNotUnit(draft))
  stopIf(await whyNotNumber(tx, draft))
  stopIf(await whyNotPlace(tx, draft.jurisdiction))
  stopIf(await whyNotAbove(tx, draft, id))
  return kept ? store.changeUnit(tx, { ...draft, id }) : store.addUnit(tx, { ...draft, id, version: 1 })
}

export const placesApi = [
  serve(tree, async ({ read }) => ({ nodes: await store.unitNodes(read) })),

  serve(units, ({ input, read }) => store.unitsThatFit(read, input, input)),

  serve(unit, async ({ input, read, today, actor }) => {
    const chain = new Map((await store.chainOf(read, input.id)).map((each) => [each.id, each]))
    const row = found(chain.get(input.id))
    const on = input.on ?? today
    return {
      unit: row,
      path: pathOf(row, chain).map(named),
      below: await store.unitsDirectlyBelow(read, row.id),
      places: await store.placesAround(read, row.jurisdiction),
      on,
      nameOn: nameOn(row, on),
      may: { saveUnit: mayAct(actor, saveUnit, whyNotHere(row.jurisdiction, actor.jurisdiction)) },
    }
  }),

  serve(saveUnit, ({ input, actor, change }) =>
    change(`unit:${input.id ?? input.number}`, async (tx) => {
      if (input.id === null) return keepUnit(tx, input, null)
      const kept = found(await store.lockUnit(tx, input.id))
      stopIf(whyNotHere(kept.jurisdiction, actor.jurisdiction))
      stopIfChanged({ given: input.version, kept: kept.version }, bothValues<object>(input, kept))
      return keepUnit(tx, input, kept)
    }),
  ),

  serve(jurisdictions, ({ input, read }) => store.jurisdictionsThatFit(read, input, input)),

  serve(saveJurisdiction, ({ input, actor, change }) =>
    change(`jurisdiction:${input.code}`, async (tx) => {
      stopIf(whyNotHere(input.code, actor.jurisdiction))
      const { startsOn, endsOn } = input
      stopIf(startsOn && endsOn && endsOn < startsOn ? refuse('jurisdictionDays', { startsOn, endsOn }) : null)
      const kept = await store.findJurisdiction(tx, input.code)
      if (!kept) return store.addJurisdiction(tx, input)
      stopIf(kept.standard === 'national' ? refuse('jurisdictionNotLocal', { code: kept.code }) : null)
      stopIfChanged({ given: input.version, kept: kept.version }, bothValues<object>(input, kept))
      return store.changeJurisdiction(tx, { ...kept, ...input })
    }),
  ),
  ...exportUnitsApi,
]
