import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold, foldedText } from '../../kernel/fold.ts'
import { gramsOf } from './rules/grams.ts'
import { marksOf } from './rules/marks.ts'
import { parseQuery } from './rules/parse.ts'
import { matches, positiveTerms, type Query } from './rules/query.ts'

const queryOf = (text: string): Query => {
  const parsed = parseQuery(text)
  if ('refusal' in parsed) throw new Error(`${text}: ${parsed.refusal.code} ${JSON.stringify(parsed.refusal.facts)}`)
  return parsed.query
}
const shown = (query: Query): unknown => {
  if (query.op === 'text') return query.term
  if (query.op === 'field') return query.of
  return query.op === 'not' ? { not: shown(query.of) } : { [query.op]: query.of.map(shown) }
}

test.each([
  ['审计 整改', { and: ['审计', '整改'] }],
  ['审计\u3000整改', { and: ['审计', '整改'] }],
  ['审计 AND 整改', { and: ['审计', '整改'] }],
  ['甲 OR 乙 丙', { or: ['甲', { and: ['乙', '丙'] }] }],
  ['(甲 OR 乙) 丙', { and: [{ or: ['甲', '乙'] }, '丙'] }],
  ['（甲 OR 乙）丙', { and: [{ or: ['甲', '乙'] }, '丙'] }],
  ['甲 NOT 乙', { and: ['甲', { not: '乙' }] }],
  ['甲 -乙', { and: ['甲', { not: '乙' }] }],
  ['甲 －“乙 丙”', { and: ['甲', { not: '乙丙' }] }],
  ['-(甲 OR 乙)', { not: { or: ['甲', '乙'] } }],
  ['NOT NOT 甲', { not: { not: '甲' } }],
  ['"审计 整改"', '审计整改'],
  ['“三责联审”', '三责联审'],
  ['"开展“三责联审”工作"', '开展"三责联审"工作'],
  ['A-2号 or', { and: ['a-2号', 'or'] }],
  ['浙审(2023)5号', '浙审(2023)5号'],
  ['浙审〔2023〕5号', '浙审(2023)5号'],
  ['（浙审（2023）5号 OR 甲）', { or: ['浙审(2023)5号', '甲'] }],
  ['（一）健全制度', '(一)健全制度'],
  ['（一）健全制度 (甲)', { and: ['(一)健全制度', '甲'] }],
  ['(甲)OR(乙)', { or: ['甲', '乙'] }],
  ['甲 NOT(乙 OR 丙)', { and: ['甲', { not: { or: ['乙', '丙'] } }] }],
  ['单位:水务局', { field: 'unit', value: '水务局' }],
  ['单位：“市 水务局”', { field: 'unit', value: '市水务局' }],
  ['UNIT:水务局', { field: 'unit', value: '水务局' }],
  [
    '单位:(甲 OR 乙) 丙',
    {
      and: [
        {
          or: [
            { field: 'unit', value: '甲' },
            { field: 'unit', value: '乙' },
          ],
        },
        '丙',
      ],
    },
  ],
  ['-人员:张三', { not: { field: 'person', value: '张三' } }],
  ['年度:2023', { field: 'year', from: 2023, to: 2023 }],
  ['年度：2023..2025', { field: 'year', from: 2023, to: 2025 }],
  ['year:２０２３年至2025年', { field: 'year', from: 2023, to: 2025 }],
  ['年度:2023..', { field: 'year', from: 2023, to: null }],
  ['年度:..2025', { field: 'year', from: null, to: 2025 }],
  ['类别:审计报告', { field: 'kind', kinds: ['auditReport'] }],
  ['kind:report', { field: 'kind', kinds: ['auditReport', 'resultReport', 'rectificationReport'] }],
  ['文号:浙审〔2023〕5号', { field: 'number', value: '浙审(2023)5号' }],
  ['法规:审计法', { field: 'law', value: '审计法' }],
  ['比例3:1', '比例3:1'],
  ['审计单位:水务局', '审计单位:水务局'],
  ['"单位:水务局"', '单位:水务局'],
])('%s is read as meant', (text, meant) => {
  expect(shown(queryOf(text))).toEqual(meant)
})

