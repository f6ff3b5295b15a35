import { CompiledQuery } from 'kysely'
import type { GrantedKind } from '../kernel/entry.ts'
import type { Refusal } from '../kernel/refusal.ts'
import type { Clock } from './clock.ts'
import type { Db } from './db.ts'
import { newId } from './id.ts'
import type { Seal } from './seal.ts'

type Keeper = { db: Db; clock: Clock; seal: Seal }
type Somebody = { account: string; role: string; jurisdiction: string }

/** What leaves entries: somebody, doing one thing, with what was given for it. */
export type Traced = { actor: Somebody; verb: string; input: unknown; secrets?: readonly string[] }
type Line = { subject: string; kind: GrantedKind | 'refused'; detail: unknown }

/** The input as the trail may keep it: an object without its secret fields. */
export function askedOf({ input, secrets = [] }: Traced): Record<string, unknown> {
  if (typeof input !== 'object' || input === null) return {}
  if (Array.isArray(input)) return { rows: input }
  return Object.fromEntries(Object.entries(input).filter(([key]) => !secrets.includes(key)))
}

/** A row of the trail: sealed with the key of the data folder; its place is given by the database, its link by the sequencer. */
function valuesOf(office: Keeper, { actor, verb }: Traced, { subject, kind, detail }: Line): string[] {
  const { account, role, jurisdiction } = actor
  const entry = {
    id: newId(),
    at: office.clock.now().toISOString(),
    account,
    role,
    jurisdiction,
    verb,
    subject,
    kind,
    detail: JSON.stringify(detail),
  }
  return [entry.id, entry.at, account, role, jurisdiction, verb, subject, kind, entry.detail, office.seal.of(entry)]
}

const columns = 10
/** The statement is written out and not built: every act and every reading of a person's record ends with it. */
function statementFor(rows: number): string {
  const row = (_: unknown, at: number) => `(${Array.from({ length: columns }, (_, column) => `$${at * columns + column + 1}`).join(', ')})`
  return `insert into trail (id, at, account, role, jurisdiction, verb, subject, kind, detail, seal) values ${Array.from({ length: rows }, row).join(', ')}`
}
const statementForOne = statementFor(1)

/** A row, or rows, of the trail that wait to be written; whoever commits them himself says so by `kept`. */
export type Entries = { compile(): CompiledQuery; kept(): void; execute(): Promise<void> }
function entriesOf(office: Keeper, by: Traced, lines: readonly Line[]): Entries {
  const statement = lines.length === 1 ? statementForOne : statementFor(lines.length)
  const rows = lines.map((line) => valuesOf(office, by, line))
  const insert = CompiledQuery.raw(statement, rows.flat())
  const kept = () => {
    for (const [id = ''] of rows) office.seal.awaited.add(id)
  }
  return { compile: () => insert, kept, execute: () => office.db.executeQuery(insert).then(kept) }
}

/** The entry of an act, for the transaction of its change. */
export const actEntry = (office: Keeper, by: Traced, of: { subject: string; kind: GrantedKind }): Entries =>
  entriesOf(office, by, [{ ...of, detail: askedOf(by) }])

/** One entry for each record that was shown; null when none was. */
export function readEntries(office: Keeper, by: Traced, of: { subjects: readonly string[]; kind: GrantedKind }): Entries | null {
  const lines = [...new Set(of.subjects)].map((subject) => ({ subject, kind: of.kind, detail: askedOf(by) }))
  return lines.length === 0 ? null : entriesOf(office, by, lines)
}

/** The entry of an attempt that was refused, with the code that names its sentence. */
export function refusalEntry(office: Keeper, by: Traced, of: { subject: string | null; refusal: Refusal }): Entries {
  const detail = { asked: askedOf(by), refusal: of.refusal }
  return entriesOf(office, by, [{ subject: of.subject ?? `contract:${by.verb}`, kind: 'refused', detail }])
}
