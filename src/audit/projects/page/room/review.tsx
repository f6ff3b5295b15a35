import { useAsk } from '../../../../web/ask.ts'
import { Deed } from '../../../../web/deed.tsx'
import type { Given } from '../../../../web/deed-form.tsx'
import { useMe } from '../../../../web/session.tsx'
import { StatusTag } from '../../../../web/status-tag.tsx'
import { useChoices, useSay } from '../../../../web/tongue.tsx'
import { Answering, answersIn } from '../../answering.tsx'
import { auditorList, type SidesView } from '../../room.contract.ts'
import { words as caseWords } from '../../rules/case.words.ts'
import { words } from '../../rules/room.words.ts'
import { words as side } from '../../rules/side.words.ts'
import { whyNotReview } from '../../rules/side-procedures.ts'
import { ReviewOutcome } from '../../rules/side-records.ts'
import * as contract from '../../side.contract.ts'
import { useSaidNo } from './next.tsx'

type Reviews = SidesView['reviews'][number]
function Deciding({ review, why }: { review: Reviews; why: string | null }) {
  const t = useSay()
  const choices = useChoices()
  const { step } = caseWords
  const { field } = words
  return (
    <Deed
      title={t(step.decide)}
      contract={contract.decideReview}
      why={why}
      input={(given) => ({
        id: review.id,
        version: review.version,
        outcome: given.outcome,
        reason: given.reason,
        answers: answersIn(given, review.about),
      })}
      fields={[
        { name: 'outcome', label: t(field.outcome), options: choices(ReviewOutcome.options, side.outcome) },
        { name: 'reason', label: t(field.reason), kind: 'area' },
      ]}
    >
      {review.about.map((finding) => (
        <Answering key={finding.id} finding={finding} />
      ))}
    </Deed>
  )
}

function ReviewDeeds({ review }: { review: Reviews }) {
  const t = useSay()
  const said = useSaidNo()
  const me = useMe()
  const auditors = useAsk(auditorList, {}, { when: review.state === 'raised' })
  const no = (step: Parameters<typeof whyNotReview>[0]) => {
    const refusal = whyNotReview(step, { review, hand: me })
    return refusal ? said(refusal) : null
  }
  const target = { id: review.id, version: review.version }
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
      {review.state === 'concluded' && <Deciding review={review} why={no('decide')} />}
    </div>
  )
}

/** An objection to the report, how it is looked at again, and its answer. */
export function Review({ review }: { review: Reviews }) {
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
