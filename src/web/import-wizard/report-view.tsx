import { Icon } from '../icons.tsx'
import { Card } from '../page-frame.tsx'
import { StatusTag } from '../status-tag.tsx'
import { useSay } from '../tongue.tsx'
import { words } from '../words.ts'
import type { ImportReport, RejectedCell } from './shape.ts'

const shownAtMost = 200
const cell = (text: string | number) => `"${String(text).replaceAll('"', '""')}"`

/** The refused cells as CSV that spreadsheet programs read rightly (with a byte-order mark; no cell starts a formula). */
const csvOf = (rejected: readonly RejectedCell[], heads: readonly string[]) =>
  `\uFEFF${[heads, ...rejected.map((each) => [each.file, each.row, each.column, each.value.replace(/^[=+\-@]/, "'$&"), each.message])].map((line) => line.map(cell).join(',')).join('\r\n')}`

const refusedRows = ({ refused, rejected }: ImportReport) => refused ?? new Set(rejected.map((each) => `${each.file}:${each.row}`)).size

function Counts({ report }: { report: ImportReport }) {
  const t = useSay()
  const counts = {
    files: report.files,
    accepted: report.accepted,
    updated: report.updated,
    unchanged: report.unchanged,
    rejected: refusedRows(report),
    unreadable: report.unreadable.length,
  }
  const keys = ['files', 'accepted', 'updated', 'unchanged', 'rejected', 'unreadable'] as const
  return (
    <dl className="counts">
      {keys.map((key) => (
        <div key={key} data-bad={(key === 'rejected' || key === 'unreadable') && counts[key] > 0 ? '' : undefined}>
          <dt>{t(words.count[key])}</dt>
          <dd className="num">{counts[key]}</dd>
        </div>
      ))}
    </dl>
  )
}

function Rejected({ rejected }: { rejected: readonly RejectedCell[] }) {
  const t = useSay()
  const heads = [words.field.file, words.field.row, words.field.column, words.field.value, words.field.reason].map((phrase) => t(phrase))
  const download = () => {
    const url = URL.createObjectURL(new Blob([csvOf(rejected, heads)], { type: 'text/csv' }))
    const link = Object.assign(document.createElement('a'), { href: url, download: 'rejected.csv' })
    link.click()
    URL.revokeObjectURL(url)
  }
  const aside = (
    <button type="button" className="link-button" onClick={download}>
      {t(words.action.errorsFile)}
    </button>
  )
  return (
    <Card title={t(words.count.rejected)} aside={aside} flush>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling part must be reachable by keyboard */}
      <div className="table-scroll" tabIndex={0}>
        <table className="simple-table">
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rejected.slice(0, shownAtMost).map((each) => (
              <tr key={`${each.file}:${each.row}:${each.column}:${each.code}`}>
                <td>{each.file}</td>
                <td className="num">{each.row}</td>
                <td>{each.column}</td>
                <td>
                  <code className="bad-value">{each.value}</code>
                </td>
                <td>{each.message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rejected.length > shownAtMost && (
        <p className="muted card-body">{t(words.note.moreErrors, { count: rejected.length - shownAtMost })}</p>
      )}
    </Card>
  )
}

function Lines({ title, lines }: { title: string; lines: readonly { key: string; name: string; says: string }[] }) {
  if (lines.length === 0) return null
  return (
    <Card title={title} flush>
      <ul className="file-list">
        {lines.map((line) => (
          <li key={line.key}>
            <Icon name="alert" />
            <b>{line.name}</b>
            <span>{line.says}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** What an import did or would do: counts, each refused cell with its reason, files that could not be read. */
export function ReportView({ report, dry, undone }: { report: ImportReport; dry: boolean; undone: boolean }) {
  const t = useSay()
  const rows = refusedRows(report)
  const clean = rows === 0 && report.unreadable.length === 0
  return (
    <div className="stack">
      <Card>
        <Counts report={report} />
        <p className="row" role="status">
          {undone ? <StatusTag state="planned">{t(words.note.batchUndone)}</StatusTag> : null}
          {!undone && clean && <StatusTag state="done">{t(dry ? words.note.cleanPreview : words.note.secondAnswer)}</StatusTag>}
          {!undone && rows > 0 && <StatusTag state="soon">{t(words.note.dirtyPreview, { count: rows })}</StatusTag>}
          {dry && <span className="muted">{t(words.note.nothingWritten)}</span>}
        </p>
      </Card>
      {report.rejected.length > 0 && <Rejected rejected={report.rejected} />}
      <Lines
        title={t(words.count.unreadable)}
        lines={report.unreadable.map((each) => ({ key: each.file, name: each.file, says: each.message }))}
      />
      <Lines
        title={t(words.note.ignored)}
        lines={(report.ignored ?? []).map((each) => ({ key: `${each.file}:${each.column}`, name: each.column, says: each.file }))}
      />
    </div>
  )
}
