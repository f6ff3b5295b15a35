import type { ReactNode } from 'react'
import { useToday } from '../../../../web/session.tsx'
import { StatusTag } from '../../../../web/status-tag.tsx'
import { useSay } from '../../../../web/tongue.tsx'
import type { SeatLine } from '../../contract.ts'
import { says } from '../../rules/page.words.ts'
import { whyNotSit } from '../../rules/seats.ts'
import { useSeatSays } from '../parts.tsx'

/** Whether a seat is in force, and since when it is not. */
export function SeatState({ seat }: { seat: SeatLine }) {
  const t = useSay()
  const no = whyNotSit(seat, useToday())
  if (!no) return <StatusTag state="done">{t(says.note.seatLive)}</StatusTag>
  if (no.code === 'seatNotYet') return <StatusTag state="planned">{t(says.note.seatLater)}</StatusTag>
  return <StatusTag state="overdue">{no.code === 'seatEnded' ? t(says.note.seatEnded, no.facts) : t(says.note.seatExpired)}</StatusTag>
}

/** Seats past and present, each with its days. */
export function SeatTable({ seats, acts }: { seats: readonly SeatLine[]; acts?: (seat: SeatLine) => ReactNode }) {
  const t = useSay()
  const seatSays = useSeatSays()
  return (
    <table className="simple-table">
      <thead>
        <tr>
          <th>{t(says.field.seats)}</th>
          <th>{t(says.field.fromOn)}</th>
          <th>{t(says.field.untilOn)}</th>
          <th>{t(says.field.state)}</th>
          {acts && <th>{t(says.field.act)}</th>}
        </tr>
      </thead>
      <tbody>
        {seats.map((seat) => (
          <tr key={seat.id}>
            <td>{seatSays(seat)}</td>
            <td className="num">{seat.fromOn}</td>
            <td className="num">{seat.untilOn ?? t(says.note.open)}</td>
            <td>
              <SeatState seat={seat} />
            </td>
            {acts && <td>{acts(seat)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
