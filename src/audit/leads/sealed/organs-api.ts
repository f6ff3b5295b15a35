import { mayAct } from '../../../office/identity/policy/may.ts'
import type { Desk } from '../../../platform/desk.ts'
import { newId } from '../../../platform/id.ts'
import { found, type Handler, Refused, serve, stopIf, stopIfChanged } from '../../../platform/serve.ts'
import { seatOf, whyNotConfirm, whyNotKeyHere, whyNotSeat } from '../rules/keys.ts'
import { LeadOrgan, type OrganKey } from '../rules/records.ts'
import { confirmKey, importLedger, type KeyView, listOrgans, proposeKey, retireKey, saveOrgan } from '../sealed.contract.ts'
import { allOrgans } from '../store.ts'
import { fingerprintOf, readKeyFile } from './box.ts'
import { issuerPrint } from './issuer.ts'
import * as store from './store.ts'

const settled = { code: 'keySettled' }
function keyView({ boxKey: _, signKey: __, ...key }: OrganKey, actor: Desk['actor']): KeyView {
  const elsewhere = whyNotKeyHere(key, actor.jurisdiction)
  const confirm = mayAct(actor, confirmKey, elsewhere ?? whyNotConfirm(key, { account: actor.account, said: key.fingerprint }))
  return { ...key, may: { confirm, retire: mayAct(actor, retireKey, elsewhere ?? (key.state === 'active' ? null : settled)) } }
}

const list = serve(listOrgans, async (desk) => {
  const { read, actor } = desk
  const keys = await store.allKeys(read)
  const rows = (await allOrgans(read)).map((organ) => ({
    ...organ,
    keys: keys.filter((key) => key.organ === organ.id).map((key) => keyView(key, actor)),
  }))
  const may = { save: mayAct(actor, saveOrgan), propose: mayAct(actor, proposeKey), ledger: mayAct(actor, importLedger) }
  return { rows, issuer: issuerPrint(desk), may }
})

const save = serve(saveOrgan, (desk) => {
  const { seat, ...told } = desk.input
  const id = newId()
  return desk.change(`leadOrgan:${id}`, async (tx) => {
    stopIf(whyNotSeat(told.kind, seat))
    return store.addOrgan(tx, LeadOrgan.parse({ id, ...told, organ: seat ? seatOf(told.kind) : null, version: 1 }))
  })
})

const propose = serve(proposeKey, async (desk) => {
  const [file] = desk.files
  const read = readKeyFile(file ? new TextDecoder().decode(await desk.store.read(file.sha256)) : '')
  if ('fault' in read) throw new Refused({ code: read.fault === 'forged' ? 'keyForged' : 'keyUnreadable' })
  const { keys } = read
  return desk.change(`leadOrgan:${desk.input.organ}`, async (tx) => {
    const organ = found((await allOrgans(tx)).find(({ id }) => id === desk.input.organ))
    const proposed = { state: 'proposed' as const, proposedBy: desk.actor.account, proposedOn: desk.today }
    return store.addKey(tx, {
      ...{ id: newId(), organ: organ.id, boxKey: keys.box, signKey: keys.sign, fingerprint: fingerprintOf(keys) },
      ...{ ...proposed, confirmedBy: null, confirmedOn: null, jurisdiction: organ.jurisdiction, version: 1 },
    })
  })
})

const confirm = serve(confirmKey, (desk) =>
  desk.change(`organKey:${desk.input.id}`, async (tx) => {
    const { input, actor, today } = desk
    const key = found(await store.lockKey(tx, input.id))
    stopIf(whyNotKeyHere(key, actor.jurisdiction) ?? whyNotConfirm(key, { account: actor.account, said: input.fingerprint }))
    stopIfChanged({ given: input.version, kept: key.version })
    await store.retireActive(tx, key.organ)
    return store.moveKey(tx, key, { state: 'active', confirmedBy: actor.account, confirmedOn: today })
  }),
)

const retire = serve(retireKey, (desk) =>
  desk.change(`organKey:${desk.input.id}`, async (tx) => {
    const key = found(await store.lockKey(tx, desk.input.id))
    stopIf(whyNotKeyHere(key, desk.actor.jurisdiction) ?? (key.state === 'active' ? null : settled))
    stopIfChanged({ given: desk.input.version, kept: key.version })
    return store.moveKey(tx, key, { state: 'retired' })
  }),
)

export const organsApi: readonly Handler[] = [list, save, propose, confirm, retire]
