import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { townFindings } from '../../audit/findings/samples.ts'
import { townAudits, townOfficials, townTenures, townUnits } from '../../audit/projects/samples.ts'
import { verifyTrail } from '../../office/trail/verify.ts'
import { ownedDatabase } from '../testing/database.ts'
import { aClerk, type TestHouse, testHouse } from '../testing/house.ts'
import { administrators, browserAt, somebody } from '../testing/people.ts'

let house: TestHouse
beforeAll(async () => {
  house = await testHouse({ database: await ownedDatabase() })
  const books = { units: townUnits, officials: townOfficials, tenures: townTenures, audits: townAudits, findings: townFindings }
  for (const [what, bytes] of Object.entries(books)) await house.upload('intake.run', [{ name: `${what}.csv`, bytes }], { what })
}, 120_000)
afterAll(() => house?.close())

const totalFor = async (who: object) => ((await house.ask('findings.list', {}, { ...aClerk, ...who })).body as { total: number }).total

test('the house stands on a PostgreSQL whose owner is no superuser, with both walls', async () => {
  const { rows } = await sql<{ rolsuper: boolean; rolcreaterole: boolean }>`
    select rolsuper, rolcreaterole from pg_roles where rolname = current_user`.execute(house.db)
  expect(rows).toEqual([{ rolsuper: false, rolcreaterole: false }])
  expect(await totalFor({})).toBeGreaterThan(0)
  expect(await totalFor({ account: 'far', jurisdiction: '880100' })).toBe(0)
  expect(await totalFor({ account: 'org', role: 'organisation' })).toBe(0)
})

test('people are seated, sign in and change their password there', async () => {
  await administrators(house)
  await somebody(house, { account: 'jiayi' })
  const browser = browserAt(house)
  expect((await browser.signIn('jiayi')).status).toBe(200)
  expect((await browser.act('identity.changePassword', { old: 'brook-and-willow-7', fresh: 'another-brook-8' })).status).toBe(200)
  expect((await browser.ask('identity.me')).body).toMatchObject({ account: 'jiayi' })
})

test('its trail is chained and proves itself, and its jobs run', async () => {
  await house.runJobs()
  expect(await house.chain()).toBeGreaterThan(0)
  expect(await verifyTrail(house.db, house.office.seal, { against: [] })).toMatchObject({ ok: true, unchained: 0 })
})
