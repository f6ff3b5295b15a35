import { auditPapers } from '../audit/papers/types.ts'
import type { Project } from '../audit/projects/model.ts'
import { fitting } from '../audit/projects/rules/step-papers.ts'
import type { Day } from '../kernel/day.ts'
import { typeNamed } from '../office/documents/registry.ts'
import { shortfall } from '../office/documents/rules/fields.ts'
import { papersOf } from '../office/documents/store.ts'
import type { Reader } from '../platform/db.ts'
import type { KnockedFile } from '../platform/knock.ts'
import { type Doors, handOf, onThatDay } from './doors.ts'
import { type PaperScene, writtenInto } from './world/case-papers.words.ts'
import { officeWords } from './world/papers.words.ts'

const house = { types: auditPapers, gatherers: [] }
const subjectOf = (project: string) => `project:${project}`

/** What a case says of itself, for what is written into its papers. */
export async function sceneOf(read: Reader, project: string, about: { entryOn: Day }): Promise<PaperScene> {
  const subject = await read
    .selectFrom('projectSubject')
    .innerJoin('official', 'official.id', 'projectSubject.official')
    .innerJoin('project', 'project.id', 'projectSubject.project')
    .innerJoin('unit', 'unit.id', 'project.unit')
    .select(['official.name as official', 'projectSubject.post', 'unit.name as unit'])
    .where('project.id', '=', project)
    .executeTakeFirstOrThrow()
  const post = subject.post.startsWith(subject.unit) ? subject.post : `${subject.unit}${subject.post}`
  return { ...subject, ...about, post }
}

/** The clerk completes every open paper of the case, leaving what stands in it. */
export async function completeDrafts(doors: Doors, project: Project['id'], at: { on: Day; scene: PaperScene }): Promise<void> {
  for (const paper of await papersOf(doors.office.db, subjectOf(project), { states: ['draft'] })) {
    const type = typeNamed(house, paper.kind)
    if (shortfall(type.fields, paper.fieldValues).missing.length === 0) continue
    const values = { ...fitting(type, writtenInto(paper.kind, at.scene)), ...paper.fieldValues }
    const { id, version, title, secrecy, paperOn, head } = paper
    const input = { id, version, title, secrecy, paperOn, head, values }
    await onThatDay(doors, at.on, { verb: 'documents.revise', actor: handOf('clerk'), input })
  }
}

/** Begins a paper that only some cases need. */
export const beginPaper = (doors: Doors, project: string, about: { kind: string; on: Day }) =>
  onThatDay(doors, about.on, {
    verb: 'documents.draft',
    actor: handOf('clerk'),
    input: { kind: about.kind, subject: subjectOf(project) },
  })

/** Fixes the papers that stay inside the office. */
export async function finishPapers(doors: Doors, project: string, about: { kinds: readonly string[]; on: Day }): Promise<void> {
  for (const { id, version } of await papersOf(doors.office.db, subjectOf(project), { kinds: about.kinds, states: ['draft'] }))
    await onThatDay(doors, about.on, {
      verb: 'documents.freeze',
      actor: handOf('clerk'),
      input: { id, version, paperOn: about.on },
    })
}

/** The signed receipt that comes back with a served paper. */
export const signedReceipt = (says: string): KnockedFile => ({ name: officeWords.proof, bytes: `${officeWords.proof} ${says}` })
