import type { Reader } from '../../platform/db.ts'
import type { CompilationStep } from './model.ts'
import { findCompilation } from './store.ts'

const most = 60
/** What is not issued yet, worked on longest ago first, with the step by which it came to where it stands; only what this reader knows whole. */
export async function unfinished(read: Reader) {
  const rows = await read
    .selectFrom('compilation')
    .innerJoin('compilationVersion', (on) =>
      on.onRef('compilationVersion.compilation', '=', 'compilation.id').onRef('compilationVersion.no', '=', 'compilation.version'),
    )
    .select(['compilation.id', 'compilationVersion.step'])
    .where('compilation.state', '<>', 'issued')
    .orderBy('compilation.editedOn')
    .orderBy('compilation.id')
    .limit(most)
    .execute()
  const known = await Promise.all(rows.map(async ({ id, step }) => ({ step, compilation: await findCompilation(read, id) })))
  return known.flatMap(({ step, compilation }) => (compilation ? [{ compilation, step: step satisfies CompilationStep }] : []))
}
