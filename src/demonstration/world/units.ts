import { city, cityUnits, counties, countyUnits, type UnitPlan } from './city.words.ts'

export type DemoUnit = UnitPlan & { number: string; jurisdiction: string; place: string; superior: string | null }

const numbered = (prefix: string, index: number) => `${prefix}${String(index + 1).padStart(3, '0')}`
const inPlace = (plan: UnitPlan, place: string): UnitPlan => ({
  ...plan,
  name: plan.name.replace('@', place),
  ...(plan.short ? { short: plan.short.replace('@', place) } : {}),
  head: plan.head.replace('@', place.slice(-1)),
})

const ownRoots: readonly UnitPlan['category'][] = ['party', 'congress', 'consultative', 'court', 'procuratorate']
const underParty = (unit: UnitPlan) => unit.category === 'supervision' || unit.category === 'association' || unit.name.startsWith('中共')

/** Party units hang under the party committee, all others under the government; congress, courts and their like under nobody. */
const superiorIn = (units: readonly DemoUnit[], unit: UnitPlan): string | null => {
  if (ownRoots.includes(unit.category) || (unit.category === 'government' && !unit.name.endsWith('管理委员会'))) return null
  const root = underParty(unit) ? 'party' : 'government'
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
