import type { Reader } from '../../platform/db.ts'
import type { SubjectView } from './contract.ts'
import { subjectsAsked } from './store-parts.ts'

/** The officials of a project with their posts and when they held them, by number. */
export const subjectViews = (read: Reader, project: string): Promise<SubjectView[]> => subjectsAsked(read, project).execute()
