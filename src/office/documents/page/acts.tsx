import { Button } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import type { Refusal } from '../../../kernel/refusal.ts'
import { type Phrase, say } from '../../../kernel/say.ts'
import { useAct } from '../../../web/ask.ts'
import { ErrorNote } from '../../../web/notes.tsx'
import { useMay } from '../../../web/session.tsx'
import { useSay, useTongue } from '../../../web/tongue.tsx'
import { freezePaper, issuePaper, type PaperView, voidPaper } from '../contract.ts'
import { words } from '../page.words.ts'
import { whyNotVoid } from '../rules/paper.ts'
import { words as records } from '../words.ts'
import { WithdrawDraft } from './withdraw-draft.tsx'

const sentences: Readonly<Record<string, Phrase>> = records.refusal
type Deed = 'freeze' | 'issue' | 'void'

/** The same rules the server asks, so that a button can say why it is shut. */
function useWhyNot({ paper, type, receipts, nextNumber }: PaperView): (deed: Deed) => string | null {
  const tongue = useTongue()
  const t = useSay()
  const said = (no: Refusal | null) => (no ? say(sentences[no.code] ?? { zh: no.code, en: no.code }, tongue, no.facts ?? {}) : null)
  const missing = paper.blank.filter((label) => type.fields.some((field) => field.needed && field.label.zh === label))
  const fixing = () => {
    if (paper.state === 'draft' && missing.length > 0) return t(records.refusal.fieldsMissing, { fields: missing.join('、') })
    return paper.state === 'draft' && type.numbered && nextNumber === null ? t(words.note.noSeries) : null
  }
  return (deed) => (deed === 'void' ? said(whyNotVoid(paper, receipts)) : fixing())
}

function VoidForm({ view, onDone }: { view: PaperView; onDone(): void }) {
  const t = useSay()
  const id = useId()
  const act = useAct(voidPaper)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const reason = String(new FormData(event.currentTarget).get('reason') ?? '')
    const outcome = await act.run({ id: view.paper.id, version: view.paper.version, reason })
    if (outcome.ok) onDone()
  }
  return (
    <form className="card card-body stack" aria-label={t(words.action.void)} onSubmit={(event) => void submit(event)}>
      <label className="muted" htmlFor={id}>
        {t(words.field.reason)}
      </label>
      <textarea id={id} name="reason" className="field-control" required minLength={2} rows={2} />
      <ErrorNote trouble={act.trouble} />
      <div className="row">
        <Button danger htmlType="submit" loading={act.pending}>
          {t(words.action.confirm)}
        </Button>
        <Button onClick={onDone}>{t(words.action.cancel)}</Button>
      </div>
    </form>
  )
}

function deedsOf(state: PaperView['paper']['state']): readonly Deed[] {
  switch (state) {
    case 'draft':
      return ['freeze', 'issue']
    case 'frozen':
      return ['issue', 'void']
    case 'issued':
      return ['void']
    case 'voided':
      return []
  }
}

/** Freeze, issue, take back: what may be done with the paper as it stands; a shut button says why. */
export function PaperActs({ view }: { view: PaperView }) {
  const t = useSay()
  const [voiding, setVoiding] = useState(false)
  const may = { freeze: useMay(freezePaper), issue: useMay(issuePaper), void: useMay(voidPaper) }
  const freeze = useAct(freezePaper)
  const issue = useAct(issuePaper)
  const whyShut = useWhyNot(view)
  const { id, version, state } = view.paper
  const shown = deedsOf(state).filter((deed) => may[deed])
  const run = { freeze: () => void freeze.run({ id, version }), issue: () => void issue.run({ id, version }), void: () => setVoiding(true) }
  const shut = [...new Set(shown.flatMap((deed) => whyShut(deed) ?? []))]
  return (
    <div className="stack stack-tight">
      <div className="row">
        {shown.map((deed) => (
          <Button
            key={deed}
            type={deed === 'issue' ? 'primary' : 'default'}
            disabled={whyShut(deed) !== null}
            title={whyShut(deed) ?? undefined}
            loading={(deed === 'freeze' && freeze.pending) || (deed === 'issue' && issue.pending)}
            onClick={run[deed]}
          >
            {t(words.action[deed])}
          </Button>
        ))}
        {state === 'draft' && <WithdrawDraft paper={view.paper} />}
      </div>
      {view.nextNumber && <p className="muted small">{t(words.note.nextNumber, { number: view.nextNumber })}</p>}
      {shut.map((why) => (
        <p key={why} className="muted small">
          {why}
        </p>
      ))}
      <ErrorNote trouble={freeze.trouble ?? issue.trouble} />
      {voiding && <VoidForm view={view} onDone={() => setVoiding(false)} />}
    </div>
  )
}
