import { deputyPost, headPost, memberPost, middlePost, postAnywhere, postAtEnd, postAtStart, postEdge } from './lexicon.ts'

export type Rank = 'head' | 'deputy' | 'member' | 'middle' | 'other'

/** The post that ends the text (in folded text), with how much of it the post takes; null when none does. */
export function postEnding(text: string): { post: string; length: number } | null {
  const found = postAtEnd.exec(text)?.[0]
  return found ? { post: found.replace(postEdge, ''), length: found.length } : null
}

/** The post that begins the text. */
export function postBeginning(text: string): { post: string; length: number } | null {
  const found = postAtStart.exec(text)?.[0]
  return found ? { post: found.replace(postEdge, ''), length: found.length } : null
}

const known = new Map<string, readonly string[]>()
const mostKnown = 20_000

/** Every post named in a text such as a tenure's post field: party secretary and director are two. */
export function postsIn(text: string): readonly string[] {
  const before = known.get(text)
  if (before) return before
  const found = [...text.matchAll(postAnywhere)].map((each) => each[0].replace(postEdge, ''))
  const posts = found.length > 0 ? found : [text]
  if (known.size < mostKnown) known.set(text, posts)
  return posts
}

export function rankOf(post: string): Rank {
  if (deputyPost.test(post)) return 'deputy'
  if (memberPost.test(post)) return 'member'
  if (middlePost.test(post)) return 'middle'
  return headPost.test(post) ? 'head' : 'other'
}

export type Agreement = 'same' | 'alike' | 'contradicted' | 'unknown'

/** How the posts a paper names agree with the post a tenure records. */
export function agreement(named: readonly string[], recorded: string): Agreement {
  if (named.length === 0) return 'unknown'
  const held = postsIn(recorded)
  if (named.some((post) => held.includes(post))) return 'same'
  const ranks = new Set(held.map(rankOf))
  const mine = named.map(rankOf)
  if (mine.some((rank) => rank !== 'other' && ranks.has(rank))) return 'alike'
  return mine.every((rank) => rank === 'other' || rank === 'member') || ranks.has('other') ? 'unknown' : 'contradicted'
}
