import { clockText } from '../../../web/moment.ts'
import { StatusTag } from '../../../web/status-tag.tsx'
import { useSay } from '../../../web/tongue.tsx'
import type { OrderLine } from '../accounts.contract.ts'
import { SeatWanted, SubjectWanted } from '../model.ts'
import { says } from '../rules/page.words.ts'
import { words } from '../words.ts'
import { useSeatSays } from './parts.tsx'

const stateOf = { waiting: 'running', done: 'done', refused: 'overdue', withdrawn: 'planned' } as const
export function OrderState({ order }: { order: OrderLine }) {
  const t = useSay()
  return <StatusTag state={stateOf[order.state]}>{t(words.orderState[order.state])}</StatusTag>
}

/** Who proposed or decided, by name; account and moment stand in its title. */
export function By({ account, name, at }: { account: string; name: string | null; at?: string | null }) {
  return <span title={[account, at && clockText(at)].filter(Boolean).join(' · ')}>{name ?? account}</span>
}

/** From when until when a seat is asked for. */
export function OrderDays({ order }: { order: OrderLine }) {
  const t = useSay()
  const seat = SeatWanted.safeParse(order.detail)
  if (!seat.success) return null
  return (
    <span className="num muted">
      {seat.data.fromOn} – {seat.data.untilOn ?? t(says.note.open)}
    </span>
  )
}

/** What an order asks for, in words; `plain` leaves the days to a column of their own. */
export function OrderMatter({ order, plain }: { order: OrderLine; plain?: boolean }) {
  const t = useSay()
  const seatSays = useSeatSays()
  const seat = SeatWanted.safeParse(order.detail)
  const subject = SubjectWanted.safeParse(order.detail)
  const kind = t(words.orderKind[order.kind])
  if (seat.success) {
    return (
      <span>
        {kind} · {seatSays({ ...seat.data, unitName: order.unitName })} {!plain && <OrderDays order={order} />}{' '}
        {order.officialName && <span className="muted">{`${t(says.field.official)} ${order.officialName}`}</span>}{' '}
        {order.outside && <StatusTag state="soon">{t(says.note.outside)}</StatusTag>}
      </span>
    )
  }
  return <span>{subject.success ? `${kind} · ${subject.data.issuer} ${subject.data.subject}` : kind}</span>
}

/** Orders of one account: what, who proposed and who decided. */
export function OrderTable({ orders }: { orders: readonly OrderLine[] }) {
  const t = useSay()
  if (orders.length === 0) return <p className="muted">{t(says.note.noOrders)}</p>
  return (
    <table className="simple-table">
      <thead>
        <tr>
          <th>{t(says.field.kind)}</th>
          <th>{t(says.field.proposed)}</th>
          <th>{t(says.field.decided)}</th>
          <th>{t(says.field.state)}</th>
        </tr>
      </thead>
      <tbody>
        {orders.map((order) => (
          <tr key={order.id}>
            <td>
              <OrderMatter order={order} />
            </td>
            <td>
              <By account={order.proposedBy} name={order.proposerName} /> <span className="num muted">{order.proposedAt.slice(0, 10)}</span>
            </td>
            <td>
              {order.decidedBy ? <By account={order.decidedBy} name={order.deciderName} /> : '–'}{' '}
              <span className="num muted">{order.decidedAt?.slice(0, 10)}</span>
            </td>
            <td>
              <OrderState order={order} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
