import { Go, place } from '../../../../web/go.tsx'
import { type Column, type Filter, ListPage } from '../../../../web/list-page/list-page.tsx'
import { StatusTag } from '../../../../web/status-tag.tsx'
import { useSay } from '../../../../web/tongue.tsx'
import { type FlaggedLine, listFlags } from '../../duty/contract.ts'
import { words } from '../../duty/words.ts'
import { GradeMark } from '../../grade.tsx'
import './duty.css'
import { Flags } from './line.tsx'

function useColumns(): readonly Column<FlaggedLine>[] {
  const t = useSay()
  const { field } = words
  return [
    { key: 'finding', title: t(field.finding), serif: true, cell: (row) => `${row.number} ${row.title}` },
    {
      key: 'official',
      title: t(field.official),
      width: 160,
      cell: (row) => (
        <span>
          <GradeMark grade={row.grade} /> {row.name}
        </span>
      ),
    },
    { key: 'flags', title: t(field.flags), width: 420, cell: (row) => <Flags flags={row.flags} /> },
    {
      key: 'state',
      title: t(field.state),
      width: 130,
      cell: (row) => <StatusTag state={row.state === 'reviewed' ? 'done' : 'running'}>{t(words.state[row.state])}</StatusTag>,
    },
    { key: 'setBy', title: t(field.setBy), width: 150, cell: (row) => `${row.setName} ${row.setOn}` },
    { key: 'open', title: '', width: 90, cell: (row) => <Go to={place('/findings', { open: row.finding })}>{t(words.act.open)}</Go> },
  ]
}

/** Responsibilities the checker has something against, and those that wait for their review. */
export function FlagsPage() {
  const t = useSay()
  const filters: readonly Filter[] = [
    {
      key: 'show',
      kind: 'choice',
      label: t(words.field.state),
      options: [
        { value: 'stopped', label: t(words.show.stopped) },
        { value: 'toReview', label: t(words.state.set) },
      ],
    },
  ]
  return (
    <ListPage
      title={t(words.title.flags)}
      name="responsibility-flags"
      contract={listFlags}
      rowKey={(row) => row.id}
      rowLabel={(row) => row.title}
      filters={filters}
      columns={useColumns()}
      empty={{ says: t(words.empty.flags) }}
    />
  )
}
