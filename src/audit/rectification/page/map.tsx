import { nextSteps } from '../../../kernel/procedure.ts'
import { words as identity } from '../../../office/identity/words.ts'
import { StatusTag } from '../../../web/status-tag.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { RectificationState, type StepName } from '../model.ts'
import { rectificationProcedure } from '../procedure.ts'
import { words } from '../words.ts'

type Step = (typeof rectificationProcedure.steps)[StepName]

function StepLine({ step }: { step: Step }) {
  const t = useSay()
  const leads = rectificationProcedure.states[step.to]
  return (
    <li>
      <b>{t(step.title)}</b> <span className="muted">→ {t(leads)}</span>
      <div className="muted small">
        {t(words.field.acts)}：{step.acts.map((role) => t(identity.role[role])).join('、')} · {t(words.field.document)}：{t(step.document)}
        {step.consult.length > 0 && ` · ${t(words.field.consult)}：${step.consult.map((each) => t(each)).join('、')}`}
      </div>
    </li>
  )
}

/** The procedure drawn from its own table: every state with the steps that lead on, and where the item stands now. */
export function ProcedureMap({ at }: { at: RectificationState }) {
  const t = useSay()
  return (
    <ol className="stack" aria-label={t(words.title.map)}>
      {RectificationState.options.map((state) => (
        <li key={state} className="procedure-state" aria-current={state === at ? 'step' : undefined}>
          <p>
            <StatusTag state={state === at ? 'running' : 'planned'}>{t(rectificationProcedure.states[state])}</StatusTag>
            {state === at && <span className="muted small"> {t(words.note.you)}</span>}
          </p>
          <ul className="stack stack-tight" style={{ paddingInlineStart: 18, marginTop: 4 }}>
            {nextSteps(rectificationProcedure, { state }).map((name) => (
              <StepLine key={name} step={rectificationProcedure.steps[name]} />
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}
