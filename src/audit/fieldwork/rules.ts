import type { Day } from '../../kernel/day.ts'
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import type { ProjectMember } from './team/model.ts'
import type { words } from './words.ts'

export type No = Refusal<keyof typeof words.refusal>

/** Whether somebody belongs to a team on a day. */
export const isOnTeam = (members: readonly Pick<ProjectMember, 'account' | 'leftOn'>[], account: string, today: Day): boolean =>
  members.some((member) => member.account === account && (member.leftOn === null || member.leftOn >= today))

/**
 * Null when this account may write the fieldwork of a project: its team, once there is one. Before a team is named, whoever
 * holds the role may begin.
 */
export const whyNotWork = (
  members: readonly Pick<ProjectMember, 'account' | 'leftOn'>[],
  hand: { account: string },
  today: Day,
): No | null => (members.length === 0 || isOnTeam(members, hand.account, today) ? null : refuse('fieldNotOnTeam'))

/** Where the page begins that holds `row`; where it was asked to begin, when no such row is among them or none is named. */
export function offsetHolding(ids: readonly string[], asked: { row?: string | undefined; offset: number; limit: number }): number {
  const at = asked.row === undefined ? -1 : ids.indexOf(asked.row)
  return at < 0 ? asked.offset : at - (at % asked.limit)
}

/** The page of a list that was asked for, or that holds `row`: its ids, where it begins, and how many there are in all. */
export function pageHolding(
  rows: readonly { id: string }[],
  asked: { row?: string | undefined; offset: number; limit: number },
): { ids: string[]; offset: number; total: number } {
  const ids = rows.map(({ id }) => id)
  const offset = offsetHolding(ids, asked)
  return { ids: ids.slice(offset, offset + asked.limit), offset, total: ids.length }
}

/** A number not yet used within a project: the prefix and the next count, in three places. */
export function nextNumber(prefix: string, taken: readonly string[]): string {
  const counts = taken.flatMap((number) => {
    const found = new RegExp(`^${prefix}-?(\\d+)$`).exec(number)
    return found ? [Number(found[1])] : []
  })
  return `${prefix}-${String(Math.max(0, ...counts) + 1).padStart(3, '0')}`
}
