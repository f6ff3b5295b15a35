import { z } from 'zod'
import { act } from '../../../kernel/contract.ts'
import { ToleranceOutcome } from '../model.ts'
import { Ground, TestAnswer, ToleranceCase } from './model.ts'
import { words } from './words.ts'

const text = z.string().trim().min(2).max(4000)
const target = { id: z.uuid(), version: z.number().int() }

/** Claims tolerance for an official: by himself, his unit, or the audit office. */
export const claimTolerance = act({
  name: 'findings.claimTolerance',
  title: words.act.claim,
  input: z.object({ finding: z.uuid(), official: z.uuid().optional(), grounds: z.array(Ground).max(3), facts: text }),
  output: ToleranceCase,
})
/** The audit team answers each question of the test, with reason and evidence, and gives its view. */
export const examineTolerance = act({
  name: 'findings.examineTolerance',
  title: words.act.examine,
  input: z.object({ ...target, answers: z.array(TestAnswer).max(40), teamView: text }),
  output: ToleranceCase,
})
/** The decision after joint discussion; it stands with the problem from then on. */
export const decideTolerance = act({
  name: 'findings.decideTolerance',
  title: words.act.decide,
  input: z.object({ ...target, discussion: text, outcome: ToleranceOutcome, reason: text, wording: text.optional() }),
  output: ToleranceCase,
})
export const withdrawTolerance = act({
  name: 'findings.withdrawTolerance',
  title: words.act.withdraw,
  input: z.object(target),
  output: ToleranceCase,
})
