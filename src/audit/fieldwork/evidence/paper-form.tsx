import { Button } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import { useAct, useAsk } from '../../../web/ask.ts'
import { ErrorNote } from '../../../web/notes.tsx'
import { Dialog } from '../../../web/shell/dialog.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { nameLines } from '../lists/contract.ts'
import { words as common } from '../words.ts'
import { listEvidence, type PaperView, savePaper } from './contract.ts'
import { words } from './words.ts'

const texts = ['matter', 'process', 'facts', 'conclusion'] as const

function Text({ name, value }: { name: (typeof texts)[number]; value: string }) {
  const t = useSay()
  const id = useId()
  return (
    <div className="stack stack-tight form-wide">
      <label htmlFor={id} className="muted small">
        {t(words.field[name])}
      </label>
      <textarea id={id} name={name} className="field-control" rows={name === 'facts' ? 6 : 3} required defaultValue={value} />
    </div>
  )
}

function Cited({ project, chosen, set }: { project: string; chosen: readonly string[]; set(ids: readonly string[]): void }) {
  const t = useSay()
  const asked = useAsk(listEvidence, { project, limit: 500 })
  const toggle = (id: string) => set(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id])
  return (
    <fieldset className="stack stack-tight plain-fieldset">
      <legend className="muted small">{t(words.title.evidence)}</legend>
      {(asked.data?.rows ?? []).map(({ id, number, title }) => (
        <label key={id} className="row">
          <input type="checkbox" checked={chosen.includes(id)} onChange={() => toggle(id)} />
          {number} {title}
        </label>
      ))}
    </fieldset>
  )
}

/** A working paper, new or changed, with the evidence it stands on. */
export function PaperForm({ project, paper, onClose }: { project: string; paper: PaperView | null; onClose(): void }) {
  const t = useSay()
  const act = useAct(savePaper)
  const lists = useAsk(nameLines, { project })
  const [check, setCheck] = useState(paper?.auditCheck ?? '')
  const [evidence, setEvidence] = useState<readonly string[]>(paper?.evidence.map(({ id }) => id) ?? [])
  const checkId = useId()
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const held = new FormData(event.currentTarget)
    const text = (name: (typeof texts)[number]) => String(held.get(name) ?? '')
    const said = { matter: text('matter'), process: text('process'), facts: text('facts'), conclusion: text('conclusion') }
    const which = paper ? { id: paper.id, version: paper.version, number: paper.number } : {}
    const outcome = await act.run({ project, ...which, ...said, auditCheck: check, evidence: [...evidence] })
    if (outcome.ok) onClose()
  }
  return (
    <Dialog title={t(words.title.paper)} onClose={onClose} className="wide-dialog">
      <form className="stack" aria-label={t(words.title.paper)} onSubmit={(event) => void save(event)}>
        <label htmlFor={checkId} className="muted small">
          {t(words.field.check)}
        </label>
        <select id={checkId} className="field-control" value={check} onChange={(event) => setCheck(event.currentTarget.value)}>
          <option value="">{t(common.action.none)}</option>
          {(lists.data?.checks ?? []).map(({ id, number, text }) => (
            <option key={id} value={id}>{`${number} ${text}`}</option>
          ))}
        </select>
        {texts.map((name) => (
          <Text key={name} name={name} value={paper?.[name] ?? ''} />
        ))}
        <Cited project={project} chosen={evidence} set={setEvidence} />
        <ErrorNote trouble={act.trouble} />
        <div className="row">
          <Button type="primary" htmlType="submit" loading={act.pending}>
            {t(words.action.savePaper)}
          </Button>
          <Button onClick={onClose}>{t(common.action.cancel)}</Button>
        </div>
      </form>
    </Dialog>
  )
}
