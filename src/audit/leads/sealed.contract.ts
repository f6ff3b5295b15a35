import { z } from 'zod'
import { act, ask } from '../../kernel/contract.ts'
import { GivenFile } from '../../kernel/given.ts'
import { May } from '../../kernel/may.ts'
import { YesNo } from '../../kernel/paging.ts'
import { Report } from '../../office/intake/model.ts'
import { Lead, OrganKind } from './model.ts'
import { LeadOrgan, OrganKey } from './rules/records.ts'
import { words } from './words.ts'

const KeyView = OrganKey.omit({ boxKey: true, signKey: true }).extend({ may: z.object({ confirm: May, retire: May }) })
export type KeyView = z.infer<typeof KeyView>
export const OrganView = LeadOrgan.extend({ keys: z.array(KeyView) })
export type OrganView = z.infer<typeof OrganView>

export const listOrgans = ask({
  name: 'leads.organs',
  title: words.title.organs,
  input: z.object({}),
  output: z.object({ rows: z.array(OrganView), issuer: z.string(), may: z.object({ save: May, propose: May, ledger: May }) }),
})
/** A new receiving organ; `seat` false: it has no seat in this house and is written to by letter or sealed file. */
export const saveOrgan = act({
  name: 'leads.saveOrgan',
  title: words.action.saveOrgan,
  input: z.object({
    name: z.string().trim().min(2).max(100),
    kind: OrganKind,
    jurisdiction: z.string().regex(/^\d{6}$/),
    seat: z.boolean(),
  }),
  output: LeadOrgan,
})
/** One person brings the public key file that the organ’s opener made. */
export const proposeKey = act({
  name: 'leads.proposeKey',
  title: words.action.proposeKey,
  takes: 'files',
  input: z.object({ organ: z.uuid() }),
  output: OrganKey.pick({ id: true, fingerprint: true, state: true }),
})
/** Another confirms it by the fingerprint the organ read out to him; the key used so far is retired. */
export const confirmKey = act({
  name: 'leads.confirmKey',
  title: words.action.confirmKey,
  input: z.object({ id: z.uuid(), version: z.number().int(), fingerprint: z.string().trim().min(8).max(120) }),
  output: OrganKey.pick({ id: true, fingerprint: true, state: true }),
})
export const retireKey = act({
  name: 'leads.retireKey',
  title: words.action.retireKey,
  input: z.object({ id: z.uuid(), version: z.number().int() }),
  output: OrganKey.pick({ id: true, fingerprint: true, state: true }),
})
/** The lead with its letter and the files of its evidence, sealed to the receiver’s key: nobody else opens it. */
export const packLead = act({
  name: 'leads.pack',
  title: words.action.pack,
  gives: 'file',
  asKept: 'signed',
  input: z.object({ id: z.uuid(), version: z.number().int() }),
  output: GivenFile,
})
/** The stand-alone program the receiver opens and answers packages with: one file, Node only. */
export const getOpener = ask({
  name: 'leads.opener',
  title: words.title.opener,
  gives: 'file',
  asKept: 'program',
  input: z.object({}),
  output: GivenFile,
})
/** Takes in one signed answer: receipt, acceptance or return, outcome, written answer. */
export const takeReply = act({
  name: 'leads.takeReply',
  title: words.action.takeReply,
  takes: 'files',
  input: z.object({}),
  output: z.object({ lead: Lead, kind: z.string() }),
})
/** Takes in a workbook of leads already sent elsewhere. `dryRun`: only says what it would do. */
export const importLedger = act({
  name: 'leads.importLedger',
  title: words.action.importLedger,
  takes: 'files',
  input: z.object({ dryRun: YesNo.default(false) }),
  output: Report.omit({ batch: true }),
})
