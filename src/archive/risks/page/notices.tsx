import { Button } from 'antd'
import { words as places } from '../../../registers/places/words.ts'
import { useAsk } from '../../../web/ask.ts'
import { EmptyNote, Shown } from '../../../web/notes.tsx'
import { Card, Page } from '../../../web/page-frame.tsx'
import { PrintSheet, printNow } from '../../../web/print-sheet.tsx'
import { StatusTag } from '../../../web/status-tag.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { listNotices } from '../contract.ts'
import type { NoticeRow, RiskNotice } from '../model.ts'
import { words } from '../words.ts'

export const levelTag = { high: 'overdue', mid: 'soon', low: 'planned' } as const

/** The rows of a list to be read. */
export function RiskTable({ rows, label }: { rows: readonly NoticeRow[]; label: string }) {
  const t = useSay()
  const heads = [words.field.point, words.field.level, words.field.forms, words.field.measures, words.field.basis, words.field.owner]
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling part must be reachable by keyboard
    <div className="table-scroll" tabIndex={0}>
      <table className="simple-table" aria-label={label}>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head.zh} scope="col">
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.point}</th>
              <td>
                <StatusTag state={levelTag[row.level]}>{t(words.level[row.level])}</StatusTag>
              </td>
              <td className="printed-text">{row.forms}</td>
              <td className="printed-text">{row.measures}</td>
              <td className="printed-text">{row.basis}</td>
              <td>{row.owner}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Notice({ notice }: { notice: RiskNotice }) {
  const t = useSay()
  const type = t(words.note.ofType, { type: t(places.category[notice.unitType]) })
  return (
    <Card title={notice.title} aside={`${notice.number} · ${notice.issuedOn} · ${type}`} flush>
      <RiskTable rows={notice.rows} label={notice.title} />
    </Card>
  )
}

/** Issued lists in force: a unit reads those of its type, an authority all of its place. */
export function NoticesPage() {
  const t = useSay()
  const asked = useAsk(listNotices, { limit: 50 })
  return (
    <Page title={t(words.title.notices)} actions={<Button onClick={printNow}>{t(words.action.print)}</Button>}>
      <PrintSheet title={t(words.title.notices)}>
        <Shown ask={asked}>
          {({ rows }) => (
            <div className="stack">
              {rows.length === 0 && <EmptyNote says={t(words.empty.notices)} />}
              {rows.map((notice) => (
                <Notice key={notice.id} notice={notice} />
              ))}
            </div>
          )}
        </Shown>
      </PrintSheet>
    </Page>
  )
}
