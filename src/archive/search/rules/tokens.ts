import { type Field, fieldNamed } from './fields.ts'

export type Said = { is: 'phrase' | 'word'; at: number; text: string; openQuote?: true }
/** One token of a query; `at` is where it stands (0-based). A field token is followed at once by what it asks. */
export type Token =
  | { is: 'open'; at: number }
  | { is: 'close'; at: number }
  | { is: 'minus'; at: number }
  | { is: 'operator'; at: number; word: 'AND' | 'OR' | 'NOT' }
  | Said
  | { is: 'field'; at: number; field: Field; name: string; empty: boolean }

const opens = '(\uff08'
const closes = ')\uff09'
const minuses = '-\uff0d'
/** A quotation mark and those that close it; marks of the other manner inside are part of the phrase. */
const quotes: Readonly<Record<string, string>> = {
  '"': '"\uff02',
  '\uff02': '"\uff02',
  '\u201c': '\u201d',
  '\u201d': '\u201d\u201c',
  '\u201e': '\u201c\u201d',
}
const isSpace = (sign: string) => /\s/.test(sign)
const isQuote = (sign: string) => sign in quotes

/** Cuts a query into tokens, left to right; nothing is dropped but white space. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    if (isSpace(text.charAt(at))) at += 1
    else {
      const { token, next } = tokenAt(text, at)
      tokens.push(token)
      at = next
    }
  }
  return tokens
}

type Cut = { token: Token; next: number }

function tokenAt(text: string, at: number): Cut {
  const sign = text.charAt(at)
  if (isQuote(sign)) return phraseAt(text, at)
  if (closes.includes(sign)) return { token: { is: 'close', at }, next: at + 1 }
  if (opens.includes(sign) && !beginsWord(text, at)) return { token: { is: 'open', at }, next: at + 1 }
  if (minuses.includes(sign)) return { token: { is: 'minus', at }, next: at + 1 }
  return fieldAt(text, at) ?? wordAt(text, at)
}

function phraseAt(text: string, at: number): Cut {
  const ends = quotes[text.charAt(at)] ?? ''
  let end = at + 1
  while (end < text.length && !ends.includes(text.charAt(end))) end += 1
  const phrase = { is: 'phrase', at, text: text.slice(at + 1, end) } as const
  return { token: end < text.length ? phrase : { ...phrase, openQuote: true }, next: end + 1 }
}

function fieldAt(text: string, at: number): Cut | null {
  const named = fieldNamed(text, at)
  if (!named) return null
  const next = at + named.length
  const after = text.charAt(next)
  const empty = after === '' || isSpace(after) || closes.includes(after)
  return { token: { is: 'field', at, field: named.field, name: named.name, empty }, next }
}

const operator = /^(?:AND|OR|NOT)$/

/** A word runs to white space, a quotation mark or a parenthesis that does not belong to it. */
function wordAt(text: string, at: number): Cut {
  let end = at
  while (end < text.length) {
    const sign = text.charAt(end)
    if (isSpace(sign) || isQuote(sign) || closes.includes(sign)) break
    if (opens.includes(sign) && operator.test(text.slice(at, end).normalize('NFKC'))) break
    const closing = opens.includes(sign) ? ownClosing(text, end) : end
    if (closing === null) break
    end = closing + 1
  }
  const word = text.slice(at, end)
  const narrow = word.normalize('NFKC')
  if (narrow === 'AND' || narrow === 'OR' || narrow === 'NOT') return { token: { is: 'operator', at, word: narrow }, next: end }
  return { token: { is: 'word', at, text: word }, next: end }
}

/** The parenthesis that closes this one when nothing between them separates words: then both belong to the word around them. */
function ownClosing(text: string, at: number): number | null {
  let depth = 0
  for (let i = at; i < text.length; i += 1) {
    const sign = text.charAt(i)
    if (isSpace(sign) || isQuote(sign)) return null
    if (opens.includes(sign)) depth += 1
    if (closes.includes(sign)) depth -= 1
    if (depth === 0) return i > at + 1 ? i : null
  }
  return null
}

const operatorNext = /^(?:AND|OR|NOT)(?:[\s(\uff08]|$)/

/** A parenthesis that begins a word, as in a numbered heading: closed without a space, with more of the word behind it. */
function beginsWord(text: string, at: number): boolean {
  const closing = ownClosing(text, at)
  if (closing === null) return false
  const rest = text.slice(closing + 1)
  const next = rest.charAt(0)
  return next !== '' && !isSpace(next) && !isQuote(next) && !opens.includes(next) && !closes.includes(next) && !operatorNext.test(rest)
}
