import { newId } from '../../platform/id.ts'
import { found, type Handler, Missing, serve, stopIfChanged } from '../../platform/serve.ts'
import { liesIn } from '../../registers/places/rules/jurisdiction.ts'
import { findUnit } from '../../registers/places/store.ts'
import * as contract from './force.contract.ts'
import * as store from './store-funds.ts'

/** What units had at their disposal: one part of the duty to audit. */
export const fundApi: readonly Handler[] = [
  serve(contract.listFunds, ({ input, actor, read }) => store.fundsOf(read, actor.jurisdiction, input)),
  serve(contract.saveFund, ({ input, actor, change }) =>
    change(`unitFund:${input.unit}`, async (tx) => {
      const unit = found(await findUnit(tx, input.unit))
      if (!liesIn(unit.jurisdiction, actor.jurisdiction)) throw new Missing()
      const kept = await store.findFund(tx, input)
      if (kept) stopIfChanged({ given: input.version, kept: kept.version })
      const { year, amount, source } = input
      const about = { unit: unit.id, year, amount, source, jurisdiction: unit.jurisdiction }
      return store.keepFund(tx, { ...about, id: kept?.id ?? newId(), version: kept?.version ?? 1 })
    }),
  ),
]
