import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import { Day } from '../../../kernel/day.ts'
import { useAct } from '../../../web/ask.ts'
import { ErrorNote } from '../../../web/notes.tsx'
import { useToday } from '../../../web/session.tsx'
import { Dialog } from '../../../web/shell/dialog.tsx'
import { useSay } from '../../../web/tongue.tsx'
import type { Trouble } from '../../../web/trouble.ts'
import { FormField } from '../../places/form-parts.tsx'
import { dateVersion, repealRegulation } from '../contract.ts'
import type { Regulation } from '../model.ts'
import type { VersionHead } from '../rules/shapes.ts'
import { words } from '../words.ts'

type Given = { on: Day; basis: string }
type Props = { title: string; start: Day; trouble: Trouble | null; pending: boolean; onClose(): void; onSave(given: Given): void }

/** A day and what it rests on: the form of both records. */
function DayAndBasis({ title, start, trouble, pending, onClose, onSave }: Props) {
  const t = useSay()
  const [on, setOn] = useState<string>(start)
  const [basis, setBasis] = useState('')
  const day = Day.safeParse(on)
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (day.success) onSave({ on: day.data, basis })
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <form className="stack" onSubmit={save}>
        <FormField label={t(words.field.day)}>
          {(id) => (
            <input id={id} type="date" className="field-control" required value={on} onChange={(event) => setOn(event.target.value)} />
          )}
        </FormField>
        <FormField label={t(words.field.basis)} wide>
          {(id) => (
            <textarea
              id={id}
              className="field-control"
              rows={3}
              required
              minLength={4}
              maxLength={400}
              value={basis}
              onChange={(event) => setBasis(event.target.value)}
            />
          )}
        </FormField>
        <ErrorNote trouble={trouble} />
        <div className="row">
          <Button type="primary" htmlType="submit" loading={pending} disabled={!day.success || basis.trim().length < 4}>
            {t(words.action.save)}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

/** Records from which day a regulation is repealed, and by what. */
export function RepealForm({ regulation, onClose }: { regulation: Regulation; onClose(): void }) {
  const t = useSay()
  const today = useToday()
  const { run, trouble, pending } = useAct(repealRegulation)
  const save = async ({ on, basis }: Given) => {
    const outcome = await run({ id: regulation.id, version: regulation.version, on, basis })
    if (outcome.ok) onClose()
  }
  return (
    <DayAndBasis title={t(words.action.repeal)} start={today} {...{ trouble, pending, onClose }} onSave={(given) => void save(given)} />
  )
}

/** Records from which day a version is in force, where its text does not say. */
export function EffectiveForm({ version, onClose }: { version: VersionHead; onClose(): void }) {
  const t = useSay()
  const today = useToday()
  const { run, trouble, pending } = useAct(dateVersion)
  const save = async ({ on, basis }: Given) => {
    const outcome = await run({ id: version.id, version: version.version, effectiveOn: on, basis })
    if (outcome.ok) onClose()
  }
  const start = version.effectiveOn ?? version.adoptedOn ?? today
  return (
    <DayAndBasis
      title={t(words.action.dateVersion)}
      start={start}
      {...{ trouble, pending, onClose }}
      onSave={(given) => void save(given)}
    />
  )
}
