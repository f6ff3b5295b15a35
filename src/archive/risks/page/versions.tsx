import { Button } from 'antd'
import { useState } from 'react'
import { useAsk } from '../../../web/ask.ts'
import { Shown } from '../../../web/notes.tsx'
import { Card } from '../../../web/page-frame.tsx'
import { Dialog } from '../../../web/shell/dialog.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { type CompilationView, getVersion } from '../contract.ts'
import type { Content } from '../model.ts'
import { masked } from '../rules/names.ts'
import { printedText } from '../rules/report.ts'
import { words } from '../words.ts'
import { RiskTable } from './notices.tsx'

/** A content as it would be printed. */
export function ContentRead({ content, label }: { content: Content; label: string }) {
  const t = useSay()
  if (content.kind === 'riskList') return <RiskTable rows={content.rows} label={label} />
  if (content.kind === 'report')
    return content.sections.map(({ heading, text }) => (
      <section key={heading}>
        <h3>{heading}</h3>
        <p className="printed-text">{printedText(text, content.figures)}</p>
      </section>
    ))
  return content.cases.map(({ id, title, facts, analysis, lesson, replacements }) => (
    <section key={id}>
      <h3>{masked(title, replacements)}</h3>
      {[facts, analysis, lesson].map((text, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a case stand in a fixed order
        <p key={at} className="printed-text">
          {masked(text, replacements) || t(words.empty.rows)}
        </p>
      ))}
    </section>
  ))
}

function Former({ id, no, onClose }: { id: string; no: number; onClose(): void }) {
  const asked = useAsk(getVersion, { id, no })
  return (
    <Dialog title={asked.data?.title ?? '…'} onClose={onClose} className="wide-dialog">
      <Shown ask={asked}>{({ content, title }) => <ContentRead content={content} label={title} />}</Shown>
    </Dialog>
  )
}

/** What was done with a compilation, newest first; each former state can be read. */
export function VersionsCard({ view }: { view: CompilationView }) {
  const t = useSay()
  const [open, setOpen] = useState<number | null>(null)
  return (
    <Card title={t(words.title.versions)} className="no-print" flush>
      <table className="simple-table" aria-label={t(words.title.versions)}>
        <tbody>
          {view.versions.map(({ id, no, step, name, takenOn, note }) => (
            <tr key={id}>
              <td className="num">{no}</td>
              <td>{t(words.step[step])}</td>
              <td>{name}</td>
              <td className="num">{takenOn}</td>
              <td>{note}</td>
              <td className="end">
                <Button size="small" aria-label={`${t(words.action.open)} ${no}`} onClick={() => setOpen(no)}>
                  {t(words.action.open)}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {open !== null && <Former id={view.compilation.id} no={open} onClose={() => setOpen(null)} />}
    </Card>
  )
}
