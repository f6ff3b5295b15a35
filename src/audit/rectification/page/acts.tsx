import { Button } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import type { Contract } from '../../../kernel/contract.ts'
import type { May } from '../../../kernel/may.ts'
import { type Phrase, say } from '../../../kernel/say.ts'
import { words as kernelWords } from '../../../kernel/words.ts'
import { useAct } from '../../../web/ask.ts'
import { ErrorNote } from '../../../web/notes.tsx'
import { useChoices, useSay, useTongue } from '../../../web/tongue.tsx'
import { claimItem, closeItem, extendItem, type ItemLine, type ItemView, recogniseItem, reopenItem } from '../contract.ts'
import { Claimed, Recognised, type StepName } from '../model.ts'
import { openSteps } from '../rules.ts'
import { words } from '../words.ts'

const sentences: Readonly<Record<string, Phrase>> = { ...kernelWords.refusal, ...words.refusal }
const deeds = {
  claim: { contract: claimItem, step: 'claim' },
  recognise: { contract: recogniseItem, step: 'recognise' },
  close: { contract: closeItem, step: 'close' },
  extend: { contract: extendItem, step: 'extend' },
  reopen: { contract: reopenItem, step: 'reopen' },
} as const satisfies Record<string, { contract: Contract; step: StepName }>
type Deed = keyof typeof deeds
const order = ['claim', 'recognise', 'close', 'extend', 'reopen'] as const satisfies readonly Deed[]

/** Why a step is shut, as the answer says it; null when it is open. */
function useWhyShut(): (may: May) => string | null {
  const tongue = useTongue()
  return (may) => (may === true ? null : say(sentences[may.code] ?? { zh: may.code, en: may.code }, tongue, may.facts ?? {}))
}

type FieldProps = { name: string; label: string; options?: readonly { value: string; label: string }[]; kind?: 'date' | 'text' }
function Field({ name, label, options, kind = 'text' }: FieldProps) {
  const id = useId()
  const shared = { id, name, className: 'field-control', required: true }
  return (
    <div className="stack stack-tight">
      <label className="muted" htmlFor={id}>
        {label}
      </label>
      {options && (
        <select {...shared}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
      {!options && kind === 'date' && <input {...shared} type="date" />}
      {!options && kind === 'text' && <textarea {...shared} rows={3} minLength={5} />}
    </div>
  )
}

function useFields(deed: Deed): readonly FieldProps[] {
  const t = useSay()
  const text = { name: 'text', label: t(words.field.text) }
  const reason = { name: 'reason', label: t(words.field.reason) }
  const labelled = useChoices()
  return {
    claim: [{ name: 'claimed', label: t(words.field.claimed), options: labelled(Claimed.options, words.claimed) }, text],
    recognise: [{ name: 'recognised', label: t(words.field.outcome), options: labelled(Recognised.options, words.recognised) }, text],
    close: [text],
    extend: [{ name: 'dueOn', label: t(words.field.newDue), kind: 'date' as const }, reason, { name: 'plan', label: t(words.field.plan) }],
    reopen: [{ ...text, label: t(words.field.reason) }],
  }[deed]
}

function DeedForm({ item, deed, onDone }: { item: ItemLine; deed: Deed; onDone(): void }) {
  const t = useSay()
  const contract: Contract = deeds[deed].contract
  const act = useAct(contract)
  const fields = useFields(deed)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = Object.fromEntries([...new FormData(event.currentTarget)].map(([key, value]) => [key, String(value)]))
    const outcome = await act.run({ id: item.id, version: item.version, ...given })
    if (outcome.ok) onDone()
  }
  return (
    <form className="card stack card-body" aria-label={t(words.action[deed])} onSubmit={(event) => void submit(event)}>
      {fields.map((field) => (
        <Field key={field.name} {...field} />
      ))}
      {deed === 'close' && <p className="muted small">{t(words.note.closing)}</p>}
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

/** The steps of the procedure as buttons: those this person may ever take; a shut one says why. */
export function ItemActs({ view: { item, may } }: { view: ItemView }) {
  const t = useSay()
  const [deed, setDeed] = useState<Deed | null>(null)
  const whyShut = useWhyShut()
  const open = openSteps(item)
  const ever = (each: Deed) => {
    const answer = may[each]
    return answer === true || answer.code !== 'forbidden'
  }
  const shown = order.filter((each) => ever(each) && open.includes(deeds[each].step)).map((each) => ({ each, why: whyShut(may[each]) }))
  if (deed) return <DeedForm item={item} deed={deed} onDone={() => setDeed(null)} />
  return (
    <div className="stack stack-tight">
      <div className="row">
        {shown.map(({ each, why }) => (
          <Button key={each} disabled={why !== null} title={why ?? undefined} onClick={() => setDeed(each)}>
            {t(words.action[each])}
          </Button>
        ))}
      </div>
      {shown.map(({ each, why }) => why && <p key={each} className="muted small">{`${t(words.action[each])}：${why}`}</p>)}
    </div>
  )
}
