import { sql } from 'kysely'
import { countOf, json, type Reader, type Writer } from '../../platform/db.ts'
import { newId } from '../../platform/id.ts'
import { inside } from '../../registers/places/store.ts'
import type { Organ, PlanLetter, PlanNotice, PlanOpinion, PlanResolution, PlanStep } from './rules/records.ts'
import type { BoardItem, LetterLine, OpinionView } from './rules/shapes.ts'

/** How far the consultation about each item has come; items nobody was asked about are absent. */
export async function repliesOf(read: Reader, items: readonly string[]): Promise<Map<string, NonNullable<BoardItem['replies']>>> {
  if (items.length === 0) return new Map()
  const letters = await read
    .selectFrom('planLetter')
    .select(['id', 'items', 'repliedOn'])
    .where(sql<boolean>`items ?| ${[...items]}::text[]`)
    .execute()
  const opinions = await read
    .selectFrom('planOpinion')
    .selectAll()
    .where('item', 'in', [...items])
    .execute()
  return new Map(
    items.flatMap((item) => {
      const asked = letters.filter((letter) => letter.items.includes(item))
      if (asked.length === 0) return []
      const said = opinions.filter((opinion) => opinion.item === item && opinion.stance !== 'agree')
      const done = asked.filter(({ repliedOn }) => repliedOn !== null).length
      const objections = said.filter(({ stance, outcome }) => stance === 'object' && outcome !== 'adopted').length
      return [[item, { done, of: asked.length, objections, open: said.filter(({ outcome }) => outcome === null).length }] as const]
    }),
  )
}

export const addLetters = async (tx: Writer, letters: readonly Omit<PlanLetter, 'id' | 'version'>[]): Promise<void> => {
  await tx
    .insertInto('planLetter')
    .values(letters.map((letter) => ({ id: newId(), version: 1, ...letter, items: json(letter.items) })))
    .execute()
}

export const lettersOfPlan = (read: Reader, plan: string): Promise<PlanLetter[]> =>
  read.selectFrom('planLetter').selectAll().where('plan', '=', plan).orderBy('sentOn').orderBy('organ').execute()

export const findLetter = (read: Reader, id: string): Promise<PlanLetter | undefined> =>
  read.selectFrom('planLetter').selectAll().where('id', '=', id).executeTakeFirst()

export const answerLetter = (
  tx: Writer,
  letter: PlanLetter,
  by: Pick<PlanLetter, 'repliedOn' | 'repliedBy' | 'repliedName'>,
): Promise<PlanLetter> =>
  tx
    .updateTable('planLetter')
    .set({ ...by, version: letter.version + 1 })
    .where('id', '=', letter.id)
    .returningAll()
    .executeTakeFirstOrThrow()

const lettersSeen = (read: Reader, place: string, organ: Organ | null) =>
  read
    .selectFrom('planLetter')
    .innerJoin('plan', 'plan.id', 'planLetter.plan')
    .where('planLetter.jurisdiction', 'like', inside(place))
    .$if(organ !== null, (query) => query.where('planLetter.organ', '=', organ ?? 'discipline'))

/** Letters a reader may see: an organ its own, the audit office all; those that wait for an answer first. */
export async function listLetters(
  read: Reader,
  seen: { place: string; organ: Organ | null },
  page: { offset: number; limit: number },
): Promise<{ rows: LetterLine[]; total: number }> {
  const total = await countOf(lettersSeen(read, seen.place, seen.organ).select((of) => of.fn.countAll().as('count')))
  const rows = await lettersSeen(read, seen.place, seen.organ)
    .selectAll('planLetter')
    .select('plan.title as planTitle')
    .orderBy((by) => by('planLetter.repliedOn', 'is not', null))
    .orderBy('planLetter.dueOn')
    .orderBy('planLetter.id')
    .offset(page.offset)
    .limit(page.limit)
    .execute()
  return { total, rows: await withCounts(read, rows) }
}

export async function withCounts(read: Reader, rows: readonly (PlanLetter & { planTitle: string })[]): Promise<LetterLine[]> {
  const opinions = await opinionsOf(
    read,
    rows.map(({ id }) => id),
  )
  const open = (letter: string) =>
    opinions.filter((said) => said.letter === letter && said.stance !== 'agree' && said.outcome === null).length
  return rows.map((row) => ({ ...row, count: row.items.length, open: open(row.id) }))
}

export const opinionsOf = (read: Reader, letters: readonly string[]): Promise<PlanOpinion[]> =>
  letters.length === 0
    ? Promise.resolve([])
    : read
        .selectFrom('planOpinion')
        .selectAll()
        .where('letter', 'in', [...letters])
        .orderBy('id')
        .execute()

