import { expect, test } from 'vitest'
import { contracts } from '../../house.ts'
import { differences, readMatrix, wrongFor } from '../../platform/testing/matrix/table.ts'
import { Role } from '../identity/model.ts'
import { policy, roleMay } from '../identity/policy/policy.ts'
import type { Sentence } from '../identity/policy/sentence.ts'

const matrix = readMatrix()

test('the hand-written table can be read: each line speaks of its own organ, and says which sentence it follows', () => {
  expect(matrix.troubles).toEqual([])
})

test('every contract has its line, and each role may call exactly what the table says', () => {
  expect(differences(matrix, contracts, roleMay)).toEqual([])
})

const matches = (pattern: string, name: string) => (pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : pattern === name)
const spokenOf = ({ may }: Sentence) => contracts.filter(({ name }) => may.some((pattern) => matches(pattern, name)))

/** The policy with one sentence turned round for a role: put in where it was not, left out where it was, asks that become acts. */
function turned({ roles, may, asks }: Sentence, role: Role): readonly Sentence[] {
  if (!roles.includes(role)) return [{ roles: [...roles, role], may, ...(asks ? { asks } : {}) }]
  const without = { roles: roles.filter((each) => each !== role), may, ...(asks ? { asks } : {}) }
  return asks ? [without, { roles, may }] : [without]
}

test('a sentence of the policy that is turned round is noticed, whichever it is and for whichever role', () => {
  const missed: string[] = []
  let tried = 0
  for (const [at, sentence] of policy.entries())
    for (const role of Role.options)
      for (const other of turned(sentence, role)) {
        const sentences = policy.with(at, other)
        const touched = spokenOf(sentence)
        if (touched.every((contract) => roleMay(role, contract, sentences) === roleMay(role, contract))) continue
        tried += 1
        const wrong = wrongFor(matrix, touched, (each, contract) => roleMay(each, contract, sentences), [role])
        if (wrong.length === 0) missed.push(`${sentence.may.join(' ')} ${role}`)
      }
  expect(missed).toEqual([])
  expect(tried).toBeGreaterThan(500)
}, 60_000)
