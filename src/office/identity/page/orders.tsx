import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import { useAct } from '../../../web/ask.ts'
import { Go, place } from '../../../web/go.tsx'
import { type Column, ListPage } from '../../../web/list-page/list-page.tsx'
import { clockText } from '../../../web/moment.ts'
import { ErrorNote } from '../../../web/notes.tsx'
import { useMay, useMe } from '../../../web/session.tsx'
import { Dialog } from '../../../web/shell/dialog.tsx'
import { useChoices, useSay } from '../../../web/tongue.tsx'
import { words as kit } from '../../../web/words.ts'
import { decideOrder, type OrderLine, orders, withdrawOrder } from '../accounts.contract.ts'
import { OrderState as OrderStates } from '../model.ts'
import { says } from '../rules/page.words.ts'
import { words } from '../words.ts'
import { By, OrderDays, OrderMatter, OrderState } from './order-table.tsx'
import { Secret, Text, valuesOf } from './parts.tsx'

/** The second person reads the whole order and confirms it, or sends it back with a reason. */
function Decide({ order, onClose }: { order: OrderLine; onClose(): void }) {
  const t = useSay()
  const decide = useAct(decideOrder)
  const [confirm, setConfirm] = useState(true)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const outcome = await decide.run({ id: order.id, confirm, reason: valuesOf(event.currentTarget).reason ?? '' })
    if (outcome.ok && outcome.value.password === null) onClose()
  }
  const title = `${t(words.orderKind[order.kind])} · ${order.name}（${order.account}）`
  return (
    <Dialog title={title} onClose={onClose}>
      {decide.value?.password ? (
        <div className="stack">
          <Secret label={t(says.note.newPassword, { account: order.account })}>{decide.value.password}</Secret>
          <Button type="primary" onClick={onClose}>
            {t(says.action.kept)}
          </Button>
        </div>
      ) : (
        <form className="stack" onSubmit={(event) => void submit(event)}>
          <p>
            <OrderMatter order={order} />
          </p>
          <p className="muted">
            {t(says.field.proposed)} <By account={order.proposedBy} name={order.proposerName} />{' '}
            <span className="num">{clockText(order.proposedAt)}</span>；{t(says.field.ground)} {order.ground || '–'}
          </p>
          <Text label={t(says.field.reason)} name="reason" required={!confirm} />
          <p className="muted small">{t(says.note.twoPeople)}</p>
          <ErrorNote trouble={decide.trouble} />
          <div className="row">
            <Button type="primary" htmlType="submit" loading={decide.pending} onClick={() => setConfirm(true)}>
              {t(says.action.confirm)}
            </Button>
            <Button htmlType="submit" loading={decide.pending} onClick={() => setConfirm(false)}>
              {t(says.action.refuse)}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  )
}

function OrderActs({ order }: { order: OrderLine }) {
  const t = useSay()
  const me = useMe()
  const [open, setOpen] = useState(false)
  const mayDecide = useMay(decideOrder)
  const withdraw = useAct(withdrawOrder)
  if (order.state !== 'waiting') return null
  return (
    <>
      {mayDecide && (
        <Button size="small" type="primary" onClick={() => setOpen(true)}>
          {t(says.action.decide)}
        </Button>
      )}
      {order.proposedBy === me.account && (
        <Button size="small" loading={withdraw.pending} onClick={() => void withdraw.run({ id: order.id })}>
          {t(says.action.withdraw)}
        </Button>
      )}
      {open && <Decide order={order} onClose={() => setOpen(false)} />}
    </>
  )
}

function useColumns(): readonly Column<OrderLine>[] {
  const t = useSay()
  return [
    {
      key: 'account',
      title: t(says.field.account),
      width: 100,
      cell: (row) => <Go to={place('/accounts', { open: row.account })}>{row.name}</Go>,
    },
    { key: 'matter', title: t(says.field.kind), cell: (row) => <OrderMatter order={row} plain /> },
    { key: 'days', title: t(says.field.span), width: 190, optional: true, cell: (row) => <OrderDays order={row} /> },
    { key: 'ground', title: t(says.field.ground), width: 150, optional: true, cell: (row) => row.ground },
    {
      key: 'proposed',
      title: t(says.field.proposed),
      width: 125,
      optional: true,
      cell: (row) => <By account={row.proposedBy} name={row.proposerName} at={row.proposedAt} />,
    },
    {
      key: 'decided',
      title: t(says.field.decided),
      width: 125,
      optional: true,
      cell: (row) => row.decidedBy && <By account={row.decidedBy} name={row.deciderName} at={row.decidedAt} />,
    },
    { key: 'state', title: t(says.field.state), width: 115, cell: (row) => <OrderState order={row} /> },
    { key: 'act', title: t(says.field.act), width: 110, acts: true, cell: (row) => <OrderActs order={row} /> },
  ]
}

/** What administrators decide together: those waiting first. */
export function OrdersPage() {
  const t = useSay()
  const choices = useChoices()
  return (
    <ListPage
      title={t(kit.menu.orders)}
      name="orders"
      contract={orders}
      columns={useColumns()}
      rowKey={(row) => row.id}
      rowLabel={(row) => row.name}
      filters={[{ key: 'state', kind: 'choice', label: t(says.field.state), options: choices(OrderStates.options, words.orderState) }]}
      lead={t(says.note.twoPeople)}
      empty={{ says: t(says.note.noOrders) }}
    />
  )
}
