import { addDays } from '../../kernel/day.ts'
import { refuse } from '../../kernel/refusal.ts'
import { newId } from '../../platform/id.ts'
import { found, type Handler, Refused, serve, stopIf, stopIfChanged } from '../../platform/serve.ts'
import { mayAct } from '../identity/policy/may.ts'
import { endRecusal, listRecusals, recuse } from './contract.ts'
import { runs, whyNotEndRecusal } from './rules.ts'
import * as store from './store.ts'

const enter = serve(recuse, ({ input, actor, today, change }) =>
  change(`${input.kind}:${input.subject}`, async (tx) => {
    const jurisdiction = await store.placeOfSubject(tx, input.kind, input.subject)
    if (jurisdiction === undefined) throw new Refused(refuse('subjectMissing'))
    stopIf((await store.accountNamed(tx, input.account)) ? null : refuse('accountMissing'))
    const earlier = await store.recusalsOf(tx, input.account, input.subject)
    stopIf(earlier.some((each) => runs(each, today)) ? refuse('recusalTwice') : null)
    return store.addRecusal(tx, {
      ...input,
      id: newId(),
      decidedOn: today,
      decidedBy: actor.account,
      jurisdiction: actor.jurisdiction,
      version: 1,
    })
  }),
)

/** From the day it is ended the person may know the matter again; the recusal stays on record. */
const end = serve(endRecusal, ({ input, actor, today, change }) =>
  change(`recusal:${input.id}`, async (tx) => {
    const kept = found(await store.lockRecusal(tx, input.id))
    stopIf(whyNotEndRecusal(kept, actor.account, today))
    stopIfChanged({ given: input.version, kept: kept.version })
    const yesterday = addDays(today, -1)
    const until = yesterday < kept.decidedOn ? kept.decidedOn : yesterday
    return store.endRecusalOn(tx, kept, { until, note: `${kept.note}\n${input.reason}`.trim() })
  }),
)

export const recusalApi: readonly Handler[] = [
  serve(listRecusals, async ({ input, read, actor, today }) => {
    const { rows, total } = await store.recusalPage(read, input, today)
    const lines = rows.map((row) => ({
      ...row,
      runs: runs(row, today),
      may: { end: mayAct(actor, endRecusal, whyNotEndRecusal(row, actor.account, today)) },
    }))
    return { rows: lines, total }
  }),
  ...[enter, end],
]
