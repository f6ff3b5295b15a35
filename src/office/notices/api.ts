import type { Day } from '../../kernel/day.ts'
import type { Reader } from '../../platform/db.ts'
import type { Actor } from '../../platform/desk.ts'
import { type Handler, serve } from '../../platform/serve.ts'
import { standing, workbench } from './contract.ts'
import type { GiveTodos } from './giver.ts'
import { byUrgency, standingOf } from './rules.ts'
import { recentImports, stocks } from './store.ts'

type Asking = { read: Reader; actor: Actor; today: Day }

const gathered = async (givers: readonly GiveTodos[], { read, actor, today }: Asking) =>
  byUrgency((await Promise.all(givers.map((give) => give(read, actor, today)))).flat())

/** The room's handlers; the house hands it every room's to-dos, so that this room knows none of them. */
export const noticesApi = (givers: readonly GiveTodos[]): Handler[] => [
  serve(workbench, async (desk) => ({
    todos: await gathered(givers, desk),
    stocks: await stocks(desk.read),
    imports: await recentImports(desk.read, desk.actor.jurisdiction),
  })),
  serve(standing, async (desk) => standingOf(await gathered(givers, desk), desk.today)),
]
