import { afterAll, beforeAll, expect, test } from 'vitest'
import { townAudits, townOfficials, townTenures, townUnits } from '../audit/projects/samples.ts'
import { app } from './app.ts'
import { openPool } from './db.ts'
import type { Actor } from './desk.ts'
import { type Event, openBus, publisher } from './events.ts'
import { endStreams } from './stream.ts'
import { aClerk, type TestHouse, testHouse } from './testing/house.ts'

let house: TestHouse
let project: string
let unit: string
beforeAll(async () => {
  house = await testHouse({ at: '2025-11-20T02:00:00Z' })
  const books = { units: townUnits, officials: townOfficials, tenures: townTenures, audits: townAudits }
  for (const [what, bytes] of Object.entries(books)) await house.upload('intake.run', [{ name: `${what}.csv`, bytes }], { what })
  ;({ id: project, unit } = await house.db.selectFrom('project').select(['id', 'unit']).executeTakeFirstOrThrow())
}, 120_000)
afterAll(() => house.close())

/** A browser’s stream of events, as its text; `until` waits for a line. */
async function streamOf(hono: ReturnType<typeof app>, who: Partial<Actor>) {
  const headers = { authorization: `Bearer ${encodeURIComponent(JSON.stringify({ ...aClerk, ...who }))}` }
  const response = await hono.request('/api/events', { headers })
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  const until = async (line: string) => {
    while (!text.includes(line)) text += (await reader?.read())?.value ?? expect.fail(`the stream ended before ${line}`)
    return text
  }
  if (response.status === 200) await until('event: ready')
  return { status: response.status, until }
}

test('a stream tells of a record only to whom may know it then; a share that begins or ends is followed at once', async () => {
  const bus = await openBus(house.url)
  const pool = openPool(house.url, 1)
  const publish = publisher(pool)
  const whoIs = async (token: string | null): Promise<Actor | null> => (token ? JSON.parse(decodeURIComponent(token)) : null)
  const front = { office: house.office, handlers: [], phrases: {}, whoIs, may: () => true, bus, ready: async () => true }
  const hono = app(front)
  const say = (about: Event['about'], note: string): Promise<void> =>
    publish({ kind: 'changed', audience: '*', payload: { note }, ...(about ? { about } : {}) })
  try {
    expect((await hono.request('/api/events')).status).toBe(401)
    const here = await streamOf(hono, {})
    const others = await Promise.all(
      [
        { account: 'far', jurisdiction: '880100' },
        { account: 'org', role: 'organisation' },
        { account: 'sys', role: 'systemAdmin', jurisdiction: '*' },
        { account: 'staff', role: 'unitStaff', unitId: null, jurisdiction: '*' },
      ].map((who) => streamOf(hono, who)),
    )
    await say(`project:${project}`, 'of-the-case')
    expect(await here.until('of-the-case')).toContain('event: changed')
    // What came before was judged before: a record everybody knows is asked about in the same way.
    for (const note of ['known-one', 'known-two', 'known-three']) {
      await say(`unit:${unit}`, note)
      for (const stream of [here, ...others]) expect(await stream.until(note)).toContain(note)
    }
    for (const stream of others) expect(await stream.until('known-three')).not.toContain('of-the-case')
    await say(undefined, 'for-everybody')
    for (const stream of [here, ...others]) await stream.until('for-everybody')
  } finally {
    endStreams()
    await bus.close()
    await pool.end()
  }
})
