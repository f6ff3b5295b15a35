import type { Phrase } from '../../../kernel/say.ts'
import { useAct, useAsk } from '../../../web/ask.ts'
import { Go, place } from '../../../web/go.tsx'
import { Shown } from '../../../web/notes.tsx'
import { Card } from '../../../web/page-frame.tsx'
import { useMay } from '../../../web/session.tsx'
import { StatusTag } from '../../../web/status-tag.tsx'
import { useSay } from '../../../web/tongue.tsx'
import type { FindingView } from '../contract.ts'
import { dropPlace, type EvidenceBehind, findingHistory, type PlaceView } from '../editing/contract.ts'
import { words } from '../editing/words.ts'
import { listRepeats } from '../repeats/contract.ts'
import { words as repeatWords } from '../repeats/words.ts'
import { RepeatReasons } from './repeats.tsx'

function whereIn(t: ReturnType<typeof useSay>, evidence: EvidenceBehind): string {
  const page = evidence.page === null ? '' : t(words.note.page, { page: evidence.page })
  const { startsAt: from, endsAt: to } = evidence
  return [page, from !== null && to !== null ? t(words.note.offsets, { from, to }) : ''].filter(Boolean).join(' ')
}

const evidenceAt = ({ document, paragraph, startsAt, endsAt }: EvidenceBehind) =>
  place(`/reports/${document}`, { p: paragraph, s: startsAt, e: endsAt })

/** What stands behind the finding: the sheet, with page and characters; opens the paper when it is in the library. */
export function EvidenceCard({ view }: { view: FindingView }) {
  const t = useSay()
  const { evidence, project } = view
  const fieldwork = place(`/projects/${project.id}/fieldwork`, { tab: 'evidence' })
  return (
    <Card title={t(words.title.evidence)} aside={<Go to={fieldwork}>{t(words.action.linkEvidence)}</Go>}>
      <ul className="stack stack-tight">
        {evidence.length === 0 && <li className="muted">{t(words.note.noEvidence)}</li>}
        {evidence.map((each) => (
          <li key={each.id} className="row spread">
            <span>
              <span className="num muted">{each.number}</span> <span className="serif">{each.title}</span>{' '}
              <span className="muted small">
                {whereIn(t, each)} {each.note}
              </span>
            </span>
            <Go to={each.document ? evidenceAt(each) : place(`/projects/${project.id}/fieldwork`, { tab: 'evidence', row: each.evidence })}>
              {t(words.action.openEvidence)}
            </Go>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function PlaceLine({ each, mayDrop }: { each: PlaceView; mayDrop: boolean }) {
  const t = useSay()
  const drop = useAct(dropPlace)
  return (
    <li className="stack stack-tight">
      <p className="row spread">
        <span>
          <StatusTag state="done">{t(words.placeKind[each.kind])}</StatusTag> {each.title}
        </span>
        <span className="row">
          <Go to={place(`/reports/${each.document}`, { p: each.paragraph, s: each.startsAt, e: each.endsAt })}>
            {t(words.action.openPlace)}
          </Go>
          <Go to={`/findings/reconcile/${each.document}`}>{t(words.action.reconcile)}</Go>
          {mayDrop && (
            <button type="button" className="link-button" onClick={() => void drop.run({ id: each.id })}>
              {t(words.action.dropPlace)}
            </button>
          )}
        </span>
      </p>
      {each.quote && <blockquote className="quote">{each.quote}</blockquote>}
    </li>
  )
}

/** In which other papers the finding is printed, each opening at its words. */
export function PlacesCard({ view }: { view: FindingView }) {
  const t = useSay()
  const may = useMay(dropPlace)
  return (
    <Card title={t(words.title.places)}>
      <ul className="stack">
        {view.places.length === 0 && <li className="muted">{t(words.note.noPlace)}</li>}
        {view.places.map((each) => (
          <PlaceLine key={each.id} each={each} mayDrop={may} />
        ))}
      </ul>
    </Card>
  )
}

/** The same problem in other audits of the unit, with why; said of findings, never of a person. */
export function RepeatsCard({ id }: { id: string }) {
  const t = useSay()
  const asked = useAsk(listRepeats, { finding: id, limit: 20 })
  if (asked.data?.total === 0) return null
  return (
    <Card title={t(repeatWords.title.repeats)} aside={<span className="muted small">{t(repeatWords.note.person)}</span>}>
      <Shown ask={asked}>
        {({ rows }) => (
          <ul className="stack">
            {rows.map((row) => (
              <li key={row.id}>
                <RepeatReasons row={row} from={id} />
              </li>
            ))}
          </ul>
        )}
      </Shown>
    </Card>
  )
}

const fieldNames: Readonly<Record<string, Phrase>> = {
  ...words.field,
  problemClass: words.field.class2,
  money: words.field.amount,
}

/** Every version: who wrote it, when, what changed, and for a correction its paper and reason. */
export function HistoryCard({ id }: { id: string }) {
  const t = useSay()
  const asked = useAsk(findingHistory, { id })
  return (
    <Card title={t(words.title.history)}>
      <Shown ask={asked}>
        {(editions) => (
          <ol className="stack stack-tight history">
            {editions.length === 0 && <li className="muted">{t(words.note.noEdition)}</li>}
            {editions.toReversed().map((each) => (
              <li key={each.id}>
                <p>
                  <span className="num muted">{each.madeOn}</span> <b>{t(words.deed[each.deed])}</b> {each.name || t(words.note.imported)}{' '}
                  <span className="muted small">{t(words.note.version, { version: each.version })}</span>
                </p>
                {each.changed.length > 0 && (
                  <p className="muted small">
                    {t(words.note.changed, {
                      fields: each.changed.map((field) => t(fieldNames[field] ?? { zh: field, en: field })).join('、'),
                    })}
                  </p>
                )}
                {each.paper && <p className="small">{[each.paper, each.reason].filter(Boolean).join('：')}</p>}
              </li>
            ))}
          </ol>
        )}
      </Shown>
    </Card>
  )
}
