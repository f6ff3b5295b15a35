import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { getDocumentProxy } from 'unpdf'
import { expect, test } from 'vitest'
import { sheetBytes, xlsxType } from './sheetwrite.ts'
import { withMark } from './watermark.ts'

const book = async () => ({ name: '名单.xlsx', type: xlsxType, bytes: await sheetBytes({ name: '名单', headers: ['姓名'] }, [['周明远']]) })
const sheetOf = (bytes: Uint8Array) => strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array())

test('a workbook taken out bears who took it and when on every printed page, and its cells stay', async () => {
  const before = await book()
  const after = await withMark(before, '张敏 clerk 2026-11-20 10:00')
  expect(sheetOf(after.bytes)).toContain('<oddFooter>&amp;C张敏 clerk 2026-11-20 10:00&amp;R&amp;P</oddFooter>')
  const cells = (xml: string) => /<sheetData>.*<\/sheetData>/s.exec(xml)?.[0]
  expect(cells(sheetOf(after.bytes))).toBe(cells(sheetOf(before.bytes)))
  expect(Object.keys(unzipSync(after.bytes)).sort()).toEqual(Object.keys(unzipSync(before.bytes)).sort())
})

test('a name cannot write commands or markup into the header', async () => {
  const { bytes } = await withMark(await book(), '甲&D<b>"')
  expect(sheetOf(bytes)).toContain('甲&amp;&amp;D&lt;b&gt;&quot;')
})

test('a second mark is not written over the first', async () => {
  const once = await withMark(await book(), '甲')
  expect(sheetOf((await withMark(once, '乙')).bytes)).not.toContain('乙')
})

test('a kind of file that cannot be marked does not go out', async () => {
  await expect(withMark({ name: 'a.txt', type: 'text/plain', bytes: new Uint8Array([1, 2]) }, '甲')).rejects.toThrow(/bears no mark/)
})

test('a Word file with a header bears the mark behind the page, once', async () => {
  const { wordDocument, wordType } = await import('../office/documents/word.ts')
  const { aPaper } = await import('../office/documents/samples.ts')
  const file = { name: 'a.docx', type: wordType, bytes: await wordDocument(aPaper({ watermark: null })) }
  const headers = (bytes: Uint8Array) =>
    Object.entries(unzipSync(bytes))
      .filter(([name]) => /^word\/header/.test(name))
      .map(([, part]) => strFromU8(part))
  const once = await withMark(file, '张敏 clerk 2026-11-20 10:00')
  expect(headers(once.bytes).length).toBeGreaterThan(0)
  for (const xml of headers(once.bytes)) expect(xml.match(/string="张敏 clerk 2026-11-20 10:00"/g)).toHaveLength(1)
  for (const xml of headers((await withMark(once, '乙')).bytes)) expect(xml).not.toContain('乙')
})

const aPdf = () => {
  const parts = ['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>']
  const page = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<>>>>'
  const objects = [...parts, page, page].map((body, at) => `${at + 1} 0 obj\n${body}\nendobj\n`)
  const heads = objects.map((_, at) => '%PDF-1.4\n'.length + objects.slice(0, at).join('').length)
  const table = heads.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  const start = '%PDF-1.4\n'.length + objects.join('').length
  return strToU8(
    `%PDF-1.4\n${objects.join('')}xref\n0 5\n0000000000 65535 f \n${table}trailer\n<</Size 5/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`,
  )
}
async function notesIn(bytes: Uint8Array): Promise<string[][]> {
  const document = await getDocumentProxy(bytes.slice(), { verbosity: 0 })
  const found: string[][] = []
  for (let at = 1; at <= document.numPages; at += 1) {
    const notes: { contentsObj?: { str: string } }[] = await (await document.getPage(at)).getAnnotations()
    found.push(notes.map((note) => note.contentsObj?.str ?? ''))
  }
  return found
}

test('a PDF bears account and time on each page, and what it was stays in front byte by byte', async () => {
  const file = { name: 'a.pdf', type: 'application/pdf', bytes: aPdf() }
  const { bytes } = await withMark(file, '张敏 clerk 2026-11-20 10:00')
  expect(await notesIn(bytes)).toEqual([['clerk 2026-11-20 10:00'], ['clerk 2026-11-20 10:00']])
  expect(bytes.subarray(0, file.bytes.length)).toEqual(file.bytes)
})

test('an archive says in front who took it out, and each paper in it bears the mark too', async () => {
  const inside = { 'a.pdf': aPdf(), '名单.xlsx': (await book()).bytes }
  const { bytes } = await withMark({ name: 'a.zip', type: 'application/zip', bytes: zipSync(inside) }, '张敏 clerk 2026-11-20 10:00')
  const parts = unzipSync(bytes)
  expect(Object.keys(parts).sort()).toEqual(['000 TAKEN-OUT.txt', 'a.pdf', '名单.xlsx'])
  expect(strFromU8(parts['000 TAKEN-OUT.txt'] ?? new Uint8Array())).toContain('张敏 clerk 2026-11-20 10:00')
  expect(await notesIn(parts['a.pdf'] ?? new Uint8Array())).toEqual([['clerk 2026-11-20 10:00'], ['clerk 2026-11-20 10:00']])
  expect(sheetOf(parts['名单.xlsx'] ?? new Uint8Array())).toContain('张敏 clerk')
})

test('a calendar says in its description who took it out, in lines no longer than the format allows', async () => {
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'BEGIN:VEVENT', 'UID:1', 'DESCRIPTION:x', 'END:VEVENT', 'END:VCALENDAR', '']
  const { bytes } = await withMark(
    { name: 'a.ics', type: 'text/calendar; charset=utf-8', bytes: strToU8(lines.join('\r\n')) },
    '张敏 clerk; 2026-11-20 10:00',
  )
  const text = strFromU8(bytes)
  expect(text.replaceAll('\r\n ', '')).toContain('X-TAKEN-OUT-BY:张敏 clerk\\; 2026-11-20 10:00\r\nBEGIN:VEVENT')
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  expect(text.match(/BEGIN:VCALENDAR|END:VEVENT/g)).toHaveLength(2)
})

test('a Word file whose pages have no header is given one that holds the mark', async () => {
  const { wordType } = await import('../office/documents/word.ts')
  const parts = {
    'word/document.xml': '<w:document><w:body><w:p/><w:sectPr><w:pgSz/></w:sectPr></w:body></w:document>',
    'word/_rels/document.xml.rels': '<Relationships></Relationships>',
    '[Content_Types].xml': '<Types></Types>',
  }
  const bytes = zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])))
  const once = await withMark({ name: 'a.docx', type: wordType, bytes }, '张敏 clerk 2026-11-20 10:00')
  const made = unzipSync((await withMark(once, '乙')).bytes)
  const read = (name: string) => strFromU8(made[name] ?? new Uint8Array())
  expect(read('word/header90.xml').match(/string="张敏 clerk 2026-11-20 10:00"/g)).toHaveLength(1)
  expect(read('word/document.xml')).toMatch(/<w:sectPr><w:headerReference [^>]*w:type="default" r:id="takenOut"\/>.*<w:pgSz\/>/)
  expect(read('word/_rels/document.xml.rels')).toContain('Target="header90.xml"')
  expect(read('[Content_Types].xml')).toContain('/word/header90.xml')
})
