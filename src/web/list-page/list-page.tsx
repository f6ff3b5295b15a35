import { Button } from 'antd'
import { type ReactNode, useMemo, useState } from 'react'
import { type Query, type SetQuery, useOwnQuery } from '../address.ts'
import { fileUrl, useAsk } from '../ask.ts'
import type { Crumb } from '../crumbs.tsx'
import { EmptyNote, ErrorNote, Waiting } from '../notes.tsx'
import { Page, Segmented } from '../page-frame.tsx'
import { DrawerCloser } from '../record-drawer.tsx'
import { choose, useSettings } from '../settings.ts'
import { useSay } from '../tongue.tsx'
import { words } from '../words.ts'
import { BatchBar } from './batch-bar.tsx'
import { useEscape, useFilterKey, useMarks } from './hooks.ts'
import { Pager } from './pager.tsx'
import { QueryForm } from './query-form.tsx'
import type { BatchAct, Column, Export, Filter, ListContract, ViewStore } from './shape.ts'
import { ListTable } from './table.tsx'
import { Views } from './views.tsx'

export type { BatchAct, Column, Export, Filter, ListContract, Option, ViewStore } from './shape.ts'

export type ListPageProps<Row> = {
  title: string
  /** Under which this person's saved views are kept. */
  name: string
  /** Saved views kept by the server; without it they are kept in this browser. */
  views?: ViewStore | undefined
  /** An ask whose input takes offset, limit, the filters' keys and, where columns sort, `sort`. */
  contract: ListContract<Row>
  columns: readonly Column<Row>[]
  rowKey(row: Row): string
  rowLabel(row: Row): string
  filters?: readonly Filter[] | undefined
  /** Always sent; not in the address. */
  fixed?: Record<string, unknown> | undefined
  /** What ?open=<key> shows beside the list; the row when it is on this page. */
  drawer?: ((key: string, row: Row | undefined) => ReactNode) | undefined
  /** Instead of a drawer: what opening a row does. */
  onOpen?: ((key: string) => void) | undefined
  batch?: readonly BatchAct<Row>[] | undefined
  exports?: readonly Export[] | undefined
  lead?: ReactNode
  actions?: ReactNode
  tools?: ReactNode
  /** A column at the left: a tree. */
  beside?: ReactNode
  crumbs?: readonly Crumb[] | undefined
  empty: { says: ReactNode; action?: ReactNode }
  /** Rows asked for at once; 100 unless told. */
  size?: number | undefined
}

const pageOf = (query: Query): number => Math.max(1, Math.floor(Number(query.page ?? 1)) || 1)
const textOf = (value: Query[string] | undefined): string | undefined => (Array.isArray(value) ? value[0] : value)

function inputOf<Row>(props: ListPageProps<Row>, query: Query) {
  const size = props.size ?? 100
  const asked = Object.fromEntries(
    (props.filters ?? []).map((filter) => [filter.key, query[filter.key]]).filter(([, value]) => value !== undefined),
  )
  const sort = textOf(query.sort)
  return { ...asked, ...(sort ? { sort } : {}), ...props.fixed, offset: (pageOf(query) - 1) * size, limit: size }
}

function Tools<Row>({
  props,
  query,
  set,
  question,
}: {
  props: ListPageProps<Row>
  query: Query
  set: SetQuery
  question: Record<string, unknown>
}) {
  const t = useSay()
  const { density } = useSettings()
  const densities = [
    { value: 'compact', label: t(words.density.compact) },
    { value: 'middle', label: t(words.density.middle) },
    { value: 'roomy', label: t(words.density.roomy) },
  ] as const
  const { offset: _offset, limit: _limit, ...asked } = question
  return (
    <div className="row list-tools no-print">
      {props.tools}
      <Views name={props.name} store={props.views} query={query} set={set} />
      <span className="spring" />
      {(props.exports ?? []).map(({ label, contract }) => (
        <Button key={label} href={fileUrl(contract, asked)} download>
          {label}
        </Button>
      ))}
      <Segmented label={t(words.field.density)} value={density} options={densities} onChange={(value) => choose({ density: value })} />
    </div>
  )
}