export const opinionsOfPlan = (read: Reader, plan: string): Promise<OpinionView[]> =>
  read
    .selectFrom('planOpinion')
    .innerJoin('planLetter', 'planLetter.id', 'planOpinion.letter')
    .innerJoin('planItem', 'planItem.id', 'planOpinion.item')
    .innerJoin('official', 'official.id', 'planItem.official')
    .innerJoin('unit', 'unit.id', 'planItem.unit')
    .selectAll('planOpinion')
    .select(['planLetter.organ', 'official.name', 'unit.name as unitName'])
    .where('planLetter.plan', '=', plan)
    .orderBy((by) => by('planOpinion.outcome', 'is not', null))
    .orderBy('planOpinion.id')
    .execute()

export const addOpinions = async (tx: Writer, opinions: readonly Omit<PlanOpinion, 'id'>[]): Promise<void> => {
  if (opinions.length > 0)
    await tx
      .insertInto('planOpinion')
      .values(opinions.map((opinion) => ({ id: newId(), ...opinion })))
      .execute()
}

export const findOpinion = (read: Reader, id: string): Promise<PlanOpinion | undefined> =>
  read.selectFrom('planOpinion').selectAll().where('id', '=', id).executeTakeFirst()

export const settle = (tx: Writer, id: string, by: Partial<PlanOpinion>): Promise<PlanOpinion> =>
  tx.updateTable('planOpinion').set(by).where('id', '=', id).returningAll().executeTakeFirstOrThrow()

export const addSteps = async (tx: Writer, steps: readonly Omit<PlanStep, 'id'>[]): Promise<void> => {
  if (steps.length > 0)
    await tx
      .insertInto('planStep')
      .values(steps.map((step) => ({ id: newId(), ...step })))
      .execute()
}
export const stepsOfPlan = (read: Reader, plan: string, limit: number): Promise<PlanStep[]> =>
  read.selectFrom('planStep').selectAll().where('plan', '=', plan).orderBy('id', 'desc').limit(limit).execute()
export const stepsOfItems = (read: Reader, items: readonly string[]): Promise<PlanStep[]> =>
  items.length === 0
    ? Promise.resolve([])
    : read
        .selectFrom('planStep')
        .selectAll()
        .where('item', 'in', [...items])
        .orderBy('id')
        .execute()

export const addResolution = (tx: Writer, given: Omit<PlanResolution, 'id'>): Promise<PlanResolution> =>
  tx
    .insertInto('planResolution')
    .values({ id: newId(), ...given, changes: json(given.changes) })
    .returningAll()
    .executeTakeFirstOrThrow()
export const resolutionsOf = (read: Reader, plan: string): Promise<PlanResolution[]> =>
  read.selectFrom('planResolution').selectAll().where('plan', '=', plan).orderBy('decidedOn', 'desc').orderBy('id', 'desc').execute()

export type NamedNotice = PlanNotice & { officialName: string; unitName: string }
export const noticesOf = (read: Reader, plan: string): Promise<NamedNotice[]> =>
  read
    .selectFrom('planNotice')
    .innerJoin('official', 'official.id', 'planNotice.official')
    .innerJoin('unit', 'unit.id', 'planNotice.unit')
    .selectAll('planNotice')
    .select(['official.name as officialName', 'unit.name as unitName'])
    .where('planNotice.plan', '=', plan)
    .orderBy('planNotice.servedOn', (by) => by.asc().nullsFirst())
    .orderBy('planNotice.dueOn')
    .execute()
export const findNotice = (read: Reader, id: string): Promise<PlanNotice | undefined> =>
  read.selectFrom('planNotice').selectAll().where('id', '=', id).executeTakeFirst()
export const addNotices = async (tx: Writer, notices: readonly Omit<PlanNotice, 'id' | 'version'>[]): Promise<number> => {
  if (notices.length === 0) return 0
  const added = await tx
    .insertInto('planNotice')
    .values(notices.map((notice) => ({ id: newId(), version: 1, ...notice })))
    .onConflict((same) => same.columns(['kind', 'tenure', 'plan']).doNothing())
    .returning('id')
    .execute()
  return added.length
}
export const serveNotice = (tx: Writer, notice: PlanNotice, by: Pick<PlanNotice, 'servedOn' | 'servedBy'>): Promise<PlanNotice> =>
  tx
    .updateTable('planNotice')
    .set({ ...by, version: notice.version + 1 })
    .where('id', '=', notice.id)
    .returningAll()
    .executeTakeFirstOrThrow()
