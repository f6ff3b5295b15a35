import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { datesOf, historyOf, repealedBy } from './history.ts'
import { type Piece, parseLaw } from './parse.ts'

const folder = '../shared/data/laws'
const manifest = existsSync(`${folder}/manifest.tsv`)
  ? readFileSync(`${folder}/manifest.tsv`, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((row) => row.split('\t'))
  : []
const reason = manifest.length === 0 ? ' (skipped: ../shared/data/laws is absent)' : ''

/** What can be seen of a text: without white space, heading signs and the marker of its head. */
const visible = (text: string) => text.replace('<!-- INFO END -->', '').replace(/[#\s\u3000\u200b\ufeff]/g, '')
const words = (text: string, piece: Piece, pieces: readonly Piece[]) =>
  pieces.some((other) => other.parent === piece.position && other.startsAt === piece.textAt)
    ? text.slice(piece.startsAt, piece.textAt)
    : text.slice(
        piece.startsAt,
        Math.min(piece.endsAt, ...pieces.filter((other) => other.parent === piece.position).map((other) => other.startsAt)),
      )

const firstDifference = (a: string, b: string) => {
  const at = [...Array(Math.max(a.length, b.length)).keys()].find((n) => a[n] !== b[n])
  return at === undefined ? null : [a.slice(at - 5, at + 10), b.slice(at - 5, at + 10)]
}

test.runIf(manifest.length > 0)(
  `every law of the collection has the articles its manifest counts, and no visible character is lost${reason}`,
  () => {
    for (const [file = '', , title, , articles] of manifest) {
      const text = readFileSync(`${folder}/${file}`, 'utf8')
      const law = parseLaw(text)
      expect([file, law.title, law.articles]).toEqual([file, title, Number(articles)])
      const numbers = law.pieces.filter((piece) => piece.kind === 'article').map((piece) => piece.article)
      expect(numbers).toEqual(numbers.map((_, n) => n + 1))
      expect([file, firstDifference(visible(law.pieces.map((piece) => words(text, piece, law.pieces)).join('')), visible(text))]).toEqual([
        file,
        null,
      ])
      for (const piece of law.pieces) expect(piece.parent === null || (law.pieces[piece.parent]?.endsAt ?? 0) >= piece.endsAt).toBe(true)
    }
  },
)

test('paragraphs and items are counted as lawyers count them', () => {
  const law = parseLaw(
    `# 某法\n\n<!-- INFO END -->\n\n## 第一章 总 则\n\n第一条 甲：\n\n(一)子；\n\n（二）丑。\n\n乙。\n\n第一条之一 丙。\n\n第二条丁\n\n### 第一节 某节\n\n第三人不参加的，不影响。\n\n第四条 戊：\n\n（一）寅：\n\n1.卯；\n\n2．辰。`,
  )
  expect(
    law.pieces.filter((piece) => piece.article !== null).map((p) => [p.kind, p.article, p.suffix, p.paragraph, p.item, p.subitem]),
  ).toEqual([
    ['article', 1, 0, null, null, null],
    ['paragraph', 1, 0, 1, null, null],
    ['item', 1, 0, 1, 1, null],
    ['item', 1, 0, 1, 2, null],
    ['paragraph', 1, 0, 2, null, null],
    ['article', 1, 1, null, null, null],
    ['paragraph', 1, 1, 1, null, null],
    ['article', 2, 0, null, null, null],
    ['paragraph', 2, 0, 1, null, null],
    ['article', 4, 0, null, null, null],
    ['paragraph', 4, 0, 1, null, null],
    ['item', 4, 0, 1, 1, null],
    ['subitem', 4, 0, 1, 1, 1],
    ['subitem', 4, 0, 1, 1, 2],
  ])
})

test('a text without marks is read too: title, history in brackets, contents, chapters and annexes', () => {
  const text = `中华人民共和国某法\n（1994年8月31日通过　根据2006年2月28日决定修正）\n目　　录\n第一章　总则\n第二章　附则\n第一章　总则\n第一条　为了监督，制定本法。\n第二章　附则\n第二条　本法自2007年3月1日起施行。《旧法》、《更旧法》同时废止。\n附件1：名单\n甲`
  const law = parseLaw(text)
  expect([law.title, law.articles, law.history.map((line) => [line.kind, line.on])]).toEqual([
    '中华人民共和国某法',
    2,
    [
      ['adopted', '1994-08-31'],
      ['amended', '2006-02-28'],
    ],
  ])
  expect(law.pieces.map((piece) => piece.kind).join(' ')).toBe(
    'title history contents contents contents chapter article paragraph chapter article paragraph annex annex',
  )
  expect(repealedBy(text)).toEqual(['旧法', '更旧法'])
})

test.each([
  [
    'states its own day',
    '某法(2018-12-29).md',
    ['2018年12月29日 修订'],
    '本法自2019年6月1日起施行。',
    '2018-12-29',
    '2019-06-01',
    '2019-06-01',
  ],
  [
    'repeats the day of its first version',
    '某法(2021-10-23).md',
    ['1994年8月31日 通过', '2021年10月23日 第二次修正'],
    '本法自1995年1月1日起施行。',
    '2021-10-23',
    null,
    '1995-01-01',
  ],
  [
    'says in its head from when it is in force',
    '条例.md',
    ['2010年2月11日 国务院令第571号公布', '2010年5月1日 施行'],
    '',
    '2010-02-11',
    '2010-05-01',
    '2010-05-01',
  ],
  [
    'is in force from its publication',
    '条例.md',
    ['2003年5月27日 国务院令第378号公布'],
    '本条例自公布之日起施行。',
    '2003-05-27',
    '2003-05-27',
    '2003-05-27',
  ],
  [
    'was amended and only repeats "from publication"',
    '条例.md',
    ['2003年5月27日 公布', '2019年3月2日 第二次修订'],
    '本条例自公布之日起施行。',
    '2019-03-02',
    null,
    null,
  ],
  ['says nothing', '规定.txt', [], '本规定由某局负责解释。', null, null, null],
])('a text that %s', (_, name, head, lastArticles, adoptedOn, effectiveOn, commencedOn) =>
  expect(datesOf({ name, history: head.flatMap(historyOf), lastArticles })).toEqual({ adoptedOn, effectiveOn, commencedOn }),
)

test('a line that tells several events is split at its days', () => {
  const line = '2005年7月1日 施行2015年8月26日青岛市第十五届人民代表大会常务委员会第二十九次会议修订'
  expect(historyOf(line).map((event) => [event.kind, event.on])).toEqual([
    ['commenced', '2005-07-01'],
    ['amended', '2015-08-26'],
  ])
})
