import { StatusTag } from '../../../../web/status-tag.tsx'
import { useSay } from '../../../../web/tongue.tsx'
import type { Project } from '../../model.ts'
import { stages } from '../../procedure.ts'
import { stageOf } from '../../rules/case.ts'
import { words } from '../../rules/case.words.ts'

/** The five stages with the states of each; where the project stands is marked, what lies behind is ticked. */
export function StageBar({ project }: { project: Pick<Project, 'state'> }) {
  const t = useSay()
  const at = stages.findIndex((stage) => stage.key === stageOf(project.state))
  const over = project.state === 'terminated'
  return (
    <ol className="stage-bar" aria-label={t(words.stage.prepare)}>
      {stages.map((stage, index) => {
        const here = index === at
        const states: readonly string[] = stage.states
        const place = states.indexOf(project.state)
        const standing = index < at || project.state === 'archived' ? 'done' : here ? 'running' : 'planned'
        return (
          <li key={stage.key} className={`stage stage-${standing}`} aria-current={here ? 'step' : undefined}>
            <StatusTag state={standing}>{t(words.stage[stage.key])}</StatusTag>
            <span className="stage-track" aria-hidden="true">
              {stage.states.map((state, nth) => (
                <i key={state} className={index < at || (here && nth <= place) ? 'past' : undefined} />
              ))}
            </span>
            <span className="muted small">{here ? t(words.state[project.state]) : ''}</span>
          </li>
        )
      })}
      {over && (
        <li className="stage" aria-current="step">
          <StatusTag state="overdue">{t(words.state.terminated)}</StatusTag>
        </li>
      )}
    </ol>
  )
}
