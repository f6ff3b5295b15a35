import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { alone } from './lock.ts'
import { appearIn, presentIn } from './presence.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'guantong-lock-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('only one is inside at a time and everyone gets a turn', async () => {
  let inside = 0
  const crowds = await Promise.all(
    Array.from({ length: 12 }, () =>
      alone(folder, async () => {
        const crowd = ++inside
        await sleep(5)
        inside--
        return crowd
      }),
    ),
  )
  expect(crowds).toEqual(Array.from({ length: 12 }, () => 1))
})

test('whoever fails inside leaves the door open', async () => {
  await expect(alone(folder, () => Promise.reject(new Error('failed inside')))).rejects.toThrow('failed inside')
  expect(await alone(folder, () => Promise.resolve('in'))).toBe('in')
})

test('the sign of a dead process, or of an earlier one with the same number, counts for nothing and is swept', () => {
  const mine = appearIn(folder)
  const [boot, pid] = mine.name.split('.')
  writeFileSync(join(folder, `${boot}.${pid}.1.abc`), '')
  writeFileSync(join(folder, `${boot}.4194304.1.abc`), '')
  expect(presentIn(folder)).toEqual([mine.name])
  mine.withdraw()
  expect(presentIn(folder)).toEqual([])
})

test('a folder that does not exist holds nobody', () => {
  mkdirSync(join(folder, 'inner'))
  expect(presentIn(join(folder, 'missing'))).toEqual([])
})
