import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { GivenFile } from '../kernel/given.ts'
import { xlsxType } from './sheetwrite.ts'
import { stampedPdf } from './watermark-pdf.ts'

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

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const isHeader = (name: string) => /^word\/header\d*\.xml$/.test(name)

/** A pale slanted line behind the page, as Word's own watermarks are: a shape in the header. */
function slanted(text: string): string {
  const shape =
    '<v:shape id="taken-out" type="#_x0000_t136" style="position:absolute;width:420pt;height:26pt;rotation:-35;z-index:-251658000;mso-position-horizontal:center;mso-position-horizontal-relative:margin;mso-position-vertical:center;mso-position-vertical-relative:margin" fillcolor="#d0d0d0" stroked="f"><v:fill opacity=".35"/>'
  return `<w:p><w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml">${shape}<v:textpath on="t" fitshape="t" string="${escaped(text)}"/></v:shape></w:pict></w:r></w:p>`
}
const slantedIn = (xml: string, text: string) =>
  /<v:textpath/.test(xml) ? xml : xml.replace(/<\/w:hdr>\s*$/, () => `${slanted(text)}</w:hdr>`)

const inParts = (is: (name: string) => boolean, mark: (xml: string, text: string) => string) => (bytes: Uint8Array, text: string) =>
  zipSync(
    Object.fromEntries(
      Object.entries(unzipSync(bytes)).map(([name, part]) => [name, is(name) ? strToU8(mark(strFromU8(part), text)) : part]),
    ),
    { level: 6 },
  )

const [main, links, types, header] = ['word/document.xml', 'word/_rels/document.xml.rels', '[Content_Types].xml', 'word/header90.xml']
const officeLink = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const added: ReadonlyMap<string, (xml: string) => string> = new Map([
  [
    main,
    (xml: string) =>
      xml.replace(/<w:sectPr\b[^>]*?(\/?)>/g, (tag, end: string) => {
        const reference = ['default', 'even', 'first']
          .map((page) => `<w:headerReference xmlns:r="${officeLink}" w:type="${page}" r:id="takenOut"/>`)
          .join('')
        return end ? `${tag.slice(0, -2)}>${reference}</w:sectPr>` : `${tag}${reference}`
      }),
  ],
  [
    links,
    (xml: string) =>
      xml.replace('</Relationships>', `<Relationship Id="takenOut" Type="${officeLink}/header" Target="header90.xml"/></Relationships>`),
  ],
  [
    types,
    (xml: string) =>
      xml.replace(
        '</Types>',
        `<Override PartName="/${header}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/></Types>`,
      ),
  ],
])

/** A Word file whose pages have no header is given one that holds the mark alone. */
function markedWord(bytes: Uint8Array, text: string): Uint8Array {
  if (Object.keys(unzipSync(bytes)).some(isHeader)) return inParts(isHeader, slantedIn)(bytes, text)
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]): [string, Uint8Array] => [
    name,
    added.has(name) ? strToU8(added.get(name)?.(strFromU8(part)) ?? '') : part,
  ])
  const xml = `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${slanted(text)}</w:hdr>`
  return zipSync(Object.fromEntries([...parts, [header, strToU8(xml)]]), { level: 6 })
}

/** A line of a calendar holds 75 octets; what is longer goes on in the next one, after a blank (RFC 5545, 3.1). */
const folded = (line: string) => (line.match(/.{1,24}/gu) ?? []).join('\r\n ')
const calendarText = (text: string) => text.replace(/([\\;,])/g, '\\$1').replace(/\s+/g, ' ')
function markedCalendar(bytes: Uint8Array, text: string): Uint8Array {
  const lines = ['DESCRIPTION', 'X-WR-CALDESC', 'X-TAKEN-OUT-BY'].map((name) => folded(`${name}:${calendarText(text)}`))
  return strToU8(strFromU8(bytes).replace(/\r?\n(?=BEGIN:(?!VCALENDAR)|END:VCALENDAR)/, (end) => `${end}${lines.join('\r\n')}\r\n`))
}

/** Lines of JSON begin with one that says who took them out; whoever checks them passes over it (docs/trail.md). */
const markedLines = (bytes: Uint8Array, text: string): Uint8Array =>
  Buffer.concat([strToU8(`${JSON.stringify({ type: 'takenOut', by: text })}\n`), bytes])

const endings: readonly (readonly [RegExp, string])[] = [
  [/\.xlsx$/i, xlsxType],
  [/\.docx$/i, wordType],
  [/\.pdf$/i, 'application/pdf'],
]
/** An archive has a page in front that says who took it out, and each paper in it bears the mark too. */
async function markedArchive(bytes: Uint8Array, text: string): Promise<Uint8Array> {
  const parts: [string, Uint8Array][] = [['000 TAKEN-OUT.txt', strToU8(`\ufeff${text}\r\n`)]]
  for (const [name, part] of Object.entries(unzipSync(bytes))) {
    const type = endings.find(([ending]) => ending.test(name))?.[1]
    parts.push([name, type ? (await withMark({ name, type, bytes: part }, text)).bytes : part])
  }
  return zipSync(Object.fromEntries(parts), { level: 6 })
}

type Rule = (bytes: Uint8Array, text: string) => Uint8Array | Promise<Uint8Array>
const rules: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  [xlsxType, inParts(isSheet, marked)],
  [wordType, markedWord],
  ['application/pdf', stampedPdf],
  ['application/zip', markedArchive],
  ['application/x-ndjson', markedLines],
  ['text/calendar', markedCalendar],
])
const kindOf = ({ type }: GivenFile) => type.split(';')[0]?.trim() ?? ''

/** Whether files of this media type can bear a mark. */
export const isMarkable = (type: string): boolean => rules.has(type.split(';')[0]?.trim() ?? '')

/**
 * A file that is taken out bears who took it and when: a workbook in header and footer of every printed sheet, a Word file
 * behind every page that has a header, a PDF at the foot of every page, a calendar in its description, lines of JSON in a
 * line in front, an archive in a page in front and in each paper. Cells and text stay as they are, so that a workbook can
 * come in again; what bears a mark already keeps it. A kind of file that cannot be marked does not leave the house at all,
 * unless its contract says why it goes out as it is (`asKept`).
 */
export async function withMark(file: GivenFile, text: string): Promise<GivenFile> {
  const rule = rules.get(kindOf(file))
  if (!rule) throw new Error(`${kindOf(file)} bears no mark of who took it out`)
  return { ...file, bytes: new Uint8Array(await rule(file.bytes, text)) }
}
