import type { Day } from '../kernel/day.ts'
import type { Phrase, Tongue } from '../kernel/say.ts'
import type { Desk, Office } from './desk.ts'

/** What a command-line verb works with. Standard output carries the answer, standard error everything else. */
export type VerbContext = {
  /** A desk for the named account, or for the console itself; refuses an unknown account. */
  desk(account: string | null, verb: string): Promise<Desk>
  office(): Promise<Office>
  /** Works the jobs that the verb has enqueued. */
  runJobs(): Promise<void>
  /** How to reach the database in use. */
  databaseUrl(): Promise<string>
  /** Where files and keys lie. */
  dataFolder(): Promise<string>
  today: Day
  tongue: Tongue
  out(text: string): void
  json(value: unknown): void
  err(text: string): void
  /** The sentence of a refusal code. */
  sentence(refusal: { code: string; facts?: Record<string, string | number> }): string
  /** A bar on standard error when it is a terminal. */
  progress(step: { done: number; total: number; label: string }): void
}

/** 0 done, 1 refused or bad input, 2 wrong usage. */
export type ExitCode = 0 | 1 | 2
export type Verb = { name: string; usage: string; says: Phrase; run(context: VerbContext, argv: readonly string[]): Promise<ExitCode> }

/** Thrown by a verb for wrong usage: prints the usage, exit 2. */
export class WrongUsage extends Error {}
