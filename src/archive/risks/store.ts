import type { Day } from '../../kernel/day.ts'
import { countOf, json, likeText, type Reader, type Writer } from '../../platform/db.ts'
import { newId } from '../../platform/id.ts'
import type { CompilationFilter, CompilationLine } from './contract.ts'
import type { Compilation, CompilationVersion, LeadFigures, RiskNotice, RiskRule } from './model.ts'

export const allRules = (read: Reader): Promise<RiskRule[]> =>
  read.selectFrom('riskRule').selectAll().orderBy('kind').orderBy('startsOn').orderBy('id').execute()
export const addRule = (tx: Writer, rule: Omit<RiskRule, 'id' | 'version'>): Promise<RiskRule> =>
  tx
    .insertInto('riskRule')
    .values({ id: newId(), version: 1, ...rule })
    .returningAll()
    .executeTakeFirstOrThrow()
export const endRule = (tx: Writer, rule: RiskRule, endsOn: Day) =>
  tx
    .updateTable('riskRule')
    .set({ endsOn, version: rule.version + 1 })
    .where('id', '=', rule.id)
    .execute()

const columns = [
  ...(['id', 'kind', 'title', 'year', 'unitType', 'jurisdiction', 'state', 'edition', 'replaces', 'editedBy', 'editedName'] as const),
  ...(['editedOn', 'reviewedBy', 'reviewedName', 'reviewedOn', 'issuedName', 'issuedOn', 'number', 'paper', 'version'] as const),
] as const
const sorts = { year: 'year', title: 'title', state: 'state', editedOn: 'editedOn' } as const
const isSort = (text: string): text is keyof typeof sorts => text in sorts

const listed = (read: Reader, { q, kind, state, year }: CompilationFilter) => {
  let query = read.selectFrom('compilation')
  if (kind.length > 0) query = query.where('kind', 'in', kind)
  if (state.length > 0) query = query.where('state', 'in', state)
  if (year.length > 0) query = query.where('year', 'in', year)
  return q ? query.where('title', 'like', `%${likeText(q)}%`) : query
}
/** One page of compilations, those worked on last first unless sorted otherwise; without their content. */
export async function listCompilations(read: Reader, filter: CompilationFilter): Promise<{ rows: CompilationLine[]; total: number }> {
  const total = await countOf(listed(read, filter).select((of) => of.fn.countAll().as('count')))
  const key = (filter.sort ?? '-editedOn').replace(/^-/, '')
  const downward = (filter.sort ?? '-').startsWith('-')
  const rows = await listed(read, filter)
    .select(columns)
    .orderBy(isSort(key) ? sorts[key] : 'editedOn', downward ? 'desc' : 'asc')
    .orderBy('id', 'desc')
    .offset(filter.offset)
    .limit(filter.limit)
    .execute()
  return { rows, total }
}

/** Cases are written with their names: they are there only for who may know every finding they tell of. */
async function knownWhole<C extends Pick<Compilation, 'content'>>(read: Reader, row: C | undefined): Promise<C | undefined> {
  if (row?.content.kind !== 'cases') return row
  const findings = [...new Set(row.content.cases.map(({ finding }) => finding))]
  if (findings.length === 0) return row
  const known = await read.selectFrom('finding').select('id').where('id', 'in', findings).execute()
  return known.length === findings.length ? row : undefined
}
export const findCompilation = async (read: Reader, id: string): Promise<Compilation | undefined> =>
  knownWhole(read, await read.selectFrom('compilation').selectAll().where('id', '=', id).executeTakeFirst())
export const lockCompilation = async (tx: Writer, id: string): Promise<Compilation | undefined> =>
  knownWhole(tx, await tx.selectFrom('compilation').selectAll().where('id', '=', id).forUpdate().executeTakeFirst())
/** The edition that takes the place of another, if one was begun. */
export const editionAfter = (read: Reader, id: string) =>
  read.selectFrom('compilation').select(['id', 'edition', 'state']).where('replaces', '=', id).executeTakeFirst()

export type Hand = { account: string; name: string; on: Day }
type Fresh = Pick<Compilation, 'kind' | 'title' | 'year' | 'unitType' | 'jurisdiction' | 'content'> &
  Partial<Pick<Compilation, 'edition' | 'replaces'>>
