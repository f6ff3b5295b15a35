import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import type { Counted } from '../../../audit/findings/model.ts'
import { words as findings } from '../../../audit/findings/words.ts'
import { wanYuan } from '../../../kernel/money.ts'
import { Go, type Place } from '../../../web/go.tsx'
import { useSay, useTongue } from '../../../web/tongue.tsx'
import { type Count, type Heat, type HeatColumn, type HeatRow, shadeOf } from '../rules/tally.ts'
import { words } from '../words.ts'

const moves: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
}

/** Arrow keys go from number to number; Enter follows the link one stands on. */
function useArrows() {
  const table = useRef<HTMLTableElement>(null)
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    const move = moves[event.key]
    const cell = event.target instanceof Element ? event.target.closest('[data-at]') : null
    if (!move || !cell) return
    const [row = 0, column = 0] = (cell.getAttribute('data-at') ?? '').split(':').map(Number)
    const next = table.current?.querySelector<HTMLElement>(`[data-at="${row + move[0]}:${column + move[1]}"] a`)
    if (!next) return
    event.preventDefault()
    next.focus()
  }
  return { table, onKeyDown }
}

/** What a share comes to in words: the percentage, or why none is told. */
export function useShare(least: number): (count: Count) => string {
  const t = useSay()
  return ({ share, base }) => {
    if (share !== null) return t(words.note.percent, { percent: Math.round(share / 10) / 10 })
    return base === 0 ? t(words.note.none) : t(words.note.tooFew, { base, least })
  }
}

type Shown = { count: Count; at: string; label: string; to(counted: Counted): Place; least: number }
function Cell({ count, at, label, to, least }: Shown) {
  const t = useSay()
  const shareText = useShare(least)
  const shade = shadeOf(count) ?? undefined
  const { findings, objected, share, audits, base } = count
  if (findings + objected === 0)
    return (
      <td data-shade={shade} className="end muted">
        –
      </td>
    )
  return (
    <td data-shade={shade} data-at={at} className="end">
      <Go to={to('stands')} label={label} title={shareText(count)}>
        <b className="num">
          {share === null ? t(words.note.tooFewShort) : t(words.note.percent, { percent: Math.round(share / 10) / 10 })}
        </b>
        <span className="num small">{t(words.note.share, { with: audits, base })}</span>
        <span className="num small">{t(words.note.linked, { count: findings })}</span>
        {count.common && <span className="heat-common">{t(words.field.common)}</span>}
      </Go>
      {objected > 0 && (
        <Go to={to('objected')} className="small">
          {t(words.note.objectedCount, { count: objected })}
        </Go>
      )}
    </td>
  )
}

/** The money of a class, each kind on its own line. */
function MoneyCell({ money }: Pick<Count, 'money'>) {
  const t = useSay()
  return (
    <td className="end heat-money">
      {money.map(({ kind, fen }) => (
        <span key={kind} className="row spread small">
          <span className="muted">{t(findings.money[kind])}</span>{' '}
          <span className="num">{t(findings.note.wanYuan, { amount: wanYuan(fen) })}</span>
        </span>
      ))}
    </td>
  )
}

/** The class, then every column alike, and the money: no cell is broken, the table scrolls instead. */
const wide = (columns: number) => 150 + 124 * (columns + 1) + 236

type Props = {
  label: string
  heat: Heat
  least: number
  /** How a column is called, and what its audits are listed by. */
  columnName(column: HeatColumn): string
  columnTo(column: HeatColumn): Place
  cellTo(row: HeatRow, column: HeatColumn | null, counted: Counted): Place
  rowHead(row: HeatRow): ReactNode
}

function HeatHead({ columns, columnName, columnTo }: Pick<Props, 'columnName' | 'columnTo'> & { columns: readonly HeatColumn[] }) {
  const t = useSay()
  return (
    <thead>
      <tr>
        <th scope="col">{t(words.field.class)}</th>
        {columns.map((column) => (
          <th key={column.key} scope="col" className="end">
            {columnName(column)}
            <Go to={columnTo(column)} className="num small">{`${t(words.field.audits)} ${column.audits}`}</Go>
          </th>
        ))}
        <th scope="col" className="end">
          {t(words.field.all)}
        </th>
        <th scope="col" className="end heat-money">
          {t(findings.title.money)}
        </th>
      </tr>
    </thead>
  )
}

/** Classes against types or years: darker where more of the audits have the problem; every number opens its rows. */
export function HeatTable({ label, heat, least, columnName, columnTo, cellTo, rowHead }: Props) {
  const t = useSay()
  const tongue = useTongue()
  const shareText = useShare(least)
  const { table, onKeyDown } = useArrows()
  const says = (row: HeatRow, column: string, count: Count) => {
    const { findings, audits, base } = count
    return t(words.note.cell, { class: row[tongue], column, findings, with: audits, base, share: shareText(count) })
  }
  const all = t(words.field.all)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling part must be reachable by keyboard
    <div className="heat-scroll" tabIndex={0}>
      <table
        className="simple-table heat"
        style={{ minWidth: `${wide(heat.columns.length)}px` }}
        aria-label={label}
        ref={table}
        onKeyDown={onKeyDown}
      >
        <HeatHead columns={heat.columns} columnName={columnName} columnTo={columnTo} />
        <tbody>
          {heat.rows.map((row, at) => (
            <tr key={row.code}>
              <th scope="row">{rowHead(row)}</th>
              {heat.columns.map((column, across) => {
                const count = row.cells[across]
                if (!count) return null
                const shown = { count, least, at: `${at}:${across}`, to: (counted: Counted) => cellTo(row, column, counted) }
                return <Cell key={column.key} {...shown} label={says(row, columnName(column), count)} />
              })}
              <Cell
                count={row.all}
                least={least}
                at={`${at}:${heat.columns.length}`}
                to={(counted) => cellTo(row, null, counted)}
                label={says(row, all, row.all)}
              />
              <MoneyCell money={row.all.money} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
