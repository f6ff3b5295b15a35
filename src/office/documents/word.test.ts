import mammoth from 'mammoth'
import PizZip from 'pizzip'
import { expect, test } from 'vitest'
import { day } from '../../kernel/day.ts'
import { headingMark, numeral, page, paperDay, paragraphsOf } from './rules.ts'
import { aPaper } from './samples.ts'
import { wordDocument } from './word.ts'

const partOf = async (name: RegExp, paper = aPaper()) => {
  const zip = new PizZip(await wordDocument(paper))
  const file = Object.keys(zip.files).find((each) => name.test(each))
  return file ? (zip.file(file)?.asText() ?? '') : ''
}

test.each([
  [1, '一'],
  [10, '十'],
  [11, '十一'],
  [20, '二十'],
  [36, '三十六'],
])('%d is written %s', (number, text) => {
  expect(numeral(number)).toBe(text)
})

test('headings are marked 一、 （一） 1. （1）, and days lose their leading zeros', () => {
  expect([1, 2, 3, 4].map((level) => headingMark(level as 1 | 2 | 3 | 4, 2))).toEqual(['二、', '（二）', '2.', '（2）'])
  expect(paperDay(day('2025-08-05'))).toBe('2025年8月5日')
})

test('the page is that of GB/T 9704: margins, exact pitch, closer characters, no widow control', async () => {
  const body = await partOf(/word\/document\.xml$/)
  expect(body).toContain(`w:top="${page.top}" w:right="${page.right}" w:bottom="${page.bottom}" w:left="${page.left}"`)
  expect(body).toContain('w:line="579"')
  expect(body).toContain('w:lineRule="exact"')
  expect(body).toContain('<w:spacing w:val="-5"/>')
  expect(body).toContain('<w:widowControl w:val="false"/>')
  expect(body).toContain('仿宋_GB2312')
})

test('number, secrecy label and watermark stand on every page, the page number in its own spacing', async () => {
  const header = await partOf(/word\/header1\.xml$/)
  expect(header).toContain('澜审经责报〔2025〕14号')
  expect(header).toContain('工作秘密')
  expect(header).toContain('张敏 2025-11-21')
  expect(await partOf(/word\/footer1\.xml$/)).toContain('w:line="320"')
})

test('what was written is what is read back, paragraph by paragraph', async () => {
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await wordDocument(aPaper())) })
  const read = value.split(/\n+/).map((line) => line.trim())
  expect(read.filter((line) => line !== '')).toEqual(paragraphsOf(aPaper()))
})

test('control characters in the data do not break the paper', async () => {
  const paper = aPaper({ title: ['a\u0001b<&'] })
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await wordDocument(paper)) })
  expect(value).toContain('ab<&')
})
