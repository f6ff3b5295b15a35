import { type ReactNode, type RefObject, useEffect, useRef } from 'react'
import { offsetHolding } from '../rules.ts'
import { Pager, usePages } from './pager.tsx'

export type TableColumn<R> = { key: string; title: string; cell(row: R): ReactNode; num?: boolean }
type Props<R> = {
  label: string
  columns: readonly TableColumn<R>[]
  rows: readonly R[]
  rowKey(row: R): string
  /** Rows that need a look are marked; the word stands in a cell. */
  marked?(row: R): boolean
  empty: ReactNode
}

/** Brings the row that the address names into sight, once it is on the page. */
function useRowHere(here: string | undefined): RefObject<HTMLTableRowElement | null> {
  const ref = useRef<HTMLTableRowElement>(null)
  useEffect(() => {
    if (here !== undefined) ref.current?.scrollIntoView({ block: 'center' })
  }, [here])
  return ref
}

/**
 * The rows of a list of one project. A page of it comes from the server; a short list that came whole is cut here, fifty rows
 * a page, and the page that holds the row named in the address is the one shown. It scrolls sideways within its card.
 */
export function Table<R>({ label, columns, rows, rowKey, marked, empty }: Props<R>) {
  const pages = usePages()
  const { row: named, limit } = pages
  const whole = rows.length > limit
  const offset = whole ? offsetHolding(rows.map(rowKey), pages) : 0
  const shown = whole ? rows.slice(offset, offset + limit) : rows
  const here = useRowHere(shown.some((row) => rowKey(row) === named) ? named : undefined)
  if (rows.length === 0) return <p className="muted card-body">{empty}</p>
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling part must be reachable by keyboard */}
      <section className="table-scroll table-whole" aria-label={label} tabIndex={0}>
        <table className="simple-table field-table" aria-label={label}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column.key} scope="col">
                  {column.title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr
                key={rowKey(row)}
                ref={rowKey(row) === named ? here : undefined}
                aria-current={rowKey(row) === named || undefined}
                data-marked={marked?.(row) ? '' : undefined}
              >
                {columns.map((column) => (
                  <td key={column.key} className={column.num ? 'num' : undefined}>
                    {column.cell(row)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {whole && <Pager pages={{ ...pages, offset }} total={rows.length} label={label} />}
    </>
  )
}
