import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import type { z } from 'zod'
import { Day } from '../../../kernel/day.ts'
import { useAct } from '../../../web/ask.ts'
import { ErrorNote } from '../../../web/notes.tsx'
import { Dialog } from '../../../web/shell/dialog.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { FormField } from '../../places/form-parts.tsx'
import { checkClock } from '../contract.ts'
import type { ClockLine } from '../rules/shapes.ts'
import { words } from '../words.ts'

type Draft = z.input<typeof checkClock.input>
const numberOr = (text: string) => (text === '' ? null : Number(text))

function Places({ draft, change }: { draft: Draft; change(part: Partial<Draft>): void }) {
  const t = useSay()
  const numbers = ['article', 'paragraph', 'item'] as const
  return (
    <>
      <FormField label={t(words.field.lawTitle)} wide>
        {(id) => (
          <input
            id={id}
            className="field-control"
            required
            value={draft.lawTitle}
            onChange={(event) => change({ lawTitle: event.target.value })}
          />
        )}
      </FormField>
      <FormField label={t(words.field.lawVersion)}>
        {(id) => (
          <input
            id={id}
            type="date"
            className="field-control"
            value={draft.lawVersion ?? ''}
            onChange={(event) => change({ lawVersion: Day.safeParse(event.target.value).data ?? null })}
          />
        )}
      </FormField>
      {numbers.map((key) => (
        <FormField key={key} label={t(words.field[key])}>
          {(id) => (
            <input
              id={id}
              type="number"
              min={1}
              className="field-control"
              value={draft[key] ?? ''}
              onChange={(event) => change({ [key]: numberOr(event.target.value) })}
            />
          )}
        </FormField>
      ))}
    </>
  )
}

/** Records that somebody compared the row with the official text, and where. */
export function CheckForm({ row, onClose }: { row: ClockLine; onClose(): void }) {
  const t = useSay()
  const { run, pending, trouble } = useAct(checkClock)
  const [draft, setDraft] = useState<Draft>({
    id: row.id,
    version: row.version,
    lawTitle: row.lawTitle,
    lawVersion: row.lawVersion,
    verified: row.verified,
    note: row.note,
    article: row.article,
    paragraph: row.paragraph,
    item: row.item,
  })
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const outcome = await run(draft)
    if (outcome.ok) onClose()
  }
  return (
    <Dialog title={t(words.action.check)} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void save(event)}>
        <div className="form-grid">
          <Places draft={draft} change={change} />
        </div>
        <label className="row">
          <input type="checkbox" checked={draft.verified} onChange={(event) => change({ verified: event.target.checked })} />
          {t(words.note.verified)}
        </label>
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
