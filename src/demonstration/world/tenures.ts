import { addDays, addMonths, type Day, day } from '../../kernel/day.ts'
import { deputyOf, deputyPosts } from './city.words.ts'
import { hero, heroStaff, sameName, wordNames } from './names.words.ts'
import type { DemoPerson, Populace } from './people.ts'
import type { Random } from './random.ts'
import type { DemoUnit } from './units.ts'

export type DemoTenure = {
  person: DemoPerson
  unit: DemoUnit
  post: string
  headship: 'head' | 'acting' | 'other'
  startsOn: Day
  endsOn: Day | null
  class: 'A' | 'B' | 'C' | 'D' | null
  basis: string
}
type Maker = { random: Random; populace: Populace; tenures: DemoTenure[] }

const basis = (random: Random, on: Day) => `澜组干〔${on.slice(0, 4)}〕${random.whole(3, 96)}号`
const dayWithin = (random: Random, from: Day, months: number): Day =>
  addDays(addMonths(from, random.whole(0, months - 1)), random.whole(0, 27))

function enter(maker: Maker, who: DemoPerson, post: Omit<DemoTenure, 'person' | 'basis'>): DemoTenure {
  const tenure = { ...post, person: who, basis: basis(maker.random, post.startsOn) }
  maker.tenures.push(tenure)
  return tenure
}

const headPost = (unit: DemoUnit) => ({ unit, post: unit.head, headship: 'head' as const, class: unit.class })

/** Heads who have left a unit and may take the next vacancy of the same level. */
type Free = { person: DemoPerson; from: Day; level: string }

function nextHead(maker: Maker, free: Free[], unit: DemoUnit, on: Day): DemoPerson {
  const index = free.findIndex((each) => each.level === unit.level && each.from <= on && addMonths(each.from, 3) >= on)
  const [mover] = index >= 0 ? free.splice(index, 1) : []
  if (mover) return mover.person
  return maker.populace.next()
}

/** Two or three heads a unit since about 2018, each tenure following the last; some leave for another unit. */
function headsOf(maker: Maker, free: Free[], unit: DemoUnit): void {
  const { random } = maker
  let from = dayWithin(random, day('2017-06-01'), 40)
  while (from < day('2026-09-01')) {
    const person = nextHead(maker, free, unit, from)
    const until = addDays(addMonths(from, random.whole(26, 62)), random.whole(0, 20))
    const endsOn = until < day('2026-10-31') ? until : null
    enter(maker, person, { ...headPost(unit), startsOn: from, endsOn })
    if (!endsOn) return
    if (random.chance(55)) free.push({ person, from: addDays(endsOn, 1), level: unit.level })
    from = addDays(endsOn, random.whole(1, 25))
  }
}

function deputiesOf(maker: Maker, unit: DemoUnit): void {
  const { random, populace } = maker
  const posts = deputyPosts[unit.category] ?? deputyPosts.other ?? []
  const count = unit.jurisdiction === '990100' || random.chance(75) ? 2 : 1
  for (let index = 0; index < count; index++) {
    const startsOn = dayWithin(random, day('2018-01-01'), 60)
    const post = index === 0 && random.chance(50) ? (deputyOf[unit.category] ?? '副职') : random.pick(posts)
    const endsOn = random.chance(20) ? addMonths(startsOn, random.whole(20, 40)) : null
    enter(maker, populace.next(), { unit, post, headship: 'other', startsOn, endsOn, class: null })
  }
}

/** The official the guide shows: three posts, each with its papers; his staff; namesakes; names that are words. */
function namedPeople(maker: Maker, unitNamed: (name: string) => DemoUnit): void {
  const { populace } = maker
  const he = populace.named(hero.name, hero.bornIn)
  const bureau = unitNamed('澜江市交通运输局')
  enter(maker, he, { ...headPost(unitNamed('青川县人民政府')), startsOn: day('2016-04-12'), endsOn: day('2019-10-18') })
  enter(maker, he, { ...headPost(unitNamed('澜江市水务局')), startsOn: day('2019-10-21'), endsOn: day('2022-08-19') })
  enter(maker, he, { ...headPost(bureau), startsOn: day('2022-08-22'), endsOn: null })
  for (const { name, post } of heroStaff) {
    enter(maker, populace.named(name), { unit: bureau, post, headship: 'other', startsOn: day('2020-03-01'), endsOn: null, class: null })
  }
  for (const place of ['澜江市财政局', '松溪县水利局']) {
    enter(maker, populace.named(sameName), {
      unit: unitNamed(place),
      post: place.startsWith('澜江') ? '预算科科长' : '副局长',
      headship: 'other',
      startsOn: day('2019-05-06'),
      endsOn: null,
      class: null,
    })
  }
  const places = ['澜江市教育局', '澜江市卫生健康委员会', '云台区财政局', '澜江市住房和城乡建设局', '白鹭县民政局']
  for (const [index, name] of wordNames.entries()) {
    enter(maker, populace.named(name), {
      unit: unitNamed(places[index] ?? ''),
      post: '副局长',
      headship: 'other',
      startsOn: day('2020-07-01'),
      endsOn: null,
      class: null,
    })
  }
}

/** A deputy in charge of the whole for over a year, and a person with a concurrent post. */
function oddCases(maker: Maker, unitNamed: (name: string) => DemoUnit): void {
  const acting = maker.populace.next()
  enter(maker, acting, {
    unit: unitNamed('澜江市体育局'),
    post: '副局长（主持工作）',
    headship: 'acting',
    startsOn: day('2025-02-10'),
    endsOn: null,
    class: null,
  })
  const both =
    maker.tenures.find((each) => each.unit.name === '澜江市国有资产监督管理委员会' && each.endsOn === null) ??
    maker.tenures.find((each) => each.unit.category === 'stateFirm' && each.endsOn === null)
  if (both)
    enter(maker, both.person, {
      unit: unitNamed('澜江市文化旅游投资有限公司'),
      post: '董事长（兼）',
      headship: 'head',
      startsOn: day('2025-06-03'),
      endsOn: null,
      class: 'B',
    })
}

/** All tenures of the city, in a stable order. */
export function demoTenures(random: Random, populace: Populace, units: readonly DemoUnit[]): DemoTenure[] {
  const maker: Maker = { random, populace, tenures: [] }
  const unitNamed = (name: string): DemoUnit => {
    const unit = units.find((each) => each.name === name)
    if (!unit) throw new Error(`no unit ${name}`)
    return unit
  }
  namedPeople(maker, unitNamed)
  const heroic = new Set(['澜江市交通运输局', '澜江市水务局', '青川县人民政府'])
  const free: Free[] = []
  for (const unit of units) {
    if (!heroic.has(unit.name)) headsOf(maker, free, unit)
    deputiesOf(maker, unit)
  }
  const water = unitNamed('澜江市水务局')
  enter(maker, populace.next(), { ...headPost(water), startsOn: day('2022-08-25'), endsOn: null })
  enter(maker, populace.next(), { ...headPost(unitNamed('青川县人民政府')), startsOn: day('2019-10-25'), endsOn: null })
  oddCases(maker, unitNamed)
  return maker.tenures
}
