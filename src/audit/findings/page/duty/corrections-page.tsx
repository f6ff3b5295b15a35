import { PapersPanel } from '../../../../office/documents/panel.tsx'
import { useAsk } from '../../../../web/ask.ts'
import { Deed } from '../../../../web/deed.tsx'
import { type Column, type Filter, ListPage } from '../../../../web/list-page/list-page.tsx'
import { Shown } from '../../../../web/notes.tsx'
import { Card, Fields } from '../../../../web/page-frame.tsx'
import { RecordDrawer } from '../../../../web/record-drawer.tsx'
import { StatusTag } from '../../../../web/status-tag.tsx'
import { useSay } from '../../../../web/tongue.tsx'
import {
  type CorrectionLine,
  type CorrectionView,
  closeCorrection,
  getCorrection,
  listCorrections,
  servePlace,
  settlePlace,
} from '../../correction/contract.ts'
import { words } from '../../correction/words.ts'
import './duty.css'
import { isEver, useWhy } from './why.tsx'

const stateTag = { rewritten: 'done', flagged: 'soon', noticeDue: 'overdue', noticeServed: 'done', settled: 'done' } as const
type Place = CorrectionView['places'][number]

function PlaceDeeds({ place }: { place: Place }) {
  const t = useSay()
  const why = useWhy()
  const target = { id: place.id, version: place.version }
  const note = { name: 'note', label: t(words.field.note) }
  if (place.state === 'flagged' && isEver(place.may.settle))
    return (
      <Deed
        title={t(words.act.settle)}
        contract={settlePlace}
        fields={[note]}
        input={(given) => ({ ...target, ...given })}
        why={why(place.may.settle)}
      />
    )
  if (place.state !== 'noticeDue' || !isEver(place.may.serve)) return null
  return (
    <Deed
      title={t(words.act.serve)}
      contract={servePlace}
      why={why(place.may.serve)}
      fields={[{ name: 'on', label: t(words.field.on), kind: 'day', optional: true }, note]}
      input={(given) => ({ ...target, ...given })}
    />
  )
}

function PlaceRow({ place }: { place: Place }) {
  const t = useSay()
  return (
    <tr>
      <td>{t(words.kind[place.kind])}</td>
      <td>{place.label}</td>
      <td>{place.recipient}</td>
      <td>
        <StatusTag state={stateTag[place.state]}>{t(words.state[place.state])}</StatusTag>
        {place.doneOn && (
          <p className="muted small">{t(words.note.by, { by: place.doneBy ?? '', on: place.doneOn, note: place.note ?? '' })}</p>
        )}
        {!place.doneOn && place.note && <p className="muted small">{place.note}</p>}
        <PlaceDeeds place={place} />
      </td>
    </tr>
  )
}

function Places({ view }: { view: CorrectionView }) {
  const t = useSay()
  const { field } = words
  if (view.correction.soughtOn === null) return <p className="muted">{t(words.note.seeking)}</p>
  return (
    <div className="correction-places">
      <table className="simple-table">
        <thead>
          <tr>
            {[field.kind, field.where, field.recipient, field.state].map((each) => (
              <th key={each.en} scope="col">
                {t(each)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.places.map((place) => (
            <PlaceRow key={place.id} place={place} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Closing({ view }: { view: CorrectionView }) {
  const t = useSay()
  const why = useWhy()
  const { correction, may } = view
  if (correction.closedOn) return <StatusTag state="done">{t(words.note.closed, { on: correction.closedOn })}</StatusTag>
  if (!isEver(may.close)) return null
  const input = () => ({ id: correction.id, version: correction.version })
  return <Deed title={t(words.act.close)} contract={closeCorrection} fields={[]} why={why(may.close)} input={input} />
}

function Parts({ view }: { view: CorrectionView }) {
  const t = useSay()
  const { correction, before, places } = view
  const says = places[0]?.says
  return (
    <>
      <Card>
        <Fields
          rows={[
            { label: t(words.field.effect), value: t(words.effect[correction.effect]) },
            { label: t(words.field.correctedOn), value: `${correction.correctedOn} ${correction.decidedBy}` },
            { label: t(words.field.official), value: correction.name },
            { label: t(words.field.project), value: correction.projectTitle },
            { label: t(words.field.says), value: says ?? correction.newText },
          ]}
        />
        <Closing view={view} />
      </Card>
      <Card title={t(words.title.places)}>
        <Places view={view} />
      </Card>
      <PapersPanel subject={`correction:${correction.id}`} kinds={['correctionNotice']} />
      {before && (
        <Card title={t(words.title.before)}>
          <details>
            <summary>{correction.number}</summary>
            <p>{before.title}</p>
            <p className="reading">{before.facts}</p>
          </details>
        </Card>
      )}
    </>
  )
}

function CorrectionDrawer({ id }: { id: string }) {
  const t = useSay()
  const asked = useAsk(getCorrection, { id })
  return (
    <RecordDrawer title={t(words.title.corrections)} lead={asked.data?.correction.number}>
      <Shown ask={asked}>{(view) => <Parts view={view} />}</Shown>
    </RecordDrawer>
  )
}

function useColumns(): readonly Column<CorrectionLine>[] {
  const t = useSay()
  const { field } = words
  return [
    { key: 'number', title: t(field.number), width: 120, cell: (row) => <span className="num">{row.number}</span> },
    { key: 'effect', title: t(field.effect), width: 150, cell: (row) => t(words.effect[row.effect]) },
    { key: 'correctedOn', title: t(field.correctedOn), width: 120, cell: (row) => <span className="num">{row.correctedOn}</span> },
    { key: 'official', title: t(field.official), width: 110, cell: (row) => row.name },
    { key: 'project', title: t(field.project), serif: true, cell: (row) => row.projectTitle },
    {
      key: 'open',
      title: t(field.state),
      width: 200,
      cell: (row) => (
        <StatusTag state={row.closedOn ? 'done' : row.open > 0 ? 'soon' : 'running'}>
          {row.soughtOn === null ? t(words.note.seeking) : t(words.note.rows, { open: row.open, all: row.all })}
        </StatusTag>
      ),
    },
  ]
}

/** Every correction with how far it has spread; one of them beside the list with each place and each recipient. */
export function CorrectionsPage() {
  const t = useSay()
  const filters: readonly Filter[] = [
    { key: 'show', kind: 'choice', label: t(words.field.show), options: [{ value: 'open', label: t(words.show.open) }] },
  ]
  return (
    <ListPage
      title={t(words.title.corrections)}
      name="result-corrections"
      contract={listCorrections}
      rowKey={(row) => row.id}
      rowLabel={(row) => row.number}
      filters={filters}
      columns={useColumns()}
      drawer={(id) => <CorrectionDrawer id={id} />}
      empty={{ says: t(words.empty.corrections) }}
    />
  )
}
