import { StatusTag } from '../../../web/status-tag.tsx'
import { useSay } from '../../../web/tongue.tsx'
import type { AccountLine } from '../accounts.contract.ts'
import { says } from '../rules/page.words.ts'

/** Whether an account opens anything: disabled, locked after failures, waiting for its first seat, or in use. */
export function AccountState({ row }: { row: AccountLine }) {
  const t = useSay()
  if (row.disabledOn) return <StatusTag state="overdue">{`${t(says.note.disabled)} ${row.disabledOn}`}</StatusTag>
  if (row.lockedUntil) return <StatusTag state="soon">{t(says.note.locked)}</StatusTag>
  if (row.seats.length === 0) return <StatusTag state="planned">{t(row.waiting > 0 ? says.note.awaited : says.note.noSeat)}</StatusTag>
  return <StatusTag state="done">{t(says.note.active)}</StatusTag>
}
