import { Button } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import { yearOf } from '../../../kernel/day.ts'
import { useAct, useAsk } from '../../../web/ask.ts'
import { Go, place } from '../../../web/go.tsx'
import { ErrorNote, Shown } from '../../../web/notes.tsx'
import { Card, Page } from '../../../web/page-frame.tsx'
import { useMay, useToday } from '../../../web/session.tsx'
import { StatusTag } from '../../../web/status-tag.tsx'
import { useChoices, useSay } from '../../../web/tongue.tsx'
import { listTypes } from '../contract.ts'
import { closeSeries, listNumbers, listSeries, type SeriesLine, saveSeries } from '../keeping.contract.ts'
import { SeriesSide } from '../model.ts'
import { words } from '../page.words.ts'
import { TypeOptions } from '../panel.tsx'
import { words as records } from '../words.ts'

function Labelled({ name, label, value, type = 'text' }: { name: string; label: string; value: string; type?: 'text' | 'number' }) {
  const id = useId()
  return (
    <div className="stack stack-tight">
      <label className="muted" htmlFor={id}>
        {label}
      </label>
      <input id={id} name={name} type={type} min={1} required className="field-control" defaultValue={value} />
    </div>
  )
}

function Kinds({ chosen }: { chosen: readonly string[] }) {
  const t = useSay()
  const id = useId()
  const types = (useAsk(listTypes, {}).data?.types ?? []).filter(({ numbered }) => numbered)
  return (
    <div className="stack stack-tight">
      <label className="muted" htmlFor={id}>
        {t(words.field.kinds)}
      </label>
      <select key={types.length} id={id} name="kinds" multiple size={8} className="field-control" defaultValue={[...chosen]}>
        <TypeOptions types={types} />
      </select>
    </div>
  )
}

function SeriesForm({ series, onDone }: { series: SeriesLine | null; onDone(): void }) {
  const t = useSay()
  const labelled = useChoices()
  const side = useId()
  const act = useAct(saveSeries)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    const text = (key: string) => String(given.get(key) ?? '')
    const outcome = await act.run({
      ...(series ? { id: series.id, version: series.version } : {}),
      organ: text('organ'),
      side: SeriesSide.parse(text('side')),
      word: text('word'),
      firstNumber: Number(text('firstNumber')),
      kinds: given.getAll('kinds').map(String),
    })
    if (outcome.ok) onDone()
  }
  return (
    <form
      className="card card-body stack"
      aria-label={t(series ? words.action.edit : words.title.newSeries)}
      onSubmit={(event) => void submit(event)}
    >
      <Labelled name="organ" label={t(words.field.organ)} value={series?.organ ?? ''} />
      <div className="stack stack-tight">
        <label className="muted" htmlFor={side}>
          {t(words.field.side)}
        </label>
        <select id={side} name="side" className="field-control" defaultValue={series?.side ?? 'state'}>
          {labelled(SeriesSide.options, records.side).map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      </div>
      <Labelled name="word" label={t(words.field.word)} value={series?.word ?? ''} />
      <Labelled name="firstNumber" label={t(words.field.firstNumber)} type="number" value={String(series?.firstNumber ?? 1)} />
      <Kinds chosen={series?.kinds ?? []} />
      <ErrorNote trouble={act.trouble} />
      <div className="row">
        <Button type="primary" htmlType="submit" loading={act.pending}>
          {t(words.action.confirm)}
        </Button>
        <Button onClick={onDone}>{t(words.action.cancel)}</Button>
      </div>
    </form>
  )
}

function Numbers({ series }: { series: SeriesLine }) {
  const t = useSay()
  const today = useToday()
  const asked = useAsk(listNumbers, { series: series.id, year: yearOf(today) })
  return (
    <Card title={`${t(words.title.numbers)} ${series.word}`}>
      <Shown ask={asked}>
        {({ rows }) => (
          <ul className="stack stack-tight">
            {rows.map((row) => (
              <li key={row.id} className="row">
                <span className="num">{row.text}</span>
                {row.paper && row.title && <Go to={place(`/papers/${row.paper}`)}>{row.title.replace(/\s+/g, '')}</Go>}
                {row.state === 'voided' && <StatusTag state="overdue">{`${t(words.field.voided)}：${row.reason ?? ''}`}</StatusTag>}
              </li>
            ))}
          </ul>
        )}
      </Shown>
    </Card>
  )
}

type LineProps = { series: SeriesLine; onEdit(): void; onNumbers(): void }
function SeriesRow({ series, onEdit, onNumbers }: LineProps) {
  const t = useSay()
  const may = useMay(saveSeries)
  const close = useAct(closeSeries)
  return (
    <tr>
      <td>{t(records.side[series.side])}</td>
      <td>{series.organ}</td>
      <td>{series.word}</td>
      <td className="num">{series.closedOn ? t(words.note.closed, { on: series.closedOn }) : series.next}</td>
      <td className="num">{series.used}</td>
      <td className="num">{series.voided}</td>
      <td className="num">{series.kinds.length}</td>
      <td>
        <div className="row">
          <Button size="small" onClick={onNumbers}>
            {t(words.action.numbers)}
          </Button>
          {may && (
            <Button size="small" onClick={onEdit}>
              {t(words.action.edit)}
            </Button>
          )}
          {may && series.closedOn === null && (
            <Button size="small" loading={close.pending} onClick={() => void close.run({ id: series.id, version: series.version })}>
              {t(words.action.close)}
            </Button>
          )}
        </div>
        <ErrorNote trouble={close.trouble} />
      </td>
    </tr>
  )
}

function SeriesTable({
  rows,
  onEdit,
  onNumbers,
}: {
  rows: readonly SeriesLine[]
  onEdit(row: SeriesLine): void
  onNumbers(row: SeriesLine): void
}) {
  const t = useSay()
  const { side, organ, word, next, used, voided, kinds } = words.field
  return (
    <div className="table-scroll">
      <table className="simple-table">
        <thead>
          <tr>
            {[side, organ, word, next, used, voided, kinds].map((head) => (
              <th key={head.zh} scope="col">
                {t(head)}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <SeriesRow key={row.id} series={row} onEdit={() => onEdit(row)} onNumbers={() => onNumbers(row)} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The numbering series of a place: party side and state side, with the next number of each. */
export function SeriesPage() {
  const t = useSay()
  const may = useMay(saveSeries)
  const asked = useAsk(listSeries, {})
  const [editing, setEditing] = useState<SeriesLine | 'new' | null>(null)
  const [shown, setShown] = useState<SeriesLine | null>(null)
  return (
    <Page
      title={t(words.title.series)}
      actions={may && <Button onClick={() => setEditing('new')}>{t(words.title.newSeries)}</Button>}
      crumbs={[{ says: t(words.title.papers), to: '/papers' }]}
    >
      <div className="stack">
        {editing && (
          <SeriesForm
            key={editing === 'new' ? 'new' : editing.id}
            series={editing === 'new' ? null : editing}
            onDone={() => setEditing(null)}
          />
        )}
        <Card>
          <Shown ask={asked}>{({ rows }) => <SeriesTable rows={rows} onEdit={setEditing} onNumbers={setShown} />}</Shown>
        </Card>
        {shown && <Numbers series={shown} />}
      </div>
    </Page>
  )
}
