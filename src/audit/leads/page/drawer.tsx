import { Button } from 'antd'
import { useState } from 'react'
import { wanYuan } from '../../../kernel/money.ts'
import { words as regulationWords } from '../../../registers/regulations/words.ts'
import { useAsk } from '../../../web/ask.ts'
import { DeadlineTag } from '../../../web/deadline-tag.tsx'
import { Go, place } from '../../../web/go.tsx'
import { Shown } from '../../../web/notes.tsx'
import { Card, Fields } from '../../../web/page-frame.tsx'
import { PrintSheet, printNow } from '../../../web/print-sheet.tsx'
import { RecordDrawer } from '../../../web/record-drawer.tsx'
import { useToday } from '../../../web/session.tsx'
import { StatusTag } from '../../../web/status-tag.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { type ClockView, getLead, type LeadView, type OutcomeView } from '../contract.ts'
import { Effect } from '../model.ts'
import { words } from '../page.words.ts'
import { words as own } from '../words.ts'
import { LeadActs } from './acts.tsx'
import { DraftDialog } from './draft.tsx'
import { ProcedureMap } from './map.tsx'
import { PapersCard } from './papers.tsx'
import { RouteCard } from './route.tsx'
import { SealedCard } from './sealed.tsx'
import { stateTag } from './state.tsx'

function Matter({ view }: { view: LeadView }) {
  const t = useSay()
  const { lead, findingNumber } = view
  const { field } = words
  const amount = lead.amount === null ? null : t(words.note.wan, { amount: wanYuan(lead.amount) })
  return (
    <Card title={t(words.title.matter)}>
      <div className="stack">
        <p className="reading">{lead.facts}</p>
        <Fields
          rows={[
            { label: t(field.nature), value: t(own.nature[lead.nature]) },
            { label: t(field.managedBy), value: t(own.managedBy[lead.managedBy]) },
            { label: t(field.unit), value: lead.unitName },
            { label: t(field.persons), value: lead.persons },
            { label: t(field.official), value: lead.officialName },
            { label: t(field.amount), value: amount },
            { label: t(field.qualification), value: lead.qualification },
            { label: t(field.basis), value: lead.basis },
            { label: t(field.opinion), value: lead.opinion },
            { label: t(field.feedbackAsk), value: lead.feedbackAsk },
            {
              label: t(field.finding),
              value: lead.finding && findingNumber && <Go to={place('/findings', { open: lead.finding })}>{findingNumber}</Go>,
            },
            { label: t(field.evidence), value: lead.evidence.map(({ name, pages }) => (pages ? `${name} (${pages})` : name)).join('；') },
          ]}
        />
      </div>
    </Card>
  )
}

function Clock({ clock }: { clock: ClockView }) {
  const t = useSay()
  const today = useToday()
  const why = [...clock.why, clock.citation, ...(clock.verified ? [] : [t(words.note.unverified)])]
  return (
    <div className="row spread">
      <span>{t(own.effect[clock.effect])}</span>
      <span className="row">
        <span className="muted small num">{clock.endedOn}</span>
        <DeadlineTag dueOn={clock.dueOn} today={today} done={clock.endedOn !== null && clock.endedOn <= clock.dueOn} why={why} />
      </span>
    </div>
  )
}

/** The four effects of this lead, each with its clock and how that was counted. */
function Clocks({ clocks }: { clocks: readonly ClockView[] }) {
  const t = useSay()
  if (clocks.length === 0) return null
  const inOrder = Effect.options.flatMap((effect) => clocks.filter((clock) => clock.effect === effect))
  return (
    <Card title={t(words.title.effects)} aside={<Go to="/clocks">{t(regulationWords.title.clocks)}</Go>}>
      <div className="stack stack-tight">
        {inOrder.map((clock) => (
          <Clock key={clock.effect} clock={clock} />
        ))}
      </div>
    </Card>
  )
}

const stanceTag = { agree: 'done', amend: 'soon', oppose: 'overdue' } as const
function Opinions({ view }: { view: LeadView }) {
  const t = useSay()
  if (view.opinions.length === 0) return null
  return (
    <Card title={t(words.title.opinions)}>
      <ul className="stack stack-tight">
        {view.opinions.map((each) => (
          <li key={each.id}>
            <div className="row">
              <b>{t(own.organ[each.organ])}</b>
              <StatusTag state={each.stance ? stanceTag[each.stance] : 'running'}>
                {each.stance ? t(own.stance[each.stance]) : t(words.note.waiting)}
              </StatusTag>
              <span className="muted small num">{each.givenOn}</span>
            </div>
            {each.text && <p className="reading">{each.text}</p>}
          </li>
        ))}
      </ul>
      {view.lead.conclusion && <Fields rows={[{ label: t(words.field.conclusion), value: view.lead.conclusion }]} />}
    </Card>
  )
}

