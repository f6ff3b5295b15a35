import { nextSteps } from '../../../kernel/procedure.ts'
import { words as identity } from '../../../office/identity/words.ts'
import { StatusTag } from '../../../web/status-tag.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { LeadState, type StepName } from '../model.ts'
import { words } from '../page.words.ts'
import { leadProcedure, staying } from '../procedure.ts'

function StepLine({ name }: { name: StepName }) {
  const t = useSay()
  const step = leadProcedure.steps[name]
  const leads = staying.includes(name) ? t(words.note.loops) : `→ ${t(leadProcedure.states[step.to])}`
  return (
    <li>
      <b>{t(step.title)}</b> <span className="muted">{leads}</span>
      <div className="muted small">
        {t(words.field.acts)}：{step.acts.map((role) => t(identity.role[role])).join('、')}
        {step.document && ` · ${t(words.field.document)}：${t(step.document)}`}
      </div>
    </li>
  )
}

/** The procedure drawn from its own table, with the place of this lead in it. */
export function ProcedureMap({ at }: { at: LeadState }) {
  const t = useSay()
  return (
    <ol className="stack" aria-label={t(words.title.map)}>
      {LeadState.options.map((state) => (
        <li key={state} className="procedure-state" aria-current={state === at ? 'step' : undefined}>
          <p>
            <StatusTag state={state === at ? 'running' : 'planned'}>{t(leadProcedure.states[state])}</StatusTag>
            {state === at && <span className="muted small"> {t(words.note.you)}</span>}
          </p>
          <ul className="stack stack-tight" style={{ paddingInlineStart: 18, marginTop: 4 }}>
            {nextSteps(leadProcedure, { state }).map((name) => (
              <StepLine key={name} name={name} />
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}