function useList<Row>(props: ListPageProps<Row>) {
  const [query, set] = useOwnQuery()
  const question = inputOf(props, query)
  const asked = useAsk(props.contract, question, { keep: true })
  const rows = useMemo<readonly Row[]>(() => asked.data?.rows ?? [], [asked.data])
  const open = textOf(query.open)
  const [active, setActive] = useState(0)
  const marks = useMarks(props.rowKey, rows, JSON.stringify({ ...question, offset: 0 }))
  const back = () => {
    set({ open: undefined })
    document.querySelector<HTMLElement>('[data-list-table] tr[data-active]')?.focus()
  }
  useEscape(open !== undefined && props.drawer !== undefined, back)
  const opens = props.onOpen ?? (props.drawer ? (key: string) => set({ open: key }, { replace: open !== undefined }) : undefined)
  return {
    query,
    set,
    question,
    asked,
    rows,
    open,
    back,
    opens,
    active: Math.min(active, Math.max(0, rows.length - 1)),
    setActive,
    ...marks,
  }
}

/** What stands where the rows would be when there are none. */
function NoRows<Row>({ props, list }: { props: ListPageProps<Row>; list: ReturnType<typeof useList<Row>> }) {
  const t = useSay()
  const narrowed = (props.filters ?? []).some((filter) => list.query[filter.key] !== undefined)
  if (!narrowed) return <EmptyNote says={props.empty.says} action={props.empty.action} />
  const clear = Object.fromEntries((props.filters ?? []).map((filter) => [filter.key, undefined]))
  return (
    <EmptyNote
      says={t(words.note.nothingFound)}
      action={<Button onClick={() => list.set({ ...clear, page: undefined })}>{t(words.action.reset)}</Button>}
    />
  )
}

function Rows<Row>({ props, list }: { props: ListPageProps<Row>; list: ReturnType<typeof useList<Row>> }) {
  const { asked, rows, question } = list
  if (asked.error && !asked.data) return <ErrorNote trouble={asked.error} retry={() => void asked.refetch()} />
  if (!asked.data) return <Waiting lines={10} />
  if (asked.data.total === 0) return <NoRows props={props} list={list} />
  return (
    <ListTable
      label={props.title}
      rows={rows}
      total={asked.data.total}
      offset={question.offset}
      columns={props.columns}
      rowKey={props.rowKey}
      rowLabel={props.rowLabel}
      active={list.active}
      setActive={list.setActive}
      openKey={list.open}
      onOpen={list.opens}
      marked={new Set(list.marks.keys())}
      onMark={props.batch ? list.mark : undefined}
      sort={textOf(list.query.sort)}
      onSort={(sort) => list.set({ sort, page: undefined })}
    />
  )
}

const frameOf = (beside: boolean, narrowed: boolean) =>
  `list-frame ${beside ? 'list-frame-beside' : ''} ${narrowed ? 'list-frame-narrowed' : ''}`

/**
 * A list of records: query form over a table, all of it in the address; a drawer for the open record, marks with batch acts,
 * saved views, exports, row heights. Arrows move, Enter opens, Space marks, Esc closes, `/` goes to the filters.
 */
export function ListPage<Row>(props: ListPageProps<Row>) {
  const list = useList(props)
  const place = useFilterKey()
  const { asked, open, rows } = list
  const size = props.size ?? 100
  return (
    <Page title={props.title} lead={props.lead} actions={props.actions} crumbs={props.crumbs} className="list-page">
      <div ref={place} className={frameOf(props.beside !== undefined, open !== undefined && props.drawer !== undefined)}>
        {props.beside && <div className="list-beside">{props.beside}</div>}
        <div className="card list-card" aria-busy={asked.isFetching}>
          {props.filters && props.filters.length > 0 && <QueryForm filters={props.filters} query={list.query} set={list.set} />}
          <Tools props={props} query={list.query} set={list.set} question={list.question} />
          {asked.error && asked.data && <ErrorNote trouble={asked.error} retry={() => void asked.refetch()} />}
          <Rows props={props} list={list} />
          <BatchBar acts={props.batch ?? []} marks={[...list.marks.values()]} clear={list.clear} />
          {asked.data && asked.data.total > 0 && (
            <Pager
              page={pageOf(list.query)}
              size={size}
              total={asked.data.total}
              onPage={(page) => list.set({ page: page === 1 ? undefined : page, open: undefined })}
            />
          )}
        </div>
      </div>
      {open !== undefined && props.drawer && (
        <DrawerCloser value={list.back}>
          {props.drawer(
            open,
            rows.find((row) => props.rowKey(row) === open),
          )}
        </DrawerCloser>
      )}
    </Page>
  )
}
