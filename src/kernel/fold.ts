/**
 * One folding for query and paper, so that what a person means is found however it was typed or typeset.
 *
 * Alike after folding: full-width and half-width forms (of letters, digits, punctuation, kana), upper and lower case,
 * the bracket forms ( ) [ ] and their full-width, tortoise-shell and lenticular sisters (all become parentheses),
 * curly and straight quotation marks, the dots between parts of a name, and second code points of one character
 * (CJK compatibility ideographs, Kangxi radicals: PDF text is full of them).
 * White space and line breaks between two Han characters vanish, and so does white space at either end; every other run
 * becomes one space (also between Han and a digit, a letter or punctuation). Invisible characters (zero-width spaces,
 * soft hyphens, variation selectors) vanish. Simplified and traditional stay apart; circled or squared numbers too.
 *
 * Folding goes code point by code point, so a part of a text folds as it does inside the whole, surrogate pairs stay
 * together, and folding twice changes nothing.
 */
export type Folded = {
  text: string
  /** at[i] = where the character behind folded unit i begins in the original; at[text.length] = end of the last one. */
  at: Uint32Array
  /** ends[i] = where the character behind folded unit i ends in the original. Use `unfold` for spans: dropped white space lies between ends[i] and at[i + 1]. */
  ends: Uint32Array
}
export type Span = { start: number; end: number }

export function fold(text: string): Folded {
  const pen = new Pen(text.length)
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i)
    if (unit >= 0x4e00 && unit <= 0x9fff) pen.han(unit, i)
    else {
      const code = text.codePointAt(i) ?? 0
      pen.write(formOf(code), i, code > 0xffff ? 2 : 1)
      if (code > 0xffff) i += 1
    }
  }
  return pen.close()
}

/** Only the folded text, when no way back is needed. */
export const foldedText = (text: string): string => fold(text).text

/** The span of the original that a span of folded units stands for; no white space dropped before or after it is taken along. */
export function unfold(folded: Folded, part: Span): Span {
  if (part.end <= part.start) return { start: folded.at[part.start] ?? 0, end: folded.at[part.start] ?? 0 }
  return { start: folded.at[part.start] ?? 0, end: folded.ends[part.end - 1] ?? 0 }
}

/** True when a stands where b stands after folding. */
export const alike = (a: string, b: string): boolean => foldedText(a) === foldedText(b)

const SPACE = ' '

/** Writes folded units and remembers where each came from; white space waits until it is known what follows it. */
class Pen {
  #units: Uint16Array
  #at: Uint32Array
  #ends: Uint32Array
  #size = 0
  #gap = false
  #lastIsHan = false
  constructor(length: number) {
    this.#units = new Uint16Array(length + 16)
    this.#at = new Uint32Array(length + 17)
    this.#ends = new Uint32Array(length + 16)
  }

  /** The way of almost all characters: one unit that stays as it is. */
  han(unit: number, from: number): void {
    this.#open(from, true, 1)
    this.#put(unit, from, from + 1)
    this.#lastIsHan = true
  }
  write(form: string, from: number, width: number): void {
    if (form === '') return
    if (form === SPACE) {
      this.#gap = true
      return
    }
    const han = isHan(form.codePointAt(0) ?? 0)
    this.#open(from, han, form.length)
    for (let k = 0; k < form.length; k += 1) this.#put(form.charCodeAt(k), from, from + width)
    this.#lastIsHan = han
  }
  /** Makes room, and writes the white space that waits unless it stands between two Han characters or at the beginning. */
  #open(from: number, nextIsHan: boolean, more: number): void {
    if (this.#size + more + 1 > this.#units.length) this.#grow(more)
    if (!this.#gap) return
    this.#gap = false
    if (this.#size > 0 && !(this.#lastIsHan && nextIsHan)) this.#put(0x20, this.#ends[this.#size - 1] ?? 0, from)
  }
  #put(unit: number, start: number, end: number): void {
    this.#units[this.#size] = unit
    this.#at[this.#size] = start
    this.#ends[this.#size] = end
    this.#size += 1
  }
  #grow(more: number): void {
    const next = this.#units.length * 2 + more
    this.#units = grown(this.#units, new Uint16Array(next))
    this.#at = grown(this.#at, new Uint32Array(next + 1))
    this.#ends = grown(this.#ends, new Uint32Array(next))
  }
  close(): Folded {
    const size = this.#size
    this.#at[size] = size === 0 ? 0 : (this.#ends[size - 1] ?? 0)
    return { text: textOf(this.#units.subarray(0, size)), at: this.#at.slice(0, size + 1), ends: this.#ends.slice(0, size) }
  }
}

function grown<T extends Uint16Array | Uint32Array>(old: T, next: T): T {
  next.set(old)
  return next
}

function textOf(units: Uint16Array): string {
  let text = ''
  for (let i = 0; i < units.length; i += 8192) text += String.fromCharCode(...units.subarray(i, i + 8192))
  return text
}

const hanScript = /\p{Script=Han}/u
const hanOutside = new Map<number, boolean>()

/** True for Han characters of every plane, and for the ideographic zero and iteration mark. */
export function isHan(code: number): boolean {
  if (code >= 0x4e00 && code <= 0x9fff) return true
  if (code < 0x2e80) return false
  const known = hanOutside.get(code)
  if (known !== undefined) return known
  const han = hanScript.test(String.fromCodePoint(code))
  hanOutside.set(code, han)
  return han
}

const forms = new Map<number, string>()

/** What one code point becomes: '' when it vanishes, a space when it is white space. */
function formOf(code: number): string {
  const known = forms.get(code)
  if (known !== undefined) return known
  const form = newForm(code)
  forms.set(code, form)
  return form
}

const whiteSpace = /^[\s\u0085]$/u
const variation = '\\ufe00-\\ufe0f\\u{e0100}-\\u{e01ef}'
const invisible = new RegExp(`^[\\u00ad\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\ufeff${variation}]$`, 'u')
/** Half-width and full-width forms, small and vertical forms, compatibility ideographs, Kangxi radicals. */
const secondForm = /^[\u2e80-\u2fdf\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6b\uff01-\uffee\u{2f800}-\u{2fa1f}]$/u

const opening = '\u3014\u3016\u3010\uff3b\uff08\u2768\u2772['
const closing = '\u3015\u3017\u3011\uff3d\uff09\u2769\u2773]'
const doubleQuotes = '\u201c\u201d\u201e\u201f\u2033\uff02'
const singleQuotes = '\u2018\u2019\u201a\u201b\u2032\uff07'
const nameDots = '\u00b7\u2022\u2027\u2219\u22c5\u30fb'

function newForm(code: number): string {
  const given = String.fromCodePoint(code)
  if (invisible.test(given)) return ''
  if (whiteSpace.test(given)) return SPACE
  const narrow = secondForm.test(given) ? given.normalize('NFKC') : given
  if (narrow.includes(SPACE)) return given
  return [...narrow]
    .map((each) => oneForm(each))
    .join('')
    .toLowerCase()
}

function oneForm(each: string): string {
  if (opening.includes(each)) return '('
  if (closing.includes(each)) return ')'
  if (doubleQuotes.includes(each)) return '"'
  if (singleQuotes.includes(each)) return "'"
  return nameDots.includes(each) ? '\u00b7' : each
}
