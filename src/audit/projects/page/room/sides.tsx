import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import type { Contract } from '../../../../kernel/contract.ts'
import { useAsk } from '../../../../web/ask.ts'
import { Shown } from '../../../../web/notes.tsx'
import { Card } from '../../../../web/page-frame.tsx'
import { useMay, useMe } from '../../../../web/session.tsx'
import { StatusTag } from '../../../../web/status-tag.tsx'
import { useChoices, useSay } from '../../../../web/tongue.tsx'
import type { RoomView, SidesView } from '../../room.contract.ts'
import { auditorList, roomSides } from '../../room.contract.ts'
import { words as caseWords } from '../../rules/case.words.ts'
import { words } from '../../rules/room.words.ts'
import { words as side } from '../../rules/side.words.ts'
import { whyNotEnding, whyNotRemedy, whyNotReview } from '../../rules/side-procedures.ts'
import { RemedyRoute, ReviewOutcome, TerminationGround } from '../../rules/side-records.ts'
import * as contract from '../../side.contract.ts'
import { words as own } from '../../words.ts'
import { DeedForm, type FieldSpec, type Given } from '../form.tsx'
import { useSaidNo } from './next.tsx'

type DeedProps = {
  title: string
  contract: Contract
  fields: readonly FieldSpec[]
  input(given: Given, data: FormData): Record<string, unknown>
  why?: string | null
  children?: ReactNode
}
/** A button that opens its form; hidden from whoever may never take it, shut with its reason otherwise. */
function Deed({ why = null, ...form }: DeedProps) {
  const may = useMay(form.contract)
  const [open, setOpen] = useState(false)
  if (!may) return null
  if (open) return <DeedForm {...form} onDone={() => setOpen(false)} />
  return (
    <span className="stack stack-tight">
      <Button size="small" disabled={why !== null} title={why ?? undefined} onClick={() => setOpen(true)}>
        {form.title}
      </Button>
      {why && <span className="muted small">{why}</span>}
    </span>
  )
}

type Endings = SidesView['endings'][number]
function Ending({ ending }: { ending: Endings }) {
  const t = useSay()
  const said = useSaidNo()
  const me = useMe()
  const no = (step: Parameters<typeof whyNotEnding>[0]) => {
    const refusal = whyNotEnding(step, { ending, hand: me })
    return refusal ? said(refusal) : null
  }
  const target = { id: ending.id, version: ending.version }
  const ref = [{ name: 'decisionRef', label: t(words.field.decisionRef) }]
  const open = ending.state === 'proposed' || ending.state === 'consulted'
  return (
    <li className="stack stack-tight">
      <p className="row">
        <StatusTag state={ending.state === 'approved' ? 'overdue' : open ? 'running' : 'planned'}>{t(side.ending[ending.state])}</StatusTag>
        {t(side.ground[ending.ground])} <span className="muted small">{ending.proposedOn}</span>
      </p>
      <p className="reading">{ending.reason}</p>
      {ending.consulted.map((each) => (
        <p key={each.body} className="muted small">
          {each.on} {each.body}：{each.answer}
        </p>
      ))}
      {ending.decisionRef && <p className="muted small">{ending.decisionRef}</p>}
      {open && (
        <div className="row">
          <Deed
            title={t(caseWords.step.consultEnd)}
            contract={contract.consultEnd}
            why={no('consultEnd')}
            fields={[
              { name: 'body', label: t(words.field.body) },
              { name: 'answer', label: t(words.field.answer) },
              { name: 'on', label: t(words.field.on), kind: 'day' },
            ]}
            input={(given) => ({ ...target, consulted: [given] })}
          />
          <Deed
            title={t(caseWords.step.approveEnd)}
            contract={contract.approveEnd}
            why={no('approveEnd')}
            fields={ref}
            input={(given) => ({ ...target, ...given })}
          />
          <Deed
            title={t(caseWords.step.refuseEnd)}
            contract={contract.refuseEnd}
            why={no('refuseEnd')}
            fields={ref}
            input={(given) => ({ ...target, ...given })}
          />
        </div>
      )}
    </li>
  )
}

