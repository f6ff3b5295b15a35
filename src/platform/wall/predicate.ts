import { access, auditSide, custodians, type Known, type Organ, partyOrgans, type Role } from '../../access.ts'
import type { Tables } from '../../tables.ts'
import { all, any, type Clause, type Condition, clause, not } from './condition.ts'

export type Table = keyof Tables
/** What an actor has been let know or is kept from, as sets of record ids; `hidden.<group>` names what a grant leaves out. */
export type SetName = 'cases' | 'records' | 'recused' | `hidden.${string}`

/** How a wall asks about its actor: the first knows him while the statement is made, the second asks the transaction's settings. */
export type Eye = {
  isOrgan(organs: readonly Organ[]): Condition
  isRole(roles: readonly Role[]): Condition
  /** His place covers the place in this column; `*` is everybody's. */
  covers(column: Clause): Condition
  isAmong(column: Clause, set: SetName): Condition
  /** One of these columns, as far as it says anything, is in a small set. */
  isAnyAmong(columns: readonly Clause[], set: SetName): Condition
  isOwn(column: Clause, what: 'account' | 'official' | 'unit' | 'organ'): Condition
  /** The list of organs in this column names the actor's. */
  isOrganNamed(column: Clause): Condition
  /** The subject in this column is the actor's own record. */
  isOwnSubject(column: Clause): Condition
  /** An official holds or held a post in his place. */
  hasPostHere(column: Clause): Condition
  /** Whether a sub-select on another table is guarded by itself already. */
  guardsParents: boolean
}

/** A sentence with the names of columns as plain text. */
type Plain = {
  organs?: readonly Organ[]
  roles?: readonly Role[]
  place?: string
  case?: string
  unit?: string
  official?: string
  account?: string
  addressed?: readonly { organ: string; place: string; several?: true }[]
  subject?: string
  shared?: true | 'record'
  own?: 'official' | 'unit'
  posts?: true
  written?: { column: string; says: string }
}
type Part = { as: Table; by: string; official?: string; served?: string; group?: string; inner?: true | 'butParties'; level?: true }
type Sentence = 'everyone' | Plain | Part

const sentences: { readonly [T in Table]: Known<T> } = access
const sentenceOf = (table: Table): Sentence => sentences[table]
const isTable = (name: string): name is Table => name in access
export const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
const tablesBySnake = new Map(
  Object.keys(access)
    .filter(isTable)
    .map((table) => [snake(table), table]),
)
/** The table of the house that bears this name in the database. */
export const tableNamed = (name: string): Table | undefined => tablesBySnake.get(name)
export const allTables: readonly Table[] = [...tablesBySnake.values()]

const columnOf = (alias: string, column: string): Clause => [`"${alias}"."${snake(column)}"`]

function recused(sentence: Plain, alias: string, eye: Eye): Condition {
  if (!sentence.organs || !(sentence.shared || sentence.case || sentence.unit || sentence.official)) return false
  const columns = ['id', sentence.case, sentence.unit, sentence.official].filter((each) => each !== undefined)
  return eye.isAnyAmong(
    [...new Set(columns)].map((column) => columnOf(alias, column)),
    'recused',
  )
}

function byOffice(sentence: Plain, alias: string, eye: Eye): Condition {
  const { organs, roles, place } = sentence
  if (!organs && !roles) return false
  const here = place ? eye.covers(columnOf(alias, place)) : true
  const posts = place && sentence.posts ? eye.hasPostHere(columnOf(alias, 'id')) : false
  return all(organs ? eye.isOrgan(organs) : true, roles ? eye.isRole(roles) : true, any(here, posts))
}

function byGrant(sentence: Plain, alias: string, eye: Eye): Condition {
  if (!sentence.shared) return false
  const ofCase = sentence.case && sentence.shared === true ? eye.isAmong(columnOf(alias, sentence.case), 'cases') : false
  return any(ofCase, eye.isAmong(columnOf(alias, 'id'), 'records'))
}

const byAddress = ({ addressed = [] }: Plain, alias: string, eye: Eye): Condition =>
  any(
    ...addressed.map(({ organ, place, several }) => {
      const column = columnOf(alias, organ)
      return all(several ? eye.isOrganNamed(column) : eye.isOwn(column, 'organ'), eye.covers(columnOf(alias, place)))
    }),
  )

