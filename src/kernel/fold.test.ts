import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold, foldedText, isHan, unfold } from './fold.ts'

/** Text as papers have it: Han with soft breaks, wide and narrow forms, brackets, rare names, emoji, combining marks. */
const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...'审计整改问题报告郑州市某局〇々') },
  { weight: 3, arbitrary: fc.constantFrom(...'Aａ１1Ｚz（）()〔〕[]【】［］“”"‘’，,：:；;。．.-－·•・') },
  { weight: 3, arbitrary: fc.constantFrom(' ', '\u3000', '\n', '\r\n', '\t', '\u00a0', '\u200b', '\ufeff', '\u00ad') },
  { weight: 2, arbitrary: fc.constantFrom('𠮷', '𪚥', '𱁬', '\u{2f800}', '⼯', '豈', 'İ', 'ß', 'ﬁ', '①', '￣', '﹉', 'ｶﾞ', '𐐀', 'e\u0301') },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 3 }) },
)
const paper = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''))

test.each([
  ['浙审〔2023〕12号', '浙审[2023]12号'],
  ['浙审（２０２３）１２号', '浙审【2023】12号'],
  ['ＧＤＰ：Ａ类', 'gdp:a类'],
  ['审 计\n整\u3000改', '审计整改'],
  ['“三责联审”', '"三责联审"'],
  ['买买提·艾力', '买买提•艾力'],
  ['⼯作', '工作'],
  ['整\u200b改', '整改'],
])('%s is found as %s', (left, right) => {
  expect(foldedText(left)).toBe(foldedText(right))
})

test.each([
  ['审计', '審計'],
  ['2023 年', '2023年'],
  ['audit report', 'auditreport'],
  ['①', '1'],
])('%s and %s stay apart', (left, right) => {
  expect(foldedText(left)).not.toBe(foldedText(right))
})

test('a run of white space that is kept becomes one space', () => {
  expect(foldedText('  look \n\t back  ')).toBe('look back')
})

test('a rare name outside the basic plane keeps both halves and its offsets', () => {
  const folded = fold('王 𠮷 审计')
  expect(folded.text).toBe('王𠮷审计')
  expect(unfold(folded, { start: 1, end: 3 })).toEqual({ start: 2, end: 4 })
  expect(unfold(folded, { start: 0, end: 1 })).toEqual({ start: 0, end: 1 })
})

test('folding twice changes nothing', () => {
  fc.assert(
    fc.property(paper, (text) => foldedText(foldedText(text)) === foldedText(text)),
    { numRuns: 3000 },
  )
})

test('the way back is ordered, stays inside the text and ends at its end', () => {
  fc.assert(
    fc.property(paper, (text) => {
      const { text: folded, at, ends } = fold(text)
      expect(at.length).toBe(folded.length + 1)
      expect(ends.length).toBe(folded.length)
      for (let i = 0; i < folded.length; i += 1) {
        expect(at[i]).toBeLessThan(ends[i] ?? 0)
        expect(at[i]).toBeLessThanOrEqual(at[i + 1] ?? -1)
        expect(ends[i]).toBeLessThanOrEqual(text.length)
      }
    }),
    { numRuns: 1000 },
  )
})

test('what a folded span stands for folds to that span', () => {
  fc.assert(
    fc.property(paper, fc.nat(), fc.nat(), (text, a, b) => {
      const folded = fold(text)
      const starts = [...folded.at].map((at, i) => (i === 0 || at !== folded.at[i - 1] ? i : -1)).filter((i) => i >= 0)
      if (starts.length < 2) return
      const [from, to] = [starts[a % starts.length] ?? 0, starts[b % starts.length] ?? 0].toSorted((x, y) => x - y)
      if (from === undefined || to === undefined || from === to) return
      const span = unfold(folded, { start: from, end: to })
      expect(foldedText(text.slice(span.start, span.end))).toBe(folded.text.slice(from, to).trim())
    }),
    { numRuns: 3000 },
  )
})

test('a part of a paper is found in the whole', () => {
  fc.assert(
    fc.property(paper, paper, paper, (before, middle, after) => {
      expect(foldedText(`${before}${middle}${after}`)).toContain(foldedText(middle))
    }),
    { numRuns: 3000 },
  )
})

test('no half of a surrogate pair is lost or made', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => !/\p{Surrogate}/u.test(foldedText(text))))
})

test('Han is Han in every plane, and punctuation is not', () => {
  expect([...'审〇々𠮷⼯'].map((c) => isHan(c.codePointAt(0) ?? 0))).toEqual([true, true, true, true, true])
  expect([...'a1、。（ '].some((c) => isHan(c.codePointAt(0) ?? 0))).toBe(false)
})
