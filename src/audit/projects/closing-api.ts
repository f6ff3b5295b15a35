import type { z } from 'zod'
import type { AnyDocument } from '../../office/documents/rules/type.ts'
import type { Writer } from '../../platform/db.ts'
import type { Desk } from '../../platform/desk.ts'
import { newId } from '../../platform/id.ts'
import { type Handler, serve, stopIf } from '../../platform/serve.ts'
import { auditDecision } from '../papers/decision/audit-decision.doc.ts'
import { transferLetter } from '../papers/decision/transfer-letter.doc.ts'
import { auditReport } from '../papers/report/audit-report.doc.ts'
import { resultReport } from '../papers/report/result-report.doc.ts'
import * as contract from './case.contract.ts'
import { lockCase, stepped } from './deeds.ts'
import type { ArchiveClass } from './model.ts'
import { whyNotHere } from './rules/case.ts'
import { fileList } from './rules/file-list.ts'
import { begunPaper, type Making, putOut } from './step-papers.ts'
import { addFileUnits, confirmFindings, fileUnitsOf, situationOf, stepsTaken } from './store-case.ts'
import { endDeadlines } from './store-deadlines.ts'
import { tellRegister } from './tell-register.ts'

type Issuing = Making & {
  given: Pick<z.output<typeof contract.issueReport.input>, `${'report' | 'result' | 'decision' | 'transfer'}Number`>
}
/** The report and the result report, and with them the decision and the transfer letter where one was begun or told. */
async function issueAll(tx: Writer, hand: Pick<Desk, 'actor' | 'today' | 'store'>, { given, ...making }: Issuing) {
  const report = await putOut(tx, hand, auditReport, { ...making, number: given.reportNumber })
  const result = await putOut(tx, hand, resultReport, { ...making, number: given.resultNumber })
  const ifNeeded = async (type: AnyDocument, number: string | undefined) =>
    number !== undefined || (await begunPaper(tx, type, making)) ? putOut(tx, hand, type, { ...making, number }) : null
  const decision = await ifNeeded(auditDecision, given.decisionNumber)
  const transfer = await ifNeeded(transferLetter, given.transferNumber)
  return {
    ...{ reportNumber: report.number, resultNumber: result.number },
    ...(decision ? { decisionNumber: decision.number } : {}),
    ...(transfer ? { transferNumber: transfer.number } : {}),
    ...(report.paper ? { reportPaper: report.paper } : {}),
    ...(decision?.paper ? { decisionPaper: decision.paper } : {}),
  }
}

const issue = serve(contract.issueReport, (desk) =>
  stepped(desk, 'issue', {
    does: async (tx, { project, on }) => {
      const { conclusion } = desk.input
      const facts = await issueAll(tx, desk, { project, on, given: desk.input })
      await endDeadlines(tx, { project: project.id, rule: 'issue.afterMeeting' }, { state: 'met', on })
      await confirmFindings(tx, project.id)
      await tellRegister(tx, { ...project, reportedOn: on })
      return { text: conclusion, facts, set: { reportedOn: on, reportNumber: facts.reportNumber, conclusion } }
    },
  }),
)

const brief = serve(contract.holdFeedback, (desk) =>
  stepped(desk, 'brief', {
    does: async (tx, { project, on }) => {
      await endDeadlines(tx, { project: project.id, rule: 'feedback.meeting' }, { state: 'met', on })
      const { text } = desk.input
      return { text, values: { on, told: text, recorder: desk.actor.name } }
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
