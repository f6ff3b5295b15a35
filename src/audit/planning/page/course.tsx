import { Button } from 'antd'
import { useState } from 'react'
import { words as identity } from '../../../office/identity/words.ts'
import { DayField } from '../../../registers/places/form-parts.tsx'
import { ActDialog } from '../../../web/act-dialog.tsx'
import { fileUrl, useAct, useAsk } from '../../../web/ask.ts'
import { DeadlineTag } from '../../../web/deadline-tag.tsx'
import { useParam } from '../../../web/go.tsx'
import { EmptyNote, ErrorNote, Shown } from '../../../web/notes.tsx'
import { Card, Page } from '../../../web/page-frame.tsx'
import { useMay, useToday } from '../../../web/session.tsx'
import { StatusTag } from '../../../web/status-tag.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { exportCalendar, getCourse, makeNotices, makePaper, serveNotice, setDays } from '../contract.ts'
import { Stage } from '../model.ts'
import { planProcedure } from '../procedure.ts'
import type { CourseView } from '../rules/shapes.ts'
import { stepsFrom } from '../rules/steps.ts'
import { words } from '../words.ts'
import { Letters, Opinions } from './course-letters.tsx'
import './plan.css'

type Part = { course: CourseView }

function Resolutions({ course }: Part) {
  const t = useSay()
  if (course.resolutions.length === 0) return <EmptyNote says={t(words.empty.resolutions)} />
  return (
    <ul className="stack">
      {course.resolutions.map((resolution) => (
        <li key={resolution.id}>
          <p>
            <b className="num">{resolution.number}</b> <span className="num muted">{resolution.decidedOn}</span> {resolution.recordedName}
          </p>
          <p className="reading">{resolution.text}</p>
          <details>
            <summary className="num">{`${t(words.title.difference)} ${resolution.changes.length}`}</summary>
            <ul className="stack stack-tight small">
              {resolution.changes.map((change) => (
                <li key={change.item}>{`${change.says} ${course.steps.find(({ item }) => item === change.item)?.says ?? ''}`}</li>
              ))}
            </ul>
          </details>
        </li>
      ))}
    </ul>
  )
}

