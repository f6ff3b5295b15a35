import { EntryKind } from '../../kernel/entry.ts'
import { Go } from '../../web/go.tsx'
import { type Column, type Filter, ListPage } from '../../web/list-page/list-page.tsx'
import { clockText } from '../../web/moment.ts'
import { Fields } from '../../web/page-frame.tsx'
import { RecordDrawer } from '../../web/record-drawer.tsx'
import { useMay } from '../../web/session.tsx'
import { StatusTag } from '../../web/status-tag.tsx'
import { useSay } from '../../web/tongue.tsx'
import { useVerbTitle } from '../../web/verbs.tsx'
import { Role } from '../identity/model.ts'
import { words as identity } from '../identity/words.ts'
import { listTrail, standing, type TrailLine } from './contract.ts'
import { useSubject } from './page/subject.tsx'
import { words } from './words.ts'

type Row = TrailLine
const states = {
  act: 'running',
  read: 'planned',
  export: 'soon',
  print: 'soon',
  copy: 'soon',
  reveal: 'soon',
  signIn: 'done',
  refused: 'overdue',
} as const satisfies Record<EntryKind, string>

function useRole(): (role: string) => string {
  const t = useSay()
  return (given) => {
    const role = Role.safeParse(given)
    if (role.success) return t(identity.role[role.data])
    return t(given === 'nobody' ? words.outsider.nobody : words.outsider.system)
  }
}

function Kind({ kind }: { kind: Row['kind'] }) {
  const t = useSay()
  return <StatusTag state={states[kind]}>{t(words.kind[kind])}</StatusTag>
}

/** The holder's name and the account; the account alone where it belongs to nobody. */
function Who({ row }: { row: Row }) {
  return row.name === null ? row.account : `${row.name} · ${row.account}`
}

/** A contract's name in words, or that of what the house does by itself. */
function useDeed(): (name: string) => string {
  const t = useSay()
  const title = useVerbTitle()
  return (name) => {
    const own = Object.entries(words.deed).find(([verb]) => verb === name)?.[1]
    return own ? t(own) : title(name)
  }
}

/** What it is called, and the name that machines and scripts use. */
function Verb({ name }: { name: string }) {
  const title = useDeed()(name)
  return (
    <>
      {title} {title !== name && <code className="muted small">{name}</code>}
    </>
  )
}

function Entry({ row }: { row: Row | undefined }) {
  const t = useSay()
  const subject = useSubject()
  const role = useRole()
  const verb = useDeed()
  if (!row) return <RecordDrawer title={t(words.note.notHere)} />
  return (
    <RecordDrawer title={verb(row.verb)} lead={<span className="num">{clockText(row.at)}</span>}>
      <Fields
        rows={[
          { label: t(words.field.verb), value: <code className="small">{row.verb}</code> },
          {
            label: t(words.field.account),
            value: (
              <>
                <Who row={row} /> · {role(row.role)}
              </>
            ),
          },
          { label: t(words.field.kind), value: <Kind kind={row.kind} /> },
          { label: t(words.field.subject), value: subject(row.subject), cite: <code className="muted small">{row.subject}</code> },
          { label: t(words.field.chained), value: row.seq === null ? t(words.note.unchained) : `${row.chain} · ${row.seq}` },
          { label: t(words.field.hash), value: row.hash && <code className="small">{row.hash}</code> },
        ]}
      />
      <h3>{t(words.field.detail)}</h3>
      <pre className="raw">{JSON.stringify(row.detail, null, 2)}</pre>
    </RecordDrawer>
  )
}

/** Who did or read what, about whom, when; newest first. */
export function TrailPage() {
  const t = useSay()
  const subject = useSubject()
  const mayCheck = useMay(standing)
  const role = useRole()
  const kinds = EntryKind.options.map((kind) => ({ value: kind, label: t(words.kind[kind]) }))
  const filters: readonly Filter[] = [
    { key: 'account', kind: 'text', label: t(words.field.account) },
    { key: 'verb', kind: 'text', label: t(words.field.verb) },
    { key: 'subject', kind: 'text', label: t(words.field.subject) },
    { key: 'kind', kind: 'choice', label: t(words.field.kind), options: kinds },
    { key: 'from', kind: 'day', label: t(words.field.from) },
    { key: 'until', kind: 'day', label: t(words.field.until) },
  ]
  const columns: readonly Column<Row>[] = [
    { key: 'at', title: t(words.field.at), width: 150, cell: (row) => <span className="num">{clockText(row.at)}</span> },
    { key: 'account', title: t(words.field.account), width: 140, cell: (row) => <Who row={row} /> },
    { key: 'role', title: t(words.field.role), width: 150, optional: true, cell: (row) => role(row.role) },
    { key: 'kind', title: t(words.field.kind), width: 96, cell: (row) => <Kind kind={row.kind} /> },
    { key: 'verb', title: t(words.field.verb), width: 320, cell: (row) => <Verb name={row.verb} /> },
    { key: 'subject', title: t(words.field.subject), optional: true, cell: (row) => subject(row.subject) },
  ]
  return (
    <ListPage
      title={t(words.room)}
      name="trail"
      contract={listTrail}
      filters={filters}
      columns={columns}
      rowKey={(row) => row.id}
      rowLabel={(row) => `${row.verb} ${subject(row.subject)}`}
      drawer={(_, row) => <Entry row={row} />}
      actions={mayCheck && <Go to="/trail/standing">{t(words.action.standing)}</Go>}
      empty={{ says: t(words.note.empty) }}
    />
  )
}
