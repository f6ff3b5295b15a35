import { Button } from 'antd'
import type { FormEvent, ReactNode } from 'react'
import type { z } from 'zod'
import type { Contract } from '../kernel/contract.ts'
import { useAct } from './ask.ts'
import type { InputOf } from './call.ts'
import { ErrorNote } from './notes.tsx'
import { Dialog } from './shell/dialog.tsx'
import { useSay } from './tongue.tsx'
import { words } from './words.ts'

type Props<I extends z.ZodType, O extends z.ZodType> = {
  title: string
  contract: Contract<I, O>
  /** What is sent, from what stands in the fields. */
  input(): InputOf<I>
  onClose(): void
  onDone?: ((value: z.output<O>) => void) | undefined
  lead?: ReactNode
  /** The word on the button that does it. */
  submit?: string
  children?: ReactNode
}

/** A dialog with a few fields that does one act and closes; a refusal is shown and nothing is lost. */
export function ActDialog<I extends z.ZodType, O extends z.ZodType>(props: Props<I, O>) {
  const { title, contract, input, onClose, onDone, lead, submit, children } = props
  const t = useSay()
  const act = useAct(contract)
  const send = async (event: FormEvent) => {
    event.preventDefault()
    const outcome = await act.run(input())
    if (!outcome.ok) return
    onDone?.(outcome.value)
    onClose()
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void send(event)}>
        {lead && <p className="muted">{lead}</p>}
        {children && <div className="form-grid">{children}</div>}
        <ErrorNote trouble={act.trouble} />
        <div className="row">
          <Button type="primary" htmlType="submit" loading={act.pending}>
            {submit ?? t(words.deed.confirm)}
          </Button>
          <Button onClick={onClose}>{t(words.deed.cancel)}</Button>
        </div>
      </form>
    </Dialog>
  )
}
