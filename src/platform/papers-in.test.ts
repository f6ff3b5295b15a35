import { readFile } from 'node:fs/promises'
import { afterAll, expect, test } from 'vitest'
import { convertFile, findLibreOffice } from './libreoffice.ts'
import { readPaperHere } from './paper.ts'
import { readPaper } from './readers.ts'
import { docx, type PdfLine, paperFolder, paragraphs, pdf, xlsx } from './testing/papers.ts'

const papers = paperFolder()
afterAll(() => papers.remove())
async function read(name: string, bytes: Uint8Array | string) {
  const answer = await readPaperHere(papers.put(name, bytes))
  return 'value' in answer ? answer.value : answer.refusal.code
}

test('a plain text is kept to the letter, line ends included, without its mark', async () => {
  expect(await read('a.txt', '\ufeff第一行\r\n\r\n 第二行 ')).toEqual({ text: '第一行\r\n\r\n 第二行 ' })
  expect(await read('a.md', Buffer.from('b5dad2bbd0d00a', 'hex'))).toEqual({ text: '第一行\n' })
})

test('a .docx becomes its paragraphs: tables cell by cell, tabs and breaks, without deletions and field codes', async () => {
  const body = `${paragraphs('关于整改情况的报告')}<w:tbl><w:tr><w:tc>${paragraphs('单位')}</w:tc><w:tc>${paragraphs('金额')}</w:tc></w:tr></w:tbl><w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t xml:space="preserve">一、 </w:t><w:tab/><w:t>问题&amp;原因</w:t><w:br/></w:r><w:del><w:r><w:delText>删去的</w:delText></w:r></w:del><w:r><w:instrText>PAGE</w:instrText></w:r></w:p><w:p/>`
  expect(await read('a.docx', docx(body))).toEqual({ text: '关于整改情况的报告\n单位\n金额\n一、 \t问题&原因\n\n' })
})

test('drawn text is read once, notes follow at the end', async () => {
  const drawn = `<w:p><mc:AlternateContent><mc:Choice><w:txbxContent>${paragraphs('印章')}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${paragraphs('印章')}</w:txbxContent></mc:Fallback></mc:AlternateContent><w:r><w:t>正文</w:t></w:r></w:p>`
  const footnotes = `<w:footnotes><w:footnote w:type="separator" w:id="0">${paragraphs('')}</w:footnote><w:footnote w:id="1">${paragraphs('注一')}</w:footnote></w:footnotes>`
  expect(await read('a.docx', docx(drawn, { 'word/footnotes.xml': footnotes }))).toEqual({ text: '印章\n正文\n注一' })
})

test('pages of a .docx are known where Word last laid it out', async () => {
  const body = `${paragraphs('甲')}<w:p><w:r><w:t>乙</w:t></w:r><w:r><w:lastRenderedPageBreak/><w:t>丙</w:t></w:r></w:p>`
  expect(await read('a.docx', docx(body))).toEqual({
    text: '甲\n乙丙',
    pages: [
      { start: 0, page: 1 },
      { start: 3, page: 2 },
    ],
  })
})

const line = (text: string, y: number, x = 80): PdfLine => ({ text, x, y })
const long = '澜江市审计局对市财政局主要领导干部任职期间经济责任履行情况'
test('visual lines of a PDF are joined to paragraphs, over the page too, and page numbers are left out', async () => {
  const first = [line('审计报告', 780, 240), line(`　　${long.slice(0, 25)}`, 740), line(long.slice(0, 27), 720), line('— 1 —', 40, 280)]
  const second = [line('进行了审计。', 780), line('　　一、基本情况', 760), line('— 2 —', 40, 280)]
  const answer = await read('a.pdf', pdf([first, second]))
  expect(answer).toEqual({
    text: `审计报告\n${long.slice(0, 25)}${long.slice(0, 27)}进行了审计。\n一、基本情况`,
    pages: [
      { start: 0, page: 1 },
      { start: 5 + 25 + 27, page: 2 },
    ],
  })
})

test('a page that is a picture is named, a paper of nothing but pictures is refused', async () => {
  const text = [line('这一页有文字，写的是整改情况和责任划分的说明', 700), line('另一行', 680)]
  expect(await read('a.pdf', pdf([text, []]))).toMatchObject({ silent: [2] })
  expect(await read('b.pdf', pdf([[], []]))).toBe('scannedPdf')
})

test.each([
  [
    'an encrypted PDF',
    'a.pdf',
    pdf(
      [[line('秘', 700)]],
      '/Encrypt << /Filter /Standard /V 1 /R 2 /O <28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a> /U <28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a> /P -44 >> /ID [<01> <01>]',
    ),
    'encryptedPdf',
  ],
  ['a damaged PDF', 'a.pdf', '%PDF-1.7\nnothing', 'damagedPdf'],
  ['an empty file', 'a.docx', '', 'emptyFile'],
  ['a paper without a word', 'a.docx', docx('<w:p/>'), 'emptyFile'],
  ['a workbook among the papers', 'a.docx', xlsx({ s: '<sheetData/>' }), 'unsupportedFile'],
  ['text that calls itself a paper', 'a.docx', 'only text', 'contentUnlikeName'],
  ['a WPS file of the old kind', 'a.wps', Buffer.from('d0cf11e0a1b11ae10000', 'hex'), 'oldOfficeFile'],
  ['an archive', 'a.docx', Buffer.from('Rar!\x1a\x07\x00'), 'archiveNotRead'],
  ['a picture that calls itself text', 'a.txt', Buffer.from('89504e470d0a1a0a0000', 'hex'), 'notText'],
  ['a picture', 'a.png', Buffer.from('89504e470d0a1a0a0000', 'hex'), 'unsupportedFile'],
])('%s is refused in words', async (_, name, bytes, code) => {
  expect(await read(name, bytes)).toBe(code)
})

test.skipIf(findLibreOffice() !== null)('without LibreOffice an old Word file is refused with the way out', async () => {
  expect(await read('a.doc', Buffer.from('d0cf11e0a1b11ae10000', 'hex'))).toBe('noLibreOffice')
})

test('the reading thread gives the same text and goes on after a refusal', async () => {
  const good = papers.put('good.docx', docx(paragraphs('整改')))
  const bad = papers.put('bad.pdf', '%PDF-1.7\nnothing')
  const answers = await Promise.all([readPaper(good), readPaper(bad), readPaper(good)])
  expect(answers).toEqual([{ value: { text: '整改' } }, { refusal: { code: 'damagedPdf' } }, { value: { text: '整改' } }])
})

test.skipIf(findLibreOffice() === null)(
  'an old Word file is read through LibreOffice where it is installed',
  { timeout: 200_000 },
  async () => {
    const { path } = papers.put('old.docx', docx(paragraphs('关于整改情况的报告', '一、基本情况')))
    const converted = await convertFile(path, 'doc')
    const old = papers.put('old.doc', await readFile(converted?.file ?? path))
    await converted?.done()
    expect(await readPaperHere(old)).toEqual({ value: { text: '关于整改情况的报告\n一、基本情况' } })
  },
)
