import { Button, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import { type Outcome, useAct } from '../../../web/ask.ts'
import { type Column, ListPage } from '../../../web/list-page/list-page.tsx'
import { clockText } from '../../../web/moment.ts'
import { ErrorNote } from '../../../web/notes.tsx'
import { useMay, useMe } from '../../../web/session.tsx'
import { StatusTag } from '../../../web/status-tag.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { words as kit } from '../../../web/words.ts'
import { type AccountLine, accounts, createAccount, disableAccount } from '../accounts.contract.ts'
import { Role } from '../model.ts'
import { says } from '../rules/page.words.ts'
import { words } from '../words.ts'

type Row = z.infer<typeof AccountLine>

function State({ row }: { row: Row }) {
  const t = useSay()
  if (row.disabledOn) return <StatusTag state="overdue">{`${t(says.note.disabled)} ${row.disabledOn}`}</StatusTag>
  if (row.lockedUntil) return <StatusTag state="soon">{t(says.note.locked)}</StatusTag>
  return <StatusTag state="done">{t(says.note.active)}</StatusTag>
}

function Disable({ row }: { row: Row }) {
  const t = useSay()
  const me = useMe()
  const may = useMay(disableAccount)
  const [asked, setAsked] = useState(false)
  const disable = useAct(disableAccount)
  if (!may || row.disabledOn || row.account === me.account) return null
  const run = async () => {
    if ((await disable.run({ account: row.account })).ok) setAsked(false)
  }
  return (
    <>
      <Button size="small" onClick={() => setAsked(true)}>
        {t(says.action.disable)}
      </Button>
      <Modal
        open={asked}
        title={t(words.contract.disableAccount)}
        okText={t(says.action.disable)}
        okButtonProps={{ danger: true, loading: disable.pending }}
        onOk={() => void run()}
        onCancel={() => setAsked(false)}
      >
        <p>{t(says.note.willDisable, { name: row.name, account: row.account })}</p>
        <ErrorNote trouble={disable.trouble} />
      </Modal>
    </>
  )
}

type Given = z.input<typeof createAccount.input>

function NewAccount() {
  const t = useSay()
  const me = useMe()
  const may = useMay(createAccount)
  const [shown, setShown] = useState(false)
  const create = useAct(createAccount)
  if (!may) return null
  const save = async (given: Given): Promise<Outcome<unknown>> =>
    create.run({ ...given, jurisdiction: given.jurisdiction || me.jurisdiction })
  const close = () => {
    create.forget()
    setShown(false)
  }
  const roles = Role.options.map((role) => ({ value: role, label: t(words.role[role]) }))
  const needed = [{ required: true }]
  return (
    <>
      <Button type="primary" onClick={() => setShown(true)}>
        {t(words.contract.createAccount)}
      </Button>
      <Modal open={shown} title={t(words.contract.createAccount)} footer={null} onCancel={close} destroyOnHidden>
        {create.value ? (
          <p role="status">{t(says.note.createdAccount, create.value)}</p>
        ) : (
          <Form layout="vertical" initialValues={{ jurisdiction: me.jurisdiction }} onFinish={(given: Given) => void save(given)}>
            <Form.Item name="account" label={t(says.field.account)} rules={needed}>
              <Input autoComplete="off" />
            </Form.Item>
            <Form.Item name="name" label={t(says.field.name)} rules={needed}>
              <Input autoComplete="off" />
            </Form.Item>
            <Form.Item name="role" label={t(says.field.role)} rules={needed}>
              <Select options={roles} showSearch={{ optionFilterProp: 'label' }} />
            </Form.Item>
            <Form.Item name="jurisdiction" label={t(says.field.jurisdiction)} rules={needed}>
              <Input />
            </Form.Item>
            <ErrorNote trouble={create.trouble} />
            <Button type="primary" htmlType="submit" loading={create.pending}>
              {t(words.contract.createAccount)}
            </Button>
          </Form>
        )}
      </Modal>
    </>
  )
}

/** Who may sign in, in which role. Passwords are shown once, when an account is made. */
export function AccountsPage() {
  const t = useSay()
  const columns: readonly Column<Row>[] = [
    { key: 'account', title: t(says.field.account), cell: (row) => row.account },
    { key: 'name', title: t(says.field.name), serif: true, cell: (row) => row.name },
    { key: 'seats', title: t(says.field.seats), cell: (row) => row.seats.map((seat) => t(words.role[seat.role])).join('、') },
    { key: 'state', title: t(says.field.state), width: 160, cell: (row) => <State row={row} /> },
    {
      key: 'createdAt',
      title: t(says.field.createdAt),
      width: 150,
      optional: true,
      cell: (row) => <span className="num">{clockText(row.createdAt)}</span>,
    },
    { key: 'act', title: t(says.field.act), width: 90, cell: (row) => <Disable row={row} /> },
  ]
  return (
    <ListPage
      title={t(kit.menu.accounts)}
      name="accounts"
      contract={accounts}
      columns={columns}
      rowKey={(row) => row.account}
      rowLabel={(row) => row.name}
      actions={<NewAccount />}
      empty={{ says: t(says.note.noAccounts) }}
    />
  )
}
