import { Day } from '../../../kernel/day.ts'
import type { FieldValues, IssuedPaper } from '../model.ts'
import { clean, numeral, paperDay } from '../rules.ts'
import { words } from '../words.ts'
import type { FieldEntry } from './fields.ts'
import { catalogueOf, withoutBlanks } from './fields.ts'
import { titleLines } from './title.ts'
import type { AnyDocument } from './type.ts'

/** What a tag may stand for: text, paragraphs of text, or rows whose columns are tags again. */
export type TagFact = string | readonly string[] | readonly TagFacts[]
export type TagFacts = { readonly [tag: string]: TagFact }

const paragraphs = (text: string): string[] =>
  clean(text)
    .split(/\r?\n/)
    .map((each) => each.trim())
    .filter((each) => each !== '')

const dayText = (text: string): string => {
  const on = Day.safeParse(text)
  return on.success ? paperDay(on.data) : text
}

function factOf(entry: Pick<FieldEntry, 'kind'>, value: string): string | string[] {
  if (entry.kind === 'day') return dayText(value)
  return entry.kind === 'long' ? paragraphs(value) : paragraphs(value).join('\n')
}

type Named = { key: string; label: { zh: string } }
/** Under both its names: the Chinese one and the key. */
const twice = ({ key, label }: Named, fact: TagFact): [string, TagFact][] => [
  [label.zh, fact],
  [key, fact],
]

function rowFacts(entry: FieldEntry, row: Record<string, string>, at: number): TagFacts {
  const cells = entry.columns.flatMap((column) => twice(column, row[column.key] ? factOf(column, row[column.key] ?? '') : ''))
  return { ...Object.fromEntries(cells), [words.rowTag.number]: String(at + 1), [words.rowTag.numeral]: numeral(at + 1) }
}

/** The values of a paper's own fields as tags. */
export function fieldFacts(entries: readonly FieldEntry[], given: FieldValues): TagFacts {
  const values = withoutBlanks(given)
  const facts = entries.flatMap((entry): [string, TagFact][] => {
    const value = values[entry.key]
    if (value === undefined) return []
    const fact = typeof value === 'string' ? factOf(entry, value) : value.map((row, at) => rowFacts(entry, row, at))
    return twice(entry, fact)
  })
  return Object.fromEntries(facts)
}

/** A pattern such as 关于{被审计领导干部}同志…的通知 with its one-line tags filled; unknown ones stay empty. */
export const filledPattern = (pattern: string, facts: TagFacts): string =>
  pattern.replace(/\{([^{}]+)\}/g, (_, name: string) => {
    const fact = facts[name]
    return typeof fact === 'string' ? fact : ''
  })

/** The title that a type proposes for these values. */
export const proposedTitle = (type: AnyDocument, values: FieldValues): string =>
  filledPattern(type.title, fieldFacts(catalogueOf(type.fields), values))

const numbered = (attachments: readonly string[]): string[] =>
  attachments.map((text, at) => {
    const lead = at === 0 ? words.set.attachment : '　　　'
    return attachments.length === 1 ? `${lead}${text}` : `${lead}${at + 1}. ${text}`
  })

type Headed = Pick<IssuedPaper, 'head' | 'secrecy' | 'number' | 'title' | 'paperOn'>
/** The common head as tags. An open paper bears no secrecy label; an ordinary one no urgency. */
export function headFacts(paper: Headed, about: { projectNumber: string | null }): TagFacts {
  const { head, secrecy, number, title, paperOn } = paper
  const label = secrecy === 'open' ? '' : words.secrecy[secrecy].zh
  const on = paperOn === null ? '' : paperDay(paperOn)
  const facts: Record<keyof typeof words.head, TagFact> = {
    issuers: head.issuers,
    signers: head.issuers,
    number: number ?? '',
    secrecy: label && head.secrecyTerm ? `${label}${words.set.secrecyGap}${head.secrecyTerm}` : label,
    urgency: head.urgency === 'plain' ? '' : words.urgency[head.urgency].zh,
    approver: head.approver,
    title: titleLines(title),
    addressee: head.addressee,
    copyTo: head.copyTo.replace(/[。.]$/, ''),
    paperOn: on,
    attachments: numbered(head.attachments),
    printedBy: head.printedBy || (head.issuers[0] ?? ''),
    printedOn: on,
    project: about.projectNumber ?? '',
  }
  return Object.fromEntries(Object.entries(words.head).map(([key, { zh }]) => [zh, facts[headKey(key)]]))
}
const headKeys = new Set<string>(Object.keys(words.head))
const isHeadKey = (key: string): key is keyof typeof words.head => headKeys.has(key)
const headKey = (key: string): keyof typeof words.head => (isHeadKey(key) ? key : 'title')
