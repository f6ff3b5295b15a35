import { newId } from '../../platform/id.ts'
import { found, type Handler, serve, stopIf, stopIfChanged } from '../../platform/serve.ts'
import { ownOfficial } from './api-dossier.ts'
import { answerCorrection, listCorrections, listRetention, requestCorrection, setRetention } from './contract.ts'
import { addCorrection, correctionPage, lockCorrection, settleCorrection } from './corrections.ts'
import { heldUnder } from './held.ts'
import { whyNotAnswer, whyNotShorten } from './rules.ts'
import { retentionOn, reviseRetention } from './store.ts'

const request = serve(requestCorrection, async (desk) => {
  const { input, actor, today, read, change } = desk
  const official = ownOfficial(desk)
  const { jurisdiction } = found(await read.selectFrom('official').select('jurisdiction').where('id', '=', official).executeTakeFirst())
  const waiting = { state: 'received', answer: null, answeredBy: null, answeredOn: null, version: 1 } as const
  const made = { id: newId(), official, record: `official:${official}`, madeBy: actor.account, madeOn: today, jurisdiction }
  return change(`official:${official}`, (tx) => addCorrection(tx, { ...input, ...made, ...waiting }))
})

const answer = serve(answerCorrection, ({ input, actor, today, change }) =>
  change(`correctionRequest:${input.id}`, async (tx) => {
    const kept = found(await lockCorrection(tx, input.id))
    stopIfChanged({ given: input.version, kept: kept.version })
    stopIf(whyNotAnswer(kept))
    return settleCorrection(tx, kept, { state: input.outcome, answer: input.answer, answeredBy: actor.account, answeredOn: today })
  }),
)

const setTerm = serve(setRetention, ({ input, today, change }) =>
  change(`retentionRule:${input.what}`, async (tx) => {
    const before = found((await retentionOn(tx, today)).find((rule) => rule.what === input.what))
    stopIf(whyNotShorten(before, input))
    await reviseRetention(tx, { before, fresh: { ...before, ...input, id: newId(), days: null, validUntil: null } })
    return {}
  }),
)

export const keepingApi: readonly Handler[] = [
  ...[request, answer, setTerm],
  serve(listRetention, async ({ read, today }) => {
    const rules = await retentionOn(read, today)
    return Promise.all(rules.map(async (rule) => ({ ...rule, ...(await heldUnder(read, rule, today)) })))
  }),
  serve(listCorrections, (desk) => {
    const { input, actor, read, seen } = desk
    const official = actor.role === 'official' ? ownOfficial(desk) : null
    seen(official === null ? 'official:list' : `official:${official}`)
    return correctionPage(read, input)
  }),
]
