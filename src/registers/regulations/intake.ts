import { yearOf } from '../../kernel/day.ts'
import { foldedText } from '../../kernel/fold.ts'
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import type { AnyIntake, Book, FileIntake, Intake } from '../../office/intake/book.ts'
import type { Given } from '../../office/intake/model.ts'
import type { Reader, Writer } from '../../platform/db.ts'
import type { StoredFile } from '../../platform/files.ts'
import { newId } from '../../platform/id.ts'
import { readPaper } from '../../platform/readers.ts'
import { type CalendarRow, calendarSheet } from './calendar.sheet.ts'
import type { Regulation, RegulationVersion } from './model.ts'
import { datesOf } from './rules/history.ts'
import { aliasesOf } from './rules/names.ts'
import { type ParsedLaw, parseLaw } from './rules/parse.ts'
import { likeItsWeek, looksWhole } from './rules/year.ts'
import * as store from './store.ts'
import { words } from './words.ts'

type Taken = { file: StoredFile; text: string; law: ParsedLaw; given: Given }

const lastArticles = ({ text, law }: Taken): string => {
  const articles = law.pieces.filter((piece) => piece.kind === 'article').slice(-3)
  return text.slice(articles[0]?.startsAt ?? 0, articles.at(-1)?.endsAt ?? text.length)
}

const whyNotLaw = ({ law }: Taken): Refusal | null =>
  law.articles === 0 ? refuse('lawWithoutArticles') : law.title.length < 2 ? refuse('lawWithoutTitle') : null

/** The place a title begins with (its longest name on file); the whole country when it begins with none. */
async function placeNamed(read: Reader, title: string): Promise<string> {
  const places = await read.selectFrom('jurisdiction').select(['code', 'name']).where('level', 'in', ['province', 'city']).execute()
  const named = places.filter(({ name }) => title.startsWith(name)).sort((a, b) => b.name.length - a.name.length)
  return named[0]?.code ?? '000000'
}

async function regulationFor(tx: Writer, title: string): Promise<Regulation> {
  const known = await store.findRegulation(tx, { title })
  if (known) return known
  const jurisdiction = await placeNamed(tx, title)
  return { id: newId(), title, aliases: aliasesOf(title), jurisdiction, repealedOn: null, repealBasis: null, version: 1 }
}

function versionOf(taken: Taken, regulation: Regulation, kept: RegulationVersion | undefined): RegulationVersion {
  const { file, text, law } = taken
  const dates = datesOf({ name: file.name, history: law.history, lastArticles: lastArticles(taken) })
  const byHand = kept?.effectiveBasis ? { effectiveOn: kept.effectiveOn, effectiveBasis: kept.effectiveBasis } : { effectiveBasis: null }
  return {
    id: kept?.id ?? newId(),
    regulation: regulation.id,
    ...dates,
    ...byHand,
    name: kept && kept.sha256 === file.sha256 ? kept.name : file.name,
    history: [...law.history],
    articles: law.articles,
    sha256: file.sha256,
    text,
    folded: foldedText(text),
    version: kept?.version ?? 1,
  }
}

async function keepPieces(tx: Writer, { given, law }: Taken, version: string, book: Book): Promise<void> {
  const old = await tx.selectFrom('provision').select(['id', 'position']).where('regulationVersion', '=', version).execute()
  await book.drop(
    tx,
    'provision',
    old.filter(({ position }) => position >= law.pieces.length).map(({ id }) => id),
  )
  const ids = new Map(old.map(({ id, position }) => [position, id]))
  const records = law.pieces.map((piece) => ({ ...piece, id: ids.get(piece.position) ?? newId(), regulationVersion: version }))
  await book.keep(
    tx,
    'provision',
    records.map((record) => ({ given, record })),
    { key: ['regulationVersion', 'position'] },
  )
}

/** The text itself, its title, its provisions. Two texts of one title and day cannot both stand. */
async function keepLaw(tx: Writer, taken: Taken, book: Book): Promise<void> {
  const regulation = await regulationFor(tx, taken.law.title)
  const others = await tx.selectFrom('regulationVersion').selectAll().where('regulation', '=', regulation.id).execute()
  const draft = versionOf(taken, regulation, undefined)
  const kept = others.find((each) => each.adoptedOn === draft.adoptedOn)
  if (kept && kept.sha256 !== taken.file.sha256 && kept.name !== taken.file.name) {
    const on = draft.adoptedOn ?? ''
    return book.unreadable(taken.file.name, refuse('lawVersionTwice', { title: regulation.title, on, name: kept.name }))
  }
  const version = kept ? versionOf(taken, regulation, kept) : draft
  const { given } = taken
  await book.keep(tx, 'regulationVersion', [{ given, record: version }], { key: ['regulation', 'adoptedOn'] })
  await book.keep(tx, 'regulation', [{ given, record: regulation }], { key: ['title'] })
  await keepPieces(tx, taken, version.id, book)
}

const lawsIntake: FileIntake = {
  what: 'regulations',
  title: words.title.list,
  accepts: ['.md', '.txt', '.docx', '.doc', '.pdf'],
  async take(tx, file, book) {
    const read = await readPaper(file)
    if ('refusal' in read) return book.unreadable(file.name, read.refusal)
    const taken: Taken = { file, text: read.value.text, law: parseLaw(read.value.text), given: { file: file.name, row: 0, value: {} } }
    const no = whyNotLaw(taken)
    return no ? book.unreadable(file.name, no) : keepLaw(tx, taken, book)
  },
  keepsFiles: true,
}

/** Years of the file at hand, to be known once the whole notice is in. */
const noticed = new WeakMap<Writer, Given<CalendarRow>[]>()

const calendarIntake: Intake<CalendarRow> = {
  sheet: calendarSheet,
  async settle(tx, given, book) {
    noticed.set(tx, [...(noticed.get(tx) ?? []), ...given])
    const special = given.filter(({ value }) => !likeItsWeek(value.day, value.working) || value.note)
    const record = ({ value, file }: Given<CalendarRow>) => ({ id: newId(), ...value, note: value.note ?? '', source: file, version: 1 })
    await book.keep(
      tx,
      'workday',
      special.map((each) => ({ given: each, record: record(each) })),
      { key: ['day'] },
    )
    await forgetOrdinary(
      tx,
      given.filter((each) => !special.includes(each)),
      book,
    )
  },
  async finish(tx, book) {
    const given = noticed.get(tx) ?? []
    noticed.delete(tx)
    const years = [...new Set(given.map(({ value }) => yearOf(value.day)))]
    for (const year of years) {
      const first = given.find(({ value }) => yearOf(value.day) === year)
      const days = given.map(({ value }) => ({ ...value, note: value.note ?? '' }))
      if (!first || !looksWhole(year, days)) continue
      await book.keep(tx, 'calendarYear', [{ given: first, record: { id: newId(), year, source: first.file, version: 1 } }], {
        key: ['year'],
        leave: ['source'],
      })
    }
  },
}

/** A day that is to count as its week has it needs no row: one that stood for it goes. */
async function forgetOrdinary(tx: Writer, given: readonly Given<CalendarRow>[], book: Book): Promise<void> {
  if (given.length === 0) return
  const days = given.map(({ value }) => value.day)
  const rows = await tx.selectFrom('workday').select('id').where('day', 'in', days).execute()
  await book.drop(
    tx,
    'workday',
    rows.map(({ id }) => id),
  )
}

export const intakes: readonly AnyIntake[] = [lawsIntake, calendarIntake]
