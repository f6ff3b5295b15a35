import { sql } from 'kysely'
import { alike, foldedText } from '../../kernel/fold.ts'
import { likeText, type Reader } from '../../platform/db.ts'
import { allUnits } from '../../registers/places/store.ts'
import { type FieldTerm, fieldKey, fieldsIn, type Query } from './rules/query.ts'
import { searchable } from './searchable.ts'

/** Which texts fit each field asked for in a query, by `fieldKey`. */
export type Fitting = ReadonlyMap<string, ReadonlySet<string>>

/** Answers every field leaf of a query once, as the set of texts that fit; the same for every engine. */
export async function fittingOf(read: Reader, query: Query): Promise<Fitting> {
  const fields = new Map(fieldsIn(query).map((field) => [fieldKey(field), field]))
  const answers = new Map<string, ReadonlySet<string>>()
  for (const [key, field] of fields) answers.set(key, new Set(await idsThatFit(read, field)))
  return answers
}

function idsThatFit(read: Reader, field: FieldTerm): Promise<string[]> {
  switch (field.field) {
    case 'year':
      return ofYears(read, field)
    case 'kind':
      return ids(texts(read).where('kind', 'in', [...field.kinds]))
    case 'unitId':
      return ofUnits(read, [field.id])
    case 'unit':
      return ofUnit(read, field.value)
    case 'number':
      return ofNumber(read, field.value)
    case 'person':
      return ofPerson(read, field.value)
    case 'law':
      return ofLaw(read, field.value)
  }
}

const texts = (read: Reader) => searchable(read).select('id')
const ids = async (query: { execute(): Promise<{ id: string }[]> }): Promise<string[]> => (await query.execute()).map(({ id }) => id)
function ofYears(read: Reader, { from, to }: { from: number | null; to: number | null }): Promise<string[]> {
  const open = texts(read)
  const since = from === null ? open : open.where('year', '>=', from)
  return ids(to === null ? since : since.where('year', '<=', to))
}

/** Papers whose audited unit bears, or bore, a name that contains these words. */
async function ofUnit(read: Reader, words: string): Promise<string[]> {
  const named = (await allUnits(read)).filter(({ name, shortNames, formerNames }) =>
    [name, ...shortNames, ...formerNames.map((former) => former.name)].some((each) => foldedText(each).includes(words)),
  )
  return ofUnits(
    read,
    named.map(({ id }) => id),
  )
}

/** Papers of these audited units: assigned by a person, or the report of an audit project of theirs. */
async function ofUnits(read: Reader, units: readonly string[]): Promise<string[]> {
  if (units.length === 0) return []
  const reports = read
    .selectFrom('project')
    .select('document')
    .where('unit', 'in', [...units])
    .where('document', 'is not', null)
  return ids(texts(read).where((is) => is.or([is('unit', 'in', [...units]), is('id', 'in', reports)])))
}

async function ofNumber(read: Reader, words: string): Promise<string[]> {
  const numbered = await searchable(read).select(['id', 'number']).where('number', 'is not', null).execute()
  return numbered.filter(({ number }) => foldedText(number ?? '').includes(words)).map(({ id }) => id)
}

/** Papers in which an official of this name (or once of this name) is linked, by the scorer or by a person's verdict. */
async function ofPerson(read: Reader, name: string): Promise<string[]> {
  const officials = await read.selectFrom('official').select(['id', 'name', 'formerNames']).execute()
  const bearers = officials.filter((each) => [each.name, ...each.formerNames].some((known) => alike(known, name)))
  return known(
    read,
    await linkedPapers(
      read,
      'official',
      bearers.map(({ id }) => id),
    ),
  )
}

/** Papers that mention one of these records of the register; a person's verdict stands over the scorer's decision. */
async function linkedPapers(read: Reader, kind: 'official' | 'regulation', targets: readonly string[]): Promise<string[]> {
  if (targets.length === 0) return []
  const rows = await read
    .selectFrom('mention')
    .leftJoin('mentionVerdict as v', (join) =>
      join
        .onRef('v.sha256', '=', 'mention.sha256')
        .onRef('v.kind', '=', 'mention.kind')
        .onRef('v.start', '=', 'mention.start')
        .onRef('v.end', '=', 'mention.end'),
    )
    .select('mention.document')
    .distinct()
    .where('mention.kind', '=', kind)
    .where((is) =>
      is.or([
        is('v.target', 'in', [...targets]),
        is.and([is('v.id', 'is', null), is('mention.decision', '=', 'link'), is('mention.target', 'in', [...targets])]),
      ]),
    )
    .execute()
  return rows.map(({ document }) => document)
}

/** Those of these texts that the reader may search. */
const known = (read: Reader, wanted: readonly string[]): Promise<string[]> =>
  wanted.length === 0 ? Promise.resolve([]) : ids(texts(read).where('id', 'in', [...wanted]))

/**
 * The versions of laws whose title or short title contains these words, and the texts that cite one: linked, by its title
 * in book-title marks, or with these words inside such marks.
 */
async function ofLaw(read: Reader, words: string): Promise<string[]> {
  const laws = await read.selectFrom('regulation').select(['id', 'title', 'aliases']).execute()
  const named = laws.filter(({ title, aliases }) => [title, ...aliases].some((each) => foldedText(each).includes(words)))
  const lawIds = named.map(({ id }) => id)
  const citing = await known(read, await linkedPapers(read, 'regulation', lawIds))
  const versions = lawIds.length === 0 ? [] : await ids(read.selectFrom('regulationVersion').select('id').where('regulation', 'in', lawIds))
  return [...new Set([...(await markedTitles(read, words, named)), ...citing, ...versions])]
}

const opens = '\u300a'
const closes = '\u300b'

function markedTitles(read: Reader, words: string, named: readonly { title: string; aliases: readonly string[] }[]): Promise<string[]> {
  const inside = `[^${opens}${closes}]*`
  const pattern = `${opens}${inside}${words.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}${inside}${closes}`
  const titles = named
    .flatMap(({ title, aliases }) => [title, ...aliases])
    .map((title) => `%${opens}${likeText(foldedText(title))}${closes}%`)
  return ids(texts(read).where((is) => is.or([sql<boolean>`folded ~ ${pattern}`, ...titles.map((title) => is('folded', 'like', title))])))
}
