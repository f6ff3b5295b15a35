import { type DemoAudit, demoAudits } from './audits.ts'
import { hero } from './names.words.ts'
import { type DemoPerson, populace } from './people.ts'
import { randomFrom } from './random.ts'
import { type DemoTenure, demoTenures } from './tenures.ts'
import { type DemoUnit, demoUnits } from './units.ts'

export type World = {
  units: readonly DemoUnit[]
  people: readonly DemoPerson[]
  tenures: readonly DemoTenure[]
  audits: readonly DemoAudit[]
}

/** The fictional city, the same whenever and wherever it is made. */
export function makeWorld(): World {
  const random = randomFrom(20_261_120)
  const crowd = populace(random)
  const units = demoUnits()
  const tenures = demoTenures(random, crowd, units)
  const audits = demoAudits(random, tenures, hero.name)
  return { units, people: crowd.people, tenures, audits }
}
