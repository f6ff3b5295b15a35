import type { Reader } from '../../platform/db.ts'
import { found, type Handler, Missing, serve } from '../../platform/serve.ts'
import { liesIn } from '../../registers/places/rules/jurisdiction.ts'
import { findUnit } from '../../registers/places/store.ts'
import { caseApi } from './case-api.ts'
import { closingApi } from './closing-api.ts'
import { getProject, listProjects, type SubjectView } from './contract.ts'
import { deadlineApi } from './deadline-api.ts'
import { draftApi } from './draft-api.ts'
import { endingApi } from './ending-api.ts'
import { exportProjectsApi } from './export.ts'
import { remedyApi } from './remedy-api.ts'
import { reviewApi } from './review-api.ts'
import { serviceApi } from './service-api.ts'
import { countFindings, findProject, listProjects as list, officialsById, papersOf, subjectsOf, tenuresNamed } from './store.ts'

async function subjectViews(read: Reader, project: string): Promise<SubjectView[]> {
  const subjects = await subjectsOf(read, [project])
  const officials = await officialsById(
    read,
    subjects.map((subject) => subject.official),
  )
  const tenures = await tenuresNamed(read, subjects)
  const views = subjects.map((subject) => {
    const official = officials.get(subject.official)
    const tenure = tenures.get(subject.tenure ?? '')
    return {
      ...subject,
      name: official?.name ?? '',
      number: official?.number ?? '',
      heldFrom: tenure?.startsOn ?? null,
      heldTo: tenure?.endsOn ?? null,
    }
  })
  return views.sort((one, other) => (one.number < other.number ? -1 : 1))
}

export const projectsApi: readonly Handler[] = [
  ...exportProjectsApi,
  ...caseApi,
  ...serviceApi,
  ...draftApi,
  ...closingApi,
  ...endingApi,
  ...reviewApi,
  ...remedyApi,
  ...deadlineApi,
  serve(listProjects, ({ input, actor, read, seen }) => {
    seen('project:list')
    return list(read, actor.jurisdiction, input)
  }),
  serve(getProject, async ({ input, actor, read, seen }) => {
    const project = found(await findProject(read, input.id))
    if (!liesIn(project.jurisdiction, actor.jurisdiction)) throw new Missing()
    const subjects = await subjectViews(read, project.id)
    const unit = found(await findUnit(read, project.unit))
    const paper = (await papersOf(read, [project]))(project)
    seen(`project:${project.id}`, ...subjects.map((subject) => `official:${subject.official}` as const))
    const counted = await countFindings(read, [project.id])
    const { id, number, name } = unit
    return { project, subjects, paper, unit: { id, number, name }, findings: counted.get(project.id) ?? 0 }
  }),
]
