import { yuan } from '../../../kernel/money.ts'
import { useAsk } from '../../../web/ask.ts'
import { Go, place, useParam } from '../../../web/go.tsx'
import { Shown } from '../../../web/notes.tsx'
import { Card, Page } from '../../../web/page-frame.tsx'
import { StatusTag } from '../../../web/status-tag.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { type ReconcileView, reconcileReport } from '../reconcile/contract.ts'
import { words } from '../reconcile/words.ts'
import { words as findingWords } from '../words.ts'

const textTags = { same: 'done', total: 'done', unrecorded: 'overdue', doubtful: 'overdue', outside: 'planned' } as const
const recordTags = { printed: 'done', elsewhere: 'soon', missing: 'overdue' } as const

const toLook = ({ text, records }: ReconcileView) =>
  text.filter(({ verdict }) => verdict === 'unrecorded' || verdict === 'doubtful').length +
  records.filter(({ verdict }) => verdict !== 'printed').length

function FindingLink({ view, id }: { view: ReconcileView; id: string | null }) {
  const found = view.findings.find((each) => each.id === id)
  return found ? (
    <Go to={`/findings/${found.id}`}>
      <span className="num">{found.number}</span> {found.title}
    </Go>
  ) : (
    <span className="muted">–</span>
  )
}

function InText({ view }: { view: ReconcileView }) {
  const t = useSay()
  return (
    <Card title={t(words.title.text)} flush>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className="table-scroll" tabIndex={0} aria-label={t(words.title.text)}>
        <table className="simple-table">
          <thead>
            <tr>
              {[
                words.field.amount,
                words.field.value,
                words.field.verdict,
                words.field.kind,
                words.field.difference,
                words.field.finding,
              ].map((field) => (
                <th key={field.en} scope="col">
                  {t(field)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {view.text.map((line) => (
              <tr key={line.startsAt}>
                <td>
                  <Go to={place(`/reports/${view.document.id}`, { s: line.startsAt, e: line.endsAt })}>{line.text}</Go>
                </td>
                <td className="num">{line.fen === null ? '' : yuan(line.fen)}</td>
                <td>
                  <StatusTag state={textTags[line.verdict]}>{t(words.verdict[line.verdict])}</StatusTag>
                </td>
                <td>{line.kind && t(findingWords.money[line.kind])}</td>
                <td className="num">{line.difference === null ? '' : yuan(line.difference)}</td>
                <td>
                  <FindingLink view={view} id={line.finding} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Card>
  )
}

function InRecords({ view }: { view: ReconcileView }) {
  const t = useSay()
  return (
    <Card title={t(words.title.records)} flush>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className="table-scroll" tabIndex={0} aria-label={t(words.title.records)}>
        <table className="simple-table">
          <tbody>
            {view.records.map((line) => (
              <tr key={`${line.finding}${line.kind}`}>
                <td>
                  <FindingLink view={view} id={line.finding} />
                </td>
                <td>{t(findingWords.money[line.kind])}</td>
                <td className="num">{yuan(line.fen)}</td>
                <td>
                  <StatusTag state={recordTags[line.verdict]}>{t(words.verdict[line.verdict])}</StatusTag>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Card>
  )
}

function Totals({ view }: { view: ReconcileView }) {
  const t = useSay()
  return (
    <Card title={t(words.title.totals)}>
      <ul className="stack stack-tight">
        {view.totals.map((line) => (
          <li key={line.kind} className="row spread">
            <span>{t(findingWords.money[line.kind])}</span>
            <span className="num">{yuan(line.fen)}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** A report's amounts beside those of its findings' records: each with its record, or the difference. */
export function ReconcilePage() {
  const t = useSay()
  const id = useParam('id')
  const asked = useAsk(reconcileReport, { document: id })
  return (
    <Page
      title={t(words.title.reconcile)}
      lead={asked.data && <Go to={`/reports/${id}`}>{asked.data.document.title}</Go>}
      crumbs={[{ says: t(findingWords.title.findings), to: '/findings' }]}
    >
      <Shown ask={asked}>
        {(view) => (
          <div className="stack">
            <p>
              <StatusTag state={view.agrees ? 'done' : 'soon'}>
                {view.findings.length === 0
                  ? t(words.note.none)
                  : view.agrees
                    ? t(words.note.agrees)
                    : t(words.note.differs, { count: toLook(view) })}
              </StatusTag>
            </p>
            <InText view={view} />
            <InRecords view={view} />
            <Totals view={view} />
          </div>
        )}
      </Shown>
    </Page>
  )
}
