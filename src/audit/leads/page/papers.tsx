import { fileUrl } from '../../../web/call.ts'
import { Card } from '../../../web/page-frame.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { getExhibit, getPaper, type LeadView } from '../contract.ts'
import { words } from '../page.words.ts'

/** The papers a lead was put down in, and the files of the evidence for who received it: both open from here alone. */
export function PapersCard({ view }: { view: LeadView }) {
  const t = useSay()
  const { papers, exhibits, lead } = view
  if (papers.length === 0 && (exhibits?.length ?? 0) === 0) return null
  return (
    <Card title={t(words.title.papers)} className="no-print">
      <div className="stack stack-tight">
        <ul className="stack stack-tight" aria-label={t(words.title.papers)}>
          {papers.map(({ id, kind, number, madeOn, round }) => (
            <li key={id} className="row spread">
              <a href={fileUrl(getPaper, { id: lead.id, paper: id })} download>
                {[t(words.paper[kind]), number].filter(Boolean).join(' ')}
              </a>
              <span className="muted small num">{round > 1 ? `${t(words.note.round, { round })} · ${madeOn}` : madeOn}</span>
            </li>
          ))}
        </ul>
        {exhibits && exhibits.length > 0 && (
          <>
            <p className="muted small">{t(words.note.exhibits)}</p>
            <ul className="stack stack-tight" aria-label={t(words.title.exhibits)}>
              {exhibits.map(({ id, name, size }) => (
                <li key={id} className="row spread">
                  <a href={fileUrl(getExhibit, { id: lead.id, exhibit: id })} download>
                    {name}
                  </a>
                  <span className="muted small num">{t(words.note.kilobytes, { size: Math.ceil(size / 1024) })}</span>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </Card>
  )
}
