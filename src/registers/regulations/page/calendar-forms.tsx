import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import type { Day } from '../../../kernel/day.ts'
import { useAct } from '../../../web/ask.ts'
import { ErrorNote } from '../../../web/notes.tsx'
import { Segmented } from '../../../web/page-frame.tsx'
import { useMay } from '../../../web/session.tsx'
import { Dialog } from '../../../web/shell/dialog.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { FormField } from '../../places/form-parts.tsx'
import { confirmYear, saveDay } from '../contract.ts'
import { words } from '../words.ts'

export type EditedDay = { day: Day; working: boolean; note: string; version: number }

/** One day of the calendar: worked or off, and why. */
export function DayForm({ day, onClose }: { day: EditedDay; onClose(): void }) {
  const t = useSay()
  const [working, setWorking] = useState(day.working)
  const [note, setNote] = useState(day.note)
  const { run, pending, trouble } = useAct(saveDay)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const outcome = await run({ day: day.day, working, note, version: day.version })
    if (outcome.ok) onClose()
  }
  const choices = [
    { value: 'working', label: t(words.note.isWorking) },
    { value: 'off', label: t(words.note.isOff) },
  ] as const
  return (
    <Dialog title={day.day} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void save(event)}>
        <Segmented
          label={t(words.field.working)}
          value={working ? 'working' : 'off'}
          options={choices}
          onChange={(value) => setWorking(value === 'working')}
        />
        <FormField label={t(words.field.note)}>
          {(id) => (
            <input id={id} className="field-control" maxLength={60} value={note} onChange={(event) => setNote(event.target.value)} />
          )}
        </FormField>
        <ErrorNote trouble={trouble} />
        <div className="row">
          <Button type="primary" htmlType="submit" loading={pending}>
            {t(words.action.save)}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

/** Says that the whole year's notice is on file; due days of that year are then no longer provisional. */
export function YearConfirm({ year }: { year: number }) {
  const t = useSay()
  const may = useMay(confirmYear)
  const [shown, setShown] = useState(false)
  const [source, setSource] = useState('')
  const { run, pending, trouble } = useAct(confirmYear)
  if (!may) return null
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const outcome = await run({ year, source })
    if (outcome.ok) setShown(false)
  }
  return (
    <>
      <Button onClick={() => setShown(true)}>{t(words.action.confirmYear)}</Button>
      {shown && (
        <Dialog title={`${t(words.action.confirmYear)} ${year}`} onClose={() => setShown(false)}>
          <form className="stack" onSubmit={(event) => void save(event)}>
            <FormField label={t(words.field.source)}>
              {(id) => (
                <input
                  id={id}
                  className="field-control"
                  required
                  minLength={2}
                  maxLength={200}
                  value={source}
                  onChange={(event) => setSource(event.target.value)}
                />
              )}
            </FormField>
            <ErrorNote trouble={trouble} />
            <div className="row">
              <Button type="primary" htmlType="submit" loading={pending}>
                {t(words.action.save)}
              </Button>
            </div>
          </form>
        </Dialog>
      )}
    </>
  )
}
