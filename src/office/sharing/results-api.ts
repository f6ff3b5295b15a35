import { addDays } from '../../kernel/day.ts'
import { found, type Handler, serve, stopIf, stopIfChanged } from '../../platform/serve.ts'
import { whyNotKeep } from '../identity/keeping.ts'
import { listResultRules, saveResultRule } from './contract.ts'
import * as store from './issuing.ts'
import { whyNotResultRule } from './rules.ts'

const save = serve(saveResultRule, ({ input: { replaces, version, ...draft }, actor, change }) =>
  change(`resultRule:${replaces ?? draft.organ}`, async (tx) => {
    const old = replaces ? found(await store.lockResultRule(tx, replaces)) : null
    if (old) stopIfChanged({ given: version, kept: old.version })
    stopIf(whyNotKeep(actor, draft, old))
    const others = (await store.allResultRules(tx)).filter(({ id }) => id !== old?.id)
    stopIf(whyNotResultRule(draft, old, others))
    if (old) await store.endResultRule(tx, old, addDays(draft.startsOn, -1))
    return store.addResultRule(tx, draft)
  }),
)

export const resultsApi: readonly Handler[] = [
  serve(listResultRules, async ({ read }) => ({ rows: await store.allResultRules(read) })),
  save,
]
