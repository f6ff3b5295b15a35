import Docxtemplater from 'docxtemplater'
import PizZip from 'pizzip'
import { z } from 'zod'
import { catalogueOf, type FieldEntry } from '../rules/fields.ts'
import { headCatalogue, rowTags } from '../rules/head.ts'
import { nearest } from '../rules/nearest.ts'
import type { AnyDocument } from '../rules/type.ts'

/** What is wrong in a template: a tag nobody knows, with the nearest right one; a list set as a word; a broken section. */
export type TemplateTrouble =
  | { code: 'tagUnknown'; tag: string; nearest: string }
  | { code: 'tagNotSection'; tag: string }
  | { code: 'tagBroken'; tag: string }
export type TemplateCheck = { wrong: TemplateTrouble[]; lacking: string[] }

const Part = z.object({
  type: z.string(),
  value: z.string().optional(),
  module: z.string().optional(),
  subparsed: z.array(z.unknown()).optional(),
})
type Tag = { name: string; section: boolean; within: readonly string[] }

function tagsIn(parts: readonly unknown[], within: readonly string[] = []): Tag[] {
  return parts.flatMap((each): Tag[] => {
    const part = Part.safeParse(each)
    if (!part.success || part.data.type !== 'placeholder') return []
    const { value = '', module, subparsed } = part.data
    const own = { name: value.trim(), section: module === 'loop', within }
    return [own, ...tagsIn(subparsed ?? [], [...within, own.name.replace(/^\?/, '')])]
  })
}

const Broken = z.object({
  properties: z.object({
    xtag: z.string().optional(),
    errors: z.array(z.object({ properties: z.object({ xtag: z.string().optional(), openingtag: z.string().optional() }) })).optional(),
  }),
})
function brokenTags(error: unknown): TemplateTrouble[] {
  const known = Broken.safeParse(error)
  if (!known.success) return [{ code: 'tagBroken', tag: '' }]
  const tags = (known.data.properties.errors ?? []).map(({ properties }) => properties.xtag ?? properties.openingtag ?? '')
  const all = tags.length > 0 ? tags : [known.data.properties.xtag ?? '']
  return [...new Set(all)].map((tag) => ({ code: 'tagBroken', tag }))
}

const Compiled = z.record(z.string(), z.object({ postparsed: z.array(z.unknown()) }))
/** The parsed parts of every file of the template that holds text: body, headers, footers. */
function parsed(template: Uint8Array): unknown[] {
  const opened = new Docxtemplater(new PizZip(template), { paragraphLoop: true, linebreaks: true, errorLogging: false })
  const compiled: unknown = Reflect.get(opened, 'compiled')
  return Object.values(Compiled.parse(compiled)).flatMap(({ postparsed }) => postparsed)
}

type Known = { kind: string; entry?: FieldEntry }
function scopeOf(type: AnyDocument): (tag: Tag) => Known | undefined {
  const entries = [...catalogueOf(type.fields), ...headCatalogue]
  const find = (list: readonly { key: string; kind: string; label: { zh: string } }[], name: string) =>
    list.find(({ key, label }) => key === name || label.zh === name)
  return ({ name, within }) => {
    if (name === '.') return { kind: 'line' }
    const bare = name.replace(/^\?/, '')
    for (const outer of [...within].reverse()) {
      const list = entries.find(({ key, label }) => key === outer || label.zh === outer)
      const column = list && find(list.columns, bare)
      if (column) return { kind: column.kind }
      if (list?.kind === 'rows' && rowTags.includes(bare)) return { kind: 'line' }
    }
    const entry = entries.find(({ key, label }) => key === bare || label.zh === bare)
    return entry ? { kind: entry.kind, entry } : undefined
  }
}

function namesFor(type: AnyDocument): string[] {
  const entries = catalogueOf(type.fields)
  return [...entries, ...entries.flatMap(({ columns }) => columns), ...headCatalogue].map(({ label }) => label.zh)
}

/**
 * Holds a Word template against the field catalogue of its document type: every tag must be one of the catalogue, of the
 * common head or of the row it stands in, lists must be sections. `lacking` names obligatory fields it has no place for.
 */
export function checkTemplate(template: Uint8Array, type: AnyDocument): TemplateCheck {
  let parts: unknown[]
  try {
    parts = parsed(template)
  } catch (error) {
    return { wrong: brokenTags(error), lacking: [] }
  }
  const tags = tagsIn(parts)
  const known = scopeOf(type)
  const names = namesFor(type)
  const wrong = tags.flatMap((tag): TemplateTrouble[] => {
    const found = known(tag)
    const bare = tag.name.replace(/^\?/, '')
    if (!found) return [{ code: 'tagUnknown', tag: bare, nearest: nearest(bare, names) }]
    return found.kind === 'rows' && !tag.section ? [{ code: 'tagNotSection', tag: bare }] : []
  })
  return { wrong, lacking: lackingIn(type, tags) }
}

/** Obligatory fields without a place, leaving out those that the title or the addressee carries. */
function lackingIn(type: AnyDocument, tags: readonly Tag[]): string[] {
  const used = new Set(tags.filter(({ name }) => !name.startsWith('?')).map(({ name }) => name))
  const carried = `${type.title}${type.addressee ?? ''}${type.copyTo ?? ''}`
  const placed = ({ key, label }: { key: string; label: { zh: string } }) => used.has(key) || used.has(label.zh)
  return catalogueOf(type.fields).flatMap((entry) => {
    if (!entry.needed || carried.includes(`{${entry.label.zh}}`)) return []
    if (!placed(entry)) return [entry.label.zh]
    return entry.columns.filter((column) => column.needed && !placed(column)).map(({ label }) => `${entry.label.zh}·${label.zh}`)
  })
}