test.each([
  ['', 'queryEmpty', undefined],
  ['  \u3000', 'queryEmpty', undefined],
  ['审计 "整改', 'queryQuoteOpen', 4],
  ['审计 ""', 'queryPhraseEmpty', 4],
  ['审计 " "', 'queryPhraseEmpty', 4],
  ['(审计', 'queryParenOpen', 1],
  ['审计)', 'queryParenExtra', 3],
  [')', 'queryParenExtra', 1],
  ['(', 'queryParenOpen', 1],
  ['审计 ()', 'queryParenEmpty', 4],
  ['OR 审计', 'queryDangling', 1],
  ['审计 OR', 'queryDangling', 4],
  ['审计 OR OR 整改', 'queryDangling', 7],
  ['审计 AND', 'queryDangling', 4],
  ['审计 NOT', 'queryDangling', 4],
  ['审计 - 整改', 'queryDangling', 4],
  ['审计 -', 'queryDangling', 4],
  ['(审计 OR)', 'queryDangling', 5],
  ['单位: 水务局', 'queryFieldEmpty', 1],
  ['甲 单位:', 'queryFieldEmpty', 3],
  ['单位:人员:张三', 'queryFieldEmpty', 4],
  ['年度:去年', 'queryYearForm', 4],
  ['年度:2025..2023', 'queryYearForm', 4],
  ['类别:报表', 'queryKindUnknown', 4],
  ['x'.repeat(2001), 'queryTooLong', undefined],
  [`${'('.repeat(60)}甲${')'.repeat(60)}`, 'queryDeep', undefined],
])('%s is refused with the place of what is wrong', (text, code, at) => {
  const parsed = parseQuery(text)
  expect('refusal' in parsed && [parsed.refusal.code, parsed.refusal.facts?.at]).toEqual([code, at])
})

test('no query makes the reader stumble', () => {
  const piece = fc.constantFrom(
    '审',
    '计',
    'a',
    ' ',
    '(',
    ')',
    '（',
    '）',
    '"',
    '“',
    '”',
    '-',
    '－',
    ':',
    '：',
    '单位:',
    '年度:',
    '2023',
    '..',
    'OR',
    ' OR ',
    'NOT ',
    '〔',
    '𠮷',
    '\u200b',
  )
  const text = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''))
  fc.assert(
    fc.property(text, (given) => {
      const parsed = parseQuery(given)
      if ('refusal' in parsed) expect(parsed.refusal.code).toMatch(/^query/)
      else expect(positiveTerms(parsed.query).every((term) => term !== '' && foldedText(term) === term)).toBe(true)
    }),
    { numRuns: 5000 },
  )
})

/* An oracle of its own: it folds with other means and walks its own tree, never the parser's. */
const han = '[\\u3005\\u3007\\u3400-\\u9fff]|[\\ud840-\\ud8ff][\\udc00-\\udfff]'
const naiveFold = (text: string) =>
  [...text]
    .map((sign) => (sign >= '！' && sign <= '～' ? String.fromCharCode(sign.charCodeAt(0) - 0xfee0) : sign))
    .join('')
    .replace(/[〔【[]/g, '(')
    .replace(/[〕】\]]/g, ')')
    .replace(/[“”]/g, '"')
    .replace(/\s+/g, ' ')
    .replace(new RegExp(`(?<=${han}) (?=${han})`, 'g'), '')
    .toLowerCase()
    .trim()

type Wish = { says: string } | { not: Wish } | { all: Wish[] } | { any: Wish[] }
const signs = ['审', '计', '整', '改', '局', '〇', '𠮷', 'a', 'B', 'ｃ', '1', '２', '（', '）', '[', '〕', '，', ':', ' ', '\n', '\u3000']
const paper = fc.array(fc.constantFrom(...signs), { maxLength: 60 }).map((each) => each.join(''))
const term = fc
  .array(fc.constantFrom(...signs), { minLength: 1, maxLength: 4 })
  .map((each) => each.join(''))
  .filter((each) => naiveFold(each) !== '')
