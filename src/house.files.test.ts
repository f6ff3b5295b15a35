import { expect, test } from 'vitest'
import { contracts } from './house.ts'

/** Files that go out as they are, with the reason; every other one is marked with who took it and when, or does not go out. */
const kept: Readonly<Record<string, 'original' | 'signed' | 'form' | 'program'>> = {
  'leads.paper': 'original',
  'leads.exhibit': 'original',
  'leads.pack': 'signed',
  'leads.opener': 'program',
  'reports.original': 'original',
  'documents.proof': 'original',
  'documents.template': 'form',
  'fieldwork.answerFile': 'original',
  'fieldwork.evidenceFile': 'original',
  'fieldwork.exportPackage': 'signed',
  'findings.lateEvidence': 'original',
  'trail.checkpointFile': 'signed',
}

test('what goes out without a mark is an original, a signed statement, a form or a program, and each is named', () => {
  const said = contracts.flatMap(({ name, asKept }) => (asKept ? [[name, asKept] as const] : []))
  expect(Object.fromEntries(said)).toEqual(kept)
  for (const { gives, asKept } of contracts) if (asKept) expect(gives).toBe('file')
})
