import { refuse } from '../../../kernel/refusal.ts'
import { newId } from '../../../platform/id.ts'
import { found, type Handler, Missing, serve, stopIf, stopIfChanged } from '../../../platform/serve.ts'
import { savedAs } from '../shelf.ts'
import { receiveOriginal, returnOriginal } from './contract.ts'
import { sideOf, whyNotGiveBack, whyNotReceive } from './rules/steps.ts'
import * as store from './store.ts'

const receive = serve(receiveOriginal, (desk) =>
  desk.change(`materialRequest:${desk.input.request}`, async (tx) => {
    const { input, actor, today } = desk
    const request = found(await store.findRequestLine(tx, store.scopeOf(actor), input.request))
    stopIf(sideOf(actor.role) === request.side ? null : refuse('requestNotYours'))
    stopIf(whyNotReceive(input.receivedOn, today))
    const loan = { ...input, id: newId(), receivedBy: actor.name, returnedOn: null, returnedTo: null, version: 1 }
    await store.addLoan(tx, loan)
    return savedAs(loan)
  }),
)

const giveBack = serve(returnOriginal, (desk) =>
  desk.change(`originalLoan:${desk.input.id}`, async (tx) => {
    const { input, actor, today } = desk
    const loan = found(await store.lockLoan(tx, input.id))
    const request = await store.findRequestLine(tx, store.scopeOf(actor), loan.request)
    if (!request) throw new Missing()
    stopIf(sideOf(actor.role) === request.side ? null : refuse('requestNotYours'))
    stopIf(whyNotGiveBack(loan, input.returnedOn, today))
    stopIfChanged({ given: input.version, kept: loan.version })
    return store.returnLoan(tx, loan, { returnedOn: input.returnedOn, returnedTo: input.returnedTo })
  }),
)

export const loansApi: readonly Handler[] = [receive, giveBack]
