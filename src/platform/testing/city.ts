import { cpSync } from 'node:fs'
import { inject } from 'vitest'
import { loadDemonstration } from '../../demonstration/load.ts'
import { handlers, imports } from '../../house.ts'
import { demoPassword } from '../../office/identity/rules/password.ts'
import { aJurisdiction } from '../../registers/places/samples.ts'
import { freshDatabase, madeOnce } from './database.ts'
import { type TestHouse, testHouse } from './house.ts'

/** Loads the city into a house; answers false when it stands there already. */
export const loadCity = (house: TestHouse): Promise<boolean> =>
  loadDemonstration({
    ...{ office: house.office, house: imports(), handlers, password: demoPassword },
    ...{ runJobs: house.runJobs, progress: () => undefined },
  })

/** What an earlier load had brought in before it was broken off; the city is loaded over it. */
export const brokenOff = aJurisdiction({ name: '半座城' })

async function make(url: string): Promise<void> {
  const house = await testHouse({ database: { url, drop: async () => undefined } })
  try {
    const row = { name: 'demonstration', value: { loadedAt: '2026-11-20T02:00:00.000Z', complete: false } }
    await house.db.insertInto('setting').values(row).execute()
    await house.db.insertInto('jurisdiction').values(brokenOff).execute()
    if (!(await loadCity(house))) throw new Error('half a city was taken for a whole one')
    cpSync(house.folder, inject('cityFolder'), { recursive: true })
  } finally {
    await house.close()
  }
}

const name = 'city'
/** A house with the whole demonstration city: loaded once in a run, after a load that was broken off; each test gets a copy of its own. */
export async function cityHouse(): Promise<TestHouse> {
  await madeOnce(name, make)
  return testHouse({ database: await freshDatabase(name), folder: inject('cityFolder') })
}
