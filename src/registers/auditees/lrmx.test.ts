import { expect, test } from 'vitest'
import { readLrm, readLrmx } from './lrmx.ts'
import { aForm, aLrm, secrets } from './samples.ts'

test('name, sex, birth month and resume are read; nothing else leaves the parser', () => {
  const form = readLrmx(aForm())
  expect(form).toEqual({ name: '林若溪', sex: 'female', bornIn: '1976-03', resume: expect.stringContaining('1998.07--2003.05') })
  for (const secret of secrets) expect(JSON.stringify(form)).not.toContain(secret)
})

test('the older form of 33 values gives the same, also with commas and line breaks inside quotes', () => {
  const form = readLrm(aLrm())
  expect(form).toMatchObject({ name: '林若溪', sex: 'female', bornIn: '1976-03' })
  for (const secret of secrets) expect(JSON.stringify(form)).not.toContain(secret)
})

test.each([
  ['is cut off', aForm().slice(0, 900), 'lrmxDamaged'],
  ['declares entities', `<!DOCTYPE x [<!ENTITY a "aaaa">]>${aForm()}`, 'lrmxDamaged'],
  ['is another document', '<Report><XingMing>甲</XingMing></Report>', 'lrmxDamaged'],
  ['bears no name', '<Person><XingMing>  </XingMing></Person>', 'lrmxNoName'],
])('a form that %s is refused', (_, xml, code) => expect(readLrmx(xml)).toMatchObject({ code }))

test('an older form with too few values says how many it has', () => {
  expect(readLrm('"甲","男","197603"')).toEqual({ code: 'lrmTooFewValues', facts: { count: 3 } })
})
