import type { Day } from '../../../kernel/day.ts'
import { nextSteps, whyNotStep } from '../../../kernel/procedure.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { Project, ProjectState, ProjectStep } from '../model.ts'
import { procedureOf, stages, staying } from '../procedure.ts'
import { guardsFor, type No } from './guards.ts'
import type { Situation } from './situation.ts'
import type { CaseStep, GuardName } from './step.ts'

/** Null when the step leads on from where the project stands and is this role's; its guards are not asked. */
export function whyNotHere(step: CaseStep, { project, hand }: Pick<Situation, 'project' | 'hand'>): Refusal | null {
  const table = procedureOf(project.track)
  if (table.ends.includes(project.state)) return refuse('caseEnded', { on: project.endedOn ?? '' })
  if (!table.steps[step].from.includes(project.state)) return refuse('stepOutOfOrder', orderFacts(step, project))
  return table.steps[step].acts.some((role) => role === hand.role) ? null : refuse('stepNotYours', { step, role: hand.role })
}

/**
 * Null when this hand may take the step now; else why not and what would be needed: an ended project, the wrong state
 * (with what comes first), the wrong role, or the first guard that says no.
 */
export const whyNotCaseStep = (step: CaseStep, at: Situation): Refusal | null =>
  whyNotHere(step, at) ?? whyNotStep(procedureOf(at.project.track), { step, state: at.project.state, role: at.hand.role }, guardsFor(at))

/** What a step's own form brings (its team, its votes, how long the file is kept) is asked for once the form is sent. */
const brought: Readonly<Partial<Record<CaseStep, readonly GuardName[]>>> = {
  team: ['teamWhole', 'teamClear'],
  meet: ['carried'],
  archive: ['retentionTold'],
}

/** Null when this hand may open the step's form now. */
export function whyNotBegin(step: CaseStep, at: Situation): Refusal | null {
  const { state, track } = at.project
  const waits = Object.fromEntries((brought[step] ?? []).map((guard) => [guard, () => null]))
  return whyNotHere(step, at) ?? whyNotStep(procedureOf(track), { step, state, role: at.hand.role }, { ...guardsFor(at), ...waits })
}

/** What stands between the present state and a step: said by code, in words the page and the server fill. */
function orderFacts(step: CaseStep, project: Pick<Project, 'state' | 'track'>) {
  const { steps, states } = procedureOf(project.track)
  const needed = steps[step].from.map((state) => states[state].zh).join('、')
  return { step: steps[step].title.zh, state: states[project.state].zh, needed }
}

/** A step is recorded for today or an earlier day, never before the step it follows. */
export function whyNotDay(on: Day, around: { today: Day; last: Pick<ProjectStep, 'takenOn'> | null }): No | null {
  if (on > around.today) return refuse('dayInFuture', { on, today: around.today })
  return around.last && on < around.last.takenOn ? refuse('dayBeforeStep', { on, last: around.last.takenOn }) : null
}

/** A paper reaches nobody before it was sent, nor in the future. */
export function whyNotServiceDay(on: Day, around: { today: Day; sentOn: Day | null }): No | null {
  if (on > around.today) return refuse('dayInFuture', { on, today: around.today })
  return around.sentOn && on < around.sentOn ? refuse('serviceBeforeIssue', { on, sentOn: around.sentOn }) : null
}

/** Where a step leads: some leave the project where it stands. */
export const leadsTo = (step: CaseStep, project: Pick<Project, 'state' | 'track'>): ProjectState =>
  staying.includes(step) ? project.state : procedureOf(project.track).steps[step].to

/** The steps that lead on from where the project stands; with a role, only those of that role. */
export const stepsFrom = (project: Pick<Project, 'state' | 'track'>, role?: string): CaseStep[] => {
  const table = procedureOf(project.track)
  return nextSteps(table, { state: project.state }).filter((name) => !role || table.steps[name].acts.some((each) => each === role))
}

/** The one step by which a project is expected to go on; null at its end. The first in the table's order leads. */
export const mainStep = (project: Pick<Project, 'state' | 'track'>): CaseStep | null =>
  stepsFrom(project).find((name) => leadsTo(name, project) !== project.state) ?? null

export const stageOf = (state: ProjectState): (typeof stages)[number]['key'] | null =>
  stages.find((stage) => stage.states.some((each) => each === state))?.key ?? null

export const isOver = (state: ProjectState): boolean => state === 'archived' || state === 'terminated'
