import type { Procedure } from '../../kernel/procedure.ts'
import type { Role } from '../../office/identity/model.ts'
import type { ProjectState, Track } from './model.ts'
import { words } from './rules/case.words.ts'
import { fieldSteps } from './rules/field-steps.ts'
import { reportSteps } from './rules/report-steps.ts'
import { type CaseStep, type GuardName, step } from './rules/step.ts'

const { step: says, paper, consult } = words

/** States from which a project may still be raised to the standard procedure, or end by termination. */
const running = [
  ...(['opened', 'told', 'teamed', 'noticed', 'served', 'planned', 'entered', 'fieldwork', 'heard', 'reported'] as const),
  ...(['commented', 'verified', 'reviewed', 'adjudicated', 'met'] as const),
] as const satisfies readonly ProjectState[]

/**
 * How an economic-responsibility audit runs from the plan to the archive (P5 to P20). The main way on stands first among
 * the steps of a state; what does not move the state (service, replies, urgent entry) stands beside it.
 */
export const standardProcedure = {
  start: 'opened',
  ends: ['archived', 'terminated'],
  states: words.state,
  steps: {
    ...fieldSteps,
    ...reportSteps,
    upgrade: step({
      title: says.upgrade,
      from: running,
      to: 'opened',
      acts: ['director', 'leadAuditor'],
      document: paper.upgrade,
      guards: ['simplifiedOnly'],
    }),
    terminate: {
      ...step({ title: says.terminate, from: running, to: 'terminated', acts: ['secretary', 'director'], consult: [consult.committee] }),
      document: paper.endDecision,
      guards: ['endApproved'],
    },
  },
} satisfies Procedure<ProjectState, CaseStep, Role, GuardName>

const { steps } = standardProcedure
/**
 * The simplified procedure leaves out what a small audit can spare: the separate plan and hearing, and the business
 * meeting. Every other step, guard and clock is the same, so that raising it to standard keeps all its papers.
 */
export const simplifiedProcedure: Procedure<ProjectState, CaseStep, Role, GuardName> = {
  ...standardProcedure,
  steps: {
    ...steps,
    enter: { ...steps.enter, from: ['served', 'planned'] },
    report: { ...steps.report, from: ['fieldwork', 'heard'], guards: ['notEnding', 'onTeam'] },
    issue: { ...steps.issue, from: ['adjudicated', 'met'] },
  },
}

export const procedureOf = (track: Track): Procedure<ProjectState, CaseStep, Role, GuardName> =>
  track === 'simplified' ? simplifiedProcedure : standardProcedure

/** Steps that leave the state where it is, whatever the table's `to` says for the map. */
export const staying: readonly CaseStep[] = ['urge', 'upgrade', 'serveDraft', 'reply']

/** Stages for the eye, each with its states, in order. */
export const stages = [
  { key: 'prepare', states: ['opened', 'told', 'teamed', 'noticed', 'served', 'planned'] },
  { key: 'field', states: ['entered', 'fieldwork', 'heard'] },
  { key: 'draft', states: ['reported', 'commented', 'verified'] },
  { key: 'review', states: ['reviewed', 'adjudicated', 'met', 'issued'] },
  { key: 'close', states: ['delivered', 'briefed', 'followed', 'archived'] },
] as const satisfies readonly { key: keyof typeof words.stage; states: readonly ProjectState[] }[]
