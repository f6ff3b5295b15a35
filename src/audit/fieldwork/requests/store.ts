import type { Day } from '../../../kernel/day.ts'
import { grouped } from '../../../kernel/grouped.ts'
import { countOf, json, likeText, type Reader, type Writer } from '../../../platform/db.ts'
import type { Actor } from '../../../platform/desk.ts'
import { newId } from '../../../platform/id.ts'
import { inside } from '../../../registers/places/store.ts'
import { pageHolding } from '../rules.ts'
import type { AnswerView, RequestFilter, RequestLine } from './contract.ts'
import type { AnswerFile, MaterialRequest, OriginalLoan, RequestAnswer, RequestPackage } from './model.ts'

/** Whose requests a reader may know: those of his place; staff of a unit only those put to that unit, and no follow-ups of one. */
export type Scope = { place: string; unit: string | null }
const nowhere = '00000000-0000-0000-0000-000000000000'
export const scopeOf = (actor: Pick<Actor, 'role' | 'jurisdiction' | 'unitId'>): Scope => ({
  place: actor.jurisdiction,
  unit: actor.role === 'unitStaff' || actor.role === 'official' ? (actor.unitId ?? nowhere) : null,
})

const joined = (read: Reader, { place, unit }: Scope) => {
  const query = read
    .selectFrom('materialRequest')
    .innerJoin('unit', 'unit.id', 'materialRequest.unit')
    .leftJoin('project', 'project.id', 'materialRequest.project')
    .where('materialRequest.jurisdiction', 'like', inside(place))
  if (unit === null) return query
  return query.where('materialRequest.unit', '=', unit).where('materialRequest.sameAs', 'is', null)
}

const fitting = (read: Reader, scope: Scope, asked: { filter: RequestFilter; today: Day }) => {
  const { filter, today } = asked
  let query = joined(read, scope)
  if (filter.state.length > 0) query = query.where('materialRequest.state', 'in', filter.state)
  if (filter.side.length > 0) query = query.where('materialRequest.side', 'in', filter.side)
  if (filter.unit) query = query.where('materialRequest.unit', '=', filter.unit)
  if (filter.project) query = query.where('materialRequest.project', '=', filter.project)
  if (filter.late) query = query.where('materialRequest.dueOn', '<', today).where('materialRequest.state', 'in', ['open', 'returned'])
  if (!filter.q) return query
  const like = `%${likeText(filter.q)}%`
  return query.where((is) =>
    is.or([is('materialRequest.name', 'like', like), is('materialRequest.number', 'like', like), is('unit.name', 'like', like)]),
  )
}

const lines = (query: ReturnType<typeof joined>) =>
  query.selectAll('materialRequest').select((of) => [
    'unit.name as unitName',
    'project.title as projectTitle',
    of
      .selectFrom('requestAnswer')
      .select((count) => count.fn.countAll<number>().as('count'))
      .whereRef('requestAnswer.request', '=', 'materialRequest.id')
      .as('rounds'),
  ])
const asLine = <R extends { rounds: number | null }>(row: R) => ({ ...row, rounds: Number(row.rounds ?? 0) })

const sorts = {
  dueOn: 'materialRequest.dueOn',
  number: 'materialRequest.number',
  unit: 'unit.name',
  state: 'materialRequest.state',
  askedOn: 'materialRequest.askedOn',
} as const
const isSort = (given: string): given is keyof typeof sorts => given in sorts
const unfinished = ['open', 'returned', 'answered'] as const

/** One page of requests; what waits longest stands first, what is settled last, unless sorted otherwise. */
export async function listRequests(read: Reader, scope: Scope, asked: { filter: RequestFilter; today: Day }) {
  const { filter } = asked
  const key = (filter.sort ?? '').replace(/^-/, '')
  const query = lines(fitting(read, scope, asked))
  const sorted = isSort(key)
    ? query.orderBy(sorts[key], filter.sort?.startsWith('-') ? 'desc' : 'asc')
    : query.orderBy((by) => by('materialRequest.state', 'not in', unfinished)).orderBy('materialRequest.dueOn')
  const inOrder = sorted.orderBy('materialRequest.id')
  const total = await countOf(fitting(read, scope, asked).select((of) => of.fn.countAll().as('count')))
  const offset =
    filter.row === undefined
      ? filter.offset
      : pageHolding(await inOrder.clearSelect().select('materialRequest.id').execute(), filter).offset
  const rows = await inOrder.offset(offset).limit(filter.limit).execute()
  return { rows: rows.map(asLine), total, offset }
}

export async function findRequestLine(read: Reader, scope: Scope, id: string): Promise<RequestLine | undefined> {
  const row = await lines(joined(read, scope)).where('materialRequest.id', '=', id).executeTakeFirst()
  return row ? asLine(row) : undefined
}

/** Every request to a unit that still stands, for comparing. */
export const requestsOfUnit = (read: Reader, unit: string): Promise<MaterialRequest[]> =>
  read
    .selectFrom('materialRequest')
    .selectAll()
    .where('unit', '=', unit)
    .where('state', '<>', 'withdrawn')
    .orderBy('askedOn')
    .orderBy('id')
    .execute()
