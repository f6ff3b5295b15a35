import { expect, test } from 'vitest'
import { testHouse } from './testing/house.ts'
import { together, wording } from './together.ts'

test('several questions in one statement are answered as each would be alone', async () => {
  const house = await testHouse()
  try {
    const units = wording.selectFrom('unit').select(['id', 'shortNames']).where('number', '=', 'none')
    const rules = (read: typeof wording) => read.selectFrom('clockRule').selectAll().where('rule', '=', 'reply.draft').orderBy('id')
    const found = await together(house.db, { units, rules: rules(wording) })
    expect(found.units).toEqual([])
    expect(found.rules.length).toBeGreaterThan(0)
    expect(found.rules).toEqual(await rules(house.db).execute())
  } finally {
    await house.close()
  }
})
