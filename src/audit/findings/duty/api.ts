import { refuse } from '../../../kernel/refusal.ts'
import type { Writer } from '../../../platform/db.ts'
import type { Desk } from '../../../platform/desk.ts'
import { found, type Handler, serve, stopIf, stopIfChanged } from '../../../platform/serve.ts'
import { subjectsOf } from '../../projects/store.ts'
import { partsOf } from '../store.ts'
import { toleranceOf } from '../tolerance/store.ts'
import * as contract from './contract.ts'
import { flagsFor, heldFor, type Matter, matterOf } from './gather.ts'
import type { SlotLink } from './model.ts'
import { whyNotReviewed, whyNotSet } from './rules.ts'
import * as store from './store.ts'
import { viewOf } from './view.ts'

type Set = Desk<typeof contract.setResponsibility.input._output>

/** Stops unless this responsibility may be set so; answers the grade that stands and the post it belongs to. */
async function maySet(tx: Writer, { input }: Pick<Set, 'input'>, matter: Matter) {
  const { finding, project, book } = matter
  const { official, grade, situation, actFrom, actTo } = input
  const person = found(await tx.selectFrom('official').select('name').where('id', '=', official).executeTakeFirst())
  const parts = await partsOf(tx, [finding.id])
  const standing = parts.responsibilities.find((each) => each.official === official)
  const subjects = await subjectsOf(tx, [project.id])
  const held = await heldFor(tx, matter, official)
  const asked = { ...{ grade, situation, actFrom, actTo, held }, name: person.name, year: project.year, reportedOn: project.reportedOn }
  const withdrawn = parts.objections.some(({ effect }) => effect === 'withdrawn')
  const isSubject = subjects.some((each) => each.official === official)
  stopIf(whyNotSet({ ...asked, standing: standing?.grade ?? null, isSubject, withdrawn }, book))
  const tenure = held.findLast(({ startsOn }) => !actFrom || startsOn <= actFrom)
  return { tenure: standing?.tenure ?? tenure?.id ?? null }
}

/** Every proof linked must be of the project itself. */
async function whyNotLinked(tx: Writer, links: readonly SlotLink[], project: string) {
  if (links.length === 0) return null
  const here = new Set((await store.proofsOf(tx, project)).map(({ kind, record }) => `${kind}:${record}`))
  return links.every(({ kind, record }) => here.has(`${kind}:${record}`)) ? null : refuse('proofNotHere')
}

const set = serve(contract.setResponsibility, (desk) =>
  desk.change(`finding:${desk.input.finding}`, async (tx) => {
    const { input, actor, today } = desk
    const { version, grade, finding, official, ...argued } = input
    const matter = found(await matterOf(tx, finding))
    const { tenure } = await maySet(tx, desk, matter)
    stopIf(await whyNotLinked(tx, input.links, matter.project.id))
    const earlier = (await store.attributionsOf(tx, [finding])).find((each) => each.official === official)
    stopIfChanged({ given: version, kept: earlier?.version ?? 0 })
    const responsibility = await store.setGrade(tx, { finding, official, tenure, grade })
    const tolerance = (await toleranceOf(tx, finding, official)) ?? null
    const flags = await flagsFor(tx, matter, { official, grade, argued, tolerance })
    const by = { state: 'set' as const, setBy: actor.account, setName: actor.name, setOn: today }
    const fresh = { ...argued, flags, ...by, reviewedBy: null, reviewedName: null, reviewedOn: null, opinion: null }
    return earlier ? store.changeAttribution(tx, earlier, fresh) : store.addAttribution(tx, { responsibility, finding, official, ...fresh })
  }),
)

const review = serve(contract.reviewResponsibility, (desk) =>
  desk.change(`attribution:${desk.input.id}`, async (tx) => {
    const { input, actor, today } = desk
    const attribution = found(await store.lockAttribution(tx, input.id))
    const matter = found(await matterOf(tx, attribution.finding))
    stopIfChanged({ given: input.version, kept: attribution.version })
    const { official } = attribution
    const grade = found((await partsOf(tx, [attribution.finding])).responsibilities.find((each) => each.official === official)).grade
    const tolerance = (await toleranceOf(tx, attribution.finding, official)) ?? null
    const flags = await flagsFor(tx, matter, { official, grade, argued: attribution, tolerance })
    const confirms = input.verdict === 'confirm'
    stopIf(whyNotReviewed({ attribution: { ...attribution, flags }, account: actor.account, confirms }))
    const by = { reviewedBy: actor.account, reviewedName: actor.name, reviewedOn: today, opinion: input.opinion }
    return store.changeAttribution(tx, attribution, { flags, state: confirms ? 'reviewed' : 'sentBack', ...by })
  }),
)

const record = serve(contract.recordPerson, (desk) =>
  desk.change(`finding:${desk.input.finding}`, async (tx) => {
    const { input, actor, today } = desk
    const { project } = found(await matterOf(tx, input.finding))
    const subject = await tx
      .selectFrom('projectSubject')
      .innerJoin('official', 'official.id', 'projectSubject.official')
      .select('official.name')
      .where('projectSubject.project', '=', project.id)
      .where('official.name', '=', input.name)
      .executeTakeFirst()
    stopIf(subject ? refuse('personIsSubject', { name: input.name }) : null)
    const by = { recordedBy: actor.account, recordedName: actor.name, recordedOn: today }
    return store.addOther(tx, { ...input, project: project.id, ...by })
  }),
)

export const dutyApi: readonly Handler[] = [
  serve(contract.getDuty, async (desk) => {
    const { input, read, seen } = desk
    const matter = found(await matterOf(read, input.id))
    const view = await viewOf(desk, matter)
    seen(`finding:${input.id}`, ...view.lines.map(({ official }) => `official:${official}` as const))
    return view
  }),
  serve(contract.listFlags, ({ input, read, seen }) => {
    seen('finding:list')
    return store.listFlagged(read, input)
  }),
  ...[set, review, record],
]
