import type { Day } from '../../../kernel/day.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { ToleranceOutcome } from '../model.ts'
import type { Claimant, TestAnswer, ToleranceCase, ToleranceQuestion } from './model.ts'
import { words } from './words.ts'

type No = Refusal<keyof typeof words.refusal>

/** The questions of the test on a day, in their order. */
export const questionsAt = (all: readonly ToleranceQuestion[], on: Day): ToleranceQuestion[] =>
  all
    .filter(({ validFrom, validUntil }) => validFrom <= on && (validUntil === null || validUntil >= on))
    .sort((one, other) => one.place - other.place)

/** On whose behalf somebody claims. */
export const claimantOf = (role: string): Claimant => (role === 'official' ? 'official' : role === 'unitStaff' ? 'unit' : 'office')

type Claiming = { answers: boolean; grounds: number; earlier: readonly Pick<ToleranceCase, 'state' | 'decidedOn'>[] }
/** Why no claim may be raised: nothing to answer for, no ground, one under way, or decided already. */
export function whyNotClaim({ answers, grounds, earlier }: Claiming): No | null {
  if (!answers) return refuse('notAnswerable')
  if (grounds === 0) return refuse('groundMissing')
  const decided = earlier.find(({ state }) => state === 'decided')
  if (decided) return refuse('toleranceDecided', { on: decided.decidedOn ?? '' })
  return earlier.some(({ state }) => state === 'raised' || state === 'examined') ? refuse('toleranceOpen') : null
}

/** Why the test is not whole: each question must be answered, with its reason and evidence, and no other. */
export function whyNotWhole(answers: readonly TestAnswer[], questions: readonly ToleranceQuestion[]): No | null {
  const strange = answers.find(({ question }) => !questions.some(({ code }) => code === question))
  if (strange) return refuse('questionUnknown', { question: strange.question })
  const open = questions.filter(({ code }) => !answers.some(({ question }) => question === code))
  const [first] = open
  return first ? refuse('questionsOpen', { count: open.length, first: first.zh }) : null
}

/** The answer that bars any tolerance, if there is one. */
export function barredBy(answers: readonly TestAnswer[], questions: readonly ToleranceQuestion[]): No | null {
  for (const { code, place, mustBe } of questions) {
    const given = answers.find(({ question }) => question === code)
    if (mustBe !== null && given && given.answer !== mustBe)
      return refuse('toleranceBarred', { place, answer: words.answer[given.answer].zh })
  }
  return null
}

type Deciding = { outcome: ToleranceOutcome; wording: string | null; answers: readonly TestAnswer[] }
/** Why a decision may not be so: a test that is not whole or that bars it, or tolerance without its wording. */
export function whyNotOutcome({ outcome, wording, answers }: Deciding, questions: readonly ToleranceQuestion[]): No | null {
  const open = whyNotWhole(answers, questions)
  if (open || outcome === 'notApplicable') return open
  return barredBy(answers, questions) ?? (wording === null ? refuse('wordingMissing') : null)
}
