import { refuse } from '../kernel/refusal.ts'
import { findSetting } from '../office/identity/store.ts'
import { type Office, openDesk } from '../platform/desk.ts'
import { houseActor } from '../platform/jobs.ts'
import { Refused } from '../platform/stop.ts'
import { demoPapers, removeAll } from './store.ts'

const brokenReference = '23503'
const detailOf = (error: unknown): string | null =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === brokenReference && 'detail' in error
    ? String(error.detail)
    : null

/** Removes the fictional city in one transaction; refuses when records of one's own refer to it. The trail remains. */
export async function removeDemonstration(office: Office): Promise<void> {
  const { desk } = await openDesk<unknown>(office, { actor: houseActor, verb: 'demonstration.remove', input: {} })
  if ((await findSetting(desk.read, 'demonstration')) === undefined) throw new Refused(refuse('demoAbsent'))
  const papers = await demoPapers(desk.read)
  await desk.change('setting:demonstration', removeAll).catch((error: unknown) => {
    const what = detailOf(error)
    throw what === null ? error : new Refused(refuse('demoStoodUpon', { what }))
  })
  for (const sha256 of papers) await desk.store.forget(sha256)
}
