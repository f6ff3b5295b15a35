import type { Day } from '../../../kernel/day.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import type { Reader, Writer } from '../../../platform/db.ts'
import type { Project } from '../../projects/model.ts'
import { whyNotAnswers } from '../../projects/rules/side-input.ts'
import type { ReviewCase } from '../../projects/rules/side-records.ts'
import type { ObjectionAnswer } from '../../projects/side.contract.ts'
import { settleObjections } from '../../projects/store-side.ts'
import { correctAll } from '../correction/deeds.ts'
import { whyNotRegrade } from './route.ts'
import { settledOn } from './store.ts'

type Given = { outcome: ReviewCase['outcome'] & string; answers: readonly ObjectionAnswer[] }
type Raised = Pick<ReviewCase, 'official' | 'findings'>

/** Why the answers do not do: one is missing or says too little, or a grade that the rule of the audit's time does not know. */
export async function whyNotAnswered(read: Reader, given: Given, at: { raised: Raised; project: Project }): Promise<Refusal | null> {
  const no = whyNotAnswers(given, at.raised)
  if (no) return no
  for (const { outcome, correctedGrade } of given.answers) {
    const grade = outcome === 'rejected' ? null : (correctedGrade ?? null)
    const unknown = await whyNotRegrade(read, at.project, grade)
    if (unknown) return unknown
  }
  return null
}

const changeOf = ({ outcome, effect, correctedText, correctedGrade }: ObjectionAnswer) =>
  outcome === 'rejected'
    ? { effect: null, correctedText: null, correctedGrade: null }
    : { effect: effect ?? null, correctedText: correctedText ?? null, correctedGrade: correctedGrade ?? null }

type End = { decidedOn: Day; decidedBy: string; reason: string }
/** Settles each finding's objection by its own answer, and corrects the records that were changed; all of them end together. */
export async function settleEach(tx: Writer, { official, findings }: Raised, { outcome, answers }: Given, end: End): Promise<void> {
  for (const finding of findings) {
    const answer = answers.find((each) => each.finding === finding) ?? { finding, outcome }
    await settleObjections(tx, { official, findings: [finding] }, { ...end, outcome: answer.outcome, ...changeOf(answer) })
  }
  await correctAll(tx, await settledOn(tx, { official, findings, on: end.decidedOn }), end.decidedOn)
}
