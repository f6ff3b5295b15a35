import { unreadable } from './reading.ts'

/** What a scanner tells: names without prefix; `attributes` is the raw text, read with `attribute`. */
export type XmlHandler = {
  open(name: string, attributes: string): void
  text(text: string): void
  close(name: string): void
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const fromCode = (code: number) => (Number.isInteger(code) && code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '')
const entity = (whole: string, name: string) => {
  if (name.startsWith('#x') || name.startsWith('#X')) return fromCode(Number.parseInt(name.slice(2), 16))
  if (name.startsWith('#')) return fromCode(Number.parseInt(name.slice(1), 10))
  return named[name] ?? whole
}
/** Only the five named entities and character numbers exist: documents with their own are refused. */
export const decodeEntities = (text: string): string => (text.includes('&') ? text.replace(/&([#\w]+);/g, entity) : text)

/** One attribute's value by its name (prefix included), or null. */
export function attribute(attributes: string, name: string): string | null {
  let at = attributes.indexOf(`${name}=`)
  while (at > 0 && !/\s/.test(attributes.charAt(at - 1))) at = attributes.indexOf(`${name}=`, at + 1)
  if (at < 0) return spacedAttribute(attributes, name)
  const quote = attributes.charAt(at + name.length + 1)
  const end = attributes.indexOf(quote, at + name.length + 2)
  return end < 0 ? null : decodeEntities(attributes.slice(at + name.length + 2, end))
}
function spacedAttribute(attributes: string, name: string): string | null {
  if (!/\s=|=\s/.test(attributes)) return null
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes)
  return found ? decodeEntities(found[1] ?? found[2] ?? '') : null
}

const local = (name: string) => name.slice(name.indexOf(':') + 1)
const longestTag = 1024 * 1024

/** Where a tag ends: the first > outside quotes; -1 when it is not all there yet. */
function tagEnd(text: string, from: number): number {
  let quote = 0
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (quote !== 0) {
      if (code === quote) quote = 0
    } else if (code === 62) return at
    else if (code === 34 || code === 39) quote = code
  }
  return -1
}

/** A forward-only scanner for the parts of office files: knows no entities of its own, no document types, nothing outside. */
export class XmlScanner {
  readonly #handler: XmlHandler
  #rest = ''
  #depth = 0
  constructor(handler: XmlHandler) {
    this.#handler = handler
  }

  write(chunk: string): void {
    const text = this.#rest + chunk
    let at = 0
    for (;;) {
      const next = this.#step(text, at)
      if (next < 0) break
      at = next
    }
    this.#rest = text.slice(at)
    if (this.#rest.length > longestTag) throw unreadable('damagedArchive')
  }

  end(): void {
    if (this.#rest.trim() !== '' || this.#depth !== 0) throw unreadable('damagedArchive')
  }

  /** Takes one token; answers where the next begins, or -1 when more text is needed. */
  #step(text: string, at: number): number {
    const open = text.indexOf('<', at)
    if (open < 0) return -1
    if (open > at) this.#handler.text(decodeEntities(text.slice(at, open)))
    const kind = text.charCodeAt(open + 1)
    if (Number.isNaN(kind)) return open === at ? -1 : open
    const next = kind === 33 || kind === 63 ? this.#special(text, open) : this.#tag(text, open)
    return next < 0 && open > at ? open : next
  }

  #tag(text: string, open: number): number {
    const end = tagEnd(text, open + 1)
    if (end < 0) return -1
    if (text.charCodeAt(open + 1) === 47) {
      this.#depth -= 1
      this.#handler.close(local(text.slice(open + 2, end).trim()))
      return end + 1
    }
    const empty = text.charCodeAt(end - 1) === 47
    const inside = text.slice(open + 1, empty ? end - 1 : end)
    const space = inside.search(/\s/)
    const name = local(space < 0 ? inside : inside.slice(0, space))
    this.#handler.open(name, space < 0 ? '' : inside.slice(space))
    if (empty) this.#handler.close(name)
    else this.#depth += 1
    return end + 1
  }

  /** Comments, CDATA and declarations. */
  #special(text: string, open: number): number {
    if (text.length < open + 9 && text.indexOf('>', open) < 0) return -1
    if (text.startsWith('<!--', open)) return after(text, '-->', open + 4)
    if (text.startsWith('<?', open)) return after(text, '?>', open + 2)
    if (!text.startsWith('<![CDATA[', open)) throw unreadable('damagedArchive')
    const next = after(text, ']]>', open + 9)
    if (next > 0) this.#handler.text(text.slice(open + 9, next - 3))
    return next
  }
}
function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from)
  return at < 0 ? -1 : at + mark.length
}

/** Scans bytes as they arrive; after every piece the caller may take what has been gathered. */
export async function* scanning(pieces: AsyncIterable<Uint8Array>, handler: XmlHandler): AsyncGenerator<void> {
  const scanner = new XmlScanner(handler)
  let decoder: InstanceType<typeof TextDecoder> | null = null
  for await (const piece of pieces) {
    decoder ??= new TextDecoder(piece[0] === 0xff && piece[1] === 0xfe ? 'utf-16le' : 'utf-8')
    scanner.write(decoder.decode(piece, { stream: true }))
    yield
  }
  scanner.write(decoder?.decode() ?? '')
  scanner.end()
  yield
}

/** Scans a part that is all here. */
export function scan(text: string, handler: XmlHandler): void {
  const scanner = new XmlScanner(handler)
  scanner.write(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text)
  scanner.end()
}
