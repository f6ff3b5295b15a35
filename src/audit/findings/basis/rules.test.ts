import { expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { found } from '../../../platform/stop.ts'
import { settled } from '../../../registers/regulations/rules/versions.ts'
import { type Article, type Version, warningsOf, whereNow, whyNotInForce } from './rules.ts'

const version = (id: string, name: string, effectiveOn: string) => ({
  id,
  name,
  adoptedOn: day(effectiveOn),
  effectiveOn: day(effectiveOn),
})
const versions: Version[] = settled([version('old', '2010年', '2010-01-01'), version('new', '2021年', '2022-01-01')], null)
const regulation = { title: '审计法', repealedOn: null }
const article = (no: number, text: string): Article => ({ article: no, suffix: 0, text })
const cited = article(41, '审计机关应当在收到审计组的审计报告之日起三十日内提出审计意见。')
const now = (articles: readonly Article[]) => ({ version: found(versions[1]), articles })

test.each([
  ['stands as it was', [cited], 'same'],
  ['was reworded under its number', [article(41, '审计机关应当在收到审计组的审计报告之日起六十日内提出审计意见。')], 'reworded'],
  ['moved to another number', [article(41, '被审计单位应当配合。'), article(45, cited.text)], 'moved'],
  ['is gone', [article(41, '被审计单位应当配合。')], 'gone'],
])('an article that %s is told so', (_, later, became) => {
  expect(whereNow(cited, later).became).toBe(became)
})

test.each([
  ['in force on the day of the act and unchanged since', 'old', '2015-06-01', [cited], []],
  ['pinned to a later text than the act', 'new', '2015-06-01', [], ['basisOtherVersion']],
  ['older than the regulation', 'old', '2008-06-01', [cited], ['basisNotYet']],
  ['whose number moved since', 'old', '2015-06-01', [article(45, cited.text)], ['basisMoved']],
])('a citation %s is warned of', (_, pinned, act, later, codes) => {
  const found = warningsOf(
    { regulation, versions },
    { pinned, act: day(act), article: cited, today: day('2026-01-01'), now: pinned === 'old' ? now(later) : null },
  )
  expect(found.map(({ code }) => code)).toEqual(codes)
})

test('a regulation repealed since is warned of, one repealed before the act is refused', () => {
  const repealed = { title: '审计法', repealedOn: day('2024-01-01') }
  const law = { regulation: repealed, versions: settled([version('old', '2010年', '2010-01-01')], repealed.repealedOn) }
  const since = warningsOf(law, { pinned: 'old', act: day('2015-06-01'), article: cited, today: day('2026-01-01'), now: null })
  expect(since).toEqual([{ code: 'basisRepealedSince', facts: { on: '2024-01-01' } }])
  expect(whyNotInForce(law, day('2025-06-01'))).toMatchObject({ code: 'basisRepealed' })
  expect(whyNotInForce(law, day('2005-06-01'))).toMatchObject({ code: 'basisNotInForce' })
  expect(whyNotInForce(law, day('2015-06-01'))).toBeNull()
})