const open = { reviewedBy: null, reviewedName: null, reviewedOn: null, issuedName: null, issuedOn: null, number: null, paper: null }
/** Begins a compilation as a draft of this hand. */
export const addCompilation = (tx: Writer, { account, name, on }: Hand, fresh: Fresh): Promise<Compilation> =>
  tx
    .insertInto('compilation')
    .values({
      ...{ id: newId(), state: 'draft', edition: 1, replaces: null, ...open, version: 1 },
      ...fresh,
      content: json(fresh.content),
      ...{ editedBy: account, editedName: name, editedOn: on },
    })
    .returningAll()
    .executeTakeFirstOrThrow()

type Moved = Partial<Omit<Compilation, 'id' | 'kind' | 'jurisdiction' | 'version' | 'content'>> & { content?: Compilation['content'] }
export const moveCompilation = (tx: Writer, before: Pick<Compilation, 'id' | 'version'>, { content, ...to }: Moved): Promise<Compilation> =>
  tx
    .updateTable('compilation')
    .set({ ...to, ...(content ? { content: json(content) } : {}), version: before.version + 1 })
    .where('id', '=', before.id)
    .returningAll()
    .executeTakeFirstOrThrow()

/** Keeps what a compilation is now as one of its versions. */
export const keepVersion = async (tx: Writer, now: Compilation, by: Hand & Pick<CompilationVersion, 'step' | 'note'>): Promise<void> => {
  const { id: compilation, version: no, title, content } = now
  const { step, note, account, name, on } = by
  await tx
    .insertInto('compilationVersion')
    .values({ id: newId(), compilation, no, step, title, content: json(content), account, name, takenOn: on, note })
    .execute()
}
export const versionsOf = (read: Reader, compilation: string): Promise<Omit<CompilationVersion, 'content'>[]> =>
  read
    .selectFrom('compilationVersion')
    .select(['id', 'compilation', 'no', 'step', 'title', 'account', 'name', 'takenOn', 'note'])
    .where('compilation', '=', compilation)
    .orderBy('no', 'desc')
    .execute()
export const findVersion = async (read: Reader, compilation: string, no: number): Promise<CompilationVersion | undefined> =>
  knownWhole(
    read,
    await read.selectFrom('compilationVersion').selectAll().where('compilation', '=', compilation).where('no', '=', no).executeTakeFirst(),
  )

/** Keeps what a cleared hand drew of leads for a report. */
export const keepLeadFigures = async (
  tx: Writer,
  about: Pick<LeadFigures, 'compilation' | 'jurisdiction' | 'figures'>,
  by: Hand,
): Promise<void> => {
  const row = { ...about, figures: json(about.figures), drawnName: by.name, drawnOn: by.on }
  await tx
    .insertInto('leadFigures')
    .values({ id: newId(), ...row })
    .onConflict((on) => on.column('compilation').doUpdateSet(row))
    .execute()
}
/** Undefined also for who may not know of leads. */
export const leadFiguresOf = (read: Reader, compilation: string): Promise<LeadFigures | undefined> =>
  read.selectFrom('leadFigures').selectAll().where('compilation', '=', compilation).executeTakeFirst()

/** Puts an issued list before the units of its type. */
export const addNotice = (tx: Writer, { rows, ...notice }: Omit<RiskNotice, 'id' | 'replacedOn'>) =>
  tx
    .insertInto('riskNotice')
    .values({ id: newId(), replacedOn: null, ...notice, rows: json(rows) })
    .execute()
export const endNotice = (tx: Writer, compilation: string, replacedOn: Day) =>
  tx.updateTable('riskNotice').set({ replacedOn }).where('compilation', '=', compilation).execute()

type Page = { offset: number; limit: number }
/** Lists in force, newest first; for a unit those of its type and place. */
export async function noticesFor(
  read: Reader,
  page: Page,
  unit: { category: RiskNotice['unitType']; place: string } | null,
): Promise<{ rows: RiskNotice[]; total: number }> {
  const all = read.selectFrom('riskNotice').where('replacedOn', 'is', null)
  const own = unit ? all.where('unitType', '=', unit.category).where('jurisdiction', '=', unit.place) : all
  const total = await countOf(own.select((of) => of.fn.countAll().as('count')))
  const rows = await own.selectAll().orderBy('issuedOn', 'desc').orderBy('id', 'desc').offset(page.offset).limit(page.limit).execute()
  return { rows, total }
}