const { wish } = fc.letrec<{ wish: Wish }>((tie) => ({
  wish: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    term.map((says) => ({ says })),
    tie('wish').map((not) => ({ not })),
    fc.array(tie('wish'), { minLength: 2, maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('wish'), { minLength: 2, maxLength: 3 }).map((any) => ({ any })),
  ),
}))
const written = (each: Wish, way: number): string => {
  if ('says' in each) return way % 2 ? `"${each.says}"` : `“${each.says}”`
  if ('not' in each) return way % 3 ? `-(${written(each.not, way + 1)})` : `NOT （${written(each.not, way + 1)}）`
  if ('all' in each) return each.all.map((one) => `(${written(one, way + 1)})`).join(way % 2 ? ' ' : ' AND ')
  return each.any.map((one) => `（${written(one, way + 1)}）`).join(' OR ')
}
const granted = (each: Wish, text: string): boolean => {
  if ('says' in each) return naiveFold(text).includes(naiveFold(each.says))
  if ('not' in each) return !granted(each.not, text)
  return 'all' in each ? each.all.every((one) => granted(one, text)) : each.any.some((one) => granted(one, text))
}

test('12,000 random queries over random papers answer as a plain scan does', () => {
  fc.assert(
    fc.property(wish, fc.nat(5), fc.array(paper, { minLength: 1, maxLength: 6 }), (each, way, papers) => {
      const query = queryOf(written(each, way))
      const found = papers.filter((text) => matches(query, { has: (wanted) => foldedText(text).includes(wanted), fits: () => false }))
      expect(found).toEqual(papers.filter((text) => granted(each, text)))
    }),
    { numRuns: 12_000 },
  )
})

test('candidates hold every paper with the term, and only those for terms of one or two units', () => {
  fc.assert(
    fc.property(fc.array(paper, { maxLength: 8 }), fc.array(term, { minLength: 1, maxLength: 6 }), (papers, terms) => {
      const texts = papers.map(foldedText)
      const grams = gramsOf(texts)
      for (const wanted of terms.map(foldedText)) {
        const truth = texts.flatMap((text, i) => (text.includes(wanted) ? [i] : []))
        const given = [...(grams.candidates(wanted) ?? [])]
        if (wanted.length <= 2) expect(given).toEqual(truth)
        expect(given.filter((i) => texts[i]?.includes(wanted))).toEqual(truth)
      }
    }),
    { numRuns: 2000 },
  )
})

test('a highlight folds to the term it shows, whatever stood between its characters', () => {
  fc.assert(
    fc.property(paper, term, (text, each) => {
      const wanted = foldedText(each)
      for (const [start, end] of marksOf(fold(text), [wanted])) expect(foldedText(text.slice(start, end))).toBe(wanted)
    }),
    { numRuns: 5000 },
  )
})

test('highlights of several terms are in order, do not overlap and cover every match', () => {
  fc.assert(
    fc.property(paper, fc.array(term, { minLength: 1, maxLength: 4 }), (text, given) => {
      const folded = fold(text)
      const marks = marksOf(folded, [...new Set(given.map(foldedText))])
      for (let i = 1; i < marks.length; i += 1) expect(marks[i]?.[0]).toBeGreaterThanOrEqual(marks[i - 1]?.[1] ?? 0)
      for (const each of given) expect(marks.length > 0 || !folded.text.includes(foldedText(each))).toBe(true)
    }),
    { numRuns: 2000 },
  )
})

test('a name with a line break inside is highlighted from its first to its last character', () => {
  const text = '被审计人王 𠮷\n明同志'
  expect(marksOf(fold(text), ['王𠮷明']).map(([start, end]) => text.slice(start, end))).toEqual(['王 𠮷\n明'])
})
