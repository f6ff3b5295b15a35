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

const rules = [
  { type: xlsxType, is: isSheet, mark: marked },
  { type: wordType, is: isHeader, mark: slantedIn },
] as const

/**
 * A workbook or Word file that is taken out bears who took it and when: in header and footer of every printed sheet, or
 * behind every page that has a header. Cells and text stay as they are, so that a workbook can come in again. What bears
 * a watermark already, and every other kind of file, is given as it is; so is an original (`asKept` of its contract).
 */
export function withMark(file: GivenFile, text: string): GivenFile {
  const rule = rules.find(({ type }) => type === file.type)
  if (!rule) return file
  const written = Object.entries(unzipSync(file.bytes)).map(([name, bytes]): [string, Uint8Array] => [
    name,
    rule.is(name) ? strToU8(rule.mark(strFromU8(bytes), text)) : bytes,
  ])
  return { ...file, bytes: zipSync(Object.fromEntries(written), { level: 6 }) }
}
