import type { Day } from '../kernel/day.ts'
import type { Actor, Desk, Office } from '../platform/desk.ts'
import { type KnockedFile, knock } from '../platform/knock.ts'
import type { Handler } from '../platform/serve.ts'
import { demoAccounts } from './accounts.words.ts'
import { demoCity } from './place.ts'

/** Takes rows in like any workbook of that kind. */
export type TakeIn = (desk: Desk, what: string, lines: readonly string[][]) => Promise<void>
export type Doors = { office: Office; handlers: readonly Handler[] }

/** The hand of a demonstration login, sitting in its first seat. */
export function handOf(account: string, officialId: string | null = null): Actor {
  const found = demoAccounts.find((each) => each.account === account)
  const role = found?.seats[0]?.role ?? 'clerk'
  return { account, name: found?.name ?? account, role, jurisdiction: demoCity, unitId: null, officialId, seat: null }
}

type Asked = { verb: string; actor: Actor; input: unknown; files?: readonly KnockedFile[] }
/** Somebody does something on an earlier day; the trail keeps the moment it is entered. */
export const onThatDay = ({ office, handlers }: Doors, on: Day, asked: Asked): Promise<unknown> =>
  knock({ ...office, clock: { now: office.clock.now, today: () => on } }, handlers, asked)
