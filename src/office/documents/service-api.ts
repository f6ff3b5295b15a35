import { refuse } from '../../kernel/refusal.ts'
import type { Reader } from '../../platform/db.ts'
import { found, type Handler, Refused, serve } from '../../platform/serve.ts'
import { getProof, proveService, sendPaper } from './contract.ts'
import type { ServiceReceipt } from './model.ts'
import { noteProof, noteSending } from './service.ts'
import { soundBytes } from './typeset.ts'
import { ours } from './views.ts'

const send = serve(sendPaper, async (desk) => {
  await ours(desk, desk.input.paper)
  return desk.change(`issuedPaper:${desk.input.paper}`, (tx) => noteSending(tx, desk, desk.input))
})

const receiptFor = async (read: Reader, id: string): Promise<ServiceReceipt> =>
  found(await read.selectFrom('serviceReceipt').selectAll().where('id', '=', id).executeTakeFirst())

const prove = serve(proveService, async (desk) => {
  const { receipt: id, servedOn, signer } = desk.input
  const receipt = await receiptFor(desk.read, id)
  await ours(desk, receipt.paper)
  const [file] = desk.files
  const proof = file && file.size > 0 ? { sha256: file.sha256, name: file.name } : null
  return desk.change(`issuedPaper:${receipt.paper}`, (tx) =>
    noteProof(tx, desk, { receipt: receipt.id, servedOn, signer: signer === '' ? null : signer, proof }),
  )
})

const proof = serve(getProof, async (desk) => {
  const receipt = await receiptFor(desk.read, desk.input.receipt)
  desk.seen(`issuedPaper:${receipt.paper}`)
  if (receipt.proofSha256 === null) throw new Refused(refuse('proofMissing'))
  const bytes = await soundBytes(desk.store, receipt.proofSha256)
  return { name: receipt.proofName ?? 'proof', type: 'application/octet-stream', bytes }
})

export const serviceApi: readonly Handler[] = [send, prove, proof]
