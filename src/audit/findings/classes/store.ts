import type { Reader } from '../../../platform/db.ts'
import type { ClassRemap } from './model.ts'

/** How older classes are told in newer ones, in order. */
export const allRemaps = (read: Reader): Promise<ClassRemap[]> =>
  read.selectFrom('classRemap').selectAll().orderBy('oldCode').orderBy('startsOn').orderBy('newCode').execute()
