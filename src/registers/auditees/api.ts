import type { z } from 'zod'
import { addDays } from '../../kernel/day.ts'
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import { whyNotKeep } from '../../office/identity/keeping.ts'
import { mayAct } from '../../office/identity/policy/may.ts'
import type { Reader, Writer } from '../../platform/db.ts'
import type { Actor } from '../../platform/desk.ts'
import { newId } from '../../platform/id.ts'
import { found, type Handler, Refused, serve, stopIf, stopIfChanged } from '../../platform/serve.ts'
import { nameOn } from '../places/rules/naming.ts'
import { bothValues, whyNotHere } from '../places/rules/unit.ts'
import { findUnit } from '../places/store.ts'
import { dropTenure, list, one, rules, saveOfficial, saveRule, saveTenure, settleLine } from './contract.ts'
import { exportApi } from './export.ts'
import { knownOf, officialsThatFit } from './listing.ts'
import type { Official, Tenure } from './model.ts'
import { heldBy, statusOf } from './rules/listing.ts'
import { whyNotRevise } from './rules/rulebook.ts'
import { mainTenure } from './rules/status.ts'
import { whyNotDrop, whyNotTenure } from './rules/tenure.ts'
import * as store from './store.ts'
import { viewsApi } from './views.ts'

type OfficialDraft = z.output<typeof saveOfficial.input>
type TenureDraft = z.output<typeof saveTenure.input>

/** A number that another place uses is refused without saying by whom. */
async function whyNotNumber(read: Reader, draft: OfficialDraft): Promise<Refusal | null> {
  const holder = await store.findOfficialByNumber(read, draft.number)
  return holder && holder.id !== draft.id ? refuse('officialNumberTaken', { number: draft.number }) : null
}
const whyNotBorn = ({ bornIn }: OfficialDraft, today: string): Refusal | null =>
  bornIn !== null && bornIn > today.slice(0, 7) ? refuse('bornInFuture', { bornIn }) : null

async function keepTenure(tx: Writer, draft: TenureDraft, kept: Tenure | null, official: Official): Promise<Tenure> {
  const unit = found(await findUnit(tx, draft.unit))
  const tenure: Tenure = { ...draft, id: kept?.id ?? newId(), jurisdiction: unit.jurisdiction }
  const others = (await store.tenuresOf(tx, [official.id])).filter(({ id }) => id !== tenure.id)
  stopIf(whyNotTenure(tenure, others, official.bornIn))
  return kept ? store.changeTenure(tx, tenure) : store.addTenure(tx, { ...tenure, version: 1 })
}

/** What this reader may do with an official's record, or why not. */
const mayOn = ({ jurisdiction }: Pick<Official, 'jurisdiction'>, actor: Actor) => ({
  saveOfficial: mayAct(actor, saveOfficial, whyNotHere(jurisdiction, actor.jurisdiction)),
  saveTenure: mayAct(actor, saveTenure),
  dropTenure: mayAct(actor, dropTenure),
  settleLine: mayAct(actor, settleLine),
})

async function refuseInUse<T>(deed: Promise<T>): Promise<T> {
  return deed.catch((error: unknown) => {
    const inUse = typeof error === 'object' && error !== null && 'code' in error && error.code === '23503'
    throw inUse ? new Refused(refuse('tenureInUse')) : error
  })
}

export const auditeesApi: readonly Handler[] = [
  serve(list, async ({ input, read, actor, today, seen }) => {
    seen('official:list')
    return officialsThatFit(read, { place: actor.jurisdiction, today }, input, input)
  }),

  serve(one, async ({ input, read, actor, today, seen }) => {
    const official = found(await store.officialSeenFrom(read, actor.jurisdiction, input.id))
    seen(`official:${official.id}`)
    const known = await knownOf(read, [official.id], today)
    const held = heldBy(official.id, known)
    const nameOf = async (unit: string) => known.units.get(unit)?.name ?? (await findUnit(read, unit))?.name ?? ''
    const past = known.audits.get(official.id) ?? []
    return {
      official,
      main: mainTenure(held, today)?.tenure.id ?? null,
      tenures: held.map(({ tenure, unit }) => ({
        tenure,
        unitNumber: unit.number,
        unitName: unit.name,
        nameThen: nameOn(unit, tenure.startsOn),
        status: statusOf({ tenure, unit }, known),
        may: { drop: mayAct(actor, dropTenure, whyNotDrop(tenure, past)) },
      })),
      audits: await Promise.all(past.map(async (audit) => ({ ...audit, unitName: await nameOf(audit.unit) }))),
      lines: await store.waitingLines(read, official.id),
      today,
      may: mayOn(official, actor),
    }
  }),

  serve(saveOfficial, ({ input, actor, today, change }) =>
    change(`official:${input.id ?? input.number}`, async (tx) => {
      stopIf(whyNotHere(input.jurisdiction, actor.jurisdiction))
      stopIf(whyNotBorn(input, today))
      stopIf(await whyNotNumber(tx, input))
      if (input.id === null) return store.addOfficial(tx, { ...input, id: newId(), version: 1 })
      found(await store.officialSeenFrom(tx, actor.jurisdiction, input.id))
      const kept = found(await store.lockOfficial(tx, input.id))
      stopIfChanged({ given: input.version, kept: kept.version }, bothValues<object>(input, kept))
      return store.changeOfficial(tx, { ...input, id: kept.id })
    }),
  ),

  serve(saveTenure, ({ input, actor, change }) =>
    change(`official:${input.official}`, async (tx) => {
      const official = found(await store.officialSeenFrom(tx, actor.jurisdiction, input.official))
      await store.lockOfficial(tx, official.id)
      if (input.id === null) return keepTenure(tx, input, null, official)
      const kept = found(await store.lockTenure(tx, input.id))
      stopIf(kept.official === official.id ? null : refuse('unknownOfficial', { number: official.number }))
      stopIfChanged({ given: input.version, kept: kept.version }, bothValues<object>(input, kept))
      return keepTenure(tx, input, kept, official)
    }),
  ),

  serve(dropTenure, ({ input, actor, change }) =>
    refuseInUse(
      change(`tenure:${input.id}`, async (tx) => {
        const kept = found(await store.lockTenure(tx, input.id))
        found(await store.officialSeenFrom(tx, actor.jurisdiction, kept.official))
        stopIfChanged({ given: input.version, kept: kept.version })
        const audits = await store.auditsOfTenure(tx, kept.id)
        stopIf(whyNotDrop(kept, audits))
        await store.removeTenure(tx, kept.id)
        return { id: kept.id }
      }),
    ),
  ),

  serve(settleLine, ({ input, actor, change }) =>
    change(`resumeLine:${input.id}`, async (tx) => {
      const line = found(await store.lockLine(tx, input.id))
      found(await store.officialSeenFrom(tx, actor.jurisdiction, line.official))
      stopIf(line.state === 'waiting' ? null : refuse('lineSettled'))
      return store.settleResumeLine(tx, line.id, input.state)
    }),
  ),

  serve(saveRule, ({ input: { replaces, ...draft }, actor, change }) =>
    change(`auditeeRule:${replaces ?? draft.kind}`, async (tx) => {
      const old = replaces ? found(await store.findAuditeeRule(tx, replaces)) : null
      stopIf(whyNotKeep(actor, draft, old) ?? whyNotRevise(draft, old))
      if (old) await store.endAuditeeRule(tx, old.id, addDays(draft.startsOn, -1))
      return store.addAuditeeRule(tx, draft)
    }),
  ),
  serve(rules, async ({ read }) => ({ rules: await store.allRules(read) })),
  ...viewsApi,
  ...exportApi,
]