type Reviews = SidesView['reviews'][number]
function ReviewDeeds({ review }: { review: Reviews }) {
  const t = useSay()
  const choices = useChoices()
  const said = useSaidNo()
  const me = useMe()
  const auditors = useAsk(auditorList, {}, { when: review.state === 'raised' })
  const no = (step: Parameters<typeof whyNotReview>[0]) => {
    const refusal = whyNotReview(step, { review, hand: me })
    return refusal ? said(refusal) : null
  }
  const target = { id: review.id, version: review.version }
  const optional = { optional: true }
  const plain = (given: Given) => ({ ...target, ...given })
  const group = (given: Given) => ({
    ...target,
    reviewers: Object.keys(given)
      .filter((key) => key.startsWith('in.'))
      .map((key) => key.slice(3)),
  })
  const { step } = caseWords
  const { field } = words
  return (
    <div className="row">
      {review.state === 'raised' && (
        <Deed title={t(step.accept)} contract={contract.acceptReview} why={no('accept')} fields={[]} input={group}>
          <fieldset className="stack stack-tight">
            <legend className="muted">{t(field.reviewers)}</legend>
            {(auditors.data ?? []).map(({ account, name }) => (
              <label key={account}>
                <input type="checkbox" name={`in.${account}`} /> {name}
              </label>
            ))}
          </fieldset>
        </Deed>
      )}
      {review.state === 'raised' && (
        <Deed
          title={t(step.reject)}
          contract={contract.rejectReview}
          why={no('reject')}
          fields={[{ name: 'reason', label: t(field.reason) }]}
          input={plain}
        />
      )}
      {review.state === 'accepted' && (
        <Deed
          title={t(step.conclude)}
          contract={contract.concludeReview}
          why={no('conclude')}
          fields={[{ name: 'conclusion', label: t(field.conclusion), kind: 'area' }]}
          input={plain}
        />
      )}
      {review.state === 'concluded' && (
        <Deed
          title={t(step.decide)}
          contract={contract.decideReview}
          why={no('decide')}
          input={plain}
          fields={[
            { name: 'outcome', label: t(field.outcome), options: choices(ReviewOutcome.options, side.outcome) },
            { name: 'reason', label: t(field.reason), kind: 'area' },
            {
              name: 'effect',
              label: t(field.effect),
              options: [{ value: '', label: '–' }, ...choices(['withdrawn', 'reworded', 'regraded'], side.effect)],
              ...optional,
            },
            { name: 'correctedText', label: t(field.correctedText), ...optional },
            {
              name: 'correctedGrade',
              label: t(field.correctedGrade),
              options: [{ value: '', label: '–' }, ...choices(['direct', 'leading'], side.grade)],
              ...optional,
            },
          ]}
        />
      )}
    </div>
  )
}

function Review({ review }: { review: Reviews }) {
  const t = useSay()
  return (
    <li className="stack stack-tight">
      <p className="row">
        <StatusTag state={review.decidedOn ? 'done' : 'running'}>{t(side.review[review.state])}</StatusTag>
        <span className="serif">{review.officialName}</span>
        <span className="muted small">
          {review.receivedOn} {review.outcome && t(side.outcome[review.outcome])} {review.decidedOn}
        </span>
      </p>
      <p className="reading">{review.text}</p>
      {review.reviewerNames.length > 0 && (
        <p className="muted small">{`${t(words.field.reviewers)}：${review.reviewerNames.join('、')}`}</p>
      )}
      {review.conclusion && <p className="muted">{review.conclusion}</p>}
      {review.reason && <p className="muted">{review.reason}</p>}
      <ReviewDeeds review={review} />
    </li>
  )
}

