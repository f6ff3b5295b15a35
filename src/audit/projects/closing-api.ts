import { newId } from '../../platform/id.ts'
import { type Handler, serve, stopIf } from '../../platform/serve.ts'
import * as contract from './case.contract.ts'
import { lockCase, stepped } from './deeds.ts'
import type { ArchiveClass } from './model.ts'
import { whyNotHere } from './rules/case.ts'
import { fileList } from './rules/file-list.ts'
import { addFileUnits, fileUnitsOf, situationOf, stepsTaken } from './store-case.ts'
import { endDeadlines } from './store-deadlines.ts'
import { tellRegister } from './tell-register.ts'

const issue = serve(contract.issueReport, (desk) =>
  stepped(desk, 'issue', {
    does: async (tx, { project, on }) => {
      const { reportNumber, resultNumber, decisionNumber, transferNumber, conclusion } = desk.input
      await endDeadlines(tx, { project: project.id, rule: 'issue.afterMeeting' }, { state: 'met', on })
      await tellRegister(tx, { ...project, reportedOn: on })
      const numbers = {
        reportNumber,
        resultNumber,
        ...(decisionNumber ? { decisionNumber } : {}),
        ...(transferNumber ? { transferNumber } : {}),
      }
      return { text: conclusion, facts: numbers, set: { reportedOn: on, reportNumber, conclusion } }
    },
  }),
)

const brief = serve(contract.holdFeedback, (desk) =>
  stepped(desk, 'brief', {
    does: async (tx, { project, on }) => {
      await endDeadlines(tx, { project: project.id, rule: 'feedback.meeting' }, { state: 'met', on })
      return { text: desk.input.text }
    },
  }),
)

/** What stands in the file already is not put there again. */
const gather = serve(contract.gatherFile, (desk) =>
  desk.change(`project:${desk.input.id}`, async (tx) => {
    const project = await lockCase(tx, desk)
    const at = await situationOf(tx, project, { hand: desk.actor, today: desk.today })
    stopIf(whyNotHere('archive', at))
    const kept = await fileUnitsOf(tx, project.id)
    const found = fileList(await stepsTaken(tx, project.id), desk.tongue)
    const fresh = found.filter(({ source }) => !kept.some((each) => each.source === source))
    const position = (cls: ArchiveClass, index: number) =>
      kept.filter((each) => each.class === cls).length + fresh.slice(0, index).filter((each) => each.class === cls).length + 1
    await addFileUnits(
      tx,
      fresh.map((unit, index) => ({ id: newId(), project: project.id, position: position(unit.class, index), pages: null, ...unit })),
    )
    return fileUnitsOf(tx, project.id)
  }),
)

const addUnit = serve(contract.addFileUnit, (desk) =>
  desk.change(`project:${desk.input.id}`, async (tx) => {
    const { class: cls, title, pages } = desk.input
    const project = await lockCase(tx, desk)
    const at = await situationOf(tx, project, { hand: desk.actor, today: desk.today })
    stopIf(whyNotHere('archive', at))
    const position = (await fileUnitsOf(tx, project.id)).filter((each) => each.class === cls).length + 1
    const unit = { id: newId(), project: project.id, class: cls, position, title, pages, source: null }
    await addFileUnits(tx, [unit])
    return unit
  }),
)

const archive = serve(contract.archiveProject, (desk) =>
  stepped(desk, 'archive', {
    brings: async (_, project) => ({ project: { ...project, retention: desk.input.retention } }),
    does: async (tx, { project, on }) => {
      await endDeadlines(tx, { project: project.id, rule: 'archive.filing' }, { state: 'met', on })
      const { retention, text } = desk.input
      return { text, facts: { retention }, set: { retention, endedOn: on } }
    },
  }),
)

export const closingApi: readonly Handler[] = [issue, brief, gather, addUnit, archive]
