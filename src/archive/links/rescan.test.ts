import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestHouse, testHouse } from '../../platform/testing/house.ts'

let house: TestHouse
const officials = (...rows: string[]) => ({ name: '干部.csv', bytes: ['编号,姓名', ...rows].join('\n') })
const paper = { name: '甲.txt', bytes: '关于某单位的报告\n时任某某局局长诸葛明伦同志主持会议。\n' }
const mentions = () => house.db.selectFrom('mention').select(['surface', 'kind']).where('kind', '=', 'official').execute()

beforeAll(async () => {
  house = await testHouse()
  await house.upload('intake.run', [paper], { what: 'reports' })
  await house.runJobs()
})
afterAll(() => house.close())

test('a paper that came in before its official is read again once the official is registered', async () => {
  expect(await mentions()).toEqual([])
  const taken = await house.upload('intake.run', [officials('G1,诸葛明伦')], { what: 'officials' })
  expect(taken.status).toBe(200)
  await house.runJobs()
  expect(await mentions()).toEqual([{ surface: '诸葛明伦', kind: 'official' }])
})

test('a dry run changes nothing, an undo takes the mention away', async () => {
  await house.upload('intake.preview', [officials('G2,符不存')], { what: 'officials' })
  const batch = await house.db.selectFrom('batch').select('id').where('what', '=', 'officials').executeTakeFirstOrThrow()
  expect((await house.act('intake.undo', { id: batch.id })).status).toBe(200)
  await house.runJobs()
  expect(await mentions()).toEqual([])
})
