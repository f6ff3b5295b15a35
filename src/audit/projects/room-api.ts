import { mayAct } from '../../office/identity/policy/may.ts'
import type { Desk } from '../../platform/desk.ts'
import { found, type Handler, Missing, serve } from '../../platform/serve.ts'
import { together, wording } from '../../platform/together.ts'
import { liesIn } from '../../registers/places/rules/jurisdiction.ts'
import { clockRows } from '../../registers/regulations/store.ts'
import { deadlinesInRoom, deadlinesPanel } from './deadline-view.ts'
import type { Project } from './model.ts'
import { ownCases } from './own-cases.ts'
import * as contract from './room.contract.ts'
import { mainStep, stepsFrom, whyNotBegin } from './rules/case.ts'
import type { CaseStep } from './rules/step.ts'
import { situationAsked, situationIn } from './store-case.ts'
import { projectAsked } from './store-parts.ts'
import * as panels from './store-room.ts'

type Asking = Pick<Desk<{ id: string }>, 'actor' | 'seen'>
/** What was asked of a project in one statement, if this reader may know the project; the reading is traced. */
async function toldOf<T extends { project: readonly Project[] }>({ actor, seen }: Asking, asked: Promise<T>): Promise<T> {
  const told = await asked
  const project = found(told.project[0])
  if (!liesIn(project.jurisdiction, actor.jurisdiction)) throw new Missing()
  seen(`project:${project.id}`)
  return told
}

/** Proof of service is one act, whichever paper was served; an audit ends by the approval of its ending; every other step is the act of its name. */
const doneBy: Partial<Record<CaseStep, string>> = { serveNotice: 'serve', serveDraft: 'serve', deliver: 'serve', terminate: 'approveEnd' }
const actOf = (step: CaseStep) => ({ name: `projects.${doneBy[step] ?? step}` as const, kind: 'act' as const })

const room = serve(contract.getRoom, async (desk) => {
  const { read, actor, today, seen } = desk
  const id = desk.input.id
  const told = await toldOf(desk, together(read, { project: projectAsked(wording, id), ...situationAsked(id, today) }))
  const project = found(told.project[0])
  const at = situationIn(project, told, { hand: actor, today })
  const { subjects, members, services, endings } = told
  seen(...subjects.map(({ official }) => `official:${official}` as const))
  const { category: _, ...unit } = found(told.unit[0])
  const may = stepsFrom(project, actor.role)
    .filter((step) => step !== 'upgrade' || project.track === 'simplified')
    .map((step) => ({ step, may: mayAct(actor, actOf(step), whyNotBegin(step, at)) }))
  const ending = endings.findLast(({ state }) => state !== 'refused') ?? null
  return {
    ...{ project, unit, subjects, members, parties: [...at.parties], services },
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
  serve(contract.roomHistory, async (desk) => (await toldOf(desk, together(desk.read, panels.historyPanel(desk.input.id)))).taken),
  serve(contract.roomDeadlines, async (desk) => {
    const { read, input, tongue } = desk
    const [told, rules] = await Promise.all([toldOf(desk, together(read, deadlinesPanel(input.id))), clockRows(read)])
    return deadlinesInRoom(told, { rules, tongue })
  }),
  serve(contract.roomFindings, async (desk) =>
    panels.findingsInRoom(await toldOf(desk, together(desk.read, panels.findingsPanel(desk.input.id)))),
  ),
  serve(contract.roomDrafts, async (desk) =>
    panels.draftsInRoom(await toldOf(desk, together(desk.read, panels.draftsPanel(desk.input.id)))),
  ),
  serve(contract.roomSides, async (desk) =>
    panels.sidesInRoom(desk.read, await toldOf(desk, together(desk.read, panels.sidesPanel(desk.input.id)))),
  ),
  serve(contract.roomFile, async (desk) => (await toldOf(desk, together(desk.read, panels.filePanel(desk.input.id)))).units),
  mine,
  serve(contract.auditorList, ({ read, actor }) => panels.auditorsHere(read, actor.jurisdiction)),
]
