import { useState } from 'react'
import { useAsk } from '../../web/ask.ts'
import { Pager } from '../../web/list-page/pager.tsx'
import { clockText } from '../../web/moment.ts'
import { EmptyNote, Shown } from '../../web/notes.tsx'
import { Dialog } from '../../web/shell/dialog.tsx'
import { useSay } from '../../web/tongue.tsx'
import { useVerbTitle } from '../../web/verbs.tsx'
import { Role } from '../identity/model.ts'
import { words as identity } from '../identity/words.ts'
import { listOwnReaders, listReaders, type Reader } from './contract.ts'
import './custody.css'
import { words } from './words.ts'

const size = 20
type Row = Omit<Reader, 'note'> & { note?: string | null }

function Rows({ rows }: { rows: readonly Row[] }) {
  const t = useSay()
  const verb = useVerbTitle()
  const role = (given: string) => {
    const known = Role.safeParse(given)
    return known.success ? t(identity.role[known.data]) : given
  }
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th scope="col">{t(words.field.at)}</th>
          <th scope="col">{t(words.field.reader)}</th>
          <th scope="col">{t(words.field.verb)}</th>
          <th scope="col">{t(words.field.purpose)}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.at}${row.account}${row.verb}`}>
            <td className="num">{clockText(row.at)}</td>
            <td>{`${row.name ?? row.account} · ${role(row.role)}`}</td>
            <td>{verb(row.verb)}</td>
            <td>{row.purpose ? `${t(words.purpose[row.purpose])}${row.note ? `：${row.note}` : ''}` : <span className="muted">–</span>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Who opened this record, when, and what for. */
export function ReadersDialog({ subject, onClose }: { subject: `${string}:${string}`; onClose(): void }) {
  const t = useSay()
  const [page, setPage] = useState(1)
  const asked = useAsk(listReaders, { subject, offset: (page - 1) * size, limit: size }, { keep: true })
  return (
    <Dialog title={t(words.title.readers)} onClose={onClose} className="dialog-wide">
      <Shown ask={asked}>
        {({ rows, total }) => (
          <>
            {total === 0 ? <EmptyNote says={t(words.note.noReaders)} /> : <Rows rows={rows} />}
            {total > size && <Pager page={page} size={size} total={total} onPage={setPage} />}
          </>
        )}
      </Shown>
    </Dialog>
  )
}

/** The same for the person himself, where the installation lets him. */
export function OwnReaders() {
  const [page, setPage] = useState(1)
  const t = useSay()
  const asked = useAsk(listOwnReaders, { offset: (page - 1) * size, limit: size }, { keep: true })
  return (
    <Shown ask={asked}>
      {({ rows, total }) => (
        <>
          {total === 0 ? <EmptyNote says={t(words.note.noReaders)} /> : <Rows rows={rows} />}
          {total > size && <Pager page={page} size={size} total={total} onPage={setPage} />}
        </>
      )}
    </Shown>
  )
}
