import { yearOf } from '../../kernel/day.ts'
import { refuse } from '../../kernel/refusal.ts'
import { found, type Handler, Missing, Refused, serve, stopIf, stopIfChanged } from '../../platform/serve.ts'
import { heldBy } from '../../registers/auditees/rules/listing.ts'
import { mainTenure } from '../../registers/auditees/rules/status.ts'
import { officialsSeenByNumbers, tenuresOf } from '../../registers/auditees/store.ts'
import { liesIn } from '../../registers/places/rules/jurisdiction.ts'
import { findUnits } from '../../registers/places/store.ts'
import * as contract from './force.contract.ts'
import { whyNotEntrust } from './rules/force.ts'
import * as store from './store-force.ts'

export const entrustApi: readonly Handler[] = [
  serve(contract.listEntrusted, async ({ input, actor, read, seen }) => {
    const listed = await store.listEntrusted(read, actor.jurisdiction, input)
    seen('entrustment:list')
    return listed
  }),
  serve(contract.entrust, (desk) =>
    desk.change(`entrustment:${desk.input.number}`, async (tx) => {
      const { input, actor, today } = desk
      const official = (await officialsSeenByNumbers(tx, actor.jurisdiction, [input.official])).get(input.official)
      if (!official) throw new Refused(refuse('entrustedUnknown', { given: input.official }))
      const tenures = await tenuresOf(tx, [official.id])
      const units = new Map(
        (
          await findUnits(
            tx,
            tenures.map(({ unit }) => unit),
          )
        ).map((unit) => [unit.id, unit]),
      )
      const held = heldBy(official.id, { tenures: new Map([[official.id, tenures]]), audits: new Map(), units, rules: [], today })
      const main = mainTenure(
        held.filter(({ tenure }) => tenure.headship !== 'other'),
        today,
      )
      const earlier = (await store.entrustmentsIn(tx, actor.jurisdiction)).filter(({ tenure }) => tenure === main?.tenure.id)
      const known = { thisYear: yearOf(today), isPrincipal: main !== null, earlier }
      stopIf(whyNotEntrust({ ...input, name: official.name }, known))
      const { tenure, unit } = found(main)
      const { number, kind, latestYear, note } = input
      const record = { number, kind, latestYear, note, official: official.id, tenure: tenure.id, by: actor.name, entrustedOn: today }
      return store.addEntrustment(tx, { ...record, jurisdiction: unit.jurisdiction })
    }),
  ),
  serve(contract.withdraw, ({ input, actor, today, change }) =>
    change(`entrustment:${input.id}`, async (tx) => {
      const kept = found(await store.findEntrustment(tx, input.id))
      if (!liesIn(kept.jurisdiction, actor.jurisdiction)) throw new Missing()
      stopIfChanged({ given: input.version, kept: kept.version })
      stopIf(kept.withdrawnOn ? refuse('withdrawnAlready', { on: kept.withdrawnOn }) : null)
      return store.withdrawEntrustment(tx, kept, today)
    }),
  ),
]
