import { city, cityUnits, counties, countyUnits, type UnitPlan } from './city.words.ts'

export type DemoUnit = UnitPlan & { number: string; jurisdiction: string; place: string; superior: string | null }

const numbered = (prefix: string, index: number) => `${prefix}${String(index + 1).padStart(3, '0')}`
const inPlace = (plan: UnitPlan, place: string): UnitPlan => ({
  ...plan,
  name: plan.name.replace('@', place),
  ...(plan.short ? { short: plan.short.replace('@', place) } : {}),
  head: plan.head.replace('@', place.slice(-1)),
})

/** Party units hang under the party committee, all others under the government. */
const superiorIn = (units: readonly DemoUnit[], unit: UnitPlan): string | null => {
  const root = unit.category === 'supervision' || unit.name.includes('委员会办公室') || unit.name.includes('市委') ? 'party' : 'government'
  if (unit.category === 'party' || (unit.category === 'government' && !unit.name.includes('管理委员会'))) return null
  return units.find((each) => each.category === root)?.number ?? null
}

function unitsOf(plans: readonly UnitPlan[], at: { prefix: string; jurisdiction: string; place: string }): DemoUnit[] {
  const units: DemoUnit[] = []
  for (const [index, plan] of plans.entries()) {
    const unit = inPlace(plan, at.place)
    units.push({
      ...unit,
      number: numbered(at.prefix, index),
      jurisdiction: at.jurisdiction,
      place: at.place,
      superior: superiorIn(units, unit),
    })
  }
  return units
}

/** Every unit of the city and its counties; a county's government stands under the city's. */
export function demoUnits(): DemoUnit[] {
  const above = unitsOf(cityUnits, { prefix: 'C', jurisdiction: city.code, place: city.name })
  const rootOf = (category: UnitPlan['category']) => above.find((unit) => unit.category === category)?.number ?? null
  const below = counties.flatMap((county, index) =>
    unitsOf(countyUnits, { prefix: `X${index + 1}`, jurisdiction: county.code, place: county.name }).map((unit) => ({
      ...unit,
      superior: unit.superior ?? rootOf(unit.category),
    })),
  )
  return [...above, ...below]
}
