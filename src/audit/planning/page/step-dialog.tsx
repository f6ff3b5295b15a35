import { useState } from 'react'
import { DayField, TextField } from '../../../registers/places/form-parts.tsx'
import { ActDialog } from '../../../web/act-dialog.tsx'
import { useToday } from '../../../web/session.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { useUndo } from '../../../web/undo.tsx'
import { takeStep } from '../contract.ts'
import type { YearPlan } from '../model.ts'
import { planProcedure } from '../procedure.ts'
import type { PlanStepName } from '../rules/records.ts'
import type { BoardItem } from '../rules/shapes.ts'
import { words } from '../words.ts'
import { ReasonField } from './forms.tsx'

type Props = { step: PlanStepName; items: readonly BoardItem[]; plan: YearPlan; onClose(): void; onDone?: () => void }

/** A step of the procedure for some items: says who is told and which paper it makes; an approval carries its resolution. */
export function StepDialog({ step, items, plan, onClose, onDone }: Props) {
  const t = useSay()
  const tell = useUndo()
  const today = useToday()
  const [text, setText] = useState('')
  const [number, setNumber] = useState('')
  const [decidedOn, setDecidedOn] = useState<typeof today>(today)
  const resolves = step === 'approve' || step === 'strike'
  const { title, consult, document, to } = planProcedure.steps[step]
  const leads = [t(words.stage[to]), document && t(document), consult.map((organ) => t(organ)).join('、')].filter(Boolean).join(' · ')
  return (
    <ActDialog
      title={`${t(title)} · ${items.length === 1 ? (items[0]?.name ?? '') : t(words.note.marked, { count: items.length })}`}
      contract={takeStep}
      input={() => ({
        plan: plan.id,
        step,
        items: items.map(({ id, version }) => ({ id, version })),
        text,
        ...(resolves ? { number, decidedOn } : {}),
      })}
      onDone={({ count }) => {
        tell(t(words.deed.step, { count, step: t(title) }))
        onDone?.()
      }}
      lead={leads}
      onClose={onClose}
    >
      {resolves && <TextField label={t(words.field.number)} value={number} required onChange={setNumber} />}
      {resolves && <DayField label={t(words.field.decidedOn)} value={decidedOn} required onChange={(on) => on && setDecidedOn(on)} />}
      <ReasonField label={t(words.field.text)} value={text} onChange={setText} />
    </ActDialog>
  )
}
