import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { ErrorNote } from '../notes.tsx'
import { Card } from '../page-frame.tsx'
import { useSay } from '../tongue.tsx'
import { type Outcome, Trouble } from '../trouble.ts'
import { words } from '../words.ts'
import { FilesStep } from './files-step.tsx'
import { KindStep } from './kind-step.tsx'
import { ReportView } from './report-view.tsx'
import type { Deed, ImportKind, ImportReport, Progress } from './shape.ts'

export type { Deed, ImportKind, ImportReport, Progress } from './shape.ts'

type Props = {
  kinds: readonly ImportKind[]
  /** Reads and checks, writes nothing. */
  preview: Deed
  run: Deed
  /** Of the import that runs, when the server tells (0…1 while files are sent comes from `sent`). */
  progress?: Progress | null | undefined
  undo?: ((batch: string) => Promise<Outcome<unknown>>) | undefined
  /** Under the result: where to look at what was taken in. */
  after?: ((report: ImportReport, what: string) => ReactNode) | undefined
  /** The kind chosen at first: from the address. */
  chosen?: string | undefined
  onChoose?: ((what: string) => void) | undefined
}
type Step = 'kind' | 'files' | 'preview' | 'result'
const steps: readonly Step[] = ['kind', 'files', 'preview', 'result']

function Steps({ step }: { step: Step }) {
  const t = useSay()
  return (
    <ol className="steps no-print">
      {steps.map((each, at) => (
        <li key={each} aria-current={each === step ? 'step' : undefined} data-done={steps.indexOf(step) > at || undefined}>
          <span className="num">{at + 1}</span> {t(words.step[each])}
        </li>
      ))}
    </ol>
  )
}

function Bar({ sent, progress }: { sent: number | null; progress: Progress | null | undefined }) {
  const t = useSay()
  const share = sent !== null && sent < 1 ? sent : progress && progress.total > 0 ? progress.done / progress.total : null
  const said =
    sent !== null && sent < 1 ? t(words.note.sending, { percent: Math.round(sent * 100) }) : (progress?.label ?? t(words.note.reading))
  return (
    <div className="stack stack-tight" role="status">
      <span>
        {said} {progress && progress.total > 0 && <span className="num">{`${progress.done} / ${progress.total}`}</span>}
      </span>
      <progress aria-label={said} {...(share === null ? {} : { value: share, max: 1 })} />
    </div>
  )
}

/** One deed of the wizard at a time: sending, running, and what came of it. */
function useDeed() {
  const [sent, setSent] = useState<number | null>(null)
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  async function perform<T>(deed: (sent: (share: number) => void) => Promise<Outcome<T>>): Promise<T | null> {
    setBusy(true)
    setTrouble(null)
    const outcome = await deed(setSent).catch((error: unknown) => ({
      ok: false as const,
      trouble: new Trouble(-1, { code: 'pageFault', message: String(error) }),
    }))
    setBusy(false)
    setSent(null)
    if (!outcome.ok) setTrouble(outcome.trouble)
    return outcome.ok ? outcome.value : null
  }
  return { sent, busy, trouble, perform }
}

function useWizard({ kinds, preview, run, undo, chosen, onChoose }: Props) {
  const [what, setWhat] = useState(chosen && kinds.some((kind) => kind.what === chosen) ? chosen : undefined)
  const [files, setFiles] = useState<readonly File[]>([])
  const [step, setStep] = useState<Step>(what ? 'files' : 'kind')
  const [report, setReport] = useState<ImportReport | null>(null)
  const [undone, setUndone] = useState(false)
  const deed = useDeed()
  const perform = async (which: Deed, then: Step) => {
    const answer = await deed.perform((sent) => which(what ?? '', files, sent))
    if (answer) setReport(answer)
    if (answer) setStep(then)
  }
  return {
    files,
    setFiles,
    step,
    setStep,
    report,
    undone,
    ...deed,
    kind: kinds.find((each) => each.what === what),
    choose: (next: string) => {
      setWhat(next)
      setFiles([])
      setStep('files')
      onChoose?.(next)
    },
    check: () => perform(preview, 'preview'),
    take: () => perform(run, 'result'),
    takeBack: async (batch: string) =>
      setUndone((await deed.perform(() => undo?.(batch) ?? Promise.resolve({ ok: true as const, value: null }))) !== null || undone),
    again: () => {
      setFiles([])
      setReport(null)
      setUndone(false)
      setStep('kind')
    },
  }
}

/** Kind, files, check, import, result: nothing is written before the last press, and the whole batch can be undone. */
export function ImportWizard(props: Props) {
  const t = useSay()
  const wizard = useWizard(props)
  const { kind, step, busy, report, files } = wizard
  return (
    <div className="stack">
      <Steps step={step} />
      <ErrorNote trouble={wizard.trouble} />
      {step === 'kind' && <KindStep kinds={props.kinds} onChoose={wizard.choose} />}
      {step === 'files' && kind && <FilesStep kind={kind} files={files} onFiles={wizard.setFiles} />}
      {report && (step === 'preview' || step === 'result') && (
        <ReportView report={report} dry={step === 'preview'} undone={wizard.undone} />
      )}
      {step === 'result' && report && !wizard.undone && props.after && <Card>{props.after(report, kind?.what ?? '')}</Card>}
      {busy && <Bar sent={wizard.sent} progress={props.progress} />}
      <div className="row no-print">
        {step === 'files' && <Button onClick={() => wizard.setStep('kind')}>{t(words.action.back)}</Button>}
        {step === 'files' && (
          <Button type="primary" disabled={busy || files.length === 0} onClick={() => void wizard.check()}>
            {t(words.action.dryRun)}
          </Button>
        )}
        {step === 'preview' && (
          <Button disabled={busy} onClick={() => wizard.setStep('files')}>
            {t(words.action.back)}
          </Button>
        )}
        {step === 'preview' && (
          <Button type="primary" disabled={busy} onClick={() => void wizard.take()}>
            {t(words.action.importNow)}
          </Button>
        )}
        {step === 'result' && <Button onClick={wizard.again}>{t(words.action.again)}</Button>}
        {step === 'result' && props.undo && report?.batch && !wizard.undone && (
          <Button danger disabled={busy} onClick={() => void wizard.takeBack(report.batch ?? '')}>
            {t(words.action.undoBatch)}
          </Button>
        )}
      </div>
    </div>
  )
}
