import { refuse } from '../../../kernel/refusal.ts'
import type { Writer } from '../../../platform/db.ts'
import { type Handler, serve, stopIf, stopIfChanged } from '../../../platform/serve.ts'
import { offsetHolding } from '../rules.ts'
import { knownProject, savedAs, stamped, standing, type Target, workOn } from '../shelf.ts'
import { dropLine, type Lines, nameLines, saveCheck, saveDecision, saveDuty, saveNeed, showLists } from './contract.ts'
import { exportListApi } from './export.ts'
import { coverageGaps, type ListName, whyNotCheck, whyNotDecision, whyNotDuty, whyNotNeed, whyNotNumber } from './rules.ts'
import * as store from './store.ts'

/** Stops when a link leads out of the project. */
async function stopIfElsewhere(tx: Writer, project: string, links: readonly { list: ListName; id: string | null }[]): Promise<void> {
  for (const { list, id } of links) {
    if (!id) continue
    const lines = await store.linesOf(tx, list, project)
    stopIf(lines.some((line) => line.id === id) ? null : refuse('lineOfAnother'))
  }
}
async function stopIfFindingElsewhere(tx: Writer, project: string, finding: string | null): Promise<void> {
  if (!finding) return
  const known = await store.findingsNamed(tx, project)
  stopIf(known.some((each) => each.id === finding) ? null : refuse('findingOfAnotherProject'))
}
const stopIfTaken = async (tx: Writer, list: ListName, given: Target & { number: string }) =>
  stopIf(whyNotNumber({ id: given.id, number: given.number }, await store.linesOf(tx, list, given.project)))

const linksOf = ({ lines }: { lines: Lines }): (string | null)[] => {
  if (lines.list === 'duties') return []
  if (lines.list === 'decisions') return lines.rows.map((row) => row.duty)
  if (lines.list === 'checks') return lines.rows.flatMap((row) => [row.duty, row.decision])
  return lines.rows.map((row) => row.auditCheck)
}

const show = serve(showLists, async ({ input, actor, read }) => {
  await knownProject(read, actor, input.project)
  const outline = await store.outlineOf(read, input.project)
  const { duties, decisions, checks, needs } = outline
  const gaps = coverageGaps(outline)
  const short = new Set(gaps.filter(({ list }) => list === input.list).map(({ id }) => id))
  const fit = outline[input.list].map(({ id }) => id).filter((id) => !input.only || short.has(id))
  const offset = offsetHolding(fit, input)
  const ids = fit.slice(offset, offset + input.limit)
  const lines = await store.linesNamed(read, input.list, { ids, outline })
  const linked = new Set(linksOf({ lines }))
  return {
    ...{ lines, offset, total: fit.length, short: short.size, marked: ids.filter((id) => short.has(id)) },
    counts: { duties: duties.length, decisions: decisions.length, checks: checks.length, needs: needs.length },
    linked: [...duties, ...decisions, ...checks].filter(({ id }) => linked.has(id)).map(({ id, number }) => ({ id, number })),
    gaps: gaps.slice(input.gapOffset, input.gapOffset + input.limit),
    gapTotal: gaps.length,
  }
})

const named = ({ id, number }: { id: string; number: string }, text: string) => ({ id, number, text: text.slice(0, 40) })
const names = serve(nameLines, async ({ input, actor, read }) => {
  await knownProject(read, actor, input.project)
  const { duties, decisions, checks } = await store.outlineOf(read, input.project)
  const findings = await store.findingsNamed(read, input.project)
  return {
    duties: duties.map((line) => named(line, line.duty)),
    decisions: decisions.map((line) => named(line, line.matter)),
    checks: checks.map((line) => named(line, line.step)),
    findings: findings.map((line) => named(line, line.title)),
  }
})

const duty = serve(saveDuty, (desk) =>
  desk.change(`project:${desk.input.project}`, async (tx) => {
    const { input } = desk
    await workOn(tx, desk, input.project)
    const before = await standing(tx, store.dutyShelf, input)
    stopIf(whyNotDuty(input))
    await stopIfTaken(tx, 'duties', input)
    const row = { ...input, ...stamped(input, before) }
    await store.dutyShelf.keep(tx, row)
    return savedAs(row)
  }),
)

const decision = serve(saveDecision, (desk) =>
  desk.change(`project:${desk.input.project}`, async (tx) => {
    const { input } = desk
    await workOn(tx, desk, input.project)
    const before = await standing(tx, store.decisionShelf, input)
    stopIf(whyNotDecision(input, desk.today))
    await stopIfTaken(tx, 'decisions', input)
    await stopIfElsewhere(tx, input.project, [{ list: 'duties', id: input.duty }])
    const row = { ...input, ...stamped(input, before) }
    await store.decisionShelf.keep(tx, row)
    return savedAs(row)
  }),
)

const check = serve(saveCheck, (desk) =>
  desk.change(`project:${desk.input.project}`, async (tx) => {
    const { input } = desk
    await workOn(tx, desk, input.project)
    const before = await standing(tx, store.checkShelf, input)
    stopIf(whyNotCheck(input))
    await stopIfTaken(tx, 'checks', input)
    await stopIfElsewhere(tx, input.project, [
      { list: 'duties', id: input.duty },
      { list: 'decisions', id: input.decision },
    ])
    await stopIfFindingElsewhere(tx, input.project, input.finding)
    const row = { ...input, ...stamped(input, before) }
    await store.checkShelf.keep(tx, row)
    return savedAs(row)
  }),
)

const need = serve(saveNeed, (desk) =>
  desk.change(`project:${desk.input.project}`, async (tx) => {
    const { input } = desk
    await workOn(tx, desk, input.project)
    const before = await standing(tx, store.needShelf, input)
    stopIf(whyNotNeed(input, desk.today))
    await stopIfTaken(tx, 'needs', input)
    await stopIfElsewhere(tx, input.project, [{ list: 'checks', id: input.auditCheck }])
    const row = { ...input, ...stamped(input, before) }
    await store.needShelf.keep(tx, row)
    return savedAs(row)
  }),
)

const drop = serve(dropLine, (desk) =>
  desk.change(`${desk.input.list}:${desk.input.id}`, async (tx) => {
    const { list, id, version } = desk.input
    const line = await store.findLine(tx, list, id)
    await workOn(tx, desk, line.project)
    stopIfChanged({ given: version, kept: line.version })
    const count = await store.countPointing(tx, list, id)
    stopIf(count > 0 ? refuse('lineInUse', { count }) : null)
    await store.dropLineOf(tx, list, id)
    return {}
  }),
)

export const listsApi: readonly Handler[] = [show, names, duty, decision, check, need, drop, ...exportListApi]
