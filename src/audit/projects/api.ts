import { found, type Handler, serve } from '../../platform/serve.ts'
import { findUnit } from '../../registers/places/store.ts'
import { caseApi } from './case-api.ts'
import { closingApi } from './closing-api.ts'
import { getProject, listProjects } from './contract.ts'
import { deadlineApi } from './deadline-api.ts'
import { draftApi } from './draft-api.ts'
import { endingApi } from './ending-api.ts'
import { exportProjectsApi } from './export.ts'
import { portfolioApi } from './portfolio-api.ts'
import { remedyApi } from './remedy-api.ts'
import { roomApi } from './room-api.ts'
import { serviceApi } from './service-api.ts'
import { countFindings, findProject, listProjects as list, papersOf } from './store.ts'
import { subjectViews } from './subjects.ts'

export const projectsApi: readonly Handler[] = [
  ...exportProjectsApi,
  ...caseApi,
  ...serviceApi,
  ...draftApi,
  ...closingApi,
  ...endingApi,
  ...remedyApi,
  ...deadlineApi,
  ...roomApi,
  ...portfolioApi,
  serve(listProjects, ({ input, read, seen }) => {
    seen('project:list')
    return list(read, input)
  }),
  serve(getProject, async ({ input, read, seen }) => {
    const project = found(await findProject(read, input.id))
    const subjects = await subjectViews(read, project.id)
    const unit = found(await findUnit(read, project.unit))
    const paper = (await papersOf(read, [project]))(project)
    seen(`project:${project.id}`, ...subjects.map((subject) => `official:${subject.official}` as const))
    const counted = await countFindings(read, [project.id])
    const { id, number, name } = unit
    return { project, subjects, paper, unit: { id, number, name }, findings: counted.get(project.id) ?? 0 }
  }),
]
