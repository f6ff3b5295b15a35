import { useAct, useAsk } from '../../../web/ask.ts'
import { Go } from '../../../web/go.tsx'
import { ErrorNote } from '../../../web/notes.tsx'
import { useMay } from '../../../web/session.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { me, takeSeat } from '../contract.ts'
import { mine } from '../own.contract.ts'
import { says } from '../rules/page.words.ts'
import { useSeatSays } from './parts.tsx'

/** Seats of one's own to work in: the present one is marked, another is taken by a press; the house then opens anew. */
export function Seats() {
  const t = useSay()
  const seatSays = useSeatSays()
  const asked = useAsk(me, {})
  const take = useAct(takeSeat)
  const { seats = [], seat: present } = asked.data ?? {}
  if (seats.length < 2) return null
  const sit = async (seat: string) => {
    if ((await take.run({ seat })).ok) location.assign('/')
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out in a menu in every browser in use
    <div className="stack stack-tight" role="group" aria-label={t(says.title.switchSeat)}>
      <span className="muted small">{t(says.title.switchSeat)}</span>
      {seats.map((seat) => (
        <button
          key={seat.id}
          type="button"
          className="seat-choice"
          aria-pressed={seat.id === present}
          disabled={seat.id === present || take.pending}
          onClick={() => void sit(seat.id)}
        >
          {seatSays(seat)}
        </button>
      ))}
      <ErrorNote trouble={take.trouble} />
    </div>
  )
}

/** In the person's menu: the seats to change between, and the way to one's own account. */
export function Personal() {
  const t = useSay()
  const may = useMay(mine)
  return (
    <>
      <Seats />
      {may && (
        <Go to="/me" className="link-button">
          {t(says.title.mine)}
        </Go>
      )}
    </>
  )
}
