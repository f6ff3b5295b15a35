import { useAsk } from '../../../web/ask.ts'
import { EmptyNote, Shown } from '../../../web/notes.tsx'
import { Card, Page } from '../../../web/page-frame.tsx'
import { useMay } from '../../../web/session.tsx'
import { StatusTag } from '../../../web/status-tag.tsx'
import { useChoices, useSay } from '../../../web/tongue.tsx'
import { replyToDraft } from '../case.contract.ts'
import { type DraftReply, Stance } from '../model.ts'
import { type MyCase, myCases } from '../room.contract.ts'
import { words as caseWords } from '../rules/case.words.ts'
import { words } from '../rules/room.words.ts'
import { words as side } from '../rules/side.words.ts'
import { raiseObjection } from '../side.contract.ts'
import { words as own } from '../words.ts'
import { DeedForm } from './form.tsx'
import './projects.css'
import { DeadlineLine } from './room/deadlines.tsx'

const stanceTag = { agree: 'done', partly: 'soon', object: 'overdue' } as const

function Given({ reply }: { reply: DraftReply }) {
  const t = useSay()
  return (
    <p className="row small">
      <StatusTag state={stanceTag[reply.stance]}>{t(words.stance[reply.stance])}</StatusTag>
      {reply.text}
      {reply.outcome && <StatusTag state={reply.outcome === 'refused' ? 'overdue' : 'done'}>{t(words.adoption[reply.outcome])}</StatusTag>}
      <span className="muted">{reply.reason}</span>
    </p>
  )
}

function Replying({ id, finding, about }: { id: string; finding?: string; about: string }) {
  const t = useSay()
  const choices = useChoices()
  return (
    <DeedForm
      title={`${t(caseWords.step.reply)} ${about}`}
      submit={t(caseWords.step.reply)}
      contract={replyToDraft}
      input={({ stance, text }) => ({ id, ...(finding ? { finding } : {}), stance, ...(text ? { text } : {}) })}
      fields={[
        { name: 'stance', label: t(words.field.stance), options: choices(Stance.options, words.stance) },
        { name: 'text', label: t(words.field.text), kind: 'area', optional: true },
        { name: 'evidence', label: t(words.field.evidence), kind: 'files', optional: true },
      ]}
    />
  )
}

function Objecting({ mine }: { mine: MyCase }) {
  const t = useSay()
  const may = useMay(raiseObjection)
  const open = mine.clocks.some(({ rule, state }) => rule === 'review.request' && state === 'running')
  if (mine.review)
    return (
      <p className="row">
        <StatusTag state={mine.review.decidedOn ? 'done' : 'running'}>{t(side.review[mine.review.state])}</StatusTag>
        {mine.review.text} <span className="muted">{mine.review.reason}</span>
      </p>
    )
  if (!may || !open) return null
  const findings = (data: FormData) => mine.findings.map(({ id }) => id).filter((id) => data.get(`about.${id}`) !== null)
  return (
    <DeedForm
      title={t(caseWords.step.raise)}
      contract={raiseObjection}
      fields={[{ name: 'text', label: t(words.field.reason), kind: 'area' }]}
      input={({ text }, data) => ({ id: mine.id, text, findings: findings(data) })}
    >
      <fieldset className="stack stack-tight">
        <legend className="muted">{t(words.field.finding)}</legend>
        {mine.findings.map(({ id, number, title }) => (
          <label key={id}>
            <input type="checkbox" name={`about.${id}`} /> {number} {title}
          </label>
        ))}
      </fieldset>
    </DeedForm>
  )
}

function OwnCase({ mine }: { mine: MyCase }) {
  const t = useSay()
  const replying = mine.state === 'commented' && mine.servedOn !== null
  return (
    <Card title={<span className="serif">{mine.title}</span>} aside={t(caseWords.state[mine.state])} className="own-case">
      <ul className="stack">
        {mine.clocks.map((deadline) => (
          <DeadlineLine key={deadline.id} deadline={deadline} />
        ))}
      </ul>
      <ol className="stack">
        {mine.findings.map((finding) => (
          <li key={finding.id} className="reply">
            <p>
              <span className="num muted">{finding.number}</span> <b className="serif">{finding.title}</b>
            </p>
            <p className="reading">{finding.facts}</p>
            {finding.reply && <Given reply={finding.reply} />}
            {replying && !finding.reply && <Replying id={mine.id} finding={finding.id} about={finding.number} />}
          </li>
        ))}
      </ol>
      {mine.whole && <Given reply={mine.whole} />}
      {replying && !mine.whole && <Replying id={mine.id} about={t(own.note.whole)} />}
      <Objecting mine={mine} />
    </Card>
  )
}

/** What reaches an audited official or unit of its own audits: the draft finding by finding, the clock, the rights after the report. */
export function MyAuditsPage() {
  const t = useSay()
  const asked = useAsk(myCases, {})
  return (
    <Page title={t(words.title.mine)} lead={t(own.note.mine)}>
      <Shown ask={asked}>
        {(cases) => (
          <div className="stack">
            {cases.length === 0 && <EmptyNote says={t(own.note.noCases)} />}
            {cases.map((mine) => (
              <OwnCase key={mine.id} mine={mine} />
            ))}
          </div>
        )}
      </Shown>
    </Page>
  )
}
