import { handlers, phrases } from '../../house.ts'
import { fillVacancy } from '../../office/identity/deeds.ts'
import type { Role, SeatWanted } from '../../office/identity/model.ts'
import { roleMay } from '../../office/identity/policy/policy.ts'
import { aSeat } from '../../office/identity/samples.ts'
import { accountRow, addAccount } from '../../office/identity/store.ts'
import { reception } from '../../office/identity/who.ts'
import { app } from '../app.ts'
import { clockAt } from '../clock.ts'
import type { Handler } from '../serve.ts'
import type { TestHouse } from './house.ts'

/** Everybody's password in tests. */
export const goodPassword = 'brook-and-willow-7'
export const root = { account: 'root', role: 'systemAdmin', jurisdiction: '*' } as const
export const guard = { account: 'guard', role: 'securityAdmin', jurisdiction: '*' } as const
export const watch = { account: 'watch', role: 'auditAdmin', jurisdiction: '*' } as const

/** From now on it is another time in this house. */
export const setClock = (house: TestHouse, moment: string): void => {
  house.office.clock = clockAt(moment)
}

/** The three administrators, seated as the command line seats the first ones. */
export async function administrators(house: TestHouse): Promise<void> {
  const now = house.office.clock.now().toISOString()
  for (const { account, role } of [root, guard, watch]) {
    const row = await accountRow({ account, name: account, demo: false }, { password: goodPassword, now })
    const wanted = { ...aSeat, role, jurisdiction: '*' }
    await house.db.transaction().execute(async (tx) => {
      await addAccount(tx, row)
      await fillVacancy(tx, account, wanted, now)
    })
  }
}

type Person = { account: string; name?: string; person?: string; role?: Role; password?: string } & Partial<Omit<SeatWanted, 'role'>>
/** Somebody with a seat, proposed by one administrator and confirmed by the other; his password is set to the given one. */
export async function somebody(
  house: TestHouse,
  { account, name = '经办甲', person, password = goodPassword, ...seat }: Person,
): Promise<void> {
  const wanted = { ...aSeat, ...seat }
  const made = await house.act('identity.createAccount', { account, name, person, ground: '测试任用', ...wanted }, root)
  const { order } = made.body as { order: string }
  const confirmed = await house.act('identity.decideOrder', { id: order, confirm: true }, guard)
  if (confirmed.status !== 200) throw new Error(JSON.stringify([made.body, confirmed.body]))
  const { passwordHash } = await accountRow({ account, name, demo: false }, { password, now: house.office.clock.now().toISOString() })
  await house.db.updateTable('account').set({ passwordHash }).where('account', '=', account).execute()
}

/** A browser at the house with its real door: keeps its cookie between requests. */
export function browserAt(house: TestHouse, options: { address?: string; handlers?: readonly Handler[] } = {}) {
  const may = (actor: { role: string }, contract: Parameters<typeof roleMay>[1]) => roleMay(actor.role, contract)
  const front = { office: house.office, handlers: options.handlers ?? handlers, phrases, may, bus: null, ready: async () => true }
  const hono = app({ ...front, ...reception(house.office) })
  const env = { incoming: { socket: { remoteAddress: options.address ?? '10.0.0.7' } } }
  let cookie = ''
  const call = async (path: string, init: RequestInit) => {
    const headers = new Headers(init.headers)
    if (cookie && !headers.has('authorization')) headers.set('cookie', cookie)
    const response = await hono.request(path, { ...init, headers }, env)
    const given = /guantong_session=([^;]*)/.exec(response.headers.get('set-cookie') ?? '')
    if (given) cookie = given[1] ? `guantong_session=${given[1]}` : ''
    return { status: response.status, body: (await response.json()) as unknown, headers: response.headers }
  }
  const ask = (name: string, input: Record<string, string> = {}, headers: Record<string, string> = {}) =>
    call(`/api/${name}?${new URLSearchParams(input)}`, { headers })
  const act = (name: string, input: Record<string, unknown> = {}, headers: Record<string, string> = {}) =>
    call(`/api/${name}`, { method: 'POST', body: JSON.stringify(input), headers: { 'content-type': 'application/json', ...headers } })
  return {
    ask,
    act,
    signIn: (account: string, password = goodPassword, code?: string) =>
      act('identity.login', { account, password, ...(code ? { code } : {}) }),
    cookie: () => cookie,
    setCookie: (value: string) => {
      cookie = value
    },
  }
}
