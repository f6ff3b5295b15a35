import { parseCronItems, type Runner, run, runOnce, type TaskList } from 'graphile-worker'
import { sql } from 'kysely'
import type pg from 'pg'
import type { z } from 'zod'
import type { Writer } from './db.ts'
import { type Actor, type Desk, type Office, openDesk } from './desk.ts'
import { quietWorkerLog } from './log.ts'

export type Job<P extends z.ZodType = z.ZodType> = {
  kind: string
  payload: P
  /** When it comes by itself, as a crontab time in UTC ('30 19 * * *' is 03:30 in China); missed times are made up for within a day. */
  at?: string
  run(desk: Desk, payload: z.output<P>): Promise<void>
}
type AnyJob = Omit<Job, 'run'> & { run(desk: Desk, payload: never): Promise<void> }

export type { AnyJob }
export const job = <P extends z.ZodType>(j: Job<P>): AnyJob => j

/** The house itself, acting on nobody's behalf (jobs, console). */
export const houseActor: Actor = {
  account: 'system',
  name: 'system',
  role: 'system',
  jurisdiction: '*',
  unitId: null,
  officialId: null,
  seat: null,
}

/** Enqueues inside the transaction: the job exists exactly when the change does. With a key, a waiting twin is replaced. */
export async function enqueue(tx: Writer, kind: string, payload: Record<string, unknown>, key: string | null = null): Promise<void> {
  await sql`select enqueue_job(${kind}, ${JSON.stringify(payload)}::json, ${key})`.execute(tx)
}

const taskList = (office: Office, jobs: readonly AnyJob[]): TaskList =>
  Object.fromEntries(
    jobs.map((each) => [
      each.kind,
      async (payload: unknown) => {
        const input = each.payload.parse(payload)
        const { desk, traceReading } = await openDesk(office, { actor: houseActor, verb: each.kind, input })
        await each.run(desk, input as never)
        await traceReading()
      },
    ]),
  )

/** The times of the jobs that come by themselves, as the worker reads them. */
export const timetable = (jobs: readonly AnyJob[]) =>
  parseCronItems(
    jobs.flatMap(({ kind, at }) =>
      at === undefined ? [] : [{ task: kind, match: at, options: { backfillPeriod: 86_400_000, maxAttempts: 3 } }],
    ),
  )

/** Works jobs until stopped. */
export const startJobs = (office: Office, pool: pg.Pool, jobs: readonly AnyJob[]): Promise<Runner> =>
  run({
    pgPool: pool,
    taskList: taskList(office, jobs),
    parsedCronItems: timetable(jobs),
    concurrency: 1,
    noHandleSignals: true,
    pollInterval: 2000,
    logger: quietWorkerLog,
  })

/** Works all waiting jobs, then returns: for the command line and for tests. */
export const runJobs = (office: Office, pool: pg.Pool, jobs: readonly AnyJob[]): Promise<void> =>
  runOnce({ pgPool: pool, taskList: taskList(office, jobs), noHandleSignals: true, logger: quietWorkerLog })
