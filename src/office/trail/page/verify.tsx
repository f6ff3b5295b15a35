import { Button } from 'antd'
import { useId, useState } from 'react'
import { useAct } from '../../../web/ask.ts'
import { useEvents } from '../../../web/events.tsx'
import { clockText } from '../../../web/moment.ts'
import { ErrorNote } from '../../../web/notes.tsx'
import { Card } from '../../../web/page-frame.tsx'
import { StatusTag } from '../../../web/status-tag.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { Progress, type Standing, verifyAct } from '../contract.ts'
import type { TrailCheck } from '../model.ts'
import { words } from '../words.ts'

/** How one checking ended, in words: whole, or where it first fails and how. */
export function Verdict({ check }: { check: TrailCheck }) {
  const t = useSay()
  const { ok, firstBad, rows, unchained, at, account, against } = check
  const sentence = Object.entries(words.fault).find(([code]) => code === firstBad?.code)?.[1]
  return (
    <div className="trail-verdict" role="status">
      <p className="row">
        <StatusTag state={ok ? 'done' : 'overdue'}>{t(ok ? words.state.whole : words.state.broken)}</StatusTag>
        <span>{t(ok ? words.note.allWell : words.note.broken, { rows, unchained })}</span>
      </p>
      {firstBad && (
        <p>
          {sentence ? t(sentence) : firstBad.code}：{t(words.note.where, { chain: firstBad.chain, seq: firstBad.seq ?? '–' })}{' '}
          {firstBad.entry && <code className="small">{firstBad.entry}</code>}
        </p>
      )}
      <p className="muted small num">
        {clockText(at)} · {account} {against && `· ${t(words.note.againstOf, { at: clockText(against) })}`}
      </p>
    </div>
  )
}

/** Checks the whole trail now, with a checkpoint kept elsewhere if there is one. */
export function VerifyCard({ standing, may }: { standing: Standing; may: boolean }) {
  const t = useSay()
  const id = useId()
  const verify = useAct(verifyAct)
  const [against, setAgainst] = useState<string | undefined>()
  const [step, setStep] = useState<{ done: number; total: number } | null>(null)
  useEvents('trail.progress', Progress, setStep)
  const start = () => {
    setStep(null)
    void verify.run(against === undefined ? {} : { against })
  }
  const take = (files: FileList | null) => void files?.[0]?.text().then(setAgainst)
  const shown = verify.value ?? standing.lastCheck
  return (
    <Card title={t(words.title.verify)}>
      <div className="stack">
        {shown ? <Verdict check={shown} /> : <p className="muted">{t(words.note.neverChecked)}</p>}
        {verify.pending && (
          <progress className="trail-progress" aria-label={t(words.note.verifying)} max={step?.total ?? 1} value={step?.done ?? 0} />
        )}
        <ErrorNote trouble={verify.trouble} />
        <div className="row">
          <Button type="primary" loading={verify.pending} disabled={!may} onClick={start}>
            {t(words.action.verify)}
          </Button>
          <label htmlFor={id}>{t(words.field.against)}</label>
          <input id={id} type="file" accept=".json,application/json" onChange={(event) => take(event.target.files)} />
        </div>
      </div>
    </Card>
  )
}
