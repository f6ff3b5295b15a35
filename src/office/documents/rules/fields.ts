import { z } from 'zod'
import type { Phrase } from '../../../kernel/say.ts'
import type { FieldValues } from '../model.ts'

/** line: a few words. long: paragraphs, one a line of text. day: YYYY-MM-DD, printed as 2026年3月5日. rows: a list. */
export const FieldKind = z.enum(['line', 'long', 'day', 'rows'])
export type FieldKind = z.infer<typeof FieldKind>
const Meta = z.object({ kind: FieldKind, zh: z.string(), en: z.string() })

type Cell = z.ZodType<string | undefined>
export type Fields = Readonly<Record<string, z.ZodType>>

/** A few words; obligatory unless `.optional()`. The Chinese name is at once the tag in a Word template. */
export const line = (zh: string, en: string) => z.string().trim().min(1).max(500).meta({ kind: 'line', zh, en })
/** Running text; each line of it becomes a paragraph. */
export const long = (zh: string, en: string) => z.string().trim().min(1).max(200_000).meta({ kind: 'long', zh, en })
/** A day, YYYY-MM-DD. */
export const onDay = (zh: string, en: string) => z.iso.date().meta({ kind: 'day', zh, en })
/** A list of rows, such as findings; at least one unless `.optional()`. */
export const rows = <C extends Record<string, Cell>>(zh: string, en: string, columns: C) =>
  z.array(z.object(columns)).min(1).max(2000).meta({ kind: 'rows', zh, en })

/** One entry of a document type's field catalogue, as pages and templates know it. */
export const FieldEntry = z.object({
  key: z.string(),
  kind: FieldKind,
  label: z.object({ zh: z.string(), en: z.string() }),
  needed: z.boolean(),
  columns: z.array(
    z.object({ key: z.string(), kind: FieldKind, label: z.object({ zh: z.string(), en: z.string() }), needed: z.boolean() }),
  ),
})
export type FieldEntry = z.infer<typeof FieldEntry>
type Column = FieldEntry['columns'][number]

/** The schema within an optional one. */
const bare = (schema: z.ZodType): z.ZodType => {
  const within: unknown = schema instanceof z.ZodOptional ? schema.unwrap() : schema
  return within instanceof z.ZodType ? within : schema
}

function columnOf(key: string, schema: z.ZodType): Column {
  const { kind, zh, en } = Meta.parse(bare(schema).meta())
  return { key, kind, label: { zh, en }, needed: !schema.safeParse(undefined).success }
}

/** The entries of a catalogue in the order they were declared. */
export function catalogueOf(fields: Fields): FieldEntry[] {
  return Object.entries(fields).map(([key, schema]) => {
    const within = bare(schema)
    const row = within instanceof z.ZodArray ? within.element : null
    const columns = row instanceof z.ZodObject ? Object.entries(row.shape).map(([name, cell]) => columnOf(name, cell)) : []
    return { ...columnOf(key, schema), columns }
  })
}

const filled = (value: FieldValues[string] | undefined) => value !== undefined && value.length > 0 && value !== ''

/** Without the empty ones: an empty text is no value. */
export function withoutBlanks(values: FieldValues): FieldValues {
  const kept = Object.entries(values).map(([key, value]) => {
    if (typeof value === 'string') return [key, value.trim()] as const
    const full = value.map((row) => Object.fromEntries(Object.entries(row).filter(([, text]) => text.trim() !== '')))
    return [key, full.filter((row) => Object.keys(row).length > 0)] as const
  })
  return Object.fromEntries(kept.filter(([, value]) => filled(value)))
}

export type Shortfall = { missing: Phrase[]; wrong: Phrase[]; unknown: string[] }
const inRow = (entry: FieldEntry, column: Column): Phrase => ({
  zh: `${entry.label.zh}·${column.label.zh}`,
  en: `${entry.label.en}: ${column.label.en}`,
})

/** The obligatory columns that some row leaves empty, and the cells of a wrong shape or of no known column. */
function rowsShortfall(entry: FieldEntry, rowShape: z.ZodObject, given: readonly Record<string, string>[]): Shortfall {
  const cellWrong = ({ key }: Column) => given.some((row) => row[key] !== undefined && !rowShape.shape[key]?.safeParse(row[key]).success)
  const known = new Set(entry.columns.map(({ key }) => key))
  return {
    missing: entry.columns.filter(({ key, needed }) => needed && given.some((row) => !row[key])).map((column) => inRow(entry, column)),
    wrong: entry.columns.filter(cellWrong).map((column) => inRow(entry, column)),
    unknown: [...new Set(given.flatMap((row) => Object.keys(row)))].filter((key) => !known.has(key)).map((key) => `${entry.key}.${key}`),
  }
}

function entryShortfall(entry: FieldEntry, schema: z.ZodType | undefined, value: FieldValues[string] | undefined): Shortfall {
  const none: Shortfall = { missing: [], wrong: [], unknown: [] }
  if (value === undefined || !filled(value)) return { ...none, missing: entry.needed ? [entry.label] : [] }
  const within = schema ? bare(schema) : undefined
  const row = within instanceof z.ZodArray ? within.element : null
  if (row instanceof z.ZodObject && typeof value !== 'string') return rowsShortfall(entry, row, value)
  return schema?.safeParse(value).success ? none : { ...none, wrong: [entry.label] }
}

/** What keeps values from being complete: what is obligatory and missing, what has a wrong shape, keys the catalogue does not know. */
export function shortfall(fields: Fields, given: FieldValues): Shortfall {
  const values = withoutBlanks(given)
  const entries = catalogueOf(fields)
  const keys = new Set(entries.map(({ key }) => key))
  const each = entries.map((entry) => entryShortfall(entry, fields[entry.key], values[entry.key]))
  return {
    missing: each.flatMap(({ missing }) => missing),
    wrong: each.flatMap(({ wrong }) => wrong),
    unknown: [...Object.keys(values).filter((key) => !keys.has(key)), ...each.flatMap(({ unknown }) => unknown)],
  }
}
