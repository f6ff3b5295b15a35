import { Button } from 'antd'
import { useState } from 'react'
import { fileUrl } from '../../../web/ask.ts'
import { Dialog } from '../../../web/shell/dialog.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { ChoiceField, TextField } from '../../places/form-parts.tsx'
import { exportOfficials } from '../contract.ts'
import { words } from '../words.ts'

const forms = ['list', 'officials', 'tenures'] as const
type Props = { what: Record<string, unknown>; count: number; onClose(): void }

/** Asks what the export is for before it is made: the reason goes into the trail. */
export function ExportDialog({ what, count, onClose }: Props) {
  const t = useSay()
  const [reason, setReason] = useState('')
  const [form, setForm] = useState<(typeof forms)[number]>('list')
  const ready = reason.trim().length >= 2
  const input = { class: [], state: [], standing: [], headship: [], ids: [], ...what, as: form, reason: reason.trim() }
  return (
    <Dialog title={t(words.page.exportCount, { count })} onClose={onClose}>
      <div className="stack">
        <p className="muted">{t(words.page.exportWhy)}</p>
        <TextField label={t(words.field.reason)} wide most={200} value={reason} onChange={setReason} />
        <ChoiceField
          label={t(words.page.exportForm)}
          wide
          value={form}
          options={forms.map((value) => ({ value, label: t(words.sheet[value]) }))}
          onChange={(value) => value && setForm(value)}
        />
        <div className="row">
          <Button
            type="primary"
            disabled={!ready}
            href={ready ? fileUrl(exportOfficials, input) : ''}
            download
            onClick={() => setTimeout(onClose, 0)}
          >
            {t(words.page.export)}
          </Button>
          <Button onClick={onClose}>{t(words.page.cancel)}</Button>
        </div>
      </div>
    </Dialog>
  )
}
