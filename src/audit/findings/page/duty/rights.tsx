import { Deed } from '../../../../web/deed.tsx'
import { StatusTag } from '../../../../web/status-tag.tsx'
import { useSay } from '../../../../web/tongue.tsx'
import { words as caseWords } from '../../../projects/rules/case.words.ts'
import { words as room } from '../../../projects/rules/room.words.ts'
import { words as side } from '../../../projects/rules/side.words.ts'
import { raiseObjection } from '../../../projects/side.contract.ts'
import { type OwnCase, type RouteLevel, raiseHigher } from '../../objection/contract.ts'
import { words } from '../../objection/words.ts'
import { isEver, useWhy } from './why.tsx'

function Level({ level }: { level: RouteLevel }) {
  const t = useSay()
  const { note } = words
  const rules = [
    level.withoutOriginal ? t(note.apart) : null,
    level.approvedByCommittee ? t(note.committee) : null,
    level.final ? t(note.final) : null,
    level.verified ? null : t(note.unverified),
  ].filter((each) => each !== null)
  return (
    <li>
      {t(note.level, { level: level.level, body: level.body, ask: level.ask, decide: level.decide })}
      <span className="muted small">{`（${[...rules, level.citation].join('；')}）`}</span>
    </li>
  )
}

function Raising({ mine }: { mine: OwnCase }) {
  const t = useSay()
  const why = useWhy()
  if (!isEver(mine.may.raise)) return null
  const findings = (data: FormData) => mine.findings.map(({ id }) => id).filter((id) => data.get(`about.${id}`) !== null)
  return (
    <Deed
      title={t(caseWords.step.raise)}
      contract={raiseObjection}
      why={why(mine.may.raise)}
      fields={[{ name: 'text', label: t(room.field.reason), kind: 'area' }]}
      input={({ text }, data) => ({ id: mine.id, text, findings: findings(data) })}
    >
      <fieldset className="stack stack-tight">
        <legend className="muted">{t(room.field.finding)}</legend>
        {mine.findings.map(({ id, number, title }) => (
          <label key={id}>
            <input type="checkbox" name={`about.${id}`} /> {number} {title}
          </label>
        ))}
      </fieldset>
    </Deed>
  )
}

function Higher({ mine }: { mine: OwnCase }) {
  const t = useSay()
  const why = useWhy()
  const { higher, review } = mine
  if (higher)
    return (
      <p className="row">
        <StatusTag state={higher.decidedOn ? 'done' : 'running'}>{t(words.title.higher)}</StatusTag>
        {higher.body} {higher.text} <span className="muted">{higher.reason}</span>
      </p>
    )
  if (!review || mine.route.length < 2 || !isEver(mine.may.higher)) return null
  return (
    <Deed
      title={t(words.act.higher)}
      contract={raiseHigher}
      why={why(mine.may.higher)}
      fields={[{ name: 'text', label: t(words.field.reason), kind: 'area' }]}
      input={({ text }) => ({ review: review.id, text })}
    />
  )
}

/** The objection: where it goes under the rule of the audit's time, what it stays, where it stands, and the way to raise it. */
export function Rights({ mine }: { mine: OwnCase }) {
  const t = useSay()
  const { review } = mine
  return (
    <section className="stack stack-tight" aria-label={t(words.title.objection)}>
      <h3>{t(words.title.route)}</h3>
      <ul className="stack stack-tight small">
        {mine.route.map((level) => (
          <Level key={level.level} level={level} />
        ))}
      </ul>
      {review && (
        <p className="row">
          <StatusTag state={review.decidedOn ? 'done' : 'running'}>{t(side.review[review.state])}</StatusTag>
          {review.outcome && <StatusTag state="done">{t(side.outcome[review.outcome])}</StatusTag>}
          {review.text} <span className="muted">{review.reason}</span>
        </p>
      )}
      {review && !review.decidedOn && <p className="muted small">{t(words.note.stayed)}</p>}
      {!review && <Raising mine={mine} />}
      <Higher mine={mine} />
    </section>
  )
}
