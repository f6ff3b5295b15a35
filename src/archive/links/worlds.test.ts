import { expect, test } from 'vitest'
import { linkPaper } from './rules/link.ts'
import { compile } from './rules/registry.ts'
import * as dev from './worlds/dev.words.ts'
import * as holdout from './worlds/holdout.words.ts'
import { measure, offered, precision, recall, type Tally } from './worlds/measure.ts'
import { makePaper, type Templates } from './worlds/paper.ts'
import * as second from './worlds/second.words.ts'
import { makeWorld } from './worlds/world.ts'

/** 10,500 officials in 6 cities; 10% taken out of the register, 8% of the days a year off, 5% of the posts wrong. */
const run = (templates: Templates, seed: number, papers: number) => {
  const world = makeWorld({ seed, cities: 6, counties: 4, perUnit: 14 })
  const compiled = compile(world.register)
  return measure(
    compiled,
    Array.from({ length: papers }, (_, no) => makePaper(world, templates, no)),
  )
}
const none: Tally = { right: 0, wrong: 0, missed: 0, reviewed: 0, labels: 0 }
const strata = (found: ReadonlyMap<string, Tally>) =>
  Object.fromEntries(
    [...found].map(([name, tally]) => [name, `P ${precision(tally).toFixed(4)} R ${recall(tally).toFixed(4)} of ${tally.labels}`]),
  )

test.each([
  ['reports', dev, 11],
  ['letters and tables', second, 22],
])(
  'on the development set (%s) officials are linked with precision 0.995 and recall 0.985',
  (_, templates, seed) => {
    const { people, units, strata: each } = run(templates, seed, 100)
    expect(precision(people), JSON.stringify(strata(each))).toBeGreaterThanOrEqual(0.995)
    expect(recall(people)).toBeGreaterThanOrEqual(0.985)
    expect(precision(units)).toBeGreaterThanOrEqual(0.99)
    expect(recall(units)).toBeGreaterThanOrEqual(0.97)
  },
  60_000,
)

/**
 * Other templates, cities and noise, never looked at while tuning. Half of its outsiders bear the name of somebody in the
 * audited place, a tenth that of a colleague in the audited unit, in roles the lexicon partly does not know: the hardest
 * case. Measured over 600 papers: precision 0.9951, recall 0.9910, offered 0.9964; units 0.9975 and 0.9966.
 */
test('on the hold-out officials are linked with precision 0.99 and recall 0.97, and offered with 0.99', () => {
  const { people, units, strata: each } = run(holdout, 31, 120)
  expect(precision(people), JSON.stringify(strata(each))).toBeGreaterThanOrEqual(0.99)
  expect(recall(people)).toBeGreaterThanOrEqual(0.97)
  expect(offered(people)).toBeGreaterThanOrEqual(0.99)
  expect(precision(units)).toBeGreaterThanOrEqual(0.99)
  expect(recall(units)).toBeGreaterThanOrEqual(0.97)
  for (const stratum of ['unique', 'bare', 'list', 'namesake'] as const)
    expect(each.get(stratum) && precision(each.get(stratum) ?? none), stratum).toBe(1)
}, 60_000)

test('no registered person is taken for another one of the same name', () => {
  const { strata: each } = run(holdout, 33, 80)
  for (const [name, tally] of each) if (!['outsider', 'removed', 'unit'].includes(name)) expect(tally.wrong, name).toBe(0)
}, 60_000)

test('the same paper and register give the same answer every time', () => {
  const world = makeWorld({ seed: 31, cities: 2, counties: 2, perUnit: 10 })
  const paper = makePaper(world, dev, 0)
  const once = linkPaper(compile(world.register), paper.text, { meta: paper.meta })
  expect(linkPaper(compile(world.register), paper.text, { meta: paper.meta })).toEqual(once)
})

test('a mention never creates a person: every target is a record of the register', () => {
  const world = makeWorld({ seed: 32, cities: 2, counties: 2, perUnit: 10 })
  const compiled = compile(world.register)
  const known = new Set([...world.register.officials, ...world.register.units].map((each) => each.key))
  for (let no = 0; no < 10; no += 1)
    for (const found of linkPaper(compiled, makePaper(world, dev, no).text))
      if (found.target !== null) expect(known.has(found.target)).toBe(true)
})
