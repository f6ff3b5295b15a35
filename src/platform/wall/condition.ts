/** A value that travels beside the text of a statement. */
export type Value = { readonly value: unknown }
/** A condition in SQL, cut where a value stands. */
export type Clause = readonly (string | Value)[]
/** A condition that is settled already, or is the database's to decide. */
export type Condition = boolean | Clause

/** Text and values put together as written. */
export const clause = (...parts: readonly (string | Value | Clause)[]): Clause =>
  parts.flatMap((part) => (typeof part === 'string' || 'value' in part ? [part] : [...part]))

const joined = (conditions: readonly Clause[], word: 'and' | 'or'): Clause =>
  clause('(', ...conditions.flatMap((each, index) => (index === 0 ? [each] : [` ${word} `, each])), ')')

const combined = (conditions: readonly Condition[], word: 'and' | 'or'): Condition => {
  const settles = word === 'or'
  const open = conditions.filter((each) => typeof each !== 'boolean')
  if (conditions.includes(settles)) return settles
  if (open.length === 0) return !settles
  return open.length === 1 ? (open[0] ?? !settles) : joined(open, word)
}

export const all = (...conditions: readonly Condition[]): Condition => combined(conditions, 'and')
export const any = (...conditions: readonly Condition[]): Condition => combined(conditions, 'or')
export const not = (condition: Condition): Condition => (typeof condition === 'boolean' ? !condition : clause('not ', condition))
/** Columns put together to a list; one that says nothing is like nothing. */
export const arrayOf = (columns: readonly Clause[]): Clause =>
  clause('array[', ...columns.flatMap((column, index) => (index === 0 ? [column] : [', ', column])), ']')
/** A settled condition as SQL too. */
export const asClause = (condition: Condition): Clause => (typeof condition === 'boolean' ? [String(condition)] : condition)
