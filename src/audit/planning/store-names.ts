import type { Reader } from '../../platform/db.ts'
import { inside } from '../../registers/places/store.ts'

/** Names of a place and of the places below it. */
export async function jurisdictionNames(read: Reader, place: string): Promise<ReadonlyMap<string, string>> {
  const rows = await read.selectFrom('jurisdiction').select(['code', 'name']).where('code', 'like', inside(place)).execute()
  return new Map(rows.map(({ code, name }) => [code, name]))
}
/** The audit office that signs: the unit of the hand, else the place's name. */
export async function officeName(read: Reader, about: { unitId: string | null; jurisdiction: string }): Promise<string> {
  const unit = about.unitId ? await read.selectFrom('unit').select('name').where('id', '=', about.unitId).executeTakeFirst() : undefined
  if (unit) return unit.name
  const place = await read.selectFrom('jurisdiction').select('name').where('code', '=', about.jurisdiction).executeTakeFirst()
  return place?.name ?? about.jurisdiction
}

/** Names of the people, posts and units of some items, by item. */
export async function namesOf(read: Reader, items: readonly string[]) {
  const rows =
    items.length === 0
      ? []
      : await read
          .selectFrom('planItem')
          .innerJoin('official', 'official.id', 'planItem.official')
          .innerJoin('tenure', 'tenure.id', 'planItem.tenure')
          .innerJoin('unit', 'unit.id', 'planItem.unit')
          .where('planItem.id', 'in', [...items])
          .select(['planItem.id', 'official.name', 'official.number', 'tenure.post', 'unit.name as unitName', 'unit.category'])
          .execute()
  return new Map(rows.map(({ id, ...named }) => [id, named]))
}
