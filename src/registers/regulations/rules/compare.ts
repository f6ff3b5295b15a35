import { difference, type Part } from './difference.ts'

/** An article with all its words (paragraphs and items, line by line), without its number. */
export type ArticleText = { article: number; suffix: number; label: string; text: string }
export type Pair = { old: ArticleText | null; new: ArticleText | null; same: boolean; parts: readonly Part[] }

const likeEnough = 0.35

/** Lays two versions side by side: articles in order, each with the one it became, and what changed in its words. */
export function comparison(before: readonly ArticleText[], after: readonly ArticleText[]): Pair[] {
  return aligned(before, after).map(({ old, fresh }) => ({
    old,
    new: fresh,
    same: old !== null && fresh !== null && old.text === fresh.text,
    parts: difference(old?.text ?? '', fresh?.text ?? ''),
  }))
}

type Match = { old: ArticleText | null; fresh: ArticleText | null }

/** The order-keeping alignment whose articles are most alike in sum. */
function aligned(before: readonly ArticleText[], after: readonly ArticleText[]): Match[] {
  const grams = new Map([...before, ...after].map((each) => [each, gramsOf(each.text)]))
  const like = before.map((old) => after.map((fresh) => likeness(old, fresh, grams)))
  const best = sums(like, before.length, after.length)
  const matches: Match[] = []
  let i = 0
  let j = 0
  while (i < before.length || j < after.length) {
    const here = best[i]?.[j] ?? 0
    const old = before[i] ?? null
    const fresh = after[j] ?? null
    const paired = like[i]?.[j] ?? 0
    if (old && fresh && paired >= likeEnough && here === paired + (best[i + 1]?.[j + 1] ?? 0)) {
      matches.push({ old, fresh })
      i++
      j++
    } else if (old && (!fresh || here === (best[i + 1]?.[j] ?? 0))) {
      matches.push({ old, fresh: null })
      i++
    } else {
      matches.push({ old: null, fresh })
      j++
    }
  }
  return matches
}

function sums(like: readonly (readonly number[])[], rows: number, columns: number): number[][] {
  const best = Array.from({ length: rows + 1 }, () => new Array<number>(columns + 1).fill(0))
  for (let i = rows - 1; i >= 0; i--)
    for (let j = columns - 1; j >= 0; j--) {
      const paired = like[i]?.[j] ?? 0
      const both = paired >= likeEnough ? paired + (best[i + 1]?.[j + 1] ?? 0) : 0
      const row = best[i]
      if (row) row[j] = Math.max(both, best[i + 1]?.[j] ?? 0, row[j + 1] ?? 0)
    }
  return best
}

/** How many pairs of neighbouring characters two articles share; 1 = the same words. */
function likeness(old: ArticleText, fresh: ArticleText, grams: ReadonlyMap<ArticleText, ReadonlySet<string>>): number {
  if (old.text === fresh.text) return 1
  const a = grams.get(old) ?? new Set()
  const b = grams.get(fresh) ?? new Set()
  let shared = 0
  for (const gram of a) if (b.has(gram)) shared++
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size)
}

function gramsOf(text: string): Set<string> {
  const grams = new Set<string>()
  for (let at = 0; at + 1 < text.length; at++) grams.add(text.slice(at, at + 2))
  return grams
}
