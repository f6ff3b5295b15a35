import { format } from 'node:util'

const heard: string[] = []
let expected: RegExp[] = []

/** The rest of this test may say this on the console; anything else still fails it. */
export const expectNoise = (pattern: RegExp): void => {
  expected.push(pattern)
}

export const hear = (words: readonly unknown[]): void => {
  heard.push(format(...words))
}

/** What was said and nobody expected, since the last asking. */
export function unexpectedNoise(): string[] {
  const unexpected = heard.filter((line) => !expected.some((pattern) => pattern.test(line)))
  heard.length = 0
  expected = []
  return unexpected
}