function Outcome({ outcome }: { outcome: OutcomeView }) {
  const t = useSay()
  const { effectUntil: until, ended, sanctionName, amount, person } = outcome
  const weighs = until ? t(ended ? words.note.ended : words.note.weighs, { until }) : t(words.note.noPeriod)
  return (
    <li>
      <div className="row">
        <b>{[person, t(own.outcome[outcome.kind]), sanctionName && t(sanctionName)].filter(Boolean).join(' · ')}</b>
        <StatusTag state={outcome.proven ? 'done' : 'planned'}>{t(outcome.proven ? words.note.proven : words.note.unproven)}</StatusTag>
        {sanctionName && <StatusTag state={ended ? 'planned' : 'soon'}>{weighs}</StatusTag>}
      </div>
      <p className="muted small num">{`${outcome.decidedOn} ${outcome.organName} ${outcome.reference}`}</p>
      {amount !== null && <p className="muted small num">{`${t(words.field.recovered)} ${wanYuan(amount)}`}</p>}
      <p className="reading">{outcome.text}</p>
    </li>
  )
}

function Timeline({ view }: { view: LeadView }) {
  const t = useSay()
  return (
    <Card title={t(words.title.timeline)}>
      <ol className="stack stack-tight lead-steps">
        {view.steps.length === 0 && <li className="muted">{t(words.note.nothing)}</li>}
        {view.steps.map((step) => (
          <li key={step.id}>
            <p>
              <span className="num muted">{step.takenOn}</span> <b>{t(own.step[step.step])}</b> {step.name}{' '}
              <span className="muted small">
                {[step.via === 'house' ? null : t(own.via[step.via]), step.reference].filter(Boolean).join(' · ')}
              </span>
            </p>
            {step.text && <p className="reading">{step.text}</p>}
          </li>
        ))}
      </ol>
    </Card>
  )
}

function Parts({ view }: { view: LeadView }) {
  const t = useSay()
  const { lead, outcomes } = view
  const marking = view.lead.letterNumber
  return (
    <PrintSheet title={lead.title} number={marking ?? undefined}>
      <div className="stack">
        <LeadActs view={view} />
        <Matter view={view} />
        <PapersCard view={view} />
        <RouteCard view={view} />
        <Clocks clocks={view.clocks} />
        <Opinions view={view} />
        {outcomes.length > 0 && (
          <Card title={t(words.title.outcomes)}>
            <ul className="stack">
              {outcomes.map((outcome) => (
                <Outcome key={outcome.id} outcome={outcome} />
              ))}
            </ul>
          </Card>
        )}
        <SealedCard view={view} />
        <Timeline view={view} />
        <Card title={t(words.title.map)} className="no-print">
          <ProcedureMap at={lead.state} />
        </Card>
      </div>
    </PrintSheet>
  )
}

function Actions({ view, edit }: { view: LeadView; edit(): void }) {
  const t = useSay()
  return (
    <>
      {view.may.revise === true && <Button onClick={edit}>{t(words.action.edit)}</Button>}
      <Button onClick={printNow}>{t(words.action.print)}</Button>
    </>
  )
}

/** One lead: what may be done, the matter, where it goes and why, its clocks, opinions, outcomes and its course. */
export function LeadDrawer({ id }: { id: string }) {
  const t = useSay()
  const asked = useAsk(getLead, { id })
  const [editing, setEditing] = useState(false)
  const view = asked.data
  return (
    <RecordDrawer
      title={view?.lead.title ?? t(own.title.lead)}
      lead={
        view && (
          <span className="row">
            <span className="num">{view.lead.number}</span>
            <StatusTag state={stateTag[view.lead.state]}>{t(own.state[view.lead.state])}</StatusTag>
            {view.lead.major && <StatusTag state="overdue">{t(words.field.major)}</StatusTag>}
            {view.lead.round > 1 && <span>{t(words.note.round, { round: view.lead.round })}</span>}
          </span>
        )
      }
      actions={view && <Actions view={view} edit={() => setEditing(true)} />}
    >
      <Shown ask={asked}>{(shown) => <Parts view={shown} />}</Shown>
      {editing && view && <DraftDialog lead={view.lead} onClose={() => setEditing(false)} />}
    </RecordDrawer>
  )
}
