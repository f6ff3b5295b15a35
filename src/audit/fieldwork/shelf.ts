import type { Reader, Writer } from '../../platform/db.ts'
import type { Actor, Desk } from '../../platform/desk.ts'
import { newId } from '../../platform/id.ts'
import { found, Missing, stopIf, stopIfChanged } from '../../platform/serve.ts'
import { liesIn } from '../../registers/places/rules/jurisdiction.ts'
import type { Project } from '../projects/model.ts'
import { findProject } from '../projects/store.ts'
import { whyNotWork } from './rules.ts'
import type { ProjectMember } from './team/model.ts'

/** The project, when this reader may know of it; Missing otherwise. */
export async function knownProject(read: Reader, actor: Pick<Actor, 'jurisdiction'>, id: string): Promise<Project> {
  const project = found(await findProject(read, id))
  if (!liesIn(project.jurisdiction, actor.jurisdiction)) throw new Missing()
  return project
}

export const membersOf = (read: Reader, project: string): Promise<ProjectMember[]> =>
  read.selectFrom('projectMember').selectAll().where('project', '=', project).orderBy('joinedOn').orderBy('id').execute()

/** Locks the project so that its numbers are given one after the other; Missing when this actor may not know of it. */
export async function lockProject(tx: Writer, actor: Pick<Actor, 'jurisdiction'>, id: string): Promise<Project> {
  const project = found(await tx.selectFrom('project').selectAll().where('id', '=', id).forUpdate().executeTakeFirst())
  if (!liesIn(project.jurisdiction, actor.jurisdiction)) throw new Missing()
  return project
}

/** The same, and stops unless this actor belongs to the team (once there is one). */
export async function workOn(tx: Writer, desk: Pick<Desk, 'actor' | 'today'>, id: string): Promise<Project> {
  const project = await lockProject(tx, desk.actor, id)
  stopIf(whyNotWork(await membersOf(tx, id), desk.actor, desk.today))
  return project
}

type Row = { id: string; project: string; version: number }
/** How one kind of record of a project is found and kept. */
export type Shelf<R extends Row> = { find(read: Reader, id: string): Promise<R | undefined>; keep(tx: Writer, row: R): Promise<unknown> }
export type Target = { project: string; id?: string | undefined; version?: number | undefined }

/** The record that is saved anew, null for a new one; stops when it is another project's or was changed meanwhile. */
export async function standing<R extends Row>(tx: Writer, shelf: Shelf<R>, target: Target): Promise<R | null> {
  if (!target.id) return null
  const row = found(await shelf.find(tx, target.id))
  if (row.project !== target.project) throw new Missing()
  stopIfChanged({ given: target.version ?? 0, kept: row.version })
  return row
}

/** The same for a record named by its id alone. */
export async function standingOne<R extends Row>(tx: Writer, shelf: Shelf<R>, one: { id: string; version: number }): Promise<R> {
  const row = found(await shelf.find(tx, one.id))
  stopIfChanged({ given: one.version, kept: row.version })
  return row
}

/** The id, project and next version under which a record is kept. */
export const stamped = (target: Pick<Target, 'project'>, before: Row | null): Row => ({
  id: before?.id ?? newId(),
  project: target.project,
  version: (before?.version ?? 0) + 1,
})
export const savedAs = ({ id, version }: Pick<Row, 'id' | 'version'>): { id: string; version: number } => ({ id, version })
