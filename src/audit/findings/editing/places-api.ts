import { refuse } from '../../../kernel/refusal.ts'
import type { Writer } from '../../../platform/db.ts'
import { newId } from '../../../platform/id.ts'
import { found, type Handler, serve, stopIf } from '../../../platform/serve.ts'
import { findFinding } from '../store.ts'
import { addPlace, dropPlace } from './contract.ts'
import * as store from './store.ts'

type At = { document: string; paragraph: number | null; start: number | null; end: number | null }
/** The exact span meant: the one given, else the whole paragraph. */
async function spanOf(tx: Writer, { document, paragraph, start, end }: At): Promise<{ startsAt: number | null; endsAt: number | null }> {
  found(await tx.selectFrom('document').select('id').where('id', '=', document).executeTakeFirst())
  const given = start !== null && end !== null ? { startsAt: start, endsAt: end } : { startsAt: null, endsAt: null }
  if (paragraph === null) return given
  const cut = await store.paragraphAt(tx, { document, no: paragraph })
  if (!cut) stopIf(refuse('placeAbsent', { no: paragraph }))
  return given.startsAt === null && cut ? { startsAt: cut.startsAt, endsAt: cut.endsAt } : given
}

const add = serve(addPlace, (desk) =>
  desk.change(`finding:${desk.input.finding}`, async (tx) => {
    const { finding, kind, document, paragraph } = desk.input
    found(await findFinding(tx, finding))
    const span = await spanOf(tx, desk.input)
    const place = await store.keepPlace(tx, { id: newId(), finding, kind, document, paragraph, ...span })
    if (!place) stopIf(refuse('placeTwice'))
    return found(place)
  }),
)

const drop = serve(dropPlace, async (desk) => {
  const place = found(await store.findPlace(desk.read, desk.input.id))
  return desk.change(`finding:${place.finding}`, async (tx) => {
    await store.removePlace(tx, place.id)
    return {}
  })
})

/** Where else a finding is printed: recorded and taken away by people; the paper itself is not touched. */
export const placesApi: readonly Handler[] = [add, drop]
