import { say } from '../../kernel/say.ts'
import { json, type Reader, type Writer } from '../../platform/db.ts'
import { newId } from '../../platform/id.ts'
import type { ResultRule, ServedOrgan, ShareGrant } from './model.ts'
import { words } from './words.ts'

type Out = {
  kind: ShareGrant['kind']
  record: string
  label: string
  to: { organ: ShareGrant['organ']; jurisdiction: string; unit?: string | null }
  fields: ShareGrant['fields']
  basis: string
  purpose: string
  by: { account: string; organ: string; jurisdiction: string }
  today: ShareGrant['startsOn']
  now: string
}
/** The standing grant that goes with what was served; the service is the second person's word, for a signature stands under it. */
async function shareIssued(tx: Writer, { kind, record, label, to, fields, basis, purpose, by, today, now }: Out): Promise<void> {
  const whom = { organ: to.organ, jurisdiction: to.jurisdiction, unit: to.unit ?? null, account: null }
  const given = { state: 'given' as const, givenBy: by.account, givenAt: now, settledBy: null, settledAt: null, reason: null }
  const span = { ceiling: 'workSecret' as const, startsOn: today, until: null, issued: true, version: 1 }
  const owner = { ownerOrgan: by.organ, ownerJurisdiction: by.jurisdiction }
  const grant = { id: newId(), kind, record, label, ...whom, purpose, legalBasis: basis, ...owner, ...span, ...given }
  await tx
    .insertInto('shareGrant')
    .values({ ...grant, fields: json(fields) })
    .onConflict((same) => same.doNothing())
    .execute()
}

export type Issuing = Omit<Out, 'kind' | 'record' | 'fields'> & { project: string }
/** The standing grant that goes with results served on an organ: the whole case, every field, without an end. Served again it changes nothing. */
export const shareIssuedResults = (tx: Writer, { project, ...issuing }: Issuing): Promise<void> =>
  shareIssued(tx, {
    ...issuing,
    kind: 'project',
    record: project,
    fields: ['facts', 'amounts', 'responsibility', 'rectification', 'report'],
  })

type Served = { paper: { id: string; number: string | null; title: string; jurisdiction: string }; organ: ServedOrgan } & Pick<
  Out,
  'by' | 'today' | 'now'
>
/** The organ served with a paper knows the paper itself from then on: it alone, not its case. */
export const shareServedPaper = (tx: Writer, { paper, organ, ...rest }: Served): Promise<void> =>
  shareIssued(tx, {
    ...rest,
    ...{ kind: 'issuedPaper', record: paper.id, fields: ['report'] },
    label: [paper.number, paper.title.replace(/\s+/g, '')].filter(Boolean).join(' '),
    to: { organ, jurisdiction: paper.jurisdiction },
    ...{ basis: say(words.served.basis, 'zh'), purpose: say(words.served.purpose, 'zh') },
  })

/** All rules on who gets the results, past ones too: by organ, then by day. */
export const allResultRules = (read: Reader): Promise<ResultRule[]> =>
  read.selectFrom('resultRule').selectAll().orderBy('organ').orderBy('region').orderBy('startsOn').orderBy('id').execute()
export const lockResultRule = (tx: Writer, id: string) =>
  tx.selectFrom('resultRule').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
export const endResultRule = (tx: Writer, { id, version }: ResultRule, endsOn: ResultRule['startsOn']) =>
  tx
    .updateTable('resultRule')
    .set({ endsOn, version: version + 1 })
    .where('id', '=', id)
    .execute()
export const addResultRule = (tx: Writer, rule: Omit<ResultRule, 'id' | 'version'>): Promise<ResultRule> =>
  tx
    .insertInto('resultRule')
    .values({ ...rule, id: newId(), version: 1 })
    .returningAll()
    .executeTakeFirstOrThrow()
