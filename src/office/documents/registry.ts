import { refuse } from '../../kernel/refusal.ts'
import type { Reader } from '../../platform/db.ts'
import { Refused } from '../../platform/stop.ts'
import type { FieldValues } from './model.ts'
import { catalogueOf } from './rules/fields.ts'
import type { AnyDocument } from './rules/type.ts'

/**
 * A room's answer to "what do you know about this subject?", by the keys of its documents' fields. Only keys that a
 * type's catalogue has are taken; a later gatherer of the house's list overrules an earlier one.
 */
export type Gatherer = {
  /** The table of subjects it answers for: `project` of `project:<id>`. */
  subject: string
  gather(read: Reader, id: string): Promise<FieldValues>
}

/** Every document type of the house, and who knows the facts that fill them. */
export type Documents = { types: readonly AnyDocument[]; gatherers: readonly Gatherer[] }

/** The type of this id; refuses one that the house does not have. */
export function typeNamed({ types }: Documents, id: string): AnyDocument {
  const type = types.find((each) => each.id === id)
  if (!type) throw new Refused(refuse('documentTypeUnknown', { kind: id }))
  return type
}

/** What the rooms know for a document of this type about a subject: nothing of it has to be typed again. */
export async function gathered(
  { gatherers }: Documents,
  read: Reader,
  about: { type: AnyDocument; subject: string },
): Promise<FieldValues> {
  const [table = '', id = ''] = about.subject.split(':')
  const known = await Promise.all(gatherers.filter((each) => each.subject === table).map((each) => each.gather(read, id)))
  const all: FieldValues = Object.assign({}, ...known)
  const keys = catalogueOf(about.type.fields).map(({ key }) => key)
  return Object.fromEntries(keys.flatMap((key) => (all[key] === undefined ? [] : [[key, all[key]]])))
}
