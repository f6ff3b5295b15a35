import { spawn } from 'node:child_process'
import { afterEach, expect, test, vi } from 'vitest'
import { whenParentEnds } from './parent.ts'

afterEach(() => vi.unstubAllEnvs())

test('the end of the process that started us is noticed within a second', async () => {
  const other = spawn('sleep', ['30'])
  vi.stubEnv('GUANTONG_PARENT', String(other.pid))
  const noticed = new Promise<string>((resolve) => whenParentEnds(() => resolve('noticed')))
  const tooLate = new Promise<string>((resolve) => setTimeout(() => resolve('too late'), 1500))
  other.kill('SIGKILL')
  expect(await Promise.race([noticed, tooLate])).toBe('noticed')
})

test('a process that nobody set to watch is never told to end', async () => {
  vi.stubEnv('GUANTONG_PARENT', '')
  let told = false
  const stop = whenParentEnds(() => {
    told = true
  })
  await new Promise((resolve) => setTimeout(resolve, 700))
  stop()
  expect(told).toBe(false)
})
