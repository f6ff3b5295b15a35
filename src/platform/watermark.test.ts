import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { sheetBytes, xlsxType } from './sheetwrite.ts'
import { withMark } from './watermark.ts'

const book = async () => ({ name: '名单.xlsx', type: xlsxType, bytes: await sheetBytes({ name: '名单', headers: ['姓名'] }, [['周明远']]) })
const sheetOf = (bytes: Uint8Array) => strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array())

test('a workbook taken out bears who took it and when on every printed page, and its cells stay', async () => {
  const before = await book()
  const after = withMark(before, '张敏 clerk 2026-11-20 10:00')
  expect(sheetOf(after.bytes)).toContain('<oddFooter>&amp;C张敏 clerk 2026-11-20 10:00&amp;R&amp;P</oddFooter>')
  const cells = (xml: string) => /<sheetData>.*<\/sheetData>/s.exec(xml)?.[0]
  expect(cells(sheetOf(after.bytes))).toBe(cells(sheetOf(before.bytes)))
  expect(Object.keys(unzipSync(after.bytes)).sort()).toEqual(Object.keys(unzipSync(before.bytes)).sort())
})

test('a name cannot write commands or markup into the header', async () => {
  const { bytes } = withMark(await book(), '甲&D<b>"')
  expect(sheetOf(bytes)).toContain('甲&amp;&amp;D&lt;b&gt;&quot;')
})

test('a second mark is not written over the first, and other files stay as they are', async () => {
  const once = withMark(await book(), '甲')
  expect(sheetOf(withMark(once, '乙').bytes)).not.toContain('乙')
  const text = { name: 'a.txt', type: 'text/plain', bytes: new Uint8Array([1, 2]) }
  expect(withMark(text, '甲')).toBe(text)
})

test('a Word file with a header bears the mark behind the page, once', async () => {
  const { wordDocument, wordType } = await import('../office/documents/word.ts')
  const { aPaper } = await import('../office/documents/samples.ts')
  const file = { name: 'a.docx', type: wordType, bytes: await wordDocument(aPaper({ watermark: null })) }
  const headers = (bytes: Uint8Array) =>
    Object.entries(unzipSync(bytes))
      .filter(([name]) => /^word\/header/.test(name))
      .map(([, part]) => strFromU8(part))
  const once = withMark(file, '张敏 clerk 2026-11-20 10:00')
  expect(headers(once.bytes).length).toBeGreaterThan(0)
  for (const xml of headers(once.bytes)) expect(xml.match(/string="张敏 clerk 2026-11-20 10:00"/g)).toHaveLength(1)
  for (const xml of headers(withMark(once, '乙').bytes)) expect(xml).not.toContain('乙')
})