const bySubject = ({ subject }: Plain, alias: string, eye: Eye): Condition =>
  subject
    ? any(
        all(eye.isRole(custodians), clause('starts_with(', columnOf(alias, subject), ", 'official:')")),
        eye.isOwnSubject(columnOf(alias, subject)),
      )
    : false

function byOwn(sentence: Plain, alias: string, eye: Eye): Condition {
  const { account, own, official, unit } = sentence
  const about = own === 'official' ? official : unit
  return any(
    account ? eye.isOwn(columnOf(alias, account), 'account') : false,
    own && about ? all(eye.isOrgan([own === 'official' ? 'official' : 'auditedUnit']), eye.isOwn(columnOf(alias, about), own)) : false,
  )
}

/** What is still being written is known to its own house, and to the audited once they have been told of it. */
function finished({ written }: Plain, alias: string, eye: Eye): Condition {
  if (!written) return true
  const told = all(eye.isOrgan(partyOrgans), eye.isAmong(columnOf(alias, 'id'), 'records'))
  return any(eye.isOrgan(auditSide), told, clause(columnOf(alias, written.column), ` = '${written.says}'`))
}

function partKnown({ as, by, official, served, group, inner, level }: Part, alias: string, eye: Eye): Condition {
  const parent = `${alias}_of`
  const known = eye.guardsParents ? true : knownRow(as, parent, eye)
  const open = known === true && !eye.guardsParents
  const whole: Condition = open
    ? true
    : clause(
        `exists (select 1 from "${snake(as)}" as "${parent}" where "${parent}"."id" = `,
        columnOf(alias, by),
        ...(known === true ? [] : [' and ', known === false ? 'false' : known]),
        ')',
      )
  return all(
    whole,
    official
      ? any(not(eye.isOrgan(['official'])), eye.isOwn(columnOf(alias, official), 'official'), clause(columnOf(alias, official), ' is null'))
      : true,
    official ? not(eye.isAnyAmong([columnOf(alias, official)], 'recused')) : true,
    served ? any(eye.isOrgan(auditSide), eye.isOwn(columnOf(alias, served), 'organ')) : true,
    inner
      ? any(
          inner === 'butParties' && eye.isOrgan(partyOrgans),
          not(any(eye.isAmong(columnOf(alias, by), 'cases'), eye.isAmong(columnOf(alias, by), 'records'))),
        )
      : true,
    level ? not(eye.isAnyAmong([columnOf(alias, 'id')], 'recused')) : true,
    group ? not(eye.isAmong(columnOf(alias, by), `hidden.${group}`)) : true,
  )
}

/** Whether the row under this alias may be known: the one predicate from which both walls are made. */
export function knownRow(table: Table, alias: string, eye: Eye): Condition {
  const sentence = sentenceOf(table)
  if (sentence === 'everyone') return true
  if ('as' in sentence) return partKnown(sentence, alias, eye)
  const ways = [byOffice, byGrant, byAddress, bySubject, byOwn].map((way) => way(sentence, alias, eye))
  return all(any(...ways), finished(sentence, alias, eye), not(recused(sentence, alias, eye)))
}

/** The columns of a table that no request may read. */
export function secretColumns(table: Table): readonly string[] {
  const sentence = sentences[table]
  const secrets: readonly string[] = typeof sentence === 'object' && 'secrets' in sentence ? (sentence.secrets ?? []) : []
  return secrets.map(snake)
}

/** The columns of a table that are masked where a grant leaves their group out: what stands in their stead, and when. */
export function maskedColumns(table: Table, alias: string, eye: Eye): ReadonlyMap<string, { instead: string; when: Clause }> {
  const sentence = sentences[table]
  const masks = typeof sentence === 'object' && 'masks' in sentence ? (sentence.masks ?? {}) : {}
  const entries = Object.entries(masks).flatMap(([column, { group, instead }]): [string, { instead: string; when: Clause }][] => {
    const when = eye.isAmong(columnOf(alias, 'id'), `hidden.${group}`)
    return typeof when === 'boolean' ? [] : [[snake(column), { instead, when }]]
  })
  return new Map(entries)
}
