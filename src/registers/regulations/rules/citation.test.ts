import { expect, test } from 'vitest'
import { type Citation, findCitations } from './citation.ts'
import { inChinese, numberFrom } from './numerals.ts'

const known = [
  '中华人民共和国审计法',
  '中华人民共和国审计法实施条例',
  '中华人民共和国预算法',
  '中华人民共和国监察法',
  '中华人民共和国会计法',
  '浙江省审计条例',
  '中华人民共和国预算法实施条例',
].map((title) => ({ title, aliases: [] }))
const short = (title: string) => title.replace('中华人民共和国', '')
const line = (text: string) => (c: Citation) =>
  `${text.slice(c.start, c.end)}=${short(c.title)}${c.article ? ` ${c.article}${c.suffix ? `-${c.suffix}` : ''}` : ''}${c.paragraph ? ` p${c.paragraph}` : ''}${c.item ? ` i${c.item}` : ''}${c.also.map((p) => ` +p${p.paragraph ?? ''}i${p.item ?? ''}`).join('')}${c.known ? '' : ' ?'}`
const read = (text: string) => findCitations(text, known).map(line(text))

test.each([
  ['违反《中华人民共和国预算法》第十三条规定', ['《中华人民共和国预算法》第十三条=预算法 13']],
  ['依照审计法第十六条、第十七条和本条例第十五条规定', ['审计法第十六条=审计法 16', '第十七条=审计法 17']],
  [
    '《审计法》第三条、第五条第二款第（三）项及《会计法》第9条',
    ['《审计法》第三条=审计法 3', '第五条第二款第（三）项=审计法 5 p2 i3', '《会计法》第9条=会计法 9'],
  ],
  ['《预算法》第十七、十八条', ['《预算法》第十七=预算法 17', '十八条=预算法 18']],
  ['《预算法》第１７条第２款', ['《预算法》第１７条第２款=预算法 17 p2']],
  ['根据《审计法》（2021年修正）第四十二条', ['《审计法》（2021年修正）第四十二条=审计法 42']],
  ['审计法实施条例第三十九条', ['审计法实施条例第三十九条=审计法实施条例 39']],
  ['行政监察法第三十条', []],
  ['《行政监察法》第三十条', ['《行政监察法》第三十条=行政监察法 30 ?']],
  ['《中华人民共\n和国审计法》第 三 条', ['《中华人民共\n和国审计法》第 三 条=审计法 3']],
  ['《预算法》第十三条之一', ['《预算法》第十三条之一=预算法 13-1']],
  ['审计法第十八条至第二十条规定的事项', ['审计法第十八条=审计法 18', '第十八条至第二十条=审计法 19', '第二十条=审计法 20']],
  ['有《审计法》第四十八条第一项、第二项、第四项情形', ['《审计法》第四十八条第一项=审计法 48 i1 +pi2 +pi4']],
  ['《预算法》及其实施条例第三条', ['《预算法》及其实施条例第三条=预算法实施条例 3']],
  ['执行《会计法》情况', ['《会计法》=会计法']],
  [
    '《党内法规制定条例》（以下简称制定条例）第二条，又依制定条例第九条',
    ['《党内法规制定条例》（以下简称制定条例）第二条=党内法规制定条例 2 ?', '制定条例第九条=党内法规制定条例 9'],
  ],
  ['第三条 为了加强监督', []],
  ['违反《会计法》第九条。该法第十条也有规定', ['《会计法》第九条=会计法 9', '该法第十条=会计法 10']],
  ['《浙江省审计条例》第16条第一款第(二)、(四)项', ['《浙江省审计条例》第16条第一款第(二)、(四)项=浙江省审计条例 16 p1 i2 +p1i4']],
])('%s', (text, cited) => expect(read(text)).toEqual(cited))

test('inside a law, this law, this article and the preceding paragraph are resolved', () => {
  const text = '本法第十八条第二款、前款第二项和本条第一款，前条'
  const within = { title: '中华人民共和国审计法', placeAt: () => ({ article: 20, suffix: 0, paragraph: 3 }) }
  expect(findCitations(text, known, within).map(line(text))).toEqual([
    '本法第十八条第二款=审计法 18 p2',
    '前款第二项=审计法 20 p2 i2',
    '本条第一款=审计法 20 p1',
    '前条=审计法 19',
  ])
})

test('numbers are read and written as articles are numbered', () => {
  for (let value = 1; value < 2000; value++) expect(numberFrom(inChinese(value))).toBe(value)
  expect([
    numberFrom('十三'),
    numberFrom('一百零一'),
    numberFrom('一百一十二'),
    numberFrom('二〇二四'),
    numberFrom('４５'),
    numberFrom('甲'),
  ]).toEqual([13, 101, 112, 2024, 45, null])
  expect([13, 20, 101, 110, 112, 1001].map(inChinese)).toEqual(['十三', '二十', '一百零一', '一百一十', '一百一十二', '一千零一'])
})
