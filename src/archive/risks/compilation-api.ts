import { mayAct } from '../../office/identity/policy/may.ts'
import type { Reader, Writer } from '../../platform/db.ts'
import type { Desk } from '../../platform/desk.ts'
import { found, type Handler, serve, stopIf, stopIfChanged } from '../../platform/serve.ts'
import * as contract from './contract.ts'
import { drawn, notStanding, withReplacements } from './drafting.ts'
import { drawLeads, leadsTold } from './lead-figures.ts'
import type { Compilation, CompilationStep, Content } from './model.ts'
import { namedIn } from './naming.ts'
import { issueAsPaper, previewOf } from './papers.ts'
import type { StepName } from './procedure.ts'
import { whyNot, whyNotContent } from './rules/steps.ts'
import * as store from './store.ts'

type Target = { id: string; version: number }
type At = Pick<Desk, 'actor' | 'today'>

/** Names are looked for where the step asks for them, and only while they could still be changed. */
async function namedNow(read: Reader, { state, content }: Compilation): Promise<{ surface: string; where: number }[]> {
  return state === 'issued' ? [] : namedIn(read, content)
}

const findingsIn = (content: Content): string[] => {
  if (content.kind === 'cases') return content.cases.map(({ finding }) => finding)
  return content.kind === 'riskList' ? content.rows.flatMap(({ findings }) => findings) : []
}
/** The findings a compilation was drawn from, and which of them no longer stand. */
async function groundsOf(read: Reader, { content }: Pick<Compilation, 'content'>): Promise<contract.CompilationView['findings']> {
  const ids = findingsIn(content)
  if (ids.length === 0) return []
  const fallen = new Set(await notStanding(read, ids))
  const rows = await read
    .selectFrom('finding')
    .select(['id', 'number', 'title'])
    .where('id', 'in', [...new Set(ids)])
    .orderBy('number')
    .execute()
  return rows.map((row) => ({ ...row, fallen: fallen.has(row.id) }))
}

/** Locks the compilation and stops unless this hand may take the step on this very version of it. */
async function lockFor(tx: Writer, desk: Pick<Desk<Target>, 'input' | 'actor'>, step: StepName): Promise<Compilation> {
  const compilation = found(await store.lockCompilation(tx, desk.input.id))
  const asksNames = step === 'review' || step === 'issue'
  const named = asksNames ? (await namedNow(tx, compilation)).map(({ surface }) => surface) : []
  const renewed = (await store.editionAfter(tx, compilation.id))?.edition ?? null
  const fallen = asksNames ? (await groundsOf(tx, compilation)).filter((each) => each.fallen).map(({ number }) => number) : []
  stopIf(whyNot(step, { compilation, hand: desk.actor, named, fallen, renewed }))
  stopIfChanged({ given: desk.input.version, kept: compilation.version })
  return compilation
}

const handOf = ({ actor, today }: At): store.Hand => ({ account: actor.account, name: actor.name, on: today })
const edited = (desk: At) => ({ editedBy: desk.actor.account, editedName: desk.actor.name, editedOn: desk.today })

async function kept(tx: Writer, desk: At, now: Compilation, step: CompilationStep, note = ''): Promise<Compilation> {
  await store.keepVersion(tx, now, { ...handOf(desk), step, note })
  return now
}

/** Replacements of edited cases are proposed anew: a name that came in with the edit waits to be confirmed. */
async function prepared(read: Reader, content: Content): Promise<Content> {
  if (content.kind !== 'cases') return content
  const cases: typeof content.cases = []
  for (const each of content.cases) cases.push(await withReplacements(read, each))
  return { ...content, cases }
}

const save = serve(contract.saveCompilation, (desk) =>
  desk.change(`compilation:${desk.input.id}`, async (tx) => {
    const before = await lockFor(tx, desk, 'save')
    stopIf(whyNotContent(before.kind, desk.input.content))
    const content = await prepared(tx, desk.input.content)
    const now = await store.moveCompilation(tx, before, { title: desk.input.title, content, ...edited(desk) })
    return kept(tx, desk, now, 'save', desk.input.note)
  }),
)

const redraw = serve(contract.redrawReport, (desk) =>
  desk.change(`compilation:${desk.input.id}`, async (tx) => {
    const before = await lockFor(tx, desk, 'redraw')
    stopIf(whyNotContent('report', before.content))
    if (before.content.kind !== 'report') return before
    const figures = await drawn({ read: tx, today: desk.today, place: before.jurisdiction }, before.content.figures)
    const now = await store.moveCompilation(tx, before, { content: { ...before.content, figures }, ...edited(desk) })
    await drawLeads(tx, desk, now)
    return kept(tx, desk, now, 'save')
  }),
)

