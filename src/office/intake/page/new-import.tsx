import { useState } from 'react'
import { z } from 'zod'
import { useAddress } from '../../../web/address.ts'
import { answers, askOnce, fileUrl, Trouble, useAct, useAsk } from '../../../web/ask.ts'
import { newKey, postFiles } from '../../../web/call.ts'
import { useEvents } from '../../../web/events.tsx'
import { Go, place } from '../../../web/go.tsx'
import { type Deed, type ImportKind, ImportWizard, type Progress } from '../../../web/import-wizard/import-wizard.tsx'
import { Shown } from '../../../web/notes.tsx'
import { Page } from '../../../web/page-frame.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { asTrouble, type Outcome } from '../../../web/trouble.ts'
import { getBatch, getTemplate, type ImportAnswer, type KindRow, listKinds, previewImport, runImportFiles, undoBatch } from '../contract.ts'
import type { Report } from '../model.ts'
import { words } from '../words.ts'
import { linesIn, type ReadLine, ReadLines } from './read-lines.tsx'

const News = z.object({ batch: z.string().nullable(), done: z.number(), total: z.number(), label: z.string() })
const Chosen = z.object({ what: z.string().optional() })
const askAgainAfter = 1000
const pause = () => new Promise((done) => setTimeout(done, askAgainAfter))

async function sendFiles(contract: typeof runImportFiles, sending: Parameters<Deed>): Promise<Outcome<ImportAnswer>> {
  const [what, files, sent] = sending
  return postFiles(contract, { what }, { files, key: newKey(), sent }).then(
    (value) => ({ ok: true as const, value }),
    (error: unknown) => ({ ok: false as const, trouble: asTrouble(error) }),
  )
}

/** A long import goes on after the answer: asked for until it has ended. */
async function ended(batch: string): Promise<Outcome<Report>> {
  for (;;) {
    const answer = await askOnce(getBatch, { id: batch })
    if (!answer.ok) return answer
    const { state } = answer.value.batch
    if (state === 'failed') return { ok: false, trouble: new Trouble(500, { code: 'importBrokeOff', message: '' }) }
    if (state === 'done' || state === 'undone') return { ok: true, value: answer.value.report }
    await pause()
  }
}

const preview: Deed = (...sending) => sendFiles(previewImport, sending)
const run: Deed = async (...sending) => {
  const outcome = await sendFiles(runImportFiles, sending)
  const waiting = outcome.ok && outcome.value.state === 'waiting' ? outcome.value.batch : null
  const result = waiting ? await ended(waiting) : outcome
  void answers.invalidateQueries()
  return result
}

/** Where one looks at what came in. */
const pageOf: Readonly<Record<string, string>> = {
  units: '/places',
  officials: '/auditees',
  tenures: '/auditees',
  reports: '/reports',
  regulations: '/regulations',
}

function After({ what }: { what: string }) {
  const t = useSay()
  const to = pageOf[what]
  return (
    <span className="row">
      {to && <Go to={place(to)}>{t(words.action.look)}</Go>}
      <Go to={place('/imports')}>{t(words.title.batches)}</Go>
    </span>
  )
}

const isTables = (accepts: readonly string[]) => accepts.every((ending) => ending === '.xlsx' || ending === '.csv')

function Wizard({ rows }: { rows: readonly KindRow[] }) {
  const t = useSay()
  const [at, set] = useAddress(Chosen)
  const [progress, setProgress] = useState<Progress | null>(null)
  const [lines, setLines] = useState<readonly ReadLine[]>([])
  const undo = useAct(undoBatch)
  const showing =
    (deed: Deed): Deed =>
    async (...sending) => {
      const outcome = await deed(...sending)
      setLines(outcome.ok ? linesIn({ ...outcome.value }) : [])
      return outcome
    }
  useEvents('intake.progress', News, ({ done, total, label }) => setProgress(done < total ? { done, total, label } : null))
  const kinds: readonly ImportKind[] = rows.map(({ what, title, accepts, template }) => ({
    what,
    title: t(title),
    accepts,
    folder: !isTables(accepts),
    template: template ? fileUrl(getTemplate, { what }) : undefined,
  }))
  return (
    <>
      <ImportWizard
        kinds={kinds}
        preview={showing(preview)}
        run={showing(run)}
        progress={progress}
        undo={(id) => undo.run({ id })}
        after={(_, what) => <After what={what} />}
        chosen={at.what}
        onChoose={(what) => {
          setLines([])
          set({ what }, { replace: true })
        }}
      />
      <ReadLines lines={lines} />
    </>
  )
}

/** Kind, files, check, import: nothing is kept before the last step. */
export function NewImportPage() {
  const t = useSay()
  const kinds = useAsk(listKinds, {})
  return (
    <Page title={t(words.title.run)} lead={t(words.lead.imports)} crumbs={[{ says: t(words.title.imports), to: '/imports' }]}>
      <Shown ask={kinds}>{({ rows }) => <Wizard rows={rows} />}</Shown>
    </Page>
  )
}
