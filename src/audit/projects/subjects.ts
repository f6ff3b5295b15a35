import type { Reader } from '../../platform/db.ts'
import type { SubjectView } from './contract.ts'
import { officialsById, subjectsOf, tenuresNamed } from './store.ts'

/** The officials of a project with their posts and when they held them, by number. */
export async function subjectViews(read: Reader, project: string): Promise<SubjectView[]> {
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
