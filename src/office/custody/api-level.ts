import { refuse } from '../../kernel/refusal.ts'
import type { Reader } from '../../platform/db.ts'
import { newId } from '../../platform/id.ts'
import { found, type Handler, Missing, serve, stopIf } from '../../platform/serve.ts'
import { decideLower, getLevel, getSettings, listDecisions, proposeLower, raiseLevel, saveSettings } from './contract.ts'
import { whyNotDecide, whyNotLower, whyNotRaise, whyNotSettle } from './rules.ts'
import * as store from './store.ts'

/** Of a record this reader may not know he learns nothing; 404. */
async function known(read: Reader, subject: string): Promise<void> {
  if (!(await store.knowsRecord(read, subject))) throw new Missing()
}

const raise = serve(raiseLevel, ({ input, actor, now, change }) =>
  change(input.subject, async (tx) => {
    await known(tx, input.subject)
    const mark = found(await store.lockMark(tx, input.subject))
    stopIf(whyNotRaise({ from: mark.level, to: input.level }, await store.settingsOf(tx)))
    await store.setLevel(tx, { subject: input.subject, level: input.level, setBy: actor.account, setAt: now })
    return {}
  }),
)

const propose = serve(proposeLower, ({ input, actor, today, change }) =>
  change(input.subject, async (tx) => {
    await known(tx, input.subject)
    const mark = found(await store.lockMark(tx, input.subject))
    stopIf(whyNotLower({ from: mark.level, to: input.level }))
    stopIf((await store.waitingDecision(tx, input.subject)) ? refuse('openProposal') : null)
    const { subject, level, reason, decision } = input
    const id = newId()
    const made = { proposedBy: actor.account, proposedOn: today, state: 'proposed' as const, decidedBy: null, decidedOn: null }
    await store.addDecision(tx, { id, subject, fromLevel: mark.level, toLevel: level, reason, decision, ...made })
    return { id }
  }),
)

const decide = serve(decideLower, ({ input, actor, today, now, change }) =>
  change(`secrecyDecision:${input.id}`, async (tx) => {
    const proposal = found(await store.lockDecision(tx, input.id))
    await known(tx, proposal.subject)
    stopIf(whyNotDecide(proposal, actor.account))
    const state = input.confirm ? 'confirmed' : 'refused'
    await store.settleDecision(tx, input.id, { state, decidedBy: actor.account, decidedOn: today })
    if (!input.confirm) return {}
    await store.setLevel(tx, { subject: proposal.subject, level: proposal.toLevel, setBy: actor.account, setAt: now })
    return {}
  }),
)

const change = serve(saveSettings, ({ input, change }) =>
  change('setting:custody', async (tx) => {
    stopIf(whyNotSettle(input))
    await store.keepSettings(tx, input)
    return {}
  }),
)

export const levelApi: readonly Handler[] = [
  serve(getLevel, async ({ input, read }) => {
    await known(read, input.subject)
    const { level, setBy, setAt } = found(await store.findMark(read, input.subject))
    return { level, setBy, setAt, waiting: (await store.waitingDecision(read, input.subject)) ?? null }
  }),
  serve(listDecisions, ({ input, read }) => store.decisionPage(read, input)),
  serve(getSettings, ({ read }) => store.settingsOf(read)),
  ...[raise, propose, decide, change],
]
