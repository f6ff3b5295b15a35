import { openParts, type Parts } from './archive.ts'
import { type PageStart, type Reading, type ReadText, reading, unreadable } from './reading.ts'
import { attribute, scan, scanning, type XmlHandler } from './xml.ts'

/** Whatever stands in these is no text of the paper: deletions, field codes, second copies of drawn text, hints of reading. */
const skipped = new Set(['del', 'moveFrom', 'instrText', 'delText', 'Fallback', 'rt', 'sectPr', 'pPr', 'rPr', 'tblPr', 'fldData'])

/** Gathers paragraphs in reading order; a text box inside a paragraph stands before the paragraph that holds it. */
class ParagraphGatherer implements XmlHandler {
  readonly #lines: string[] = []
  readonly #breaks: { line: number; at: number }[] = []
  readonly #open: string[] = []
  #skip: string | null = null
  #depth = 0
  #inText = false
  readonly #notes: 'document' | 'notes'
  constructor(notes: 'document' | 'notes') {
    this.#notes = notes
  }

  open(name: string, attributes: string): void {
    if (this.#skip !== null) {
      if (name === this.#skip) this.#depth += 1
      return
    }
    if (skipped.has(name) || this.#isSeparatorNote(name, attributes)) this.#startSkipping(name)
    else if (name === 't') this.#inText = true
    else this.#mark(name, attributes)
  }
  #isSeparatorNote(name: string, attributes: string): boolean {
    return this.#notes === 'notes' && /^(?:foot|end)note$/.test(name) && attribute(attributes, 'w:type') !== null
  }
  #startSkipping(name: string): void {
    this.#skip = name
    this.#depth = 1
  }
  #mark(name: string, attributes: string): void {
    if (name === 'p') this.#open.push('')
    else if (name === 'tab') this.#add('\t')
    else if (name === 'br' && /page|column/.test(attribute(attributes, 'w:type') ?? '')) return
    else if (name === 'br' || name === 'cr') this.#add('\n')
    else if (name === 'noBreakHyphen') this.#add('-')
    else if (name === 'lastRenderedPageBreak') this.#breaks.push({ line: this.#lines.length, at: this.#open.at(-1)?.length ?? 0 })
  }
  text(text: string): void {
    if (this.#inText && this.#skip === null) this.#add(text)
  }
  #add(text: string): void {
    const last = this.#open.length - 1
    if (last >= 0) this.#open[last] += text
  }
  close(name: string): void {
    if (this.#skip !== null) {
      if (name === this.#skip) this.#depth -= 1
      if (this.#depth === 0) this.#skip = null
    } else if (name === 't') this.#inText = false
    else if (name === 'p') this.#lines.push(this.#open.pop() ?? '')
  }

  lines(): readonly string[] {
    return this.#lines
  }
  /** Where Word last saw pages begin; unknown when it never laid the paper out. */
  pages(): readonly PageStart[] {
    if (this.#breaks.length === 0) return []
    const starts: number[] = []
    let at = 0
    for (const line of this.#lines) {
      starts.push(at)
      at += line.length + 1
    }
    return [{ start: 0, page: 1 }, ...this.#breaks.map((each, index) => ({ start: (starts[each.line] ?? at) + each.at, page: index + 2 }))]
  }
}

type Relation = { type: string; target: string }
async function relationsOf(parts: Parts, file: string): Promise<readonly Relation[]> {
  if (!parts.has(file)) return []
  const relations: Relation[] = []
  scan(await parts.text(file), {
    open(name, attributes) {
      if (name === 'Relationship')
        relations.push({
          type: (attribute(attributes, 'Type') ?? '').split('/').at(-1) ?? '',
          target: attribute(attributes, 'Target') ?? '',
        })
    },
    text: () => undefined,
    close: () => undefined,
  })
  return relations
}

async function gather(parts: Parts, part: string, kind: 'document' | 'notes'): Promise<ParagraphGatherer> {
  const gatherer = new ParagraphGatherer(kind)
  for await (const _ of scanning(await parts.stream(part), gatherer));
  return gatherer
}

async function textOf(parts: Parts): Promise<ReadText> {
  const main = (await relationsOf(parts, '_rels/.rels')).find(({ type }) => type === 'officeDocument')?.target.replace(/^\//, '')
  if (!main || !parts.has(main)) throw unreadable('damagedWord')
  const body = await gather(parts, main, 'document')
  const lines = [...body.lines()]
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  for (const notes of ['footnotes', 'endnotes']) {
    const part = `${folder}${notes}.xml`
    if (parts.has(part)) lines.push(...(await gather(parts, part, 'notes')).lines())
  }
  const pages = body.pages()
  const text = lines.join('\n')
  return pages.length > 0 ? { text, pages } : { text }
}

/** A .docx that has passed the guard: one line per paragraph, in order; tables cell by cell; notes at the end. */
export const readWordFile = (path: string): Promise<Reading<ReadText>> =>
  reading(
    async () => {
      const parts = await openParts(path)
      try {
        return await textOf(parts)
      } finally {
        parts.close()
      }
    },
    { code: 'damagedWord' },
  )
