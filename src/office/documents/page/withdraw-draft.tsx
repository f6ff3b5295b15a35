import { Button } from 'antd'
import { useId, useState } from 'react'
import { ActDialog } from '../../../web/act-dialog.tsx'
import { useMay } from '../../../web/session.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { withdrawDraft } from '../contract.ts'
import type { IssuedPaper } from '../model.ts'
import { words } from '../page.words.ts'

type Draft = Pick<IssuedPaper, 'id' | 'version' | 'title'>

function WithdrawDialog({ paper: { id, version, title }, onClose }: { paper: Draft; onClose(): void }) {
  const t = useSay()
  const field = useId()
  const [reason, setReason] = useState('')
  return (
    <ActDialog
      title={t(words.action.withdrawDraft)}
      lead={title.replace(/\s+/g, '')}
      contract={withdrawDraft}
      input={() => ({ id, version, reason })}
      onClose={onClose}
    >
      <label className="muted" htmlFor={field}>
        {t(words.field.reason)}
      </label>
      <textarea
        id={field}
        className="field-control"
        required
        minLength={2}
        rows={2}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </ActDialog>
  )
}

/** Takes back a draft nobody needs, with the reason, where it is listed or on its own page. */
export function WithdrawDraft({ paper, small = false }: { paper: Draft; small?: boolean }) {
  const t = useSay()
  const may = useMay(withdrawDraft)
  const [open, setOpen] = useState(false)
  if (!may) return null
  return (
    <>
      <Button size={small ? 'small' : 'middle'} onClick={() => setOpen(true)}>
        {t(words.action.withdrawDraft)}
      </Button>
      {open && <WithdrawDialog paper={paper} onClose={() => setOpen(false)} />}
    </>
  )
}