function Notices({ course }: Part) {
  const t = useSay()
  const today = useToday()
  const make = useAct(makeNotices)
  const serve = useAct(serveNotice)
  const may = useMay(serveNotice)
  return (
    <div className="stack">
      {course.notices.length === 0 && <EmptyNote says={t(words.empty.notices)} />}
      <ul className="stack stack-tight">
        {course.notices.map((notice) => (
          <li key={notice.id} className="row">
            <b>{t(words.noticeKind[notice.kind])}</b> <span className="serif">{notice.officialName}</span>{' '}
            <span className="muted">{notice.unitName}</span>
            <DeadlineTag dueOn={notice.dueOn} today={today} done={notice.servedOn !== null} />
            <a href={fileUrl(makePaper, { plan: course.plan.id, paper: notice.kind, of: notice.id })} download>
              {t(words.paper[notice.kind])}
            </a>
            {notice.servedOn && <StatusTag state="done">{`${t(words.field.servedOn)} ${notice.servedOn}`}</StatusTag>}
            {!notice.servedOn && may && (
              <Button onClick={() => void serve.run({ id: notice.id, version: notice.version, servedOn: today })}>
                {t(words.action.served)}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <ErrorNote trouble={make.trouble ?? serve.trouble} />
      {may && (
        <Button loading={make.pending} onClick={() => void make.run({ plan: course.plan.id })}>
          {t(words.action.makeNotices)}
        </Button>
      )}
    </div>
  )
}

/** The procedure drawn from its own table. */
function ProcedureMap() {
  const t = useSay()
  return (
    <ol className="stack" aria-label={t(words.title.map)}>
      {Stage.options.map((stage) => (
        <li key={stage}>
          <StatusTag state="planned">{t(planProcedure.states[stage])}</StatusTag>
          <ul className="stack stack-tight" style={{ paddingInlineStart: 18, marginTop: 4 }}>
            {stepsFrom(stage).map((name) => {
              const step = planProcedure.steps[name]
              const document = step.document ? ` · ${t(step.document)}` : ''
              return (
                <li key={name}>
                  <b>{t(step.title)}</b> <span className="muted">{`→ ${t(planProcedure.states[step.to])}`}</span>
                  <div className="muted small">{`${step.acts.map((role) => t(identity.role[role])).join('、')}${document}`}</div>
                </li>
              )
            })}
          </ul>
        </li>
      ))}
    </ol>
  )
}

function Days({ course, onClose }: Part & { onClose(): void }) {
  const t = useSay()
  const { plan } = course
  const [meetingOn, setMeetingOn] = useState(plan.meetingOn)
  const [submitBy, setSubmitBy] = useState(plan.submitBy)
  return (
    <ActDialog
      title={t(words.action.setDays)}
      contract={setDays}
      input={() => ({ id: plan.id, version: plan.version, meetingOn, submitBy })}
      onClose={onClose}
    >
      <DayField label={t(words.field.meetingOn)} value={meetingOn} onChange={setMeetingOn} />
      <DayField label={t(words.field.submitBy)} value={submitBy} onChange={setSubmitBy} />
    </ActDialog>
  )
}

function History({ course }: Part) {
  const t = useSay()
  return (
    <ul className="stack stack-tight">
      {course.steps.slice(0, 40).map((step) => (
        <li key={step.id}>
          <span className="num muted">{step.takenOn}</span> <b>{t(words.step[step.step])}</b> <span className="serif">{step.says}</span>{' '}
          {step.name} <span className="muted">{step.text}</span>
        </li>
      ))}
    </ul>
  )
}

function Papers({ course, onDays }: Part & { onDays(): void }) {
  const t = useSay()
  const plan = course.plan.id
  const may = useMay(setDays)
  return (
    <>
      <Button href={fileUrl(makePaper, { plan, paper: 'plan' })} download>
        {t(words.action.planPaper)}
      </Button>
      <Button href={fileUrl(makePaper, { plan, paper: 'change' })} download>
        {t(words.action.changePaper)}
      </Button>
      <Button href={fileUrl(exportCalendar, { plan })} download>
        {t(words.action.calendar)}
      </Button>
      {may && <Button onClick={onDays}>{t(words.action.setDays)}</Button>}
    </>
  )
}

/** From the letters to the resolution: who has answered, what was objected to and settled, what was resolved, who must be told. */
export function CoursePage() {
  const t = useSay()
  const id = useParam('id')
  const asked = useAsk(getCourse, { plan: id })
  const [days, setShown] = useState(false)
  const title = asked.data?.plan.title ?? ''
  return (
    <Page
      title={t(words.title.course)}
      lead={title}
      crumbs={[
        { says: t(words.title.plans), to: '/plans' },
        { says: title, to: `/plans/${id}` },
      ]}
      actions={asked.data && <Papers course={asked.data} onDays={() => setShown(true)} />}
    >
      <Shown ask={asked}>
        {(course) => (
          <div className="grid-2">
            <div className="stack">
              <Card title={t(words.title.letters)}>
                <Letters course={course} />
              </Card>
              <Card title={t(words.field.opinion)}>
                <Opinions course={course} />
              </Card>
              <Card title={t(words.title.resolutions)}>
                <Resolutions course={course} />
              </Card>
            </div>
            <div className="stack">
              <Card title={t(words.title.notices)}>
                <Notices course={course} />
              </Card>
              <Card title={t(words.title.history)}>
                <History course={course} />
              </Card>
              <Card title={t(words.title.map)}>
                <ProcedureMap />
              </Card>
            </div>
            {days && <Days course={course} onClose={() => setShown(false)} />}
          </div>
        )}
      </Shown>
    </Page>
  )
}
