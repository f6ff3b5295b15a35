import { mayAct } from '../../office/identity/policy/may.ts'
import { giveGrant } from '../../office/sharing/contract.ts'
import { whyNotOurs } from '../../office/sharing/ours.ts'
import type { Reader } from '../../platform/db.ts'
import type { Actor } from '../../platform/desk.ts'
import { found, type Handler, serve } from '../../platform/serve.ts'
import { findUnit } from '../../registers/places/store.ts'
import { findProject, officialsById, tenuresNamed } from '../projects/store.ts'
import { membersOf } from '../projects/store-case.ts'
import { basisApi } from './basis/api.ts'
import { classesApi } from './classes/api.ts'
import { type FindingView, getFinding, listClasses, listFindings } from './contract.ts'
import { editingApi } from './editing/api.ts'
import { addPlace, confirmFinding, correctFinding, dropFinding, editFinding } from './editing/contract.ts'
import { whyNotConfirm, whyNotCorrect, whyNotDrop, whyNotEdit } from './editing/rules.ts'
import { evidenceBehind, hangingOn, placesOfFinding } from './editing/store.ts'
import { exportFindingsApi } from './export.ts'
import { extractionApi } from './extraction/api.ts'
import { figuresApi } from './figures/api.ts'
import type { Finding } from './model.ts'
import { reconcileApi } from './reconcile/api.ts'
import { repeatsApi } from './repeats/api.ts'
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

/** What this hand may do with the finding now, or why not: the very rules that stop the acts. */
async function mayOn(read: Reader, actor: Actor, finding: Finding, evidence: number): Promise<FindingView['may']> {
  const project = found(await findProject(read, finding.project))
  const at = { project, members: await membersOf(read, project.id), hand: actor }
  const hanging = await hangingOn(read, finding.id)
  return {
    share: mayAct(actor, giveGrant, whyNotOurs(actor, finding)),
    edit: mayAct(actor, editFinding, whyNotEdit(at)),
    confirm: mayAct(actor, confirmFinding, whyNotConfirm({ ...at, finding, evidence })),
    drop: mayAct(actor, dropFinding, whyNotDrop({ ...at, finding, hanging })),
    correct: mayAct(actor, correctFinding, whyNotCorrect(at)),
    place: mayAct(actor, addPlace),
  }
}

export const findingsApi: readonly Handler[] = [
  ...exportFindingsApi,
  ...[...editingApi, ...basisApi, ...classesApi, ...repeatsApi, ...extractionApi, ...reconcileApi, ...figuresApi],
  serve(listFindings, ({ input, read, seen }) => {
    seen('finding:list')
    return list(read, input)
  }),
  serve(getFinding, async ({ input, read, actor, seen }) => {
    const finding = found(await findFinding(read, input.id))
    const { people, ...parts } = await namedParts(read, finding.id)
    seen(`finding:${finding.id}`, ...people.map((official) => `official:${official}` as const))
    const places = await placesOfFinding(read, finding.id)
    const evidence = await evidenceBehind(read, finding.id)
    const may = await mayOn(read, actor, finding, evidence.length)
    return { finding, ...parts, ...(await around(read, finding)), places, evidence, may }
  }),
  serve(listClasses, ({ read }) => allClasses(read)),
]
