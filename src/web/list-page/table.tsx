import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useRef } from 'react'
import { usePrinting } from '../printing.ts'
import { useSettings } from '../settings.ts'
import { useSay } from '../tongue.tsx'
import { words } from '../words.ts'
import { Head } from './head.tsx'
import type { Column, TableProps } from './shape.ts'

export const rowHeights = { compact: 28, middle: 34, roomy: 40 } as const

/** Arrows move, Enter opens, Space marks; Home and End go to the ends. */
function useKeys<Row>(props: TableProps<Row>, walking: RefObject<boolean>) {
  const { rows, active, setActive, rowKey, onOpen, onMark, marked, openKey } = props
  const move = (to: number) => {
    const at = Math.max(0, Math.min(rows.length - 1, to))
    const row = rows[at]
    walking.current = true
    setActive(at)
    if (row && openKey !== undefined) onOpen?.(rowKey(row))
  }
  return (event: KeyboardEvent) => {
    if (event.target instanceof Element && event.target.closest('a, button, input, select, textarea')) return
    const row = rows[active]
    const acts: Record<string, () => void> = {
      ArrowDown: () => move(active + 1),
      ArrowUp: () => move(active - 1),
      PageDown: () => move(active + 10),
      PageUp: () => move(active - 10),
      Home: () => move(0),
      End: () => move(rows.length - 1),
      Enter: () => row && onOpen?.(rowKey(row)),
      ' ': () => row && onMark?.([rowKey(row)], !marked.has(rowKey(row))),
    }
    const deed = acts[event.key]
    if (!deed) return
    event.preventDefault()
    deed()
  }
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const kinds = [column.align === 'end' && 'end num', column.serif && 'serif', column.optional && 'optional', column.acts && 'acts']
  return <td className={kinds.filter(Boolean).join(' ') || undefined}>{column.cell(row)}</td>
}

function MarkBox<Row>({ row, props }: { row: Row; props: TableProps<Row> }): ReactNode {
  const t = useSay()
  const key = props.rowKey(row)
  return (
    <td className="mark-box">
      <input
        type="checkbox"
        aria-label={t(words.action.select, { name: props.rowLabel(row) })}
        checked={props.marked.has(key)}
        onChange={(event) => props.onMark?.([key], event.target.checked)}
        onClick={(event) => event.stopPropagation()}
      />
    </td>
  )
}

/** `walking` is true from an arrow key until the row it led to has taken the focus, however far that row was. */
type LineProps<Row> = { row: Row; index: number; props: TableProps<Row>; walking: RefObject<boolean> }

/** One row; the active one is the list's only tab stop, and takes the focus over when the arrows move. */
function Line<Row>({ row, index, props, walking }: LineProps<Row>) {
  const { columns, rowKey, active, openKey, marked, onOpen, onMark, setActive } = props
  const key = rowKey(row)
  const takeFocus = (line: HTMLTableRowElement | null) => {
    if (index !== active || !walking.current || !line) return
    walking.current = false
    line.focus({ preventScroll: true })
  }
  return (
    <tr
      aria-rowindex={props.offset + index + 2}
      aria-selected={marked.has(key)}
      data-open={openKey === key || undefined}
      data-active={index === active || undefined}
      tabIndex={index === active ? 0 : -1}
      ref={takeFocus}
      onFocus={(event) => event.target === event.currentTarget && setActive(index)}
      onClick={() => {
        setActive(index)
        onOpen?.(key)
      }}
    >
      {onMark && <MarkBox row={row} props={props} />}
      {columns.map((column) => (
        <Cell key={column.key} column={column} row={row} />
      ))}
    </tr>
  )
}

/** The rows in sight; all of them while the page is being printed. */
function useShown<Row>({ rows, active }: TableProps<Row>, height: number) {
  const scroller = useRef<HTMLDivElement>(null)
  const printing = usePrinting()
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: printing ? rows.length : 12,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured anew when the row height was changed
  useEffect(() => void virtual.measure(), [height])
  useEffect(() => void virtual.scrollToIndex(active), [active, virtual])
  const shown = virtual.getVirtualItems()
  const after = virtual.getTotalSize() - (shown[shown.length - 1]?.end ?? 0)
  return { scroller, shown, before: shown[0]?.start ?? 0, after }
}

/** The list itself: only the rows in sight are in the page, whatever the length. */
export function ListTable<Row>(props: TableProps<Row>) {
  const { rows, rowKey } = props
  const { density } = useSettings()
  const walking = useRef(false)
  const onKeyDown = useKeys(props, walking)
  const { scroller, shown, before, after } = useShown(props, rowHeights[density])
  return (
    <div className="list-scroll" ref={scroller}>
      <table
        className={`list-table density-${density}`}
        data-list-table=""
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid whose rows are walked with the arrows
        role="grid"
        aria-label={props.label}
        aria-rowcount={props.total + 1}
        onKeyDown={onKeyDown}
      >
        <Head {...props} />
        <tbody>
          {before > 0 && <Spacer height={before} />}
          {shown.map(({ index }) => {
            const row = rows[index]
            return row === undefined ? null : <Line key={rowKey(row)} row={row} index={index} props={props} walking={walking} />
          })}
          {after > 0 && <Spacer height={after} />}
        </tbody>
      </table>
    </div>
  )
}

function Spacer({ height }: { height: number }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: an empty row that cannot take the focus
    <tr aria-hidden="true" className="spacer">
      <td style={{ height }} />
    </tr>
  )
}
