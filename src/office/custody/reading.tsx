import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { z } from 'zod'
import { useAct, useAsk } from '../../web/ask.ts'
import { newKey, post } from '../../web/call.ts'
import { clockText } from '../../web/moment.ts'
import { ErrorNote } from '../../web/notes.tsx'
import { Card, Page } from '../../web/page-frame.tsx'
import { useMay } from '../../web/session.tsx'
import { useSay } from '../../web/tongue.tsx'
import type { Trouble } from '../../web/trouble.ts'
import { closeReading, listReaders, myReading, openReading, recordCopy } from './contract.ts'
import { PurposeForm } from './purpose-form.tsx'
import { ReadersDialog } from './readers.tsx'
import { words } from './words.ts'

const Shut = z.object({ subject: openReading.input.shape.subject, name: z.string() })

/** The person a refusal `purposeFirst` is about; null when the trouble is another. */
export const shutDossier = (trouble: Trouble | null): z.infer<typeof Shut> | null =>
  trouble?.code === 'purposeFirst' ? (Shut.safeParse(trouble.facts).data ?? null) : null

/** In place of a dossier: says what it is read for, and opens it. */
export function PurposeGate({ subject, name }: z.infer<typeof Shut>) {
  const t = useSay()
  const asked = useAsk(myReading, { subject })
  const open = useAct(openReading)
  return (
    <Page title={name}>
      <Card title={t(words.title.whyRead, { name })} className="purpose-gate">
        <PurposeForm
          action={t(words.action.read)}
          pending={open.pending}
          hint={t(words.note.whyRead, { hours: asked.data?.hours ?? 0 })}
          onSend={(purpose) => void open.run({ subject, ...purpose })}
        >
          <ErrorNote trouble={open.trouble} />
        </PurposeForm>
      </Card>
    </Page>
  )
}

type Subject = z.infer<typeof Shut>['subject']

/** What this dossier is open for and until when, a way to end it, and who has read it for those who may know. */
export function ReadingLine({ subject }: { subject: Subject }) {
  const t = useSay()
  const mayAsk = useMay(myReading)
  const mayReaders = useMay(listReaders)
  const [shown, setShown] = useState(false)
  const asked = useAsk(myReading, { subject }, { when: mayAsk })
  const close = useAct(closeReading)
  const reading = asked.data?.reading
  return (
    <p className="row muted small no-print">
      {reading && (
        <>
          <span>{t(words.note.openUntil, { purpose: t(words.purpose[reading.purpose]), until: clockText(reading.until) })}</span>
          <Button size="small" onClick={() => void close.run({ subject })}>
            {t(words.action.endReading)}
          </Button>
        </>
      )}
      {mayReaders && (
        <Button size="small" onClick={() => setShown(true)}>
          {t(words.action.readers)}
        </Button>
      )}
      {shown && <ReadersDialog subject={subject} onClose={() => setShown(false)} />}
    </p>
  )
}

const told = (subject: Subject, how: 'copy' | 'print', signs: number) => {
  void post(recordCopy, { subject, how, page: location.pathname.slice(0, 300), signs }, newKey()).catch(() => undefined)
}
/** Fewer copied signs than this are a word looked up, not a copy of the record. */
const leastCopied = 12

/** While a person's record is shown, copying from the page and printing it are entered in the trail. */
export function CopyTrace({ subject }: { subject: Subject }) {
  useEffect(() => {
    const copied = () => {
      const signs = String(document.getSelection() ?? '').length
      if (signs >= leastCopied) told(subject, 'copy', signs)
    }
    const printed = () => told(subject, 'print', 0)
    document.addEventListener('copy', copied)
    window.addEventListener('beforeprint', printed)
    return () => {
      document.removeEventListener('copy', copied)
      window.removeEventListener('beforeprint', printed)
    }
  }, [subject])
  return null
}
