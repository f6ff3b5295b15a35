import { json, type Reader, type Writer } from '../../../platform/db.ts'
import { asKeyring } from '../../../platform/wall/line.ts'
import { KnownToken, type MachineToken } from '../model.ts'
import type { TokenLine } from '../own.contract.ts'
import { hashOfToken, newToken } from '../store.ts'

const mark = 'gt_'
/** A machine's token is known by its first letters; people's sessions have none. */
export const newMachineToken = (): string => `${mark}${newToken()}`
export const isMachineToken = (token: string): boolean => token.startsWith(mark)

export const addToken = (tx: Writer, token: MachineToken) =>
  asKeyring(tx, () =>
    tx
      .insertInto('machineToken')
      .values({ ...token, scopes: json(token.scopes) })
      .execute(),
  )
const known = KnownToken.keyof().options
export const tokensOf = (read: Reader, account: string): Promise<KnownToken[]> =>
  read.selectFrom('machineToken').select(known).where('account', '=', account).orderBy('createdAt', 'desc').limit(200).execute()
/** Tokens of an account as they may be shown. */
export const tokenLinesOf = async (read: Reader, account: string): Promise<TokenLine[]> =>
  (await tokensOf(read, account)).map(({ account: _, refusedAt: __, ...line }) => line)
export const lockToken = (tx: Writer, id: string) =>
  tx.selectFrom('machineToken').select(known).where('id', '=', id).forUpdate().executeTakeFirst()
export const touchToken = (tx: Writer, id: string, fields: Partial<Pick<MachineToken, 'refusedAt' | 'revokedAt' | 'revokedBy'>>) =>
  tx.updateTable('machineToken').set(fields).where('id', '=', id).execute()

/** What a machine's token leads to: itself, its owner and the seat it was issued in. */
export const tokenByText = (read: Reader, text: string) =>
  read
    .selectFrom('machineToken')
    .innerJoin('account', 'account.account', 'machineToken.account')
    .innerJoin('seat', 'seat.id', 'machineToken.seat')
    .where('machineToken.tokenHash', '=', hashOfToken(text))
    .select(['machineToken.id as token', 'machineToken.name as tokenName', 'machineToken.scopes', 'machineToken.endsAt'])
    .select(['machineToken.revokedAt', 'machineToken.lastUsedAt', 'machineToken.refusedAt'])
    .select(['account.account', 'account.name', 'account.officialId', 'account.disabledOn'])
    .select(['seat.id as seat', 'seat.role', 'seat.jurisdiction', 'seat.unitId', 'seat.fromOn', 'seat.untilOn', 'seat.endedOn'])
    .executeTakeFirst()
