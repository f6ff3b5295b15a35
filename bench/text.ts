import { gramsOf } from '../src/archive/search/rules/grams.ts'
import { fold, foldedText } from '../src/kernel/fold.ts'

const words = '审计整改财政预算项目资金单位负责人违反规定采购招标管理制度未按规定执行的问题'.split('')
/** A small generator of its own, so that every run measures the same text. */
function paper(seed: number, characters: number): string {
  let state = seed
  const next = () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return state
  }
  return Array.from({ length: characters }, () => (next() % 23 === 0 ? '（2023）ABC ' : (words[next() % words.length] ?? ''))).join('')
}

function milliseconds(work: () => unknown): number {
  const runs = Array.from({ length: 5 }, () => {
    const from = performance.now()
    work()
    return performance.now() - from
  })
  return runs.toSorted((a, b) => a - b)[2] ?? 0
}
const ratio = (one: number, other: number) => Math.round((one / other) * 1000) / 1000

/** Folding with its way back to the original, against the platform's own normalisation of the same text. */
export async function measureFold() {
  const text = paper(7, 400_000)
  const ours = milliseconds(() => fold(text))
  return {
    characters: text.length,
    foldOverNormalise: ratio(
      ours,
      milliseconds(() => text.normalize('NFKC').toLowerCase()),
    ),
  }
}

/** Candidates by grams then verified, against a plain scan of every text. */
export async function measureSearch() {
  const texts = Array.from({ length: 2000 }, (_, at) => foldedText(paper(at + 1, 2500)))
  const terms = ['整改', '审计整', '违反规定采', '预算项目资金', '(2023)abc', '龘']
  const grams = gramsOf(texts)
  const indexed = milliseconds(() =>
    terms.map((term) => [...(grams.candidates(term) ?? texts.keys())].filter((i) => texts[i]?.includes(term)).length),
  )
  const scanned = milliseconds(() => terms.map((term) => texts.filter((text) => text.includes(term)).length))
  return { texts: texts.length, indexedOverScan: ratio(indexed, scanned) }
}
