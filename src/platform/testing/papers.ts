import { mkdtempSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'

/** Files made for tests, in a folder of their own. */
export function paperFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'guantong-papers-'))
  return {
    folder,
    put(name: string, bytes: Uint8Array | string): { name: string; path: string } {
      const path = join(folder, name)
      writeFileSync(path, bytes)
      return { name, path }
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

const relationships = 'http://schemas.openxmlformats.org/package/2006/relationships'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
export const relationsXml = (...each: readonly { id: string; type: string; target: string; external?: boolean }[]): string =>
  `<?xml version="1.0"?><Relationships xmlns="${relationships}">${each
    .map(
      ({ id, type, target, external }) =>
        `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"${external ? ' TargetMode="External"' : ''}/>`,
    )
    .join('')}</Relationships>`
const typesXml = (main: string, part: string) =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.${main}.main+xml"/></Types>`

export type PartsOf = Record<string, string | Uint8Array>
const zipped = (parts: PartsOf) =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part])))

/** A .docx whose body is the given XML; further parts may be added or put in place of the usual ones. */
export const docx = (body: string, more: PartsOf = {}): Uint8Array =>
  zipped({
    '[Content_Types].xml': typesXml('wordprocessingml.document', 'word/document.xml'),
    '_rels/.rels': relationsXml({ id: 'rId1', type: 'officeDocument', target: 'word/document.xml' }),
    'word/document.xml': `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ...more,
  })
export const paragraphs = (...lines: readonly string[]): string => lines.map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`).join('')

/** An .xlsx whose sheets hold the given sheetData (and what follows it), with an optional table of strings. */
export const xlsx = (
  sheets: Readonly<Record<string, string>>,
  more: { strings?: string; styles?: string; from1904?: boolean } = {},
): Uint8Array => {
  const names = Object.keys(sheets)
  const relations = names.map((_, at) => ({ id: `rId${at + 1}`, type: 'worksheet', target: `worksheets/sheet${at + 1}.xml` }))
  const parts = Object.fromEntries(names.map((name, at) => [`xl/worksheets/sheet${at + 1}.xml`, `<worksheet>${sheets[name]}</worksheet>`]))
  return zipped({
    '[Content_Types].xml': typesXml('spreadsheetml.sheet', 'xl/workbook.xml'),
    '_rels/.rels': relationsXml({ id: 'rId1', type: 'officeDocument', target: 'xl/workbook.xml' }),
    'xl/workbook.xml': `<workbook xmlns:r="${office}"><workbookPr${more.from1904 ? ' date1904="1"' : ''}/><sheets>${names.map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationsXml(
      ...relations,
      { id: 'rIdS', type: 'sharedStrings', target: 'sharedStrings.xml' },
      { id: 'rIdT', type: 'styles', target: 'styles.xml' },
    ),
    ...parts,
    ...(more.strings ? { 'xl/sharedStrings.xml': `<sst>${more.strings}</sst>` } : {}),
    ...(more.styles ? { 'xl/styles.xml': `<styleSheet>${more.styles}</styleSheet>` } : {}),
  })
}

type RawEntry = { name: string; bytes: Uint8Array; declared?: number; encrypted?: boolean }
function entryHeaders(entry: RawEntry, at: { offset: number; packed: Buffer }) {
  const name = Buffer.from(entry.name)
  const flags = (entry.encrypted ? 1 : 0) | 0x800
  const common = Buffer.alloc(26)
  common.writeUInt16LE(20, 0)
  common.writeUInt16LE(flags, 2)
  common.writeUInt16LE(8, 4)
  common.writeUInt32LE(at.packed.length, 14)
  common.writeUInt32LE(entry.declared ?? entry.bytes.length, 18)
  common.writeUInt16LE(name.length, 22)
  const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), common, name, at.packed])
  const tail = Buffer.alloc(14)
  tail.writeUInt32LE(at.offset, 10)
  const central = Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), common, tail, name])
  return { local, central }
}

/** A zip written by hand: declared sizes may lie, entries may claim to be encrypted. */
export function rawZip(entries: readonly RawEntry[]): Uint8Array {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const { local, central } = entryHeaders(entry, { offset, packed: deflateRawSync(entry.bytes, { level: 9 }) })
    locals.push(local)
    centrals.push(central)
    offset += local.length
  }
  const directory = Buffer.concat(centrals)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, end])
}

const hex4 = (code: number) => code.toString(16).padStart(4, '0')
export type PdfLine = { text: string; x: number; y: number; size?: number }
/** A PDF whose pages hold lines of text at given places (points from the lower left); every sign is as wide as its size. */
export function pdf(pages: readonly (readonly PdfLine[])[], trailer = ''): Uint8Array {
  const codes = [...new Set(pages.flat().flatMap(({ text }) => [...text]))].map((sign) => sign.charCodeAt(0))
  const cmap = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def 1 begincodespacerange <0000> <ffff> endcodespacerange ${codes.length} beginbfchar ${codes.map((code) => `<${hex4(code)}> <${hex4(code)}>`).join(' ')} endbfchar endcmap end end`
  const stream = (text: string) => `<< /Length ${text.length} >>\nstream\n${text}\nendstream`
  const shown = ({ text, x, y, size = 16 }: PdfLine) =>
    `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm <${[...text].map((sign) => hex4(sign.charCodeAt(0))).join('')}> Tj ET`
  const kids = pages.map((_, at) => `${6 + at * 2} 0 R`).join(' ')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /FontDescriptor << /Type /FontDescriptor /FontName /X /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >> >>',
    stream(cmap),
    ...pages.flatMap((lines, at) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${7 + at * 2} 0 R >>`,
      stream(lines.map(shown).join('\n')),
    ]),
  ]
  let text = '%PDF-1.7\n'
  const offsets = objects.map((object, at) => {
    const offset = text.length
    text += `${at + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  return Buffer.from(
    `${text}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${text.length}\n%%EOF\n`,
    'latin1',
  )
}
