import { Logger } from 'graphile-worker'
import { pino } from 'pino'

/** A person at a terminal wants warnings only; a log collector wants every request. */
const level = process.env.LOG_LEVEL ?? (process.stderr.isTTY ? 'warn' : 'info')

/** Lines go out some at a time, at the latest after this long; what is left at the end goes out then. */
const together = { minLength: 4096, periodicFlush: 250 }
/** Structured lines on standard error; never a person's name, a query text or an input. */
export const log = pino(
  { base: null, level: process.env.VITEST ? 'silent' : level },
  pino.destination({ dest: 2, sync: false, ...together }),
)

/** Job-runner messages: warnings and errors only. */
export const quietWorkerLog = new Logger(() => (level, message) => {
  if (level === 'error') log.error({ jobs: message })
  if (level === 'warning') log.warn({ jobs: message })
})
