import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, expect, test } from 'vitest'
import { csvText } from './csvfile.ts'
import { openTable } from './readers.ts'
import { Unreadable } from './reading.ts'
import { sheetBytes, templateBytes } from './sheetwrite.ts'
import { dayOfSerial, plainNumber, showsDay } from './sheetxml.ts'
import { openTableHere } from './tablefile.ts'
import { docx, paperFolder, paragraphs, rawZip, xlsx } from './testing/papers.ts'

const papers = paperFolder()
afterAll(() => papers.remove())

async function rowsOf(name: string, bytes: Uint8Array | string, sheet = 0) {
  const opened = await openTableHere(papers.put(name, bytes))
  if ('refusal' in opened) return opened.refusal.code
  const rows: string[][] = []
  try {
    for await (const { row, cells } of opened.value.rows(sheet)) rows[row - 1] = [...cells]
  } catch (error) {
    return error instanceof Unreadable ? error.refusal.code : String(error)
  } finally {
    opened.value.close()
  }
  return rows
}
const cell = (reference: string, value: string, more = '') => `<c r="${reference}" ${more}><v>${value}</v></c>`
const inline = (reference: string, text: string) => `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`

test('what the writer writes the reader reads: an 18-digit number as text, a formula as text, rare characters', async () => {
  const rows = [
    ['110101199003071234', '=1+1', '𠮷野', '  缩进', '第一行\n第二行', '007'],
    ['', '&lt;不是实体>', '"引号"', '', 'x', ''],
  ]
  const bytes = await sheetBytes({ name: '单位/名单', headers: ['a', 'b', 'c', 'd', 'e', 'f'] }, rows)
  expect(await rowsOf('a.xlsx', bytes)).toEqual([['a', 'b', 'c', 'd', 'e', 'f'], rows[0], ['', '&lt;不是实体>', '"引号"', '', 'x']])
})

test('any text survives the way through a workbook and through CSV', async () => {
  const word = fc
    .string({ unit: 'grapheme', maxLength: 12 })
    .filter((text) => !/\p{Cc}|\p{Cs}|\ufffe|\uffff/u.test(text) && !/_x[0-9a-f]{4}_/i.test(text) && !text.startsWith("'"))
  const cells = fc.array(fc.array(word, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 5 })
  await fc.assert(
    fc.asyncProperty(cells, async (rows) => {
      const written = [['x', 'y', 'z'], ...rows]
      const read = await rowsOf('p.xlsx', await sheetBytes({ name: 's', headers: ['x', 'y', 'z'] }, rows))
      expect(Array.isArray(read) ? written.map((_, at) => [0, 1, 2].map((column) => read[at]?.[column] ?? '')) : read).toEqual(written)
      expect(await rowsOf('p.csv', csvText(written))).toEqual(written)
    }),
    { numRuns: 25 },
  )
})

test('shared strings, rich text, reading hints and escapes are read as a person sees them', async () => {
  const strings =
    '<si><t>普通</t></si><si><r><t>富</t></r><r><t xml:space="preserve"> 文本</t></r><rPh><t>ふりがな</t></rPh></si><si><t>_x4E00_号</t></si>'
  const data = `<sheetData><row r="1">${cell('A1', '0', 't="s"')}${cell('B1', '1', 't="s"')}${cell('C1', '2', 't="s"')}</row></sheetData>`
  expect(await rowsOf('a.xlsx', xlsx({ s: data }, { strings }))).toEqual([['普通', '富 文本', '一号']])
})

