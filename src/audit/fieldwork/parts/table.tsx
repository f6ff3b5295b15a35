import { type ReactNode, type RefObject, useEffect, useRef } from 'react'
import { z } from 'zod'
import { useAddress } from '../../../web/address.ts'
import { Pager, type Pages, usePages } from './pager.tsx'

const Address = z.object({ row: z.string().optional() })

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

/** The row that the address names, if it is one of these: its page is turned to and it is brought into sight. */
function useRowHere(at: number, { offset, limit, go }: Pages): RefObject<HTMLTableRowElement | null> {
  const ref = useRef<HTMLTableRowElement>(null)
  useEffect(() => {
    if (at >= 0) go(at - (at % limit))
  }, [at, limit, go])
  useEffect(() => {
    if (at >= offset && at < offset + limit) ref.current?.scrollIntoView({ block: 'center' })
  }, [at, offset, limit])
  return ref
}

/** A list of one project, fifty rows a page; it scrolls sideways within its card. */
export function Table<R>({ label, columns, rows, rowKey, marked, empty }: Props<R>) {
  const pages = usePages()
  const [{ row: named }] = useAddress(Address)
  const here = useRowHere(named === undefined ? -1 : rows.findIndex((row) => rowKey(row) === named), pages)
  const shown = rows.length <= pages.limit ? rows : rows.slice(pages.offset, pages.offset + pages.limit)
  if (rows.length === 0) return <p className="muted card-body">{empty}</p>
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling part must be reachable by keyboard */}
      <section className="table-scroll" aria-label={label} tabIndex={0}>
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
      <Pager pages={pages} total={rows.length} label={label} />
    </>
  )
}
