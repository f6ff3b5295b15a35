import { foldedText } from '../../../kernel/fold.ts'
import { type Facts, type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { words } from '../words.ts'
import { type Field, kindsNamed, knownKinds, yearsNamed } from './fields.ts'
import { both, type Query } from './query.ts'
import { type Said, type Token, tokensOf } from './tokens.ts'

type No = Refusal<keyof typeof words.refusal>
export type Parsed = { query: Query } | { refusal: No }

/** Longest query taken, in UTF-16 units, and deepest nesting: settings of this product. */
export const longestQuery = 2000
const deepestQuery = 50

/**
 * Reads a query: terms side by side are AND-ed, AND binds stronger than OR, NOT and - turn away what follows them.
 * A malformed query is refused with the place (counted from 1) of what is wrong; nothing is guessed.
 */
export function parseQuery(text: string): Parsed {
  if (text.length > longestQuery) return { refusal: refuse('queryTooLong', { most: longestQuery }) }
  const tokens = tokensOf(text)
  if (tokens.length === 0) return { refusal: refuse('queryEmpty') }
  const reader: Reader = { tokens, next: 0, depth: 0 }
  const read = readOr(reader, null)
  if ('refusal' in read) return read
  const extra = peek(reader)
  return extra ? no('queryParenExtra', extra) : read
}

type Reader = { tokens: readonly Token[]; next: number; depth: number }
const peek = (reader: Reader): Token | undefined => reader.tokens[reader.next]
const no = (code: keyof typeof words.refusal, { at }: { at: number }, facts: Facts = {}): { refusal: No } => ({
  refusal: refuse(code, { at: at + 1, ...facts }),
})
const isOperator = (token: Token | undefined, word: 'AND' | 'OR' | 'NOT') => token?.is === 'operator' && token.word === word

function readOr(reader: Reader, field: Field | null): Parsed {
  const parts: Query[] = []
  for (;;) {
    const part = readAnd(reader, field)
    if ('refusal' in part) return part
    parts.push(part.query)
    if (!isOperator(peek(reader), 'OR')) return { query: parts.length === 1 ? part.query : { op: 'or', of: parts } }
    reader.next += 1
  }
}

function readAnd(reader: Reader, field: Field | null): Parsed {
  const parts: Query[] = []
  for (;;) {
    const part = readNot(reader, field)
    if ('refusal' in part) return part
    parts.push(part.query)
    const ahead = peek(reader)
    if (isOperator(ahead, 'AND')) reader.next += 1
    else if (!ahead || ahead.is === 'close' || isOperator(ahead, 'OR')) return { query: both(parts) }
  }
}

function readNot(reader: Reader, field: Field | null): Parsed {
  const token = peek(reader)
  if (token?.is !== 'minus' && !isOperator(token, 'NOT')) return readAtom(reader, field)
  if (reader.depth >= deepestQuery) return { refusal: refuse('queryDeep', { most: deepestQuery }) }
  reader.next += 1
  if (token?.is === 'minus' && peek(reader)?.at !== token.at + 1) return no('queryDangling', token, { word: '-' })
  reader.depth += 1
  const of = readNot(reader, field)
  reader.depth -= 1
  return 'refusal' in of ? of : { query: { op: 'not', of: of.query } }
}

function readAtom(reader: Reader, field: Field | null): Parsed {
  const token = peek(reader)
  if (!token) return missing(reader)
  if (token.is === 'operator' || token.is === 'close' || token.is === 'minus') return missing(reader)
  reader.next += 1
  if (token.is === 'open') return readGroup(reader, token, field)
  if (token.is !== 'field') return leaf(token, field)
  const { at, name } = token
  if (token.empty || field !== null || !peek(reader)) return no('queryFieldEmpty', { at }, { field: name })
  return readAtom(reader, token.field)
}

function readGroup(reader: Reader, open: Token, field: Field | null): Parsed {
  if (peek(reader)?.is === 'close') return no('queryParenEmpty', open)
  if (reader.depth >= deepestQuery) return { refusal: refuse('queryDeep', { most: deepestQuery }) }
  reader.depth += 1
  const inside = readOr(reader, field)
  reader.depth -= 1
  if ('refusal' in inside) return inside
  if (peek(reader)?.is !== 'close') return no('queryParenOpen', open)
  reader.next += 1
  return inside
}

/** An operator without its term, an opening parenthesis without anything, or a closing one too many. */
function missing(reader: Reader): { refusal: No } {
  const here = peek(reader)
  const before = reader.tokens[reader.next - 1]
  if (here?.is === 'operator') return no('queryDangling', here, { word: here.word })
  if (before?.is === 'operator') return no('queryDangling', before, { word: before.word })
  if (before?.is === 'minus') return no('queryDangling', before, { word: '-' })
  if (here?.is === 'minus') return no('queryDangling', here, { word: '-' })
  if (here?.is === 'close') return no('queryParenExtra', here)
  return before?.is === 'open' ? no('queryParenOpen', before) : { refusal: refuse('queryEmpty') }
}

function leaf(token: Said, field: Field | null): Parsed {
  if (token.openQuote) return no('queryQuoteOpen', token)
  const value = foldedText(token.text)
  if (value === '') return no('queryPhraseEmpty', token)
  if (field === null) return { query: { op: 'text', term: value } }
  if (field === 'year') return yearLeaf(token)
  if (field === 'kind') return kindLeaf(token)
  return { query: { op: 'field', of: { field, value } } }
}

function yearLeaf(token: { at: number; text: string }): Parsed {
  const years = yearsNamed(token.text)
  return years ? { query: { op: 'field', of: { field: 'year', ...years } } } : no('queryYearForm', token, { text: token.text })
}

function kindLeaf(token: { at: number; text: string }): Parsed {
  const kinds = kindsNamed(token.text)
  return kinds.length > 0
    ? { query: { op: 'field', of: { field: 'kind', kinds } } }
    : no('queryKindUnknown', token, { text: token.text, known: knownKinds() })
}