test('days of both counting systems come as days, the month format too, and numbers as they are shown', async () => {
  const styles =
    '<numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs>'
  const data = `<sheetData><row r="1">${cell('A1', '46347', 's="1"')}${cell('B1', '46347', 's="2"')}${cell('C1', '46347')}${cell('D1', '0.30000000000000004')}${cell('E1', '1.10101199003071E+17')}${cell('F1', '1', 't="b"')}</row></sheetData>`
  expect(await rowsOf('a.xlsx', xlsx({ s: data }, { styles }))).toEqual([
    ['2026-11-21', '2026-11-21', '46347', '0.3', '110101199003071008', 'TRUE'],
  ])
  expect(await rowsOf('b.xlsx', xlsx({ s: data }, { styles, from1904: true }))).toEqual([
    ['2030-11-22', '2030-11-22', '46347', '0.3', '110101199003071008', 'TRUE'],
  ])
})

test('a formula gives its last result, a broken one its error; a cell below a merged one shows the value of the merge', async () => {
  const data = `<sheetData><row r="1"><c r="A1" t="str"><f>B1&amp;"x"</f><v>结果</v></c><c r="B1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row><row r="2">${inline('A2', '市财政局')}${inline('B2', '一')}</row><row r="3">${inline('B3', '二')}</row></sheetData><mergeCells count="2"><mergeCell ref="A2:A3"/><mergeCell ref="C1:D1"/></mergeCells>`
  expect(await rowsOf('a.xlsx', xlsx({ s: data }))).toEqual([
    ['结果', '#DIV/0!'],
    ['市财政局', '一'],
    ['市财政局', '二'],
  ])
})

test('rows and columns that were left out keep their places', async () => {
  const data = `<sheetData><row r="1">${inline('A1', 'a')}</row><row r="4">${inline('C4', 'c')}</row></sheetData>`
  expect(await rowsOf('a.xlsx', xlsx({ s: data }))).toEqual([['a'], undefined, undefined, ['', '', 'c']])
})

test('a reader tells how far it has come', async () => {
  const opened = await openTable(papers.put('share.csv', 'a,b\r\n1,2\r\n'))
  if ('refusal' in opened) throw new Error(opened.refusal.code)
  const rows: (readonly string[])[] = []
  for await (const { cells } of opened.value.rows(0)) rows.push(cells)
  expect([rows, opened.value.share()]).toEqual([
    [
      ['a', 'b'],
      ['1', '2'],
    ],
    1,
  ])
  opened.value.close()
})

test('the thread that reads workbooks gives the same rows and hands on a refusal', async () => {
  const bytes = await sheetBytes(
    { name: 's', headers: ['a'] },
    Array.from({ length: 1200 }, (_, at) => [String(at)]),
  )
  const opened = await openTable(papers.put('thread.xlsx', bytes))
  if ('refusal' in opened) throw new Error(opened.refusal.code)
  let last = ''
  for await (const { cells } of opened.value.rows(0)) last = cells[0] ?? ''
  opened.value.close()
  expect(last).toBe('1199')
  const bomb = await openTable(papers.put('bomb.xlsx', rawZip([{ name: 'a', bytes: new Uint8Array(1_000_000), declared: 5 }])))
  expect('refusal' in bomb && bomb.refusal.code).toBe('forgedSize')
})

test.each([
  ['UTF-8', Buffer.from('姓名,单位\r\n张三,财政局\r\n')],
  ['UTF-8 with its mark', Buffer.from('\ufeff姓名,单位\r\n张三,财政局\r\n')],
  ['UTF-16 with its mark', Buffer.from('\ufeff姓名,单位\r\n张三,财政局\r\n', 'utf16le')],
  ['GB18030', Buffer.from('d0d5c3fb2cb5a5cebb0d0ad5c5c8fd2cb2c6d5febed60d0a', 'hex')],
  ['tabs in place of commas', Buffer.from('姓名\t单位\n张三\t财政局\n')],
])('a CSV in %s is read', async (_, bytes) => {
  expect(await rowsOf('a.csv', bytes)).toEqual([
    ['姓名', '单位'],
    ['张三', '财政局'],
  ])
})

