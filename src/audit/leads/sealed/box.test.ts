import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fingerprintOf, freshKeys, headerOf, keyFileOf, open, readKeyFile, seal } from './box.ts'

const sender = freshKeys()
const organ = freshKeys()
const id = '01990000-0000-7000-8000-000000000001'
const text = new TextEncoder().encode('移送事项：材料退款转入个人账户')
const sealed = () => seal({ kind: 'lead', id, to: organ.box, by: sender, text })
const opening = { box: organ.box, boxSecret: organ.boxSecret, signer: sender.sign }

test('who holds the key reads exactly what was sealed; nobody else does', () => {
  const bytes = sealed()
  const read = open(bytes, opening)
  expect('text' in read ? new TextDecoder().decode(read.text) : read).toBe('移送事项：材料退款转入个人账户')
  expect(headerOf(bytes)).toMatchObject({ kind: 'lead', id })
  expect(Buffer.from(bytes).toString('latin1')).not.toContain('材料')
  const other = freshKeys()
  expect(open(bytes, { ...opening, box: other.box, boxSecret: other.boxSecret })).toEqual({ fault: 'notForUs' })
  expect(open(bytes, { ...opening, boxSecret: other.boxSecret })).toEqual({ fault: 'altered' })
  expect(open(bytes, { ...opening, signer: other.sign })).toEqual({ fault: 'wrongSigner' })
})

test('a file in which any one byte is changed is refused', () => {
  const bytes = sealed()
  fc.assert(
    fc.property(fc.nat({ max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, by) => {
      const changed = new Uint8Array(bytes)
      changed[at] = (changed[at] ?? 0) ^ by
      return 'fault' in open(changed, opening)
    }),
    { numRuns: 400 },
  )
})

test('a file cut short, drawn out or put together from two is refused', () => {
  const [one, other] = [sealed(), seal({ kind: 'lead', id, to: organ.box, by: sender, text: new Uint8Array([1, 2, 3]) })]
  fc.assert(
    fc.property(fc.nat({ max: one.length - 1 }), (at) => 'fault' in open(one.slice(0, at), opening)),
    { numRuns: 100 },
  )
  expect('fault' in open(Buffer.concat([one, Buffer.from([0])]), opening)).toBe(true)
  expect('fault' in open(Buffer.concat([one.slice(0, -70), other.slice(-70)]), opening)).toBe(true)
})

test('a key file proves itself: with any letter of name or keys changed it is no key', () => {
  const file = keyFileOf('澜江市公安局', organ)
  expect(readKeyFile(file)).toEqual({ keys: { box: organ.box, sign: organ.sign }, name: '澜江市公安局' })
  expect(readKeyFile(file.replace('公安局', '财政局'))).toEqual({ fault: 'forged' })
  expect(readKeyFile(file.replace(organ.box, freshKeys().box))).toEqual({ fault: 'forged' })
  expect(readKeyFile('{}')).toEqual({ fault: 'unreadable' })
  expect(fingerprintOf(organ)).toMatch(/^([0-9a-f]{4} ){5}[0-9a-f]{4}$/)
})
