import { wanYuan } from '../../../kernel/money.ts'
import { SecrecyTag } from '../../../office/custody/secrecy-tag.tsx'
import { WhoSees } from '../../../office/sharing/who-sees.tsx'
import { useAsk } from '../../../web/ask.ts'
import { Beside } from '../../../web/beside.tsx'
import { Go, place } from '../../../web/go.tsx'
import { Shown } from '../../../web/notes.tsx'
import { Card, Fields } from '../../../web/page-frame.tsx'
import { RecordDrawer } from '../../../web/record-drawer.tsx'
import { StatusTag } from '../../../web/status-tag.tsx'
import { useSay, useTongue } from '../../../web/tongue.tsx'
import { type FindingView, getFinding, listClasses } from '../contract.ts'
import { words as editing } from '../editing/words.ts'
import { words } from '../words.ts'
import { DutyPanel } from './duty/panel.tsx'

const days = (from: string | null, to: string | null) => [from, to].filter((each) => each !== null).join(' – ')

export function ClassName({ code }: { code: string }) {
  const tongue = useTongue()
  const asked = useAsk(listClasses, {})
  const named = asked.data?.find((each) => each.code === code)
  return (
    <>
      <span className="num">{code}</span> {named?.[tongue]}
    </>
  )
}

export function Money({ finding }: Pick<FindingView, 'finding'>) {
  const t = useSay()
  if (finding.money.length === 0) return <span className="muted">{t(words.note.noMoney)}</span>
  return (
    <>
      <table className="simple-table">
        <tbody>
          {finding.money.map((line) => (
            <tr key={line.kind}>
              <th scope="row">{t(words.money[line.kind])}</th>
              <td className="num" style={{ textAlign: 'end' }}>
                {t(words.note.wanYuan, { amount: wanYuan(line.fen) })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="muted small">{t(words.note.apart)}</p>
    </>
  )
}

function Facts({ view }: { view: FindingView }) {
  const t = useSay()
  const { finding, project, unit } = view
  const correction = view.objections.findLast((each) => each.effect !== null)
  return (
    <Card title={t(words.field.facts)}>
      <div className="stack">
        {correction?.effect && (
          <p>
            <StatusTag state="transferred">{t(words.effect[correction.effect])}</StatusTag> {correction.decidedOn} {correction.decidedBy}
          </p>
        )}
        <p className="reading">{finding.facts}</p>
        <Fields
          rows={[
            { label: t(words.field.class), value: <ClassName code={finding.problemClass} /> },
            { label: t(words.field.unit), value: unit.name },
            { label: t(words.field.period), value: days(finding.periodFrom, finding.periodTo) },
            { label: t(words.field.project), value: <Go to={place('/projects', { open: project.id })}>{project.title}</Go> },
            { label: t(editing.field.standard), value: finding.standard },
            { label: t(editing.field.cause), value: finding.cause },
            { label: t(editing.field.consequence), value: finding.consequence },
            { label: t(words.title.basis), value: finding.basis.length > 0 ? finding.basis.join('；') : t(words.note.noBasis) },
          ]}
        />
      </div>
    </Card>
  )
}

const outcomeState = {
  pending: 'running',
  adopted: 'done',
  partly: 'soon',
  refused: 'planned',
  upheld: 'done',
  rejected: 'planned',
} as const

/** What the official said and what was decided for him, in the same size and place as the problem itself. */
export function OwnWords({ view }: { view: FindingView }) {
  const t = useSay()
  const { replies, tolerances, objections } = view
  const reason = (text: string | null) => text && <p className="muted">{`${t(words.field.reason)}：${text}`}</p>
  return (
    <Card title={t(words.title.replies)}>
      <div className="stack">
        {replies.length === 0 && <p className="muted">{t(words.note.noReply)}</p>}
        {replies.map((each) => (
          <div key={each.id}>
            <p>
              <b>{each.name}</b> <span className="num muted">{each.givenOn}</span>{' '}
              <StatusTag state={outcomeState[each.outcome]}>{t(words.reply[each.outcome])}</StatusTag>
            </p>
            <p className="reading">{each.text}</p>
            {reason(each.reason)}
          </div>
        ))}
        {tolerances.length === 0 && <p className="muted">{t(words.note.noTolerance)}</p>}
        {tolerances.map((each) => (
          <div key={each.id}>
            <p>
              <b>{each.name}</b> <span className="num muted">{each.decidedOn}</span>{' '}
              <StatusTag state="done">{t(words.tolerance[each.outcome])}</StatusTag>
            </p>
            {reason(each.reason)}
          </div>
        ))}
        {objections.map((each) => (
          <div key={each.id}>
            <p>
              {t(words.field.objection)} <b>{each.name}</b> <span className="num muted">{days(each.raisedOn, each.decidedOn)}</span>{' '}
              <StatusTag state={outcomeState[each.outcome]}>{t(words.objection[each.outcome])}</StatusTag>
            </p>
            <p className="reading">{each.text}</p>
            {reason(each.reason)}
          </div>
        ))}
      </div>
    </Card>
  )
}

export function SourcePlace({ view }: { view: FindingView }) {
  const t = useSay()
  const { place: found, finding } = view
  if (!found) {
    const says = finding.reportFile ? t(words.note.sourceAwaited, { file: finding.reportFile }) : t(words.note.noSource)
    return (
      <Card title={t(words.title.source)}>
        <p className="muted">{says}</p>
      </Card>
    )
  }
  const to = place(`/reports/${found.paper.id}`, { p: found.paragraph, s: found.start, e: found.end })
  return (
    <Card title={t(words.title.source)} aside={<Go to={to}>{t(words.action.openSource)}</Go>}>
      <p className="muted">
        {found.paper.name} {found.paragraph !== null && t(words.note.paragraph, { no: found.paragraph })}
      </p>
      {found.quote && <blockquote className="quote">{found.quote}</blockquote>}
    </Card>
  )
}

/** One finding: facts, money by kind, responsibility, the official's own words and tolerance, the paragraph of the report. */
export function FindingDrawer({ id }: { id: string }) {
  const t = useSay()
  const asked = useAsk(getFinding, { id })
  const view = asked.data
  return (
    <RecordDrawer
      title={view?.finding.title ?? t(words.title.finding)}
      lead={
        view && (
          <span className="row">
            {`${view.finding.number} · ${view.project.year}`}
            <SecrecyTag subject={`finding:${view.finding.id}`} />
          </span>
        )
      }
      actions={
        view && (
          <>
            <Go to={`/findings/${id}`}>{t(editing.action.openSheet)}</Go>
            {view.rectification && <Go to={place('/rectification', { open: view.rectification })}>{t(words.field.rectification)}</Go>}
          </>
        )
      }
    >
      <Shown ask={asked}>
        {(shown) => (
          <>
            <Facts view={shown} />
            <OwnWords view={shown} />
            <DutyPanel finding={shown.finding.id} />
            <Card title={t(words.title.money)}>
              <Money finding={shown.finding} />
            </Card>
            <SourcePlace view={shown} />
            <Beside what="finding" id={shown.finding.id} />
            <WhoSees kind="finding" record={shown.finding.id} />
          </>
        )}
      </Shown>
    </RecordDrawer>
  )
}
