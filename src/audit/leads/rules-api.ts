import { addDays, type Day } from '../../kernel/day.ts'
import { whyNotKeep } from '../../office/identity/keeping.ts'
import { mayAct } from '../../office/identity/policy/may.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Writer } from '../../platform/db.ts'
import { newId } from '../../platform/id.ts'
import { found, type Handler, serve, stopIf, stopIfChanged } from '../../platform/serve.ts'
import { getRules } from './contract.ts'
import { whyNotFollow, whyNotRouteRule, whyNotSanctionRule } from './rules/rulebook.ts'
import { type RouteDraft, type SanctionDraft, saveRoute, saveSanction } from './rules.contract.ts'
import * as store from './store.ts'
import { addRoute, addSanction, endRule } from './store-rules.ts'

/** The last day of a row that another follows. */
const dayBefore = (day: Day): Day => addDays(day, -1)
const ownCode = () => `own${newId().slice(-8)}`

type Kept = { id: string; code: string; validFrom: Day; validUntil: Day | null; region: string | null; version: number }
type Given = Pick<RouteDraft, 'replaces' | 'version' | 'validFrom' | 'region'>
/** The row that is followed, checked to be the one that was seen. */
function followed<R extends Kept>(rows: readonly R[], given: Given, keeper: Actor): R | null {
  const { replaces, version, validFrom } = given
  const old = replaces ? found(rows.find(({ id }) => id === replaces)) : null
  stopIf(whyNotKeep(keeper, given, old))
  if (old) stopIfChanged({ given: version ?? old.version, kept: old.version })
  stopIf(whyNotFollow({ validFrom }, old))
  return old
}

async function keepRoute(tx: Writer, input: RouteDraft, keeper: Actor) {
  const old = followed(await store.routeRules(tx), input, keeper)
  stopIf(whyNotRouteRule(input))
  if (old) await endRule(tx, 'routeRule', old, dayBefore(input.validFrom))
  const { replaces: _, version: __, zh, en, ...told } = input
  return addRoute(tx, { id: newId(), code: old?.code ?? ownCode(), title: { zh, en }, ...told, validUntil: null, version: 1 })
}

async function keepSanction(tx: Writer, input: SanctionDraft, keeper: Actor) {
  const rules = await store.sanctionRules(tx)
  const old = followed(rules, input, keeper)
  stopIf(
    whyNotSanctionRule(
      input,
      rules.filter(({ id }) => id !== old?.id),
    ),
  )
  if (old) await endRule(tx, 'sanctionRule', old, dayBefore(input.validFrom))
  const { replaces: _, version: __, zh, en, ...told } = input
  return addSanction(tx, { id: newId(), code: old?.code ?? ownCode(), title: { zh, en }, ...told, validUntil: null, version: 1 })
}

export const rulesApi: readonly Handler[] = [
  serve(getRules, async ({ read, actor }) => ({
    routes: await store.routeRules(read),
    sanctions: await store.sanctionRules(read),
    may: { saveRoute: mayAct(actor, saveRoute), saveSanction: mayAct(actor, saveSanction) },
  })),
  serve(saveRoute, ({ input, actor, change }) => change(`routeRule:${input.replaces ?? 'new'}`, (tx) => keepRoute(tx, input, actor))),
  serve(saveSanction, ({ input, actor, change }) =>
    change(`sanctionRule:${input.replaces ?? 'new'}`, (tx) => keepSanction(tx, input, actor)),
  ),
]
