import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isForeign } from './origin.ts'
import { openRates } from './rates.ts'
import { securityTxt } from './security-txt.ts'

const json = 'application/json'
const form = 'application/x-www-form-urlencoded'

test.each<[string, Parameters<typeof isForeign>[0], boolean]>([
  ['one’s own page', { fetchSite: 'same-origin', origin: 'https://a', host: 'a', contentType: json, hasCookie: true }, false],
  ['another site', { fetchSite: 'cross-site', origin: 'https://b', host: 'a', contentType: form, hasCookie: true }, true],
  ['another name of the same site', { fetchSite: 'same-site', origin: 'https://x.a', host: 'a', contentType: json, hasCookie: true }, true],
  [
    'a browser that says only Origin, from elsewhere',
    { fetchSite: undefined, origin: 'https://b', host: 'a', contentType: json, hasCookie: true },
    true,
  ],
  [
    'a browser that says only Origin, from here',
    { fetchSite: undefined, origin: 'http://a:80', host: 'a', contentType: json, hasCookie: true },
    false,
  ],
  ['a hidden origin', { fetchSite: undefined, origin: 'null', host: 'a', contentType: form, hasCookie: true }, true],
  [
    'no origin at all, a form with the session',
    { fetchSite: undefined, origin: undefined, host: 'a', contentType: form, hasCookie: true },
    true,
  ],
  [
    'no origin at all, text with the session',
    { fetchSite: undefined, origin: undefined, host: 'a', contentType: 'text/plain', hasCookie: true },
    true,
  ],
  [
    'no origin at all, JSON with the session',
    { fetchSite: undefined, origin: undefined, host: 'a', contentType: `${json}; charset=utf-8`, hasCookie: true },
    false,
  ],
  ['a machine with its token', { fetchSite: undefined, origin: undefined, host: 'a', contentType: undefined, hasCookie: false }, false],
])('an act sent from %s: foreign or not', (_, from, foreign) => {
  expect(isForeign(from)).toBe(foreign)
})

test('no broken origin makes it fail', () => {
  fc.assert(
    fc.property(fc.option(fc.string(), { nil: undefined }), fc.boolean(), (origin, hasCookie) => {
      expect(typeof isForeign({ origin, fetchSite: undefined, host: 'a', contentType: json, hasCookie })).toBe('boolean')
    }),
  )
})

test('as many requests as a minute allows pass at once, then they come at that pace; another key has its own', () => {
  let now = 0
  const rates = openRates(() => now)
  const passed = (key: string, tries: number) =>
    Array.from({ length: tries }, () => rates.wait(key, 60)).filter((wait) => wait === 0).length
  expect([passed('a', 100), passed('b', 100)]).toEqual([60, 60])
  expect(rates.wait('a', 60)).toBe(1)
  now += 10_000
  expect(passed('a', 100)).toBe(10)
  expect([rates.wait('a', 0), rates.wait('new', 1)]).toEqual([0, 0])
})

test('security.txt names a contact and an end that lies ahead', () => {
  const text = securityTxt(new Date('2026-11-20T00:00:00Z'), 'mailto:safety@audit.example')
  expect(text).toBe('Contact: mailto:safety@audit.example\nExpires: 2027-05-19T00:00:00.000Z\nPreferred-Languages: zh, en\n')
})
