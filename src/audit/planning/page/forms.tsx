import { Button } from 'antd'
import { type FormEvent, type ReactNode, useState } from 'react'
import type { z } from 'zod'
import type { Contract } from '../../../kernel/contract.ts'
import { TextField } from '../../../registers/places/form-parts.tsx'
import { useAct } from '../../../web/ask.ts'
import type { InputOf } from '../../../web/call.ts'
import { ErrorNote } from '../../../web/notes.tsx'
import { Dialog } from '../../../web/shell/dialog.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { useUndo } from '../../../web/undo.tsx'
import { undoEdit } from '../contract.ts'
import { words } from '../words.ts'

type FormProps<I extends z.ZodType, O extends z.ZodType> = {
  title: string
  contract: Contract<I, O>
  /** What is sent, from what stands in the fields. */
  input(): InputOf<I>
  onClose(): void
  onDone?: ((value: z.output<O>) => void) | undefined
  lead?: ReactNode
  children: ReactNode
}

/** A dialog with a few fields that does one act and closes; a refusal is shown and nothing is lost. */
export function ActDialog<I extends z.ZodType, O extends z.ZodType>({
  title,
  contract,
  input,
  onClose,
  onDone,
  lead,
  children,
}: FormProps<I, O>) {
  const t = useSay()
  const act = useAct(contract)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const outcome = await act.run(input())
    if (!outcome.ok) return
    onDone?.(outcome.value)
    onClose()
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        {lead && <p className="muted">{lead}</p>}
        <div className="form-grid">{children}</div>
        <ErrorNote trouble={act.trouble} />
        <div className="row">
          <Button type="primary" htmlType="submit" loading={act.pending}>
            {t(words.action.confirm)}
          </Button>
          <Button onClick={onClose}>{t(words.action.cancel)}</Button>
        </div>
      </form>
    </Dialog>
  )
}

/** Why a hand did it: kept with the deed. */
export function ReasonField({ value, onChange, label }: { value: string; onChange(text: string): void; label?: string }) {
  const t = useSay()
  return <TextField label={label ?? t(words.field.reason)} value={value} required most={400} wide onChange={onChange} />
}

/** Says what was done and offers ten seconds to take it back, by the button or by Ctrl Z. */
export function useTaken(): (says: string, edit: string) => void {
  const tell = useUndo()
  const undo = useAct(undoEdit)
  return (says, edit) => tell(says, () => undo.run({ edit }))
}

export const useOpen = <T,>() => {
  const [open, setOpen] = useState<T | null>(null)
  return { open, show: setOpen, close: () => setOpen(null) }
}
