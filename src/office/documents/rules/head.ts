import { words } from '../words.ts'
import type { FieldEntry } from './fields.ts'

const several = new Set(['issuers', 'signers', 'title', 'attachments'])
/** The tags of the common head, as a catalogue: they may stand in every template. */
export const headCatalogue: readonly FieldEntry[] = Object.entries(words.head).map(([key, label]) => ({
  key,
  label,
  kind: several.has(key) ? 'long' : 'line',
  needed: false,
  columns: [],
}))
/** Tags that every row has of itself. */
export const rowTags: readonly string[] = [words.rowTag.number, words.rowTag.numeral]
