import { expect, test } from 'vitest'
import { hero, sameName, wordNames } from './world/names.words.ts'
import * as sheets from './world/sheets.ts'
import { makeWorld } from './world/world.ts'

const world = makeWorld()

test('the city is the same each time it is made', () => {
  const again = makeWorld()
  for (const make of [sheets.unitsBook, sheets.officialsBook, sheets.tenuresBook, sheets.auditsBook, sheets.rectificationBook])
    expect(make(again)).toEqual(make(world))
})

test('it has about 480 officials, 130 units, 30 audits and 400 problems', () => {
  expect(world.people.length).toBeGreaterThanOrEqual(470)
  expect(world.people.length).toBeLessThanOrEqual(490)
  expect(world.units.length).toBeGreaterThanOrEqual(125)
  expect(world.audits).toHaveLength(30)
  const problems = world.audits.flatMap((audit) => audit.findings)
  expect(problems.length).toBeGreaterThanOrEqual(390)
  expect(new Set(problems.map((finding) => finding.number)).size).toBe(problems.length)
})

test('exactly two officials share a name, and some bear names that are words', () => {
  const names = world.people.map((person) => person.name)
  const twice = names.filter((name, index) => names.indexOf(name) !== index)
  expect(twice).toEqual([sameName])
  for (const name of wordNames) expect(names).toContain(name)
})

test('nobody holds a unit before the last head has left, and no audit reaches before the post began', () => {
  for (const unit of world.units) {
    const heads = world.tenures
      .filter((tenure) => tenure.unit === unit && tenure.headship === 'head' && !tenure.post.includes('兼'))
      .sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1))
    for (const [index, head] of heads.entries()) {
      const next = heads[index + 1]
      if (next) expect(head.endsOn !== null && head.endsOn <= next.startsOn, `${unit.name} ${head.person.name}`).toBe(true)
    }
  }
  for (const audit of world.audits) expect(audit.periodFrom >= audit.tenure.startsOn && audit.periodTo > audit.periodFrom).toBe(true)
})

test('the official of the guide was audited in each of his three posts', () => {
  expect(
    world.audits
      .filter((audit) => audit.tenure.person.name === hero.name)
      .map((audit) => audit.kind)
      .sort(),
  ).toEqual(['departure', 'departure', 'inOffice'])
})

test('codes of the city belong to no real place', () => {
  expect(world.units.every((unit) => unit.jurisdiction.startsWith('99'))).toBe(true)
})
