import { afterAll, afterEach } from 'vitest'
import { hear, unexpectedNoise } from './noise.ts'

/** A test that warns on the console fails; `expectNoise` (noise.ts) allows what the test is about. */
for (const level of ['error', 'warn'] as const) {
  console[level] = (...words: unknown[]) => hear(words)
}

const insistOnSilence = () => {
  const noise = unexpectedNoise()
  if (noise.length > 0) throw new Error(`The test printed on the console:\n${noise.join('\n')}`)
}
afterEach(insistOnSilence)
afterAll(insistOnSilence)

export { expectNoise } from './noise.ts'
