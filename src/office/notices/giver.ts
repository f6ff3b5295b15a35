import type { Day } from '../../kernel/day.ts'
import type { Reader } from '../../platform/db.ts'
import type { Actor } from '../../platform/desk.ts'
import type { Todo } from './model.ts'

/** A room's answer to "what waits for this person today"; the house hands all of them to this room. */
export type GiveTodos = (read: Reader, actor: Actor, today: Day) => Promise<readonly Todo[]>