test('a four-byte GB18030 character in a name is kept', async () => {
  expect(await rowsOf('a.csv', Buffer.concat([Buffer.from('a,b\n'), Buffer.from([0x95, 0x32, 0x82, 0x36]), Buffer.from(',x\n')]))).toEqual([
    ['a', 'b'],
    ['𠀀', 'x'],
  ])
})

test('CSV for spreadsheet programs carries no formula, and reads back as it was', async () => {
  const rows = [['=1+1', '+86', '-A', '@x', '-5.3', '12']]
  const text = csvText(rows)
  expect(text).toBe("\ufeff'=1+1,'+86,'-A,'@x,-5.3,12\r\n")
  expect(await rowsOf('a.csv', text)).toEqual(rows)
})

test.each([
  ['an empty file', 'a.xlsx', '', 'emptyFile'],
  ['a paper', 'a.xlsx', docx(paragraphs('x')), 'unsupportedFile'],
  ['text that calls itself a workbook', 'a.xlsx', 'a,b', 'contentUnlikeName'],
  ['an old workbook', 'a.xls', Buffer.from('d0cf11e0a1b11ae10000', 'hex'), 'oldOfficeFile'],
  [
    'a workbook under a password',
    'a.xlsx',
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
    'encryptedFile',
  ],
  ['a file of zeros', 'a.csv', Buffer.from('a,b\0\0'), 'notText'],
  ['bytes of no encoding', 'a.csv', Buffer.from([0x61, 0xff, 0xff, 0x61]), 'undecodableText'],
  ['a workbook that breaks off', 'a.xlsx', xlsx({ s: '<sheetData><row r="1"><c' }), 'damagedArchive'],
  ['a workbook with a document type of its own', 'a.xlsx', xlsx({ s: '<!DOCTYPE x [<!ENTITY a "b">]><sheetData/>' }), 'damagedArchive'],
])('%s is refused in words', async (_, name, bytes, code) => {
  expect(await rowsOf(name, bytes)).toBe(code)
})

test('a template has drop-downs, also a long one, an example row, and every cell as text', async () => {
  const options = Array.from({ length: 80 }, (_, at) => `选项${at}`)
  const columns = [
    { header: '编号', required: true, example: '007' },
    { header: '类别', required: true, example: '党委', options: ['党委', '政府'] },
    { header: '事项', required: false, example: '选项1', options },
  ]
  const bytes = await templateBytes({ name: '填报', columns, notes: { name: '说明', headers: ['列'], rows: [['编号']] } })
  expect(await rowsOf('t.xlsx', bytes)).toEqual([
    ['编号', '类别', '事项'],
    ['007', '党委', '选项1'],
  ])
  expect(await rowsOf('t.xlsx', bytes, 1)).toEqual([['列'], ['编号']])
  const sheet = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
  expect([...sheet.matchAll(/<col [^>]*style="\d+"\/>/g)].length).toBe(3)
  expect(sheet).toContain('<formula1>"党委,政府"</formula1>')
  expect(sheet).toContain('<formula1>_lists!$A$1:$A$80</formula1>')
})

test.each([
  [1, '1900-01-01'],
  [59, '1900-02-28'],
  [61, '1900-03-01'],
  [46347.5, '2026-11-21 12:00:00'],
  [-1, null],
])('day number %d is %s', (serial, day) => {
  expect(dayOfSerial(serial, false)).toBe(day)
})

test('number formats that show a day are told from those that do not', () => {
  expect(['yyyy-mm-dd', 'm/d/yy', '[$-804]aaaa;yyyy"年"', 'e"年"m"月"'].map(showsDay)).toEqual([true, true, true, true])
  expect(['General', '0.00', '0.00E+00', '@', '#,##0"元"', '[Red]0', 'h:mm'].map(showsDay)).toEqual(Array(7).fill(false))
})

test('stored numbers are shown without the dust of binary fractions', () => {
  expect(['12.100000000000001', '1E-3', '123456789012345', '', 'x'].map(plainNumber)).toEqual(['12.1', '0.001', '123456789012345', '', 'x'])
})
