import { expect, test } from 'vitest'
import { jobs } from '../house.ts'
import { timetable } from './jobs.ts'

test('every job that comes by itself has a time that the worker understands', () => {
  const timed = jobs.filter(({ at }) => at !== undefined).map(({ kind }) => kind)
  expect(timetable(jobs).map(({ task }) => task)).toEqual(timed)
  expect(timed).toContain('custody.purge')
})