type Remedies = SidesView['remedies'][number]
function Remedy({ remedy }: { remedy: Remedies }) {
  const t = useSay()
  const choices = useChoices()
  const said = useSaidNo()
  const me = useMe()
  const no = (step: Parameters<typeof whyNotRemedy>[0]) => {
    const refusal = whyNotRemedy(step, { remedy, hand: me })
    return refusal ? said(refusal) : null
  }
  const plain = (given: Given) => ({ id: remedy.id, version: remedy.version, ...given })
  const result = { name: 'result', label: t(words.field.result), kind: 'area' as const }
  const { step } = caseWords
  return (
    <li className="stack stack-tight">
      <p className="row">
        <StatusTag state={remedy.decidedOn ? 'done' : 'running'}>{t(side.remedy[remedy.state])}</StatusTag>
        {t(side.route[remedy.route])} <span className="muted small">{`${remedy.requestedOn} ${remedy.body}`}</span>
        {remedy.outcome && <span>{t(side.result[remedy.outcome])}</span>}
      </p>
      <p className="reading">{remedy.reason}</p>
      {remedy.result && <p className="muted">{remedy.result}</p>}
      {!remedy.decidedOn && (
        <div className="row">
          <Deed title={t(step.acceptRemedy)} contract={contract.acceptRemedy} why={no('acceptRemedy')} fields={[]} input={plain} />
          <Deed
            title={t(step.decideRemedy)}
            contract={contract.decideRemedy}
            why={no('decideRemedy')}
            fields={[
              { name: 'outcome', label: t(words.field.outcome), options: choices(['upheld', 'changed', 'revoked'], side.result) },
              result,
            ]}
            input={plain}
          />
          <Deed
            title={t(step.withdrawRemedy)}
            contract={contract.withdrawRemedy}
            why={no('withdrawRemedy')}
            fields={[result]}
            input={plain}
          />
        </div>
      )}
    </li>
  )
}

function NewSides({ room }: { room: RoomView }) {
  const t = useSay()
  const choices = useChoices()
  const { id, version } = room.project
  const { field } = words
  const served = room.services.some(({ kind }) => kind === 'decision')
  return (
    <div className="row">
      <Deed
        title={t(caseWords.step.proposeEnd)}
        contract={contract.proposeEnd}
        fields={[
          { name: 'ground', label: t(field.ground), options: choices(TerminationGround.options, side.ground) },
          { name: 'reason', label: t(field.reason), kind: 'area' },
        ]}
        input={(given) => ({ id, version, ...given })}
      />
      {served && (
        <Deed
          title={t(caseWords.step.request)}
          contract={contract.requestRemedy}
          fields={[
            { name: 'route', label: t(field.route), options: choices(RemedyRoute.options, side.route) },
            { name: 'requestedOn', label: t(field.requestedOn), kind: 'day' },
            { name: 'body', label: t(field.organ) },
            { name: 'reason', label: t(field.reason), kind: 'area' },
          ]}
          input={(given) => ({ id, ...given })}
        />
      )}
    </div>
  )
}

function Meeting({ meeting }: { meeting: SidesView['meetings'][number] }) {
  const t = useSay()
  return (
    <li className="stack stack-tight">
      <p className="row">
        <StatusTag state="done">{t(words.title.meeting)}</StatusTag>{' '}
        <span className="muted small">{`${meeting.heldOn} ${meeting.chair}`}</span>
      </p>
      <p className="reading">{meeting.minutes}</p>
      {meeting.votes.map((vote) => (
        <p key={vote.name} className="small">
          {vote.name} {t(words.vote[vote.vote])} {vote.dissent && <span className="muted">“{vote.dissent}”</span>}
        </p>
      ))}
    </li>
  )
}

/** What runs beside the main way: meetings with their votes, termination, objections, remedies; and how each goes on. */
export function SidesPanel({ room }: { room: RoomView }) {
  const t = useSay()
  const asked = useAsk(roomSides, { id: room.project.id })
  return (
    <Card title={t(words.title.sides)}>
      <Shown ask={asked}>
        {({ endings, reviews, remedies, meetings }) => (
          <ul className="stack">
            {endings.length + reviews.length + remedies.length + meetings.length === 0 && <li className="muted">{t(own.note.nothing)}</li>}
            {meetings.map((meeting) => (
              <Meeting key={meeting.id} meeting={meeting} />
            ))}
            {endings.map((ending) => (
              <Ending key={ending.id} ending={ending} />
            ))}
            {reviews.map((review) => (
              <Review key={review.id} review={review} />
            ))}
            {remedies.map((remedy) => (
              <Remedy key={remedy.id} remedy={remedy} />
            ))}
          </ul>
        )}
      </Shown>
      <NewSides room={room} />
    </Card>
  )
}
