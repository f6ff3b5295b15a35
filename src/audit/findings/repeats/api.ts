import { mayAct } from '../../../office/identity/policy/may.ts'
import { enqueue } from '../../../platform/jobs.ts'
import { found, type Handler, serve, stopIf, stopIfChanged } from '../../../platform/serve.ts'
import { findFinding } from '../store.ts'
import { judgeRepeat, listRepeats, seekRepeats } from './contract.ts'
import { whyNotJudge } from './rules.ts'
import * as store from './store.ts'

const list = serve(listRepeats, async ({ input, read, actor, seen }) => {
  seen('finding:repeats')
  const { rows, total } = await store.pairsThatFit(read, input)
  return { total, rows: rows.map((row) => ({ ...row, judge: mayAct(actor, judgeRepeat, whyNotJudge(row)) })) }
})

const judge = serve(judgeRepeat, ({ input, actor, today, change }) =>
  change(`findingRepeat:${input.id}`, async (tx) => {
    const repeat = found(await store.lockRepeat(tx, input.id))
    found(await findFinding(tx, repeat.finding))
    stopIf(whyNotJudge(repeat))
    stopIfChanged({ given: input.version, kept: repeat.version })
    return store.judge(tx, repeat, { verdict: input.verdict, note: input.note, decidedBy: actor.account, decidedOn: today })
  }),
)

const seek = serve(seekRepeats, ({ change }) =>
  change('finding:repeats', async (tx) => {
    await enqueue(tx, 'findings.repeats', {}, 'findings.repeats')
    return {}
  }),
)

export const repeatsApi: readonly Handler[] = [list, judge, seek]
