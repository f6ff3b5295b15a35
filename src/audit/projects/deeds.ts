import type { Day } from '../../kernel/day.ts'
import type { FieldValues } from '../../office/documents/model.ts'
import type { Writer } from '../../platform/db.ts'
import type { Desk } from '../../platform/desk.ts'
import { found, Missing, stopIf, stopIfChanged } from '../../platform/serve.ts'
import { liesIn } from '../../registers/places/rules/jurisdiction.ts'
import type { Project, ProjectStep } from './model.ts'
import { leadsTo, whyNotCaseStep, whyNotDay } from './rules/case.ts'
import type { Situation } from './rules/situation.ts'
import type { CaseStep } from './rules/step.ts'
import { preparePapers } from './step-papers.ts'
import { lockProject, moveProject, noteStep, situationOf } from './store-case.ts'

export type Target = { id: string; version: number }
export type By = Pick<Desk, 'actor' | 'today'>

/** Locks a project that this hand may know of, at the very version it was read. */
export async function lockCase(tx: Writer, desk: By & { input: { id: string; version?: number | undefined } }): Promise<Project> {
  const project = found(await lockProject(tx, desk.input.id))
  if (!liesIn(project.jurisdiction, desk.actor.jurisdiction)) throw new Missing()
  if (desk.input.version !== undefined) stopIfChanged({ given: desk.input.version, kept: project.version })
  return project
}

type Asking = { project: Project; step: CaseStep; on: Day; brings?: Partial<Situation> | undefined }
/**
 * Stops unless the procedure lets this hand take the step on that day; `brings` is what the step itself adds to the
 * situation (a team, a vote). Answers the project's situation.
 */
export async function mayStep(tx: Writer, desk: By, asked: Asking): Promise<Situation> {
  const at = { ...(await situationOf(tx, asked.project, { hand: desk.actor, today: asked.on })), ...asked.brings }
  stopIf(whyNotCaseStep(asked.step, at))
  stopIf(whyNotDay(asked.on, { today: desk.today, last: at.taken.at(-1) ?? null }))
  return at
}

export type Told = {
  step: CaseStep
  on: Day
  text: string
  facts?: ProjectStep['facts'] | undefined
  /** What else of the project the step changes. */
  set?: Partial<Omit<Project, 'id' | 'version' | 'state'>>
}

/** Writes a step into the project's history and moves the project to where the step leads. */
export async function takeStep(tx: Writer, { actor }: Pick<Desk, 'actor'>, project: Project, told: Told): Promise<Project> {
  const to = leadsTo(told.step, project)
  const { account, name, role } = actor
  const { step, text, on: takenOn, facts = {} } = told
  await noteStep(tx, { project: project.id, step, account, name, role, takenOn, from: project.state, to, text, facts })
  return moveProject(tx, project, { ...told.set, state: to })
}

type Asked = { input: Target & { on?: Day | undefined } }
type Matter = { project: Project; on: Day; at: Situation }
type Deed = {
  /** What the step itself brings into the situation its guards look at. */
  brings?(tx: Writer, project: Project, on: Day): Promise<Partial<Situation>>
  /** What goes with the step; answers what is noted of it, and what its papers take from it. */
  does(tx: Writer, matter: Matter): Promise<Omit<Told, 'step' | 'on'> & { values?: FieldValues }>
}
/** The shape of most steps: lock, stop unless the procedure lets it pass, do what goes with it, note it, move on, draft its papers. */
export const stepped = (desk: Pick<Desk, 'actor' | 'today' | 'change' | 'store'> & Asked, step: CaseStep, deed: Deed): Promise<Project> =>
  desk.change(`project:${desk.input.id}`, async (tx) => {
    const project = await lockCase(tx, desk)
    const on = desk.input.on ?? desk.today
    const at = await mayStep(tx, desk, { project, step, on, brings: await deed.brings?.(tx, project, on) })
    const { values, ...told } = await deed.does(tx, { project, on, at })
    const moved = await takeStep(tx, desk, project, { step, on, ...told })
    await preparePapers(tx, desk, step, { project: moved, on, values })
    return moved
  })
