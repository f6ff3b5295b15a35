import { addDays } from '../../../kernel/day.ts'
import { newId } from '../../../platform/id.ts'
import { found, type Handler, serve, stopIf } from '../../../platform/serve.ts'
import { saveRule } from './contract.ts'
import { whyNotRule } from './rules.ts'
import { addRule, endRule, fieldworkRules } from './store-rules.ts'

/** A new value of a place from a day on: the place's earlier one ends the day before and is kept. */
const save = serve(saveRule, (desk) =>
  desk.change(`fieldworkRule:${desk.input.kind}`, async (tx) => {
    const { input, actor } = desk
    const region = actor.jurisdiction === '*' ? null : actor.jurisdiction
    const known = (await fieldworkRules(tx)).filter(({ kind }) => kind === input.kind)
    const pattern = found(known.find((rule) => rule.region === region) ?? known[0])
    const before = known.find((rule) => rule.region === region && rule.endsOn === null) ?? null
    stopIf(whyNotRule(input, before))
    if (before) await endRule(tx, before.id, addDays(input.startsOn, -1))
    const { measure, title } = pattern
    const row = { id: newId(), ...input, measure, title, region, endsOn: null }
    await addRule(tx, row)
    return row
  }),
)

export const fieldworkRulesApi: readonly Handler[] = [save]
