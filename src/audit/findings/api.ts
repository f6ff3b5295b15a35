import { mayAct } from '../../office/identity/policy/may.ts'
import { giveGrant } from '../../office/sharing/contract.ts'
import { whyNotOurs } from '../../office/sharing/ours.ts'
import type { Reader } from '../../platform/db.ts'
import { found, type Handler, serve } from '../../platform/serve.ts'
import { findUnit } from '../../registers/places/store.ts'
import { findProject, officialsById, tenuresNamed } from '../projects/store.ts'
import { getFinding, listClasses, listFindings } from './contract.ts'
import { exportFindingsApi } from './export.ts'
import type { Finding } from './model.ts'
import { allClasses, findFinding, partsOf, placesOf } from './store.ts'
import { listFindings as list } from './store-list.ts'

/** The parts of one finding, each with the name of the person it is about. */
async function namedParts(read: Reader, finding: string) {
  const parts = await partsOf(read, [finding])
  const all = [...parts.responsibilities, ...parts.replies, ...parts.tolerances, ...parts.objections]
  const officials = await officialsById(
    read,
    all.map((each) => each.official),
  )
  const tenures = await tenuresNamed(read, parts.responsibilities)
  const named = <P extends { official: string }>(part: P) => {
    const { name = '', number = '' } = officials.get(part.official) ?? {}
    return { ...part, name, number }
  }
  return {
    people: [...officials.keys()],
    responsibilities: parts.responsibilities.map((each) => ({ ...named(each), post: tenures.get(each.tenure ?? '')?.post ?? null })),
    replies: parts.replies.map(named),
    tolerances: parts.tolerances.map(named),
    objections: parts.objections.map(named),
  }
}

async function around(read: Reader, finding: Finding) {
  const project = found(await findProject(read, finding.project))
  const unit = found(await findUnit(read, finding.unit))
  const item = await read.selectFrom('rectification').select('id').where('finding', '=', finding.id).executeTakeFirst()
  return {
    unit: { id: unit.id, number: unit.number, name: unit.name },
    project: { id: project.id, number: project.number, title: project.title, year: project.year, reportedOn: project.reportedOn },
    place: (await placesOf(read, [finding])).get(finding.id) ?? null,
    rectification: item?.id ?? null,
  }
}

export const findingsApi: readonly Handler[] = [
  ...exportFindingsApi,
  serve(listFindings, ({ input, read, seen }) => {
    seen('finding:list')
    return list(read, input)
  }),
  serve(getFinding, async ({ input, read, actor, seen }) => {
    const finding = found(await findFinding(read, input.id))
    const { people, ...parts } = await namedParts(read, finding.id)
    seen(`finding:${finding.id}`, ...people.map((official) => `official:${official}` as const))
    const may = { share: mayAct(actor, giveGrant, whyNotOurs(actor, finding)) }
    return { finding, ...parts, ...(await around(read, finding)), may }
  }),
  serve(listClasses, ({ read }) => allClasses(read)),
]
