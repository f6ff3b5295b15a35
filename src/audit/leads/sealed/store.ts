import type { Reader, Writer } from '../../../platform/db.ts'
import type { LeadOrgan, LeadPackage, LeadReply, OrganKey } from '../rules/records.ts'

export const addOrgan = (tx: Writer, organ: LeadOrgan): Promise<LeadOrgan> =>
  tx.insertInto('leadOrgan').values(organ).returningAll().executeTakeFirstOrThrow()

export const allKeys = (read: Reader): Promise<OrganKey[]> => read.selectFrom('organKey').selectAll().orderBy('id').execute()
export const activeKey = (read: Reader, organ: string): Promise<OrganKey | undefined> =>
  read.selectFrom('organKey').selectAll().where('organ', '=', organ).where('state', '=', 'active').executeTakeFirst()
export const findKey = (read: Reader, id: string): Promise<OrganKey | undefined> =>
  read.selectFrom('organKey').selectAll().where('id', '=', id).executeTakeFirst()
export const lockKey = (tx: Writer, id: string): Promise<OrganKey | undefined> =>
  tx.selectFrom('organKey').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
export const addKey = (tx: Writer, key: OrganKey): Promise<OrganKey> =>
  tx.insertInto('organKey').values(key).returningAll().executeTakeFirstOrThrow()
export const moveKey = (
  tx: Writer,
  key: OrganKey,
  to: Partial<Pick<OrganKey, 'state' | 'confirmedBy' | 'confirmedOn'>>,
): Promise<OrganKey> =>
  tx
    .updateTable('organKey')
    .set({ ...to, version: key.version + 1 })
    .where('id', '=', key.id)
    .returningAll()
    .executeTakeFirstOrThrow()
/** The key used so far is not used any more; answers to packages sealed to it still come in. */
export const retireActive = (tx: Writer, organ: string) =>
  tx.updateTable('organKey').set({ state: 'retired' }).where('organ', '=', organ).where('state', '=', 'active').execute()

export const packagesOf = (read: Reader, lead: string) =>
  read.selectFrom('leadPackage').select(['id', 'round', 'madeOn']).where('lead', '=', lead).orderBy('id').execute()
export const addPackage = (tx: Writer, row: LeadPackage) => tx.insertInto('leadPackage').values(row).execute()
export const findPackage = (read: Reader, id: string): Promise<LeadPackage | undefined> =>
  read.selectFrom('leadPackage').selectAll().where('id', '=', id).executeTakeFirst()

export const replyTaken = (read: Reader, digest: string): Promise<LeadReply | undefined> =>
  read.selectFrom('leadReply').selectAll().where('digest', '=', digest).executeTakeFirst()
export const addReply = (tx: Writer, row: LeadReply) => tx.insertInto('leadReply').values(row).execute()