export const numbersOfUnit = (read: Reader, unit: string) =>
  read.selectFrom('materialRequest').select('number').where('unit', '=', unit).execute()
/** Locks the unit so that its requests are numbered one after the other. */
export const lockUnit = (tx: Writer, unit: string) =>
  tx.selectFrom('unit').selectAll().where('id', '=', unit).forUpdate().executeTakeFirst()
export const lockRequest = (tx: Writer, id: string): Promise<MaterialRequest | undefined> =>
  tx.selectFrom('materialRequest').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

export const addRequest = (tx: Writer, row: MaterialRequest) => tx.insertInto('materialRequest').values(row).execute()
export const moveRequest = (tx: Writer, row: Pick<MaterialRequest, 'id' | 'version'>, state: MaterialRequest['state']) =>
  tx
    .updateTable('materialRequest')
    .set({ state, version: row.version + 1 })
    .where('id', '=', row.id)
    .returning(['id', 'version'])
    .executeTakeFirstOrThrow()
/** Requests that wait for the answer to this one. */
export const followersOf = (tx: Writer, id: string): Promise<MaterialRequest[]> =>
  tx.selectFrom('materialRequest').selectAll().where('sameAs', '=', id).where('state', '<>', 'withdrawn').execute()

export async function answersOf(read: Reader, request: string): Promise<AnswerView[]> {
  const answers = await read.selectFrom('requestAnswer').selectAll().where('request', '=', request).orderBy('round').execute()
  if (answers.length === 0) return []
  const files = await read
    .selectFrom('answerFile')
    .selectAll()
    .where(
      'answer',
      'in',
      answers.map((answer) => answer.id),
    )
    .orderBy('id')
    .execute()
  const byAnswer = grouped(files, (file) => file.answer)
  return answers.map((answer) => ({ ...answer, files: byAnswer.get(answer.id) ?? [] }))
}

type GivenAnswer = Omit<RequestAnswer, 'id' | 'round' | 'outcome' | 'reason' | 'decidedBy' | 'decidedOn'> & {
  files: readonly Pick<AnswerFile, 'name' | 'sha256' | 'size'>[]
  settled?: { by: string; on: Day }
}
/** Writes the next round of answering a request, with its files. */
export async function addAnswer(tx: Writer, { files, settled, ...given }: GivenAnswer): Promise<string> {
  const round =
    1 +
    (await countOf(
      tx
        .selectFrom('requestAnswer')
        .select((e) => e.fn.countAll().as('count'))
        .where('request', '=', given.request),
    ))
  const id = newId()
  const decision = {
    outcome: settled ? ('accepted' as const) : null,
    reason: null,
    decidedBy: settled?.by ?? null,
    decidedOn: settled?.on ?? null,
  }
  await tx
    .insertInto('requestAnswer')
    .values({ id, round, ...given, ...decision })
    .execute()
  const rows = files.map(({ name, sha256, size }) => ({ id: newId(), answer: id, name, sha256, size }))
  if (rows.length > 0) await tx.insertInto('answerFile').values(rows).execute()
  return id
}

export const decideAnswer = (tx: Writer, answer: string, decision: Pick<RequestAnswer, 'outcome' | 'reason' | 'decidedBy' | 'decidedOn'>) =>
  tx.updateTable('requestAnswer').set(decision).where('id', '=', answer).execute()

export const loansOf = (read: Reader, request: string): Promise<OriginalLoan[]> =>
  read.selectFrom('originalLoan').selectAll().where('request', '=', request).orderBy('receivedOn').orderBy('id').execute()
export const lockLoan = (tx: Writer, id: string): Promise<OriginalLoan | undefined> =>
  tx.selectFrom('originalLoan').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
export const addLoan = (tx: Writer, row: OriginalLoan) => tx.insertInto('originalLoan').values(row).execute()
export const returnLoan = (tx: Writer, loan: OriginalLoan, back: { returnedOn: Day; returnedTo: string }) =>
  tx
    .updateTable('originalLoan')
    .set({ ...back, version: loan.version + 1 })
    .where('id', '=', loan.id)
    .returning(['id', 'version'])
    .executeTakeFirstOrThrow()

/** A file of an answer with the request it belongs to. */
export const findAnswerFile = (read: Reader, id: string) =>
  read
    .selectFrom('answerFile')
    .innerJoin('requestAnswer', 'requestAnswer.id', 'answerFile.answer')
    .select(['answerFile.name', 'answerFile.sha256', 'requestAnswer.request'])
    .where('answerFile.id', '=', id)
    .executeTakeFirst()

export const addPackage = (tx: Writer, row: RequestPackage) =>
  tx
    .insertInto('requestPackage')
    .values({ ...row, requests: json(row.requests) })
    .execute()
export const lockPackage = (tx: Writer, id: string): Promise<RequestPackage | undefined> =>
  tx.selectFrom('requestPackage').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
export const closePackage = (tx: Writer, id: string, by: Pick<RequestPackage, 'importedBy' | 'importedAt' | 'answerDigest'>) =>
  tx.updateTable('requestPackage').set(by).where('id', '=', id).execute()
