import Docxtemplater from 'docxtemplater'
import PizZip from 'pizzip'
import { z } from 'zod'
import type { TagFact, TagFacts } from '../rules/facts.ts'
import type { FieldEntry } from '../rules/fields.ts'
import { words } from '../words.ts'
import { markStyle } from './frame.ts'

const Scope = z.record(z.string(), z.unknown())
type Asked = { tags: Set<string> }
type Getting = { meta?: { part?: { module?: string } } }

const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every((each) => typeof each === 'string')
const given = (value: unknown): boolean => value !== undefined && value !== '' && (!Array.isArray(value) || value.length > 0)

/** Looks a tag up by its plain name only: no expression is ever evaluated. `?name` asks whether there is a value. */
const lookup = (asked: Asked) => (tag: string) => ({
  get(scope: unknown, context: Getting) {
    if (tag === '.') return scope
    const name = tag.replace(/^\?/, '')
    const known = Scope.safeParse(scope)
    if (!known.success || !Object.hasOwn(known.data, name)) return undefined
    const value = known.data[name]
    if (tag.startsWith('?')) return given(value)
    asked.tags.add(name)
    const inLoop = context.meta?.part?.module === 'loop'
    return isTexts(value) && !inLoop ? value.join('\n') : value
  },
})

/** 版心 is 156 mm wide; the mark's letters are set as large as all the issuers' names allow, 45 pt at most. */
function fitMark(zip: PizZip, facts: TagFacts, markEnd: string): void {
  const part = zip.file('word/styles.xml')
  const issuers = facts[words.head.issuers.zh]
  if (!part || !isTexts(issuers)) return
  const longest = Math.max(...issuers.map((name) => name.length + markEnd.length))
  const halfPoints = Math.min(90, Math.floor((442 * 2) / longest))
  const pitch = Math.min(1240, halfPoints * 14)
  const fitted = part
    .asText()
    .replace(new RegExp(`<w:style [^>]*w:styleId="${markStyle}".*?</w:style>`, 's'), (style) =>
      style
        .replace(/(<w:sz(?:Cs)? w:val=")\d+/g, `$1${halfPoints}`)
        .replace(/w:line="\d+"/, `w:line="${issuers.length > 1 ? pitch : 1240}"`),
    )
  zip.file('word/styles.xml', fitted)
}

const paragraph = /<w:p(?: [^>]*)?>(?:(?!<w:p[ >]).)*?<\/w:p>/gs
const stays = (xml: string) => xml.includes('<w:keepNext/>')

/** The signature is never alone on a page: the last paragraph of the text stays with it. */
function keepSignature(zip: PizZip): void {
  const part = zip.file('word/document.xml')
  if (!part) return
  const xml = part.asText()
  const found = [...xml.matchAll(paragraph)]
  const signed = found.findLastIndex(([text]) => stays(text))
  const before = found.slice(0, Math.max(signed, 0)).findLast(([text]) => !stays(text))
  if (!before) return
  const kept = before[0].replace(/<w:pPr>(<w:pStyle [^>]*\/>)?/, (start) => `${start}<w:keepNext/>`)
  zip.file('word/document.xml', `${xml.slice(0, before.index)}${kept}${xml.slice(before.index + before[0].length)}`)
}

const openTemplate = (zip: PizZip, asked: Asked) =>
  new Docxtemplater(zip, {
    paragraphLoop: true,
    linebreaks: true,
    errorLogging: false,
    nullGetter: () => '',
    parser: lookup(asked),
  })

const isGiven = (fact: TagFact | undefined) => given(fact)
/** A title is one text, whatever its lines. */
const textOf = (fact: TagFact): string => (typeof fact === 'string' ? fact : isTexts(fact) ? fact.join('') : '')

/** Fields with a value that neither the template asked for nor the head's own text holds: their content would be lost. */
function unplaced(about: Filling, { tags }: Asked): string[] {
  const headText = Object.values(about.head).map(textOf).join('\n')
  const inHead = (fact: TagFact | undefined) => typeof fact === 'string' && headText.includes(fact)
  const asked = ({ key, label }: { key: string; label: { zh: string } }) => tags.has(key) || tags.has(label.zh)
  return about.entries.flatMap((entry) => {
    const fact = about.fields[entry.key]
    if (!isGiven(fact) || (!asked(entry) && inHead(fact))) return []
    if (!asked(entry)) return [entry.label.zh]
    const rowsOf = Array.isArray(fact) ? fact : []
    const inSome = (key: string) => rowsOf.some((row) => Scope.safeParse(row).success && given(Scope.parse(row)[key]))
    return entry.columns.filter((column) => inSome(column.key) && !asked(column)).map(({ label }) => `${entry.label.zh}·${label.zh}`)
  })
}

/** `markEnd` is what the red mark says after the issuer: its size is fitted to both. */
export type Filling = { entries: readonly FieldEntry[]; fields: TagFacts; head: TagFacts; markEnd: string }
export type Filled = { bytes: Uint8Array<ArrayBuffer>; unplaced: string[] }
/** Fills a template that passed the check. Every value is placed or named in `unplaced`. */
export function fillTemplate(template: Uint8Array, about: Filling): Filled {
  const zip = new PizZip(template)
  const facts = { ...about.head, ...about.fields }
  fitMark(zip, facts, about.markEnd)
  const asked: Asked = { tags: new Set() }
  const filled = openTemplate(zip, asked)
  filled.render(facts)
  keepSignature(filled.getZip())
  const bytes = filled.toBuffer({ compression: 'DEFLATE' })
  return { bytes: new Uint8Array(bytes), unplaced: unplaced(about, asked) }
}
