import { afterAll, beforeAll, expect, test } from 'vitest'
import { json } from '../../platform/db.ts'
import { newId } from '../../platform/id.ts'
import { type TestHouse, testHouse } from '../../platform/testing/house.ts'

let house: TestHouse
beforeAll(async () => {
  house = await testHouse()
}, 120_000)
afterAll(() => house.close())

const aBatch = (jurisdiction: string) => ({
  id: newId(),
  what: 'units',
  state: 'done' as const,
  startedAt: '2026-11-19T02:00:00Z',
  startedBy: 'clerk',
  jurisdiction,
  endedAt: null,
  undoneAt: null,
  undoneBy: null,
  accepted: 3,
  updated: 0,
  unchanged: 0,
  refused: 1,
  files: json([]),
  filesDone: 0,
  rejected: json([]),
  unreadable: json([]),
  ignored: json([]),
  shapes: json({}),
})

test('an empty house shows the four first steps, nothing to do and no imports', async () => {
  const { status, body } = await house.ask('notices.workbench')
  expect(status).toBe(200)
  expect(body).toEqual({
    todos: [],
    stocks: ['units', 'officials', 'tenures', 'reports'].map((what) => ({ what, count: 0 })),
    imports: [],
  })
})

test('imports of one’s own place are listed, those of another place are not', async () => {
  await house.db
    .insertInto('batch')
    .values([aBatch('990100'), aBatch('990200')])
    .execute()
  const { body } = await house.ask('notices.workbench')
  expect(body).toMatchObject({ imports: [{ what: 'units', accepted: 3, refused: 1 }] })
})

test('the menu’s number may be asked by every role, but not by a stranger', async () => {
  expect((await house.ask('notices.standing', {}, { role: 'unitStaff' })).body).toEqual({ waiting: 0, late: 0 })
  expect((await house.ask('notices.standing', {}, null)).status).toBe(401)
})
