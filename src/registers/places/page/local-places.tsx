import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import type { z } from 'zod'
import { useAct, useAsk } from '../../../web/ask.ts'
import { Shown } from '../../../web/notes.tsx'
import { useMay } from '../../../web/session.tsx'
import { Dialog } from '../../../web/shell/dialog.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { jurisdictions, saveJurisdiction } from '../contract.ts'
import { DayField, SaveTrouble, TextField } from '../form-parts.tsx'
import { JurisdictionCode } from '../model.ts'
import { words } from '../words.ts'

type Draft = z.output<typeof saveJurisdiction.input>
const empty: Draft = { code: '', name: '', startsOn: null, endsOn: null, version: 0 }

function PlaceForm({ start, onDone }: { start: Draft; onDone(): void }) {
  const t = useSay()
  const [draft, setDraft] = useState(start)
  const save = useAct(saveJurisdiction)
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  const run = async (over: Partial<Draft> = {}) => {
    if ((await save.run({ ...draft, ...over, name: draft.name.trim() })).ok) onDone()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void run()
  }
  const ready = JurisdictionCode.safeParse(draft.code).success && draft.name.trim() !== ''
  return (
    <form className="stack" onSubmit={submit}>
      <div className="form-grid">
        <TextField
          label={t(words.field.code)}
          numeric
          most={12}
          readOnly={start.code !== ''}
          value={draft.code}
          onChange={(code) => change({ code: code.trim() })}
        />
        <TextField label={t(words.field.placeName)} most={60} value={draft.name} onChange={(name) => change({ name })} />
        <DayField label={t(words.field.startsOn)} value={draft.startsOn} onChange={(startsOn) => change({ startsOn })} />
        <DayField label={t(words.field.endsOn)} value={draft.endsOn} onChange={(endsOn) => change({ endsOn })} />
      </div>
      <SaveTrouble trouble={save.trouble} fields={words.field} onTakeTheirs={onDone} onKeepMine={(version) => void run({ version })} />
      <div className="row">
        <Button type="primary" htmlType="submit" loading={save.pending} disabled={!ready}>
          {t(words.page.save)}
        </Button>
        <Button onClick={onDone}>{t(words.page.cancel)}</Button>
      </div>
    </form>
  )
}

function PlaceList({ onEdit }: { onEdit(draft: Draft): void }) {
  const t = useSay()
  const asked = useAsk(jurisdictions, { standard: ['local'], level: [], codes: [], limit: 500 })
  return (
    <Shown ask={asked}>
      {({ rows }) => (
        <ul className="place-list">
          {rows.length === 0 && <li className="muted">{t(words.page.noPlaces)}</li>}
          {rows.map((place) => (
            <li key={place.code} className="row">
              <span className="num">{place.code}</span>
              <span className="grow">{place.name === place.code ? <i>{t(words.page.unnamedPlace)}</i> : place.name}</span>
              <span className="muted">{t(words.jurisdictionLevel[place.level])}</span>
              <Button size="small" onClick={() => onEdit(place)} aria-label={`${t(words.page.edit)} ${place.name}`}>
                {t(words.page.edit)}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Shown>
  )
}

/** Places beyond the national standard: listed, named, dated, added. */
export function LocalPlaces() {
  const t = useSay()
  const may = useMay(saveJurisdiction)
  const [shown, setShown] = useState(false)
  const [draft, setDraft] = useState<Draft | null>(null)
  if (!may) return null
  const title = draft === null ? t(words.page.places) : t(words.page.addPlace)
  return (
    <>
      <Button onClick={() => setShown(true)}>{t(words.page.places)}</Button>
      {shown && (
        <Dialog title={title} onClose={() => setShown(false)}>
          {draft ? (
            <PlaceForm start={draft} onDone={() => setDraft(null)} />
          ) : (
            <div className="stack">
              <p className="muted">{t(words.page.placesLead)}</p>
              <PlaceList onEdit={setDraft} />
              <div>
                <Button onClick={() => setDraft(empty)}>{t(words.page.addPlace)}</Button>
              </div>
            </div>
          )}
        </Dialog>
      )}
    </>
  )
}
