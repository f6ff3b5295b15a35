import type { Day } from '../../kernel/day.ts'
import { json, type Reader, type Writer } from '../../platform/db.ts'
import { newId } from '../../platform/id.ts'
import { clockRows, loadCalendar } from '../../registers/regulations/store.ts'
import { type Counted, countDeadline, type Reckoner, sameCount } from './rules/counting.ts'
import type { CountCause, Deadline, DeadlineCount, DeadlineSuspension, ReminderRule } from './rules/deadline-records.ts'
import { deadlinesAsked } from './store-parts.ts'

/** Rules and calendar as they stand now. */
export async function openReckoner(read: Reader): Promise<Reckoner> {
  const [rows, calendar] = await Promise.all([clockRows(read), loadCalendar(read)])
  return { rows, calendar }
}

export const deadlinesOf = (read: Reader, project: string): Promise<Deadline[]> => deadlinesAsked(read, project).execute()

export const countsOf = (read: Reader, deadlines: readonly string[]): Promise<DeadlineCount[]> =>
  deadlines.length === 0
    ? Promise.resolve([])
    : read
        .selectFrom('deadlineCount')
        .selectAll()
        .where('deadline', 'in', [...deadlines])
        .orderBy('id')
        .execute()

export const suspensionsOf = (read: Reader, deadlines: readonly string[]): Promise<DeadlineSuspension[]> =>
  deadlines.length === 0
    ? Promise.resolve([])
    : read
        .selectFrom('deadlineSuspension')
        .selectAll()
        .where('deadline', 'in', [...deadlines])
        .orderBy('fromOn')
        .execute()

type Start = Pick<Deadline, 'project' | 'rule' | 'about' | 'fromOn' | 'region'> & Partial<Pick<Deadline, 'kind' | 'party' | 'actOn'>>
type By = { account: string; today: Day }

const noteCount = (tx: Writer, deadline: string, counted: Counted, { cause, account, today }: By & { cause: CountCause }) =>
  tx
    .insertInto('deadlineCount')
    .values({
      id: newId(),
      deadline,
      countedOn: today,
      cause,
      dueOn: counted.dueOn,
      steps: json(counted.steps),
      ruleRow: counted.ruleRow,
      account,
    })
    .execute()

/**
 * Starts a clock from a proven day. Where no rule applies in the place, or the law leaves the day to the document, none
 * starts and null is answered. A clock that runs about the same record already is left as it is.
 */
export async function startDeadline(tx: Writer, start: Start, by: By): Promise<Deadline | null> {
  const asked = { kind: 'latest' as const, party: null, actOn: null, ...start }
  const found = countDeadline(await openReckoner(tx), asked)
  if ('refusal' in found) return null
  const { rule: _, ...counted } = found.value
  const row = await tx
    .insertInto('deadline')
    .values({ id: newId(), ...asked, ...counted, steps: json(counted.steps), state: 'running', endedOn: null, countedOn: by.today })
    .onConflict((same) => same.columns(['project', 'rule', 'about']).doNothing())
    .returningAll()
    .executeTakeFirst()
  if (row) await noteCount(tx, row.id, counted, { ...by, cause: 'first' })
  return row ?? null
}

type Which = { project: string; rule: string; party?: string }
/** Ends the running clocks of a rule: what they were for has been done, or has fallen away. */
export const endDeadlines = (tx: Writer, { project, rule, party }: Which, end: { state: 'met' | 'void'; on: Day }) =>
  tx
    .updateTable('deadline')
    .set({ state: end.state, endedOn: end.on })
    .where('project', '=', project)
    .where('rule', '=', rule)
    .where('state', '=', 'running')
    .$if(party !== undefined, (query) => query.where('party', '=', party ?? null))
    .execute()

/** Ends every running clock of a project that was terminated. */
export const voidDeadlines = (tx: Writer, project: string, on: Day) =>
  tx.updateTable('deadline').set({ state: 'void', endedOn: on }).where('project', '=', project).where('state', '=', 'running').execute()

/** Days of suspension as the kernel counts them; one still open reaches to today. */
const idleDays = (suspensions: readonly DeadlineSuspension[], deadline: string, today: Day) =>
  suspensions
    .filter((each) => each.deadline === deadline)
    .map(({ fromOn, untilOn }) => ({ from: fromOn, until: untilOn ?? (today > fromOn ? today : fromOn) }))

/** Counts running clocks again; those whose day or steps differ keep both values, the old in their history. Answers the changed. */
export async function recount(tx: Writer, which: { ids?: readonly string[] }, by: By & { suspended?: true }): Promise<Deadline[]> {
  const running = await tx
    .selectFrom('deadline')
    .selectAll()
    .where('state', '=', 'running')
    .$if(which.ids !== undefined, (query) => query.where('id', 'in', [...(which.ids ?? [])]))
    .execute()
  const reckoner = await openReckoner(tx)
  const suspensions = await suspensionsOf(
    tx,
    running.map(({ id }) => id),
  )
  const changed: Deadline[] = []
  for (const deadline of running) {
    const found = countDeadline(reckoner, { ...deadline, suspensions: idleDays(suspensions, deadline.id, by.today) })
    if ('refusal' in found) continue
    const { rule: _, ...counted } = found.value
    if (sameCount(deadline, counted)) continue
    await noteCount(tx, deadline.id, counted, {
      ...by,
      cause: by.suspended ? 'suspension' : counted.ruleRow === deadline.ruleRow ? 'calendar' : 'rule',
    })
    const set = { ...counted, steps: json(counted.steps), countedOn: by.today }
    changed.push(await tx.updateTable('deadline').set(set).where('id', '=', deadline.id).returningAll().executeTakeFirstOrThrow())
  }
  return changed
}

export const findDeadline = (read: Reader, id: string): Promise<Deadline | undefined> =>
  read.selectFrom('deadline').selectAll().where('id', '=', id).executeTakeFirst()

export const startSuspension = (tx: Writer, row: DeadlineSuspension) => tx.insertInto('deadlineSuspension').values(row).execute()
export const endSuspension = (tx: Writer, deadline: string, untilOn: Day) =>
  tx.updateTable('deadlineSuspension').set({ untilOn }).where('deadline', '=', deadline).where('untilOn', 'is', null).execute()

export const reminderRules = (read: Reader): Promise<ReminderRule[]> => read.selectFrom('reminderRule').selectAll().execute()
