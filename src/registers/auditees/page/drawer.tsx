import { useState } from 'react'
import { IdentityNumberLine } from '../../../office/custody/identity-number.tsx'
import { CopyTrace } from '../../../office/custody/reading.tsx'
import { useAsk } from '../../../web/ask.ts'
import { DeadlineTag } from '../../../web/deadline-tag.tsx'
import { Go } from '../../../web/go.tsx'
import { MayButton } from '../../../web/may-button.tsx'
import { Shown } from '../../../web/notes.tsx'
import { Pop } from '../../../web/pop.tsx'
import { RecordDrawer } from '../../../web/record-drawer.tsx'
import { StatusTag } from '../../../web/status-tag.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { type One, one } from '../contract.ts'
import type { SubjectStatus } from '../model.ts'
import { words } from '../words.ts'
import { Lines } from './lines.tsx'
import { type OfficialDraft, OfficialForm } from './official-form.tsx'
import { Posts } from './posts.tsx'
import { Rule, stateOf, useBecause, useSteps } from './reasons.tsx'
import { newTenure, type TenureDraft, TenureForm } from './tenure-form.tsx'
import { Timeline } from './timeline.tsx'

type Key = keyof SubjectStatus

/** One derived value with its sentence; the rule behind it is one press away. */
function Derived({ status, name, shown }: { status: SubjectStatus; name: Key; shown: React.ReactNode }) {
  const t = useSay()
  const say = useBecause()
  const { because } = status[name]
  return (
    <div className="derived-row">
      <dt>{t(words.field[name])}</dt>
      <dd>
        {shown}
        <p>
          {say(because)}{' '}
          {because.rule && (
            <Pop className="cite" shown={t(words.page.ruleOf)} panelClass="why">
              <Rule rule={because.rule} />
            </Pop>
          )}
        </p>
      </dd>
    </div>
  )
}

function Status({ status, today }: { status: SubjectStatus; today: One['today'] }) {
  const t = useSay()
  const steps = useSteps()
  const { subject, standing, state, due, lastAudit, yearsSince } = status
  const years = yearsSince.value
  return (
    <dl>
      <Derived
        status={status}
        name="state"
        shown={
          <span className="row">
            <StatusTag state={stateOf[state.value]}>{t(words.state[state.value])}</StatusTag>
            {due.value && (
              <DeadlineTag dueOn={due.value} today={today} done={state.value === 'settled'} soonWithin={365} why={steps(due.because)} />
            )}
          </span>
        }
      />
      <Derived status={status} name="subject" shown={t(subject.value ? words.page.yes : words.page.no)} />
      <Derived status={status} name="class" shown={status.class.value ? t(words.class[status.class.value]) : t(words.page.none)} />
      <Derived status={status} name="standing" shown={t(words.standing[standing.value])} />
      <Derived
        status={status}
        name="lastAudit"
        shown={lastAudit.value ? `${lastAudit.value} · ${years === null ? '' : t(words.page.years, { years })}` : t(words.page.never)}
      />
    </dl>
  )
}

function Audits({ audits }: Pick<One, 'audits'>) {
  const t = useSay()
  if (audits.length === 0) return <p className="muted">{t(words.page.never)}</p>
  return (
    <ul>
      {audits.toReversed().map((audit) => (
        <li key={audit.id} className="post-row">
          <span className="num">{audit.on}</span>
          <span>{audit.unitName}</span>
          <StatusTag state="done">{t(words.auditKind[audit.kind])}</StatusTag>
        </li>
      ))}
    </ul>
  )
}

type Forms = { official: OfficialDraft | null; tenure: TenureDraft | null }

function Record({ record }: { record: One }) {
  const t = useSay()
  const [forms, setForms] = useState<Forms>({ official: null, tenure: null })
  const close = () => setForms({ official: null, tenure: null })
  const { official, tenures, audits, lines, main, today } = record
  const now = tenures.find(({ tenure }) => tenure.id === main)
  const edit = (tenure: TenureDraft) => setForms({ official: null, tenure })
  const actions = (
    <>
      <Go to={`/portrait/${official.id}`}>{t(words.page.portrait)}</Go>
      <MayButton may={record.may.saveOfficial} says={t(words.page.edit)} onClick={() => setForms({ official, tenure: null })} />
      <MayButton may={record.may.saveTenure} says={t(words.page.addTenure)} onClick={() => edit(newTenure(official.id))} />
    </>
  )
  const lead = [official.number, official.sex && t(words.sex[official.sex]), official.bornIn, now && `${now.unitName}${now.tenure.post}`]
  const tabs = [
    {
      key: 'posts',
      label: `${t(words.page.tenures)} ${tenures.length}`,
      children: <Posts record={record} onEdit={edit} />,
    },
    { key: 'audits', label: `${t(words.page.audits)} ${audits.length}`, children: <Audits audits={audits} /> },
    ...(lines.length > 0
      ? [
          {
            key: 'lines',
            label: `${t(words.page.review)} ${lines.length}`,
            children: <Lines record={record} onEnter={edit} />,
          },
        ]
      : []),
  ]
  return (
    <RecordDrawer title={official.name} lead={lead.filter(Boolean).join(' · ')} actions={actions} tabs={tabs}>
      <CopyTrace subject={`official:${official.id}`} />
      <IdentityNumberLine subject={`official:${official.id}`} />
      <Timeline tenures={tenures} audits={audits} main={main} today={today} />
      {now && (
        <section aria-label={t(words.page.derived)}>
          <h3>{t(words.page.derived)}</h3>
          <Status status={now.status} today={today} />
        </section>
      )}
      {forms.official && <OfficialForm start={forms.official} onClose={close} onSaved={close} />}
      {forms.tenure && (
        <TenureForm
          start={forms.tenure}
          others={tenures.map(({ tenure }) => tenure)}
          bornIn={official.bornIn}
          onClose={close}
          onSaved={close}
        />
      )}
    </RecordDrawer>
  )
}

/** One official: posts over time, what is due and why, past audits, and resume lines that wait for a person. */
export function OfficialDrawer({ id }: { id: string }) {
  const t = useSay()
  const asked = useAsk(one, { id }, { keep: true })
  if (asked.data) return <Record key={asked.data.official.id} record={asked.data} />
  return (
    <RecordDrawer title={t(words.room)}>
      <Shown ask={asked}>{() => null}</Shown>
    </RecordDrawer>
  )
}
