import { Button } from 'antd'
import { useState } from 'react'
import { type Column, ListPage } from '../../../web/list-page/list-page.tsx'
import { clockText } from '../../../web/moment.ts'
import { useMay } from '../../../web/session.tsx'
import { useChoices, useSay } from '../../../web/tongue.tsx'
import { words as kit } from '../../../web/words.ts'
import { type AccountLine, accounts, createAccount } from '../accounts.contract.ts'
import { Role } from '../model.ts'
import { says } from '../rules/page.words.ts'
import { words } from '../words.ts'
import { AccountDrawer } from './account-drawer.tsx'
import { AccountState } from './account-state.tsx'
import { useSeatSays } from './parts.tsx'
import { NewAccountDialog } from './propose.tsx'

function NewAccount() {
  const t = useSay()
  const may = useMay(createAccount)
  const [shown, setShown] = useState(false)
  if (!may) return null
  return (
    <>
      <Button type="primary" onClick={() => setShown(true)}>
        {t(words.contract.createAccount)}
      </Button>
      {shown && <NewAccountDialog onClose={() => setShown(false)} />}
    </>
  )
}

function useColumns(): readonly Column<AccountLine>[] {
  const t = useSay()
  const seatSays = useSeatSays()
  return [
    { key: 'account', title: t(says.field.account), width: 140, cell: (row) => row.account },
    { key: 'name', title: t(says.field.name), width: 130, serif: true, cell: (row) => row.name },
    { key: 'seats', title: t(says.field.seats), cell: (row) => row.seats.map(seatSays).join('；') },
    {
      key: 'secondFactor',
      title: t(says.field.secondFactor),
      width: 110,
      optional: true,
      cell: (row) => (row.secondFactor ? t(says.note.active) : <span className="muted">{t(says.note.secondFactorOff)}</span>),
    },
    { key: 'state', title: t(says.field.state), width: 150, cell: (row) => <AccountState row={row} /> },
    {
      key: 'createdAt',
      title: t(says.field.createdAt),
      width: 150,
      optional: true,
      cell: (row) => <span className="num">{clockText(row.createdAt)}</span>,
    },
  ]
}

/** Who may sign in, in which seats. Passwords are shown once; seats wait for the second administrator. */
export function AccountsPage() {
  const t = useSay()
  const choices = useChoices()
  const states = { active: says.note.active, disabled: says.note.disabled, locked: says.note.locked, waiting: says.note.awaited }
  return (
    <ListPage
      title={t(kit.menu.accounts)}
      name="accounts"
      contract={accounts}
      columns={useColumns()}
      rowKey={(row) => row.account}
      rowLabel={(row) => row.name}
      filters={[
        { key: 'q', kind: 'text', label: t(says.field.accountOrName) },
        { key: 'role', kind: 'several', label: t(says.field.role), options: choices(Role.options, words.role) },
        { key: 'state', kind: 'choice', label: t(says.field.state), options: choices(['active', 'disabled', 'locked', 'waiting'], states) },
      ]}
      drawer={(account) => <AccountDrawer account={account} />}
      actions={<NewAccount />}
      empty={{ says: t(says.note.noAccounts) }}
    />
  )
}
