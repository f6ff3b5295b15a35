import { strToU8, zipSync } from 'fflate'
import { afterAll, expect, test } from 'vitest'
import { guard, inspect } from './guard.ts'
import { docx, paperFolder, paragraphs, rawZip, relationsXml, xlsx } from './testing/papers.ts'

const papers = paperFolder()
afterAll(() => papers.remove())
const check = (name: string, bytes: Uint8Array | string) => guard(papers.put(name, bytes).path)
const zeros = (megabytes: number) => new Uint8Array(megabytes * 1024 * 1024)

test('an ordinary paper and an ordinary workbook pass, each known by its content', async () => {
  expect(await inspect(papers.put('a.bin', docx(paragraphs('审计报告'))).path)).toEqual({ kind: 'word' })
  expect(await inspect(papers.put('b.bin', xlsx({ 表: '<sheetData/>' })).path)).toEqual({ kind: 'workbook' })
})

test.each([
  ['a bomb of 60 MB in one part', () => zipSync({ 'xl/worksheets/sheet1.xml': zeros(60) }, { level: 9 }), 'bombSuspected'],
  ['a part that is larger than it declares', () => rawZip([{ name: 'a.xml', bytes: zeros(1), declared: 10 }]), 'forgedSize'],
  ['a part that is smaller than it declares', () => rawZip([{ name: 'a.xml', bytes: strToU8('abc'), declared: 10 }]), 'forgedSize'],
  [
    '3,000 parts',
    () => zipSync(Object.fromEntries(Array.from({ length: 3000 }, (_, at) => [`${at}.xml`, strToU8('x')]))),
    'tooManyEntries',
  ],
  ['an encrypted part', () => rawZip([{ name: 'a.xml', bytes: strToU8('abc'), encrypted: true }]), 'encryptedFile'],
  ['a part that would climb out of its folder', () => rawZip([{ name: '../../etc/x', bytes: strToU8('abc') }]), 'unsafeEntryName'],
  ['a part with an absolute name', () => rawZip([{ name: '/etc/x', bytes: strToU8('abc') }]), 'unsafeEntryName'],
  [
    'two parts of one name',
    () =>
      rawZip([
        { name: 'a', bytes: strToU8('abc') },
        { name: 'a', bytes: strToU8('abd') },
      ]),
    'unsafeEntryName',
  ],
  ['an archive inside, by name', () => docx('', { 'word/inner.zip': strToU8('x') }), 'nestedArchive'],
  ['an archive inside, by content', () => docx('', { 'word/media/image1.png': docx('') }), 'nestedArchive'],
  ['a macro', () => docx('', { 'word/vbaProject.bin': strToU8('x') }), 'macroInside'],
  [
    'a macro-enabled type',
    () =>
      docx('', {
        '[Content_Types].xml': '<Types><Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>',
      }),
    'macroInside',
  ],
  [
    'a template fetched from elsewhere',
    () =>
      docx('', {
        'word/_rels/settings.xml.rels': relationsXml({ id: 'r', type: 'attachedTemplate', target: 'http://x/a.dotm', external: true }),
      }),
    'externalLink',
  ],
  ['a broken archive', () => docx(paragraphs('x')).slice(0, 300), 'damagedArchive'],
])('%s is refused', async (_, make, code) => {
  expect((await check('refused.zip', make()))?.code).toBe(code)
})

test('web addresses in a text and the small workbook of a chart are no reason to refuse', async () => {
  const link = relationsXml({ id: 'r', type: 'hyperlink', target: 'https://example.org/?a&gt;b', external: true })
  const chart = { 'word/embeddings/Microsoft_Excel_Sheet1.xlsx': xlsx({ a: '<sheetData/>' }) }
  expect(await check('links.docx', docx(paragraphs('x'), { 'word/_rels/document.xml.rels': link, ...chart }))).toBeNull()
})

test('the sum of all parts is limited, whatever each of them is', async () => {
  const { path } = papers.put('sum.zip', rawZip(['a', 'b', 'c'].map((name) => ({ name, bytes: strToU8('0123456789') }))))
  const limits = { entries: 10, entryBytes: 100, totalBytes: 25, ratio: 300, ratioFrom: 1024 }
  expect((await guard(path, limits))?.code).toBe('archiveTooLarge')
  expect((await guard(path, { ...limits, entryBytes: 5 }))?.code).toBe('entryTooLarge')
})

test.each([
  ['%PDF-1.7', 'pdf'],
  ['Rar!\x1a\x07', 'rar'],
  ['plain', 'text'],
  ['', 'empty'],
])('a file that begins with %j is known as %s', async (head, kind) => {
  expect(await inspect(papers.put('head', head).path)).toEqual({ kind })
})
