import pg from 'pg'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { inLog } from './answer.ts'

test('the log of an error keeps where and what kind, never a value the database or the input quoted', () => {
  const quoting = new pg.DatabaseError('duplicate key value', 10, 'error')
  quoting.detail = 'Key (name)=(周明远) already exists.'
  quoting.constraint = 'official_number'
  quoting.message = 'invalid input syntax for type date: "周明远 a-good-password-1"'
  const parsed = z.object({ password: z.literal('x') }).safeParse({ password: 'a-good-password-1' })
  const text = JSON.stringify([inLog(quoting), inLog(parsed.error), inLog('a-good-password-1')])
  expect(text).not.toMatch(/周明远|a-good-password-1/)
  expect(inLog(quoting)).toMatchObject({ constraint: 'official_number', places: expect.any(Array) })
})
