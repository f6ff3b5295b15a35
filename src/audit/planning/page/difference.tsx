import { StatusTag } from '../../../web/status-tag.tsx'
import { useSay } from '../../../web/tongue.tsx'
import type { Comparison, Difference } from '../rules/shapes.ts'
import { words } from '../words.ts'
import { Scroller } from './scroller.tsx'

const toneOf = { added: 'done', removed: 'overdue', moved: 'soon' } as const

function Slots({ slots }: { slots: Difference['before'] }) {
  const t = useSay()
  if (slots.length === 0) return <span className="muted">–</span>
  return slots.map((slot) => (
    <div key={`${slot.year}${slot.window}`} className="num">
      {t(words.quarter, slot)} <span className="muted small">{slot.team}</span>
    </div>
  ))
}

/** What differs, subject by subject, and the totals of both sides. */
export function DifferenceTable({ comparison }: { comparison: Comparison }) {
  const t = useSay()
  const { rows, before, after } = comparison
  const totals = ({ items, days, cost, mandatory, deadline }: Comparison['before']) => (
    <>
      <div className="num">{`${items} · ${t(words.note.days, { days: Math.round(days) })}`}</div>
      {cost !== null && <div className="muted small">{t(words.note.costs, { cost: Math.round(cost), mandatory, deadline })}</div>}
    </>
  )
  return (
    <Scroller>
      <table className="simple-table" aria-label={t(words.title.difference)}>
        <thead>
          <tr>
            <th scope="col">{t(words.field.official)}</th>
            <th scope="col">{t(words.note.before)}</th>
            <th scope="col">{t(words.note.after)}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.tenure}>
              <td>
                <StatusTag state={toneOf[row.kind]}>{t(words.differenceKind[row.kind])}</StatusTag> <b className="serif">{row.name}</b>
                <div className="muted small">{row.unitName}</div>
              </td>
              <td>
                <Slots slots={row.before} />
              </td>
              <td>
                <Slots slots={row.after} />
              </td>
            </tr>
          ))}
          {rows.length === 0 && (
            <tr>
              <td colSpan={3}>{t(words.note.same)}</td>
            </tr>
          )}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t(words.note.items)}</th>
            <td>{totals(before)}</td>
            <td>{totals(after)}</td>
          </tr>
        </tfoot>
      </table>
    </Scroller>
  )
}
