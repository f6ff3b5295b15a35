import { alike, foldedText } from '../../kernel/fold.ts'
import { likeText, type Reader } from '../../platform/db.ts'
import { allUnits } from '../../registers/places/store.ts'
import { type FieldTerm, fieldKey, fieldsIn, type Query } from './rules/query.ts'
import { searchable } from './searchable.ts'

/** Which texts fit each field asked for in a query, by `fieldKey`. */
export type Fitting = ReadonlyMap<string, ReadonlySet<string>>

type Asked = { read: Reader; place: string }

/** Answers every field leaf of a query once, as the set of texts that fit; the same for every engine. */
export async function fittingOf(asked: Asked, query: Query): Promise<Fitting> {
  const fields = new Map(fieldsIn(query).map((field) => [fieldKey(field), field]))
  const answers = new Map<string, ReadonlySet<string>>()
  for (const [key, field] of fields) answers.set(key, new Set(await idsThatFit(asked, field)))
  return answers
}

function idsThatFit(asked: Asked, field: FieldTerm): Promise<string[]> {
  switch (field.field) {
    case 'year':
      return ofYears(asked, field)
    case 'kind':
      return ids(texts(asked).where('kind', 'in', [...field.kinds]))
    case 'unitId':
      return ids(texts(asked).where('unit', '=', field.id))
    case 'unit':
      return ofUnit(asked, field.value)
    case 'number':
      return ofNumber(asked, field.value)
    case 'person':
      return ofPerson(asked, field.value)
    case 'law':
      return ofLaw(asked, field.value)
  }
}

const texts = ({ read, place }: Asked) => searchable(read, place).select('id')
const ids = async (query: { execute(): Promise<{ id: string }[]> }): Promise<string[]> => (await query.execute()).map(({ id }) => id)
const saying = (query: ReturnType<typeof texts>, words: readonly string[]) =>
  query.where((is) => is.or(words.map((each) => is('folded', 'like', `%${likeText(each)}%`))))

function ofYears(asked: Asked, { from, to }: { from: number | null; to: number | null }): Promise<string[]> {
  const open = texts(asked)
  const since = from === null ? open : open.where('year', '>=', from)
  return ids(to === null ? since : since.where('year', '<=', to))
}

/** Papers whose audited unit bears, or bore, a name that contains these words. */
async function ofUnit(asked: Asked, words: string): Promise<string[]> {
  const named = (await allUnits(asked.read)).filter(({ name, shortNames, formerNames }) =>
    [name, ...shortNames, ...formerNames.map((former) => former.name)].some((each) => foldedText(each).includes(words)),
  )
  if (named.length === 0) return []
  return ids(
    texts(asked).where(
      'unit',
      'in',
      named.map(({ id }) => id),
    ),
  )
}

async function ofNumber({ read, place }: Asked, words: string): Promise<string[]> {
  const numbered = await searchable(read, place).select(['id', 'number']).where('number', 'is not', null).execute()
  return numbered.filter(({ number }) => foldedText(number ?? '').includes(words)).map(({ id }) => id)
}

/** Texts that name an official of the register: the name itself or the official's other recorded names. */
async function ofPerson(asked: Asked, name: string): Promise<string[]> {
  const officials = await asked.read.selectFrom('official').select(['name', 'formerNames']).execute()
  const bearers = officials.filter((each) => [each.name, ...each.formerNames].some((known) => alike(known, name)))
  const names = [...new Set(bearers.flatMap((each) => [each.name, ...each.formerNames]).map(foldedText))]
  return names.length === 0 ? [] : ids(saying(texts(asked), names))
}

/** The versions of laws whose title or short title contains these words, and the texts that cite one of them in book-title marks. */
async function ofLaw(asked: Asked, words: string): Promise<string[]> {
  const laws = await asked.read.selectFrom('regulation').select(['id', 'title', 'aliases']).execute()
  const named = laws.filter(({ title, aliases }) => [title, ...aliases].some((each) => foldedText(each).includes(words)))
  const titles = named.flatMap(({ title, aliases }) => [title, ...aliases]).map((title) => `\u300a${foldedText(title)}\u300b`)
  const citing = await ids(saying(texts(asked), titles.length > 0 ? titles : [`\u300a${words}`]))
  if (named.length === 0) return citing
  const versions = asked.read
    .selectFrom('regulationVersion')
    .select('id')
    .where(
      'regulation',
      'in',
      named.map(({ id }) => id),
    )
  return [...new Set([...citing, ...(await ids(versions))])]
}
