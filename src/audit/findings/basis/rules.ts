import type { Day } from '../../../kernel/day.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { Regulation } from '../../../registers/regulations/model.ts'
import { countsFrom, type Settled, versionOn } from '../../../registers/regulations/rules/versions.ts'
import type { words } from './words.ts'

type No = Refusal<keyof typeof words.refusal>
export type Warning = Refusal<keyof typeof words.warning>
export type Version = Settled<{ id: string; name: string; adoptedOn: Day | null; effectiveOn: Day | null }>
export type Article = { article: number; suffix: number; text: string }
type Numbered = Pick<Article, 'article' | 'suffix'>

const pairs = (text: string): ReadonlySet<string> =>
  new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)))
/** How many pairs of neighbouring characters two texts share; 1 = the same words. */
export function likeness(a: string, b: string): number {
  if (a === b) return 1
  const [left, right] = [pairs(a), pairs(b)]
  const shared = [...left].filter((pair) => right.has(pair)).length
  return left.size + right.size === 0 ? 0 : (2 * shared) / (left.size + right.size)
}

const leastLike = 0.5
const same = (a: Numbered, b: Numbered) => a.article === b.article && a.suffix === b.suffix

/** What became of an article in another text: the same, reworded, moved to another number, or gone. */
export function whereNow(
  article: Article,
  later: readonly Article[],
): { became: 'same' | 'reworded' | 'moved'; at: Article } | { became: 'gone' } {
  const here = later.find((each) => same(each, article))
  if (here?.text === article.text) return { became: 'same', at: here }
  const exact = later.find((each) => each.text === article.text)
  if (exact) return { became: 'moved', at: exact }
  const best = later.map((each) => ({ each, like: likeness(article.text, each.text) })).sort((a, b) => b.like - a.like)[0]
  if (!best || best.like < leastLike) return { became: 'gone' }
  return { became: same(best.each, article) ? 'reworded' : 'moved', at: best.each }
}

type Law = { regulation: Pick<Regulation, 'title' | 'repealedOn'>; versions: readonly Version[] }
/** Why no text of the regulation was in force on the day of the act; null when one was. */
export function whyNotInForce({ regulation, versions }: Law, act: Day): No | null {
  if (versionOn(versions, act)) return null
  const { title, repealedOn } = regulation
  if (repealedOn !== null && act >= repealedOn) return refuse('basisRepealed', { title, on: repealedOn, act })
  return refuse('basisNotInForce', { title, act })
}

/** A number with its suffix, as it is told: 42 or 42-1. */
export const numberOf = ({ article, suffix }: Numbered): string => (suffix ? `${article}-${suffix}` : String(article))

type Cited = { pinned: string; act: Day; article: Article }
function thenWarnings({ regulation, versions }: Law, { pinned, act }: Cited): Warning[] {
  const then = versionOn(versions, act)
  const cited = versions.find(({ id }) => id === pinned)
  if (then) return then.id === pinned ? [] : [refuse('basisOtherVersion', { pinned: cited?.name ?? '', right: then.name, act })]
  if (regulation.repealedOn !== null && act >= regulation.repealedOn)
    return [refuse('basisRepealedThen', { on: regulation.repealedOn, act })]
  return [refuse('basisNotYet', { from: cited ? (countsFrom(cited) ?? '') : '', act })]
}

/**
 * What a reader must know of a citation: whether its text was in force on the day of the act, whether the regulation was
 * repealed since, and where the article stands in the text of today (`now` holds that text's articles; null when it is the
 * pinned text itself, or none is in force).
 */
export function warningsOf(
  law: Law,
  cited: Cited & { today: Day; now: { version: Version; articles: readonly Article[] } | null },
): Warning[] {
  const then = thenWarnings(law, cited)
  const { repealedOn } = law.regulation
  const since =
    repealedOn !== null && repealedOn <= cited.today && cited.act < repealedOn
      ? [refuse('basisRepealedSince' as const, { on: repealedOn })]
      : []
  if (!cited.now || cited.now.version.id === cited.pinned) return [...then, ...since]
  const became = whereNow(cited.article, cited.now.articles)
  const version = cited.now.version.name
  if (became.became === 'gone') return [...then, ...since, refuse('basisGone', { version })]
  if (became.became === 'moved') return [...then, ...since, refuse('basisMoved', { version, to: numberOf(became.at) })]
  return became.became === 'reworded' ? [...then, ...since, refuse('basisReworded', { version })] : [...then, ...since]
}

/** The text to compare with: the one in force today, unless it is the pinned one. */
export const presentText = (versions: readonly Version[], pinned: string, today: Day): Version | null => {
  const now = versionOn(versions, today)
  return now && now.id !== pinned ? now : null
}
