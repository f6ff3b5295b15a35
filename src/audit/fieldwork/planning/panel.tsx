import { Button } from 'antd'
import { useState } from 'react'
import { MakePaper } from '../../../office/documents/make-paper.tsx'
import { useAct, useAsk } from '../../../web/ask.ts'
import { ErrorNote, Shown } from '../../../web/notes.tsx'
import { Card, Fields } from '../../../web/page-frame.tsx'
import { useMay, useMe } from '../../../web/session.tsx'
import { StatusTag } from '../../../web/status-tag.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { type FormField, RecordForm } from '../parts/form.tsx'
import { decidePlan, type PlanningView, savePlan, saveSurvey, showPlanning, submitPlan } from './contract.ts'
import type { FieldPlan, PreSurvey } from './model.ts'
import { changedSince, whyNotPlan } from './rules.ts'
import { SiteCard } from './site.tsx'
import { words } from './words.ts'

const surveyTexts = ['unitNature', 'staffing', 'structure', 'financeSystem', 'controls', 'systems', 'pastAudits', 'focus'] as const
const planTexts = ['aim', 'scope', 'matters', 'steps', 'division', 'schedule'] as const
const planTag = { draft: 'planned', submitted: 'soon', approved: 'done', returned: 'overdue' } as const

function SurveyCard({ project, survey }: { project: string; survey: PreSurvey | null }) {
  const t = useSay()
  const may = useMay(saveSurvey)
  const [open, setOpen] = useState(false)
  const fields: FormField[] = [
    { name: 'surveyedOn', label: t(words.field.surveyedOn), kind: 'date', required: true, value: survey?.surveyedOn ?? null },
    ...surveyTexts.map((name) => ({
      ...{ name, label: t(words.field[name]), kind: 'area' as const },
      required: name === 'unitNature',
      value: survey?.[name] ?? null,
    })),
  ]
  return (
    <Card
      title={t(words.title.survey)}
      aside={
        <span className="row">
          {survey && <MakePaper kind="survey" subject={`project:${project}`} of={t(words.title.survey)} />}
          {may && <Button onClick={() => setOpen(true)}>{t(survey ? words.action.edit : words.action.writeSurvey)}</Button>}
        </span>
      }
    >
      {!survey && <p className="muted">{t(words.note.noSurvey)}</p>}
      {survey && (
        <Fields
          rows={[
            { label: t(words.field.surveyedOn), value: <span className="num">{survey.surveyedOn}</span> },
            { label: t(words.field.preparedBy), value: survey.preparedName },
            ...surveyTexts.map((name) => ({ label: t(words.field[name]), value: survey[name] })),
          ]}
        />
      )}
      {open && (
        <RecordForm
          title={t(words.title.survey)}
          contract={saveSurvey}
          fixed={{ project, version: survey?.version ?? 0 }}
          fields={fields}
          submit={t(words.action.saveSurvey)}
          onClose={() => setOpen(false)}
        />
      )}
    </Card>
  )
}

function PlanDeeds({ plan, decide }: { plan: FieldPlan; decide(outcome: 'approved' | 'returned'): void }) {
  const t = useSay()
  const me = useMe()
  const submit = useAct(submitPlan)
  const maySubmit = useMay(submitPlan)
  const mayDecide = useMay(decidePlan)
  const shut = whyNotPlan('approve', plan, { account: me.account, role: me.role })
  const why = shut && shut.code in words.refusal ? t(words.refusal.planPreparerDecides) : undefined
  return (
    <div className="row">
      {maySubmit && ['draft', 'returned'].includes(plan.state) && (
        <Button type="primary" loading={submit.pending} onClick={() => void submit.run({ id: plan.id, version: plan.version })}>
          {t(words.action.submitPlan)}
        </Button>
      )}
      {mayDecide && plan.state === 'submitted' && (
        <>
          <Button type="primary" disabled={shut !== null} title={why} onClick={() => decide('approved')}>
            {t(words.action.approve)}
          </Button>
          <Button disabled={shut !== null} title={why} onClick={() => decide('returned')}>
            {t(words.action.return)}
          </Button>
          {why && <span className="muted small">{why}</span>}
        </>
      )}
      <ErrorNote trouble={submit.trouble} />
    </div>
  )
}

function PlanText({ plan, view }: { plan: FieldPlan; view: PlanningView }) {
  const t = useSay()
  const since = plan.state === 'approved' ? changedSince(plan.lists, view.lists) : null
  const signed = (by: number) => (by > 0 ? `+${by}` : String(by))
  return (
    <>
      <Fields
        rows={[
          ...planTexts.map((name) => ({ label: t(words.field[name]), value: plan[name] })),
          ...(plan.reason ? [{ label: t(words.field.reason), value: plan.reason }] : []),
          ...(plan.meeting ? [{ label: t(words.field.meeting), value: `${plan.meeting} ${plan.meetingOn ?? ''}` }] : []),
          ...(plan.opinion ? [{ label: t(words.field.opinion), value: plan.opinion }] : []),
          ...(plan.lists ? [{ label: t(words.field.lists), value: t(words.note.counts, plan.lists) }] : []),
          ...(plan.digest ? [{ label: t(words.field.digest), value: <span className="hash">{plan.digest}</span> }] : []),
        ]}
      />
      {since && (
        <p>
          <StatusTag state="soon">
            {t(words.note.since, {
              duties: signed(since.duties),
              decisions: signed(since.decisions),
              checks: signed(since.checks),
              needs: signed(since.needs),
            })}
          </StatusTag>
        </p>
      )}
    </>
  )
}

