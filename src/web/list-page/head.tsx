import { useSay } from '../tongue.tsx'
import { words } from '../words.ts'
import type { Column, TableProps } from './shape.ts'

const directionOf = (column: { sort?: string | undefined }, sort: string | undefined): 'ascending' | 'descending' | undefined => {
  if (!column.sort || !sort) return undefined
  if (sort === column.sort) return 'ascending'
  return sort === `-${column.sort}` ? 'descending' : undefined
}
const nextSort = (by: string, now: string | undefined) => {
  if (now === 'ascending') return `-${by}`
  return now === 'descending' ? undefined : by
}
const arrows = { ascending: ' ↑', descending: ' ↓' } as const

function HeadCell<Row>({
  column,
  sort,
  onSort,
}: {
  column: Column<Row>
  sort: string | undefined
  onSort(sort: string | undefined): void
}) {
  const direction = directionOf(column, sort)
  const by = column.sort
  const kinds = [column.align === 'end' && 'end', column.optional && 'optional', column.acts && 'acts']
  return (
    <th
      scope="col"
      aria-sort={direction}
      className={kinds.filter(Boolean).join(' ') || undefined}
      style={column.width ? { width: column.width } : undefined}
    >
      {by ? (
        <button type="button" className="plain-button" onClick={() => onSort(nextSort(by, direction))}>
          {column.title}
          <span aria-hidden="true">{direction ? arrows[direction] : ''}</span>
        </button>
      ) : (
        column.title
      )}
    </th>
  )
}

/** Column titles; those that can be sorted by are buttons: up, down, as it came. */
export function Head<Row>({ rows, columns, rowKey, marked, onMark, sort, onSort }: TableProps<Row>) {
  const t = useSay()
  const keys = rows.map(rowKey)
  const allMarked = keys.length > 0 && keys.every((key) => marked.has(key))
  return (
    <thead>
      <tr aria-rowindex={1}>
        {onMark && (
          <th scope="col" className="mark-box">
            <input
              type="checkbox"
              aria-label={t(words.action.selectAll)}
              checked={allMarked}
              onChange={(event) => onMark(keys, event.target.checked)}
            />
          </th>
        )}
        {columns.map((column) => (
          <HeadCell key={column.key} column={column} sort={sort} onSort={onSort} />
        ))}
      </tr>
    </thead>
  )
}
