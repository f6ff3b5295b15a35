import { type Day, day, daysBetween, yearOf } from '../../../kernel/day.ts'
import type { Figures, HeldPost, PortraitAudit } from '../model.ts'

/** The drawing's own measure; the page scales it as a whole. */
export const frame = { width: 790, left: 76, right: 26, axis: 24, post: 30, lane: 38 } as const

/** Where an audit stands on the line: its report, its start, or the middle of its year. */
export const auditOn = (audit: Pick<PortraitAudit, 'reportedOn' | 'startedOn' | 'year'>): Day =>
  audit.reportedOn ?? audit.startedOn ?? day(`${audit.year}-07-01`)

export type Scale = { x(on: Day): number; years: readonly number[]; from: Day }

/** From the first year anything happened to the day of the portrait. */
export function scaleOf({ posts, audits }: Pick<Figures, 'posts' | 'audits'>, asOf: Day): Scale {
  const first = [...posts.map((post) => post.startsOn), ...audits.map(auditOn)].sort()[0] ?? asOf
  const from = day(`${Math.min(yearOf(first), yearOf(asOf) - 1)}-01-01`)
  const span = Math.max(1, daysBetween({ from, to: asOf }))
  const wide = frame.width - frame.left - frame.right
  const count = yearOf(asOf) - yearOf(from) + 1
  const step = count > 24 ? 4 : count > 12 ? 2 : 1
  const years = Array.from({ length: count }, (_, at) => yearOf(from) + at).filter((_, at) => at % step === 0)
  return { x: (on) => frame.left + Math.round((daysBetween({ from, to: on }) / span) * wide), years, from }
}

export type PlacedPost = { post: HeldPost; row: number }
/** Posts held side by side stand in rows of their own. */
export function inRows(posts: readonly HeldPost[]): { placed: PlacedPost[]; rows: number } {
  const ends: string[] = []
  const placed = posts.map((post) => {
    const free = ends.findIndex((end) => end < post.startsOn)
    const row = free === -1 ? ends.length : free
    ends[row] = post.endsOn ?? '9999-12-31'
    return { post, row }
  })
  return { placed, rows: Math.max(1, ends.length) }
}

/** As much of a text as fits; a Chinese character is as wide as its size. */
export function fitted(text: string, width: number, size: number): string {
  const room = Math.floor((width - 12) / size)
  if (room < 2) return ''
  return text.length <= room ? text : `${text.slice(0, room - 1)}…`
}
