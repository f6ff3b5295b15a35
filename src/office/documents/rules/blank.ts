import type { FieldValues } from '../model.ts'
import { catalogueOf, withoutBlanks } from './fields.ts'
import type { AnyDocument } from './type.ts'

/** The fields of the catalogue without a value, by their Chinese names: reported beside every paper. */
export function blankFields(type: AnyDocument, given: FieldValues): string[] {
  const values = withoutBlanks(given)
  return catalogueOf(type.fields)
    .filter(({ key }) => values[key] === undefined)
    .map(({ label }) => label.zh)
}
