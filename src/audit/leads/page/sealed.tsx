import { Button } from 'antd'
import { useState } from 'react'
import type { Contract } from '../../../kernel/contract.ts'
import { fileUrl, postForFile } from '../../../web/call.ts'
import { Card } from '../../../web/page-frame.tsx'
import { useSay } from '../../../web/tongue.tsx'
import type { LeadView } from '../contract.ts'
import { words } from '../page.words.ts'
import { getOpener, packLead, takeReply } from '../sealed.contract.ts'
import { StepForm } from './form.tsx'

/** Does an act that gives a file and lets the browser keep it; the sentence of a refusal, else null. */
async function saveFile(contract: Contract, input: Readonly<Record<string, unknown>>): Promise<string | null> {
  const given = await postForFile(contract, input)
  if ('message' in given) return given.message
  const link = document.createElement('a')
  link.href = URL.createObjectURL(given.blob)
  link.download = given.name
  link.click()
  URL.revokeObjectURL(link.href)
  return null
}

/** For a receiver without network access: the sealed package, the program that opens it, and its answers. */
export function SealedCard({ view }: { view: LeadView }) {
  const t = useSay()
  const [taking, setTaking] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const { lead, receiver, may, packages } = view
  if (receiver?.organ !== null || may.pack !== true) return null
  const pack = async () => setTrouble(await saveFile(packLead, { id: lead.id, version: lead.version }))
  const last = packages.at(-1)
  return (
    <Card title={t(words.title.sealed)} className="no-print">
      <div className="stack stack-tight">
        <p className="muted small">{last ? t(words.note.packed, { count: packages.length, on: last.madeOn }) : t(words.note.nothing)}</p>
        <div className="row">
          <Button onClick={() => void pack()}>{t(words.action.pack)}</Button>
          <Button href={fileUrl(getOpener, {})} download>
            {t(words.action.opener)}
          </Button>
          {may.takeReply === true && <Button onClick={() => setTaking(true)}>{t(words.action.takeReply)}</Button>}
        </div>
        {trouble && <p role="alert">{trouble}</p>}
        {taking && (
          <StepForm
            title={t(words.action.takeReply)}
            contract={takeReply}
            fixed={{}}
            fields={[]}
            files={{ label: t(words.field.replyFile), accept: '.gtreply' }}
            submit={t(words.action.take)}
            onClose={() => setTaking(false)}
          />
        )}
      </div>
    </Card>
  )
}