function DecisionForm({ plan, outcome, onClose }: { plan: FieldPlan; outcome: 'approved' | 'returned'; onClose(): void }) {
  const t = useSay()
  const must = outcome === 'approved'
  return (
    <RecordForm
      title={t(words.action.decidePlan)}
      contract={decidePlan}
      fixed={{ id: plan.id, version: plan.version, outcome }}
      fields={[
        { name: 'meetingOn', label: t(words.field.meetingOn), kind: 'date', required: must },
        { name: 'meeting', label: t(words.field.meeting), required: must },
        { name: 'opinion', label: t(words.field.opinion), kind: 'area', required: !must },
      ]}
      submit={t(must ? words.action.approve : words.action.return)}
      onClose={onClose}
    />
  )
}

type Open = { edit: FieldPlan | null } | { decide: FieldPlan; outcome: 'approved' | 'returned' } | null

function PlanForm({
  project,
  plan,
  again,
  onClose,
}: {
  project: string
  plan: FieldPlan | null
  again: FieldPlan | null
  onClose(): void
}) {
  const t = useSay()
  const held = plan ?? again
  const fields: FormField[] = [
    ...planTexts.map((name) => ({ name, label: t(words.field[name]), kind: 'area' as const, required: true, value: held?.[name] ?? null })),
    ...(again || (plan?.edition ?? 1) > 1
      ? [{ name: 'reason', label: t(words.field.reason), kind: 'area' as const, required: true, value: plan?.reason ?? null }]
      : []),
  ]
  return (
    <RecordForm
      title={t(words.title.plan)}
      contract={savePlan}
      fixed={{ project, ...(plan ? { id: plan.id, version: plan.version } : {}) }}
      fields={fields}
      submit={t(words.action.savePlan)}
      onClose={onClose}
    />
  )
}

function PlanCard({ project, view }: { project: string; view: PlanningView }) {
  const t = useSay()
  const may = useMay(savePlan)
  const [open, setOpen] = useState<Open>(null)
  const [last, ...older] = view.plans
  const editable = last && ['draft', 'returned'].includes(last.state)
  const label = !last ? words.action.writePlan : editable ? words.action.edit : words.action.changePlan
  return (
    <Card
      title={t(words.title.plan)}
      aside={
        <span className="row">
          {last && (
            <StatusTag
              state={planTag[last.state]}
            >{`${t(words.note.edition, { edition: last.edition })} · ${t(words.state[last.state])}`}</StatusTag>
          )}
          {last && <MakePaper kind="implementationPlan" subject={`project:${project}`} of={t(words.title.plan)} />}
          {may && last?.state !== 'submitted' && <Button onClick={() => setOpen({ edit: editable ? last : null })}>{t(label)}</Button>}
        </span>
      }
    >
      {!last && <p className="muted">{t(words.note.noPlan)}</p>}
      {last && <PlanDeeds plan={last} decide={(outcome) => setOpen({ decide: last, outcome })} />}
      {last && <PlanText plan={last} view={view} />}
      {older.map((plan) => (
        <details key={plan.id}>
          <summary>{`${t(words.note.edition, { edition: plan.edition })} · ${t(words.state[plan.state])} · ${plan.decidedOn ?? plan.preparedOn}`}</summary>
          <PlanText plan={{ ...plan, lists: plan.lists }} view={{ ...view, lists: plan.lists ?? view.lists }} />
        </details>
      ))}
      {open && 'decide' in open && <DecisionForm plan={open.decide} outcome={open.outcome} onClose={() => setOpen(null)} />}
      {open && 'edit' in open && (
        <PlanForm project={project} plan={open.edit} again={open.edit ? null : (last ?? null)} onClose={() => setOpen(null)} />
      )}
    </Card>
  )
}

/** Pre-audit survey, implementation plan with its editions, and the on-site ten. */
export function PlanningPanel({ project }: { project: string; unit: string }) {
  const asked = useAsk(showPlanning, { project })
  return (
    <Shown ask={asked}>
      {(view) => (
        <div className="grid-2">
          <div className="stack">
            <PlanCard project={project} view={view} />
            <SurveyCard project={project} survey={view.survey} />
          </div>
          <SiteCard project={project} site={view.site} />
        </div>
      )}
    </Shown>
  )
}
