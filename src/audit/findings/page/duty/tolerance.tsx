import { Deed } from '../../../../web/deed.tsx'
import { Card } from '../../../../web/page-frame.tsx'
import { StatusTag } from '../../../../web/status-tag.tsx'
import { useChoices, useSay, useTongue } from '../../../../web/tongue.tsx'
import type { DutyView, ToleranceView } from '../../duty/contract.ts'
import { ToleranceOutcome } from '../../model.ts'
import * as contract from '../../tolerance/contract.ts'
import { Answered, type ToleranceQuestion } from '../../tolerance/model.ts'
import { words } from '../../tolerance/words.ts'
import { words as findingWords } from '../../words.ts'
import { Grounds, groundsIn } from './own-finding.tsx'
import { isEver, useWhy } from './why.tsx'

const stateTag = { raised: 'running', examined: 'running', decided: 'done', withdrawn: 'planned' } as const

function Test({ of, questions }: { of: ToleranceView; questions: readonly ToleranceQuestion[] }) {
  const t = useSay()
  const tongue = useTongue()
  return (
    <ol className="stack stack-tight small">
      {of.answers.map((each) => (
        <li key={each.question}>
          {questions.find(({ code }) => code === each.question)?.[tongue]} <b>{t(words.answer[each.answer])}</b> {each.reason}
          <span className="muted">{` （${each.evidence}）`}</span>
        </li>
      ))}
    </ol>
  )
}

/** The fields of the test: for each question its answer, the reason, and the evidence. */
function Questions({ questions }: { questions: readonly ToleranceQuestion[] }) {
  const t = useSay()
  const tongue = useTongue()
  return (
    <>
      {questions.map((each) => (
        <fieldset key={each.code} className="stack stack-tight">
          <legend>
            {`${each.place}. ${each[tongue]}`}
            {each.mustBe && <span className="muted small">{` （${t(words.note.must[each.mustBe])}）`}</span>}
          </legend>
          <select
            className="field-control"
            name={`answer.${each.code}`}
            aria-label={`${each.place} ${t(words.field.answer)}`}
            defaultValue="no"
          >
            {Answered.options.map((value) => (
              <option key={value} value={value}>
                {t(words.answer[value])}
              </option>
            ))}
          </select>
          <input
            className="field-control"
            name={`why.${each.code}`}
            aria-label={`${each.place} ${t(words.field.why)}`}
            placeholder={t(words.field.why)}
            required
          />
          <input
            className="field-control"
            name={`evidence.${each.code}`}
            aria-label={`${each.place} ${t(words.field.evidence)}`}
            placeholder={t(words.field.evidence)}
            required
          />
        </fieldset>
      ))}
    </>
  )
}

function Examining({ of, view }: { of: ToleranceView; view: DutyView }) {
  const t = useSay()
  const why = useWhy()
  if (of.state !== 'raised' || !isEver(of.may.examine)) return null
  return (
    <Deed
      title={t(words.act.examine)}
      contract={contract.examineTolerance}
      why={why(of.may.examine)}
      fields={[{ name: 'teamView', label: t(words.field.teamView), kind: 'area' }]}
      input={(given) => ({
        ...{ id: of.id, version: of.version, teamView: given.teamView },
        answers: view.questions.map(({ code }) => ({
          ...{ question: code, answer: given[`answer.${code}`], reason: given[`why.${code}`], evidence: given[`evidence.${code}`] },
        })),
      })}
    >
      <Questions questions={view.questions} />
    </Deed>
  )
}

function Deciding({ of }: { of: ToleranceView }) {
  const t = useSay()
  const why = useWhy()
  const choices = useChoices()
  if (of.state !== 'examined' || !isEver(of.may.decide)) return null
  return (
    <Deed
      title={t(words.act.decide)}
      contract={contract.decideTolerance}
      why={why(of.may.decide)}
      fields={[
        { name: 'discussion', label: t(words.field.discussion), kind: 'area' },
        { name: 'outcome', label: t(words.field.outcome), options: choices(ToleranceOutcome.options, findingWords.tolerance) },
        { name: 'reason', label: t(words.field.reason), kind: 'area' },
        { name: 'wording', label: t(words.field.wording), kind: 'area', optional: true },
      ]}
      input={(given) => ({ id: of.id, version: of.version, ...given })}
    />
  )
}

function Claim({ of, view }: { of: ToleranceView; view: DutyView }) {
  const t = useSay()
  return (
    <section className="stack stack-tight" aria-label={`${t(words.title.tolerance)} ${of.name}`}>
      <p className="row">
        <b>{of.name}</b> <span className="muted">{t(words.claimant[of.claimant])}</span>
        <StatusTag state={stateTag[of.state]}>{t(words.state[of.state])}</StatusTag>
        {of.outcome && (
          <StatusTag state={of.outcome === 'notApplicable' ? 'planned' : 'done'}>{t(findingWords.tolerance[of.outcome])}</StatusTag>
        )}
      </p>
      <p className="muted small">{of.grounds.map((ground) => t(words.ground[ground])).join('；')}</p>
      <p className="reading">{of.facts}</p>
      <Test of={of} questions={view.questions} />
      {of.teamView && <p className="small">{`${t(words.field.teamView)}：${of.teamView}`}</p>}
      {of.discussion && <p className="small">{`${t(words.field.discussion)}：${of.discussion}`}</p>}
      {of.reason && <p className="reading">{`${t(words.field.reason)}：${of.reason}`}</p>}
      {of.wording && <p className="reading">{`${t(words.field.wording)}：${of.wording}`}</p>}
      <div className="row">
        <Examining of={of} view={view} />
        <Deciding of={of} />
        {of.may.withdraw === true && (
          <Deed
            title={t(words.act.withdraw)}
            contract={contract.withdrawTolerance}
            fields={[]}
            input={() => ({ id: of.id, version: of.version })}
          />
        )}
      </div>
    </section>
  )
}

/** Tolerance at the level of the problem: each claim, the test answered question by question, the decision with its wording. */
export function ToleranceCard({ view }: { view: DutyView }) {
  const t = useSay()
  const { tolerances, may, lines, finding } = view
  if (tolerances.length === 0 && may.claim !== true) return null
  const officials = lines.map(({ official, name }) => ({ value: official, label: name }))
  return (
    <Card title={t(words.title.tolerance)}>
      <div className="stack">
        {tolerances.length === 0 && <p className="muted">{t(words.note.none)}</p>}
        {tolerances.map((each) => (
          <Claim key={each.id} of={each} view={view} />
        ))}
        {may.claim === true && (
          <Deed
            title={t(words.act.claim)}
            contract={contract.claimTolerance}
            fields={[
              { name: 'official', label: t(words.field.official), options: officials },
              { name: 'facts', label: t(words.field.facts), kind: 'area' },
            ]}
            input={(given, data) => ({ finding, ...given, grounds: groundsIn(data) })}
          >
            <Grounds />
          </Deed>
        )}
      </div>
    </Card>
  )
}
