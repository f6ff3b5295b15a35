import { sayStep } from '../../kernel/clock-rule.ts'
import { foldedText } from '../../kernel/fold.ts'
import type { Tongue } from '../../kernel/say.ts'
import { say } from '../../kernel/say.ts'
import { whyNotKeep } from '../../office/identity/keeping.ts'
import { newId } from '../../platform/id.ts'
import { found, Refused, serve, stopIf, stopIfChanged } from '../../platform/serve.ts'
import { clockLines } from './answers.ts'
import { checkClock, listClocks, reckonDue, saveClock } from './contract.ts'
import { citation } from './rules/cite.ts'
import { endedBy, whyNotClock } from './rules/clock.ts'
import type { DueAnswer } from './rules/shapes.ts'
import type { DueAsked, DueFound } from './store.ts'
import * as store from './store.ts'

/** A reckoned day as it is answered: with its steps as sentences and the article it rests on. */
export function dueAnswer(asked: DueAsked, { rule, due, steps, provisional }: DueFound, tongue: Tongue): DueAnswer {
  const { title, version, article, paragraph, item } = rule.citation
  return {
    rule: rule.rule,
    title: say(rule.title, tongue),
    from: asked.from,
    due,
    amount: rule.amount,
    unit: rule.unit,
    steps: steps.map((step) => sayStep(step, tongue)),
    citation: say(citation({ title, article, paragraph, item, version }), tongue),
    region: rule.region,
    row: rule.row.id,
    verified: rule.verified,
    provisional,
  }
}

export const clockApi = [
  serve(listClocks, async ({ input, read }) => {
    const sought = foldedText(input.q ?? '')
    const { on, rule, region, verified } = input
    const rows = (await clockLines(read, await store.clockRows(read))).filter(
      (row) =>
        (rule === undefined || row.rule === rule) &&
        (region === undefined || row.region === null || row.region === region) &&
        (verified === undefined || row.verified === verified) &&
        (on === undefined || ((row.validFrom ?? on) <= on && on <= (row.validUntil ?? on))) &&
        [row.rule, row.title.zh, row.title.en, row.lawTitle].some((name) => foldedText(name).includes(sought)),
    )
    return { rows, total: rows.length }
  }),

  serve(reckonDue, async ({ input, read, tongue }) => {
    const found = await store.dueFor(read, input)
    if ('refusal' in found) throw new Refused(found.refusal)
    return dueAnswer(input, found.value, tongue)
  }),

  serve(saveClock, ({ input: { replaces, version, ...draft }, actor, change }) =>
    change(`clockRule:${replaces ?? draft.rule}`, async (tx) => {
      const old = replaces ? found(await store.findClock(tx, replaces)) : null
      if (old) stopIfChanged({ given: version, kept: old.version })
      stopIf(whyNotKeep(actor, draft, old))
      const others = (await store.clockRows(tx)).filter((row) => row.rule === draft.rule && row.id !== old?.id)
      stopIf(whyNotClock(draft, old, others))
      if (old) await store.changeClock(tx, { id: old.id, version: old.version, validUntil: endedBy(draft.validFrom) })
      return store.addClock(tx, { ...draft, id: newId(), version: 1 })
    }),
  ),

  serve(checkClock, ({ input, actor, change }) =>
    change(`clockRule:${input.id}`, async (tx) => {
      const row = found(await store.findClock(tx, input.id))
      stopIf(whyNotKeep(actor, row))
      stopIfChanged({ given: input.version, kept: row.version })
      stopIf(input.verified && (input.article === null || input.lawVersion === null) ? { code: 'clockUncited' } : null)
      return store.changeClock(tx, input)
    }),
  ),
]
