import { mayAct } from '../../office/identity/policy/may.ts'
import type { Desk } from '../../platform/desk.ts'
import { found, type Handler, Missing, serve } from '../../platform/serve.ts'
import { together } from '../../platform/together.ts'
import { liesIn } from '../../registers/places/rules/jurisdiction.ts'
import { deadlinesInRoom } from './deadline-view.ts'
import type { Project } from './model.ts'
import { ownCases } from './own-cases.ts'
import * as contract from './room.contract.ts'
import { mainStep, stepsFrom, whyNotBegin } from './rules/case.ts'
import type { CaseStep } from './rules/step.ts'
import { findProject } from './store.ts'
import { fileUnitsOf, situationAsked, situationIn, stepsTaken } from './store-case.ts'
import { auditorsHere, draftsInRoom, findingsInRoom, sidesInRoom } from './store-room.ts'

type Asking = Pick<Desk<{ id: string }>, 'input' | 'actor' | 'read' | 'seen'>
/** The project asked for, if this reader may know it; the reading is traced. */
async function seenProject({ input, actor, read, seen }: Asking): Promise<Project> {
  const project = found(await findProject(read, input.id))
  if (!liesIn(project.jurisdiction, actor.jurisdiction)) throw new Missing()
  seen(`project:${project.id}`)
  return project
}

/** Proof of service is one act, whichever paper was served; an audit ends by the approval of its ending; every other step is the act of its name. */
const doneBy: Partial<Record<CaseStep, string>> = { serveNotice: 'serve', serveDraft: 'serve', deliver: 'serve', terminate: 'approveEnd' }
const actOf = (step: CaseStep) => ({ name: `projects.${doneBy[step] ?? step}` as const, kind: 'act' as const })

const room = serve(contract.getRoom, async (desk) => {
  const { read, actor, today, seen } = desk
  const project = await seenProject(desk)
  const told = await together(read, situationAsked(project, today))
  const at = situationIn(project, told, { hand: actor, today })
  const { subjects, members, services, endings } = told
  seen(...subjects.map(({ official }) => `official:${official}` as const))
  const { id, number, name } = found(told.unit[0])
  const may = stepsFrom(project, actor.role)
    .filter((step) => step !== 'upgrade' || project.track === 'simplified')
    .map((step) => ({ step, may: mayAct(actor, actOf(step), whyNotBegin(step, at)) }))
  const ending = endings.findLast(({ state }) => state !== 'refused') ?? null
  return {
    ...{ project, unit: { id, number, name }, subjects, members, parties: [...at.parties], services },
    ...{ main: mainStep(project), may, findings: told.findings.length, ending },
  }
})

/** A party's own cases: nobody sees another's here, whatever his role. */
const mine = serve(contract.myCases, async (desk) => {
  const { actor, read, seen, tongue } = desk
  const cases = await ownCases(read, actor, tongue)
  seen(
    actor.officialId ? `official:${actor.officialId}` : `unit:${actor.unitId ?? 'none'}`,
    ...cases.map(({ id }) => `project:${id}` as const),
  )
  return cases
})

export const roomApi: readonly Handler[] = [
  room,
  serve(contract.roomHistory, async (desk) => stepsTaken(desk.read, (await seenProject(desk)).id)),
  serve(contract.roomDeadlines, async (desk) => deadlinesInRoom(desk.read, await seenProject(desk), desk.tongue)),
  serve(contract.roomFindings, async (desk) => findingsInRoom(desk.read, (await seenProject(desk)).id)),
  serve(contract.roomDrafts, async (desk) => draftsInRoom(desk.read, await seenProject(desk))),
  serve(contract.roomSides, async (desk) => sidesInRoom(desk.read, (await seenProject(desk)).id)),
  serve(contract.roomFile, async (desk) => fileUnitsOf(desk.read, (await seenProject(desk)).id)),
  mine,
  serve(contract.auditorList, ({ read, actor }) => auditorsHere(read, actor.jurisdiction)),
]
