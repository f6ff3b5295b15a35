import { expect, test } from 'vitest'
import { whyNotRegion } from './region.ts'

test.each([
  ['a county revises its own rule', '990121', '990121', true],
  ['a county revises that of its town', '990121001000', '990121', true],
  ['a county does not revise its neighbour’s', '990122', '990121', false],
  ['a county does not revise the city’s', '990100', '990121', false],
  ['a county does not revise what holds everywhere', null, '990121', false],
  ['a town does not revise what holds everywhere', null, '990121001', false],
  ['the city revises what holds everywhere', null, '9901', true],
  ['the city revises a county’s', '990121', '9901', true],
  ['the city does not revise another city’s', '880100', '9901', false],
  ['whoever works for everywhere revises all', '880100', '', true],
  ['who has not signed in revises nothing', null, '-', false],
])('%s', (_, region, prefix, may) => {
  expect(whyNotRegion(region, prefix)).toEqual(may ? null : { code: 'ruleElsewhere' })
})
