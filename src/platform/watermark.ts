import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { GivenFile } from '../kernel/given.ts'
import { xlsxType } from './sheetwrite.ts'

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
/** In a header's own notation `&` begins a command: a plain one is doubled. */
const plain = (text: string) => escaped(text.replace(/&/g, '&&').slice(0, 240))
const isSheet = (name: string) => /^xl\/worksheets\/[^/]+\.xml$/.test(name)
/** What may stand after the header and footer in a worksheet (ECMA-376, 18.3.1.99). */
const after =
  /<(?:rowBreaks|colBreaks|customProperties|cellWatches|ignoredErrors|smartTags|drawing|legacyDrawing|legacyDrawingHF|picture|oleObjects|controls|webPublishItems|tableParts|extLst)\b|<\/worksheet>/

function marked(xml: string, text: string): string {
  if (xml.includes('<headerFooter')) return xml
  const at = xml.search(after)
  const mark = `<headerFooter><oddHeader>&amp;R${plain(text)}</oddHeader><oddFooter>&amp;C${plain(text)}&amp;R&amp;P</oddFooter></headerFooter>`
  return at < 0 ? xml : xml.slice(0, at) + mark + xml.slice(at)
}

/**
 * A workbook that is taken out bears who took it and when, in the header and footer of every printed page; its cells
 * stay as they are, so that it can come in again. Other files are given as they are: a Word file carries its own
 * watermark, an original must stay what it was, byte by byte.
 */
export function withMark(file: GivenFile, text: string): GivenFile {
  if (file.type !== xlsxType) return file
  const parts = unzipSync(file.bytes)
  const written = Object.entries(parts).map(([name, bytes]): [string, Uint8Array] => [
    name,
    isSheet(name) ? strToU8(marked(strFromU8(bytes), text)) : bytes,
  ])
  return { ...file, bytes: zipSync(Object.fromEntries(written), { level: 6 }) }
}
