import { useAsk } from '../../../web/ask.ts'
import { DeadlineTag } from '../../../web/deadline-tag.tsx'
import { Deed } from '../../../web/deed.tsx'
import { DeedForm } from '../../../web/deed-form.tsx'
import { EmptyNote, Shown } from '../../../web/notes.tsx'
import { Card, Page } from '../../../web/page-frame.tsx'
import { useToday } from '../../../web/session.tsx'
import { StatusTag } from '../../../web/status-tag.tsx'
import { useChoices, useSay } from '../../../web/tongue.tsx'
import { replyToDraft } from '../../projects/case.contract.ts'
import { type DraftReply, Stance } from '../../projects/model.ts'
import type { DeadlineView } from '../../projects/room.contract.ts'
import { words as caseWords } from '../../projects/rules/case.words.ts'
import { rights } from '../../projects/rules/counting.ts'
import { words as room } from '../../projects/rules/room.words.ts'
import { words as projectWords } from '../../projects/words.ts'
import { getOwn, giveLate, type OwnCase, type OwnFinding } from '../objection/contract.ts'
import { words } from '../objection/words.ts'
import './duty/duty.css'
import { LateEvidence } from './duty/late-evidence.tsx'
import { OwnFindingLine } from './duty/own-finding.tsx'
import { Rights } from './duty/rights.tsx'
import { useWhy } from './duty/why.tsx'

const stanceTag = { agree: 'done', partly: 'soon', object: 'overdue' } as const

function Given({ reply }: { reply: DraftReply }) {
  const t = useSay()
  return (
    <p className="row small">
      <StatusTag state={stanceTag[reply.stance]}>{t(room.stance[reply.stance])}</StatusTag>
      {reply.text}
      {reply.outcome && <StatusTag state={reply.outcome === 'refused' ? 'overdue' : 'done'}>{t(room.adoption[reply.outcome])}</StatusTag>}
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
        { name: 'stance', label: t(room.field.stance), options: choices(Stance.options, room.stance) },
        { name: 'text', label: t(room.field.text), kind: 'area', optional: true },
        { name: 'evidence', label: t(room.field.evidence), kind: 'files', optional: true },
      ]}
    />
  )
}

/** Why no word is taken any more, to whom the report came before he had said one. */
function TooLate({ mine: { may, whole, findings, late } }: { mine: OwnCase }) {
  const why = useWhy()
  const silent = !whole && late.length === 0 && findings.every(({ reply }) => !reply)
  const isOver = may.late !== true && may.late.code === 'lateAfterReport'
  return silent && isOver ? <p className="muted">{why(may.late)}</p> : null
}

/** The day was missed: what that means, and the word that is still kept. */
function LateWords({ mine }: { mine: OwnCase }) {
  const t = useSay()
  const { late, lateSince, own } = mine
  const options = [
    { value: '', label: t(projectWords.note.whole) },
    ...own.map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` })),
  ]
  return (
    <>
      {late.map((each) => (
        <div key={each.id}>
          <p className="row small">
            <StatusTag state="overdue">{t(words.note.lateGiven, { on: each.givenOn })}</StatusTag> {each.text}
          </p>
          <LateEvidence late={each} />
          {each.answer && <p className="muted small">{t(words.note.answered, { text: each.answer })}</p>}
        </div>
      ))}
      {lateSince && (
        <div className="stack stack-tight">
          <p className="muted">{t(words.note.lateMay, { dueOn: lateSince })}</p>
          <Deed
            title={t(words.act.late)}
            contract={giveLate}
            fields={[
              { name: 'finding', label: t(words.field.finding), options, optional: true },
              { name: 'text', label: t(words.field.text), kind: 'area' },
              { name: 'evidence', label: t(words.field.evidence), kind: 'files', optional: true },
            ]}
            input={({ finding, text }) => ({ project: mine.id, ...(finding ? { finding } : {}), text })}
          />
        </div>
      )}
    </>
  )
}

function Clock({ deadline }: { deadline: DeadlineView }) {
  const today = useToday()
  const passed = deadline.dueOn < today && rights.includes(deadline.rule)
  const why = [deadline.citation, ...deadline.why].filter((line) => line !== '')
  return (
    <li className="row spread">
      {deadline.title}
      <DeadlineTag dueOn={deadline.dueOn} today={today} done={deadline.state !== 'running' || passed} why={why} />
    </li>
  )
}

function OwnCaseCard({ mine }: { mine: OwnCase }) {
  const t = useSay()
  const replying = mine.state === 'commented' && mine.servedOn !== null && mine.lateSince === null
  return (
    <Card title={<span className="serif">{mine.title}</span>} aside={t(caseWords.state[mine.state])} className="own-case">
      <div className="stack">
        <ul className="stack stack-tight">
          {mine.clocks.map((deadline) => (
            <Clock key={deadline.id} deadline={deadline} />
          ))}
        </ul>
        <ol className="stack">
          {mine.findings.map((finding) => {
            const own = mine.own.find(({ id }) => id === finding.id)
            return (
              <li key={finding.id} className="own-finding">
                {own ? <OwnFindingLine finding={own} party={mine.party} /> : <Plain {...finding} />}
                {finding.reply && <Given reply={finding.reply} />}
                {replying && !finding.reply && <Replying id={mine.id} finding={finding.id} about={finding.number} />}
              </li>
            )
          })}
        </ol>
        {mine.whole && <Given reply={mine.whole} />}
        {replying && !mine.whole && <Replying id={mine.id} about={t(projectWords.note.whole)} />}
        <LateWords mine={mine} />
        <TooLate mine={mine} />
        <Rights mine={mine} />
      </div>
    </Card>
  )
}

function Plain({ number, title, facts }: { number: string; title: string; facts: string }) {
  return (
    <>
      <p>
        <span className="num muted">{number}</span> <b className="serif">{title}</b>
      </p>
      <p className="reading">{facts}</p>
    </>
  )
}

function Earlier({ findings, party }: { findings: readonly OwnFinding[]; party: OwnCase['party'] }) {
  const t = useSay()
  if (findings.length === 0) return null
  return (
    <Card title={t(words.title.findings)} className="own-case">
      <ol className="stack">
        {findings.map((finding) => (
          <li key={finding.id} className="own-finding">
            <OwnFindingLine finding={finding} party={party} showsProject />
          </li>
        ))}
      </ol>
    </Card>
  )
}

/**
 * What concerns an audited official or unit of its own audits, and nothing of anybody else's: the draft finding by
 * finding with its clock, late words, responsibility and tolerance, the route of an objection, what was corrected.
 */
export function MyAuditsPage() {
  const t = useSay()
  const asked = useAsk(getOwn, {})
  return (
    <Page title={t(words.title.own)} lead={t(projectWords.note.mine)}>
      <Shown ask={asked}>
        {({ cases, earlier }) => (
          <div className="stack">
            {cases.length === 0 && earlier.length === 0 && <EmptyNote says={t(projectWords.note.noCases)} />}
            {cases.map((mine) => (
              <OwnCaseCard key={mine.id} mine={mine} />
            ))}
            <Earlier findings={earlier} party={cases[0]?.party ?? 'official'} />
          </div>
        )}
      </Shown>
    </Page>
  )
}