const review = serve(contract.reviewCompilation, (desk) =>
  desk.change(`compilation:${desk.input.id}`, async (tx) => {
    const before = await lockFor(tx, desk, 'review')
    await drawLeads(tx, desk, before)
    const reviewed = { reviewedBy: desk.actor.account, reviewedName: desk.actor.name, reviewedOn: desk.today }
    return kept(tx, desk, await store.moveCompilation(tx, before, { state: 'reviewed', ...reviewed }), 'review')
  }),
)

const sendBack = serve(contract.sendBackCompilation, (desk) =>
  desk.change(`compilation:${desk.input.id}`, async (tx) => {
    const before = await lockFor(tx, desk, 'sendBack')
    const again = { state: 'draft' as const, reviewedBy: null, reviewedName: null, reviewedOn: null }
    return kept(tx, desk, await store.moveCompilation(tx, before, again), 'sendBack', desk.input.note)
  }),
)

/** What units get to read of an issued list; the former edition is no longer in force. */
async function putBeforeUnits(tx: Writer, { content, ...issued }: Compilation): Promise<void> {
  if (content.kind !== 'riskList' || issued.issuedOn === null || issued.number === null) return
  if (issued.replaces) await store.endNotice(tx, issued.replaces, issued.issuedOn)
  const rows = content.rows.map(({ findings: _, because: __, ...row }) => row)
  const { id: compilation, title, number, issuedOn, jurisdiction } = issued
  await store.addNotice(tx, { compilation, title, number, issuedOn, rows, jurisdiction, unitType: content.unitType })
}

const issue = serve(contract.issueCompilation, (desk) =>
  desk.change(`compilation:${desk.input.id}`, async (tx) => {
    const before = await lockFor(tx, desk, 'issue')
    const paper = await issueAsPaper(tx, desk, before)
    const issued = { issuedName: desk.actor.name, issuedOn: desk.today, number: paper.number, paper: paper.id }
    const now = await store.moveCompilation(tx, before, { state: 'issued', ...issued })
    await putBeforeUnits(tx, now)
    return kept(tx, desk, now, 'issue', paper.number ?? '')
  }),
)

const renew = serve(contract.renewCompilation, (desk) =>
  desk.change(`compilation:${desk.input.id}`, async (tx) => {
    const { id, kind, title, year, unitType, jurisdiction, content, edition } = await lockFor(tx, desk, 'renew')
    const next = { kind, title, year, unitType, jurisdiction, content, edition: edition + 1, replaces: id }
    return kept(tx, desk, await store.addCompilation(tx, handOf(desk), next), 'renew')
  }),
)

async function figuresNow({ read, today }: Pick<Desk, 'read' | 'today'>, { content, jurisdiction }: Compilation) {
  if (content.kind !== 'report') return []
  return (await drawn({ read, today, place: jurisdiction }, content.figures)).map(({ tag, value }) => ({ tag, value }))
}

const one = serve(contract.getCompilation, async (desk) => {
  const { input, read, actor, seen } = desk
  const compilation = found(await store.findCompilation(read, input.id))
  seen(`compilation:${compilation.id}`)
  const named = await namedNow(read, compilation)
  const renewed = (await store.editionAfter(read, compilation.id)) ?? null
  const grounds = await groundsOf(read, compilation)
  const left = { named: named.map(({ surface }) => surface), fallen: grounds.filter((each) => each.fallen).map(({ number }) => number) }
  const no = (step: StepName) => whyNot(step, { compilation, hand: actor, ...left, renewed: renewed?.edition ?? null })
  return {
    ...{ compilation, named, renewed },
    versions: await store.versionsOf(read, compilation.id),
    figures: await figuresNow(desk, compilation),
    leads: await leadsTold(desk, compilation),
    findings: grounds,
    may: {
      save: mayAct(actor, contract.saveCompilation, no('save')),
      redraw: mayAct(actor, contract.redrawReport, no('redraw')),
      review: mayAct(actor, contract.reviewCompilation, no('review')),
      sendBack: mayAct(actor, contract.sendBackCompilation, no('sendBack')),
      issue: mayAct(actor, contract.issueCompilation, no('issue')),
      renew: mayAct(actor, contract.renewCompilation, no('renew')),
    },
  }
})

const preview = serve(contract.previewCompilation, async (desk) => {
  const compilation = found(await store.findCompilation(desk.read, desk.input.id))
  desk.seen(`compilation:${compilation.id}`)
  return previewOf(desk, compilation)
})

export const compilationApi: readonly Handler[] = [
  preview,
  serve(contract.getVersion, async ({ input, read, seen }) => {
    seen(`compilation:${input.id}`)
    return found(await store.findVersion(read, input.id, input.no))
  }),
  ...[one, save, redraw, review, sendBack, issue, renew],
]
