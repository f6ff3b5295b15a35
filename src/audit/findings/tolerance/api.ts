import { refuse } from '../../../kernel/refusal.ts'
import type { Writer } from '../../../platform/db.ts'
import type { Desk } from '../../../platform/desk.ts'
import { found, type Handler, Refused, serve, stopIf, stopIfChanged } from '../../../platform/serve.ts'
import { flagsFor, matterOf } from '../duty/gather.ts'
import { attributionsOf, changeAttribution } from '../duty/store.ts'
import type { Tolerance } from '../model.ts'
import { partsOf } from '../store.ts'
import * as contract from './contract.ts'
import type { ToleranceCase } from './model.ts'
import { type CaseStep, whyNotClaimStep } from './procedure.ts'
import { claimantOf, questionsAt, whyNotClaim, whyNotOutcome, whyNotWhole } from './rules.ts'
import * as store from './store.ts'

const undecided = {
  ...{ state: 'raised' as const, teamView: null, examinedBy: null, examinedName: null, examinedOn: null, discussion: null },
  ...{ outcome: null, reason: null, wording: null, decidedBy: null, decidedName: null, decidedOn: null },
} as const

const claim = serve(contract.claimTolerance, (desk) =>
  desk.change(`finding:${desk.input.finding}`, async (tx) => {
    const { input, actor, today } = desk
    const { finding } = found(await matterOf(tx, input.finding))
    const official = actor.role === 'official' ? actor.officialId : (input.official ?? null)
    if (!official) throw new Refused(refuse('notAnswerable'))
    const earlier = (await store.claimsOn(tx, finding.id)).filter((each) => each.official === official)
    const answers = await store.answersFor(tx, finding.id, official)
    stopIf(whyNotClaim({ answers, grounds: input.grounds.length, earlier }))
    const by = { claimant: claimantOf(actor.role), claimedBy: actor.account, claimedName: actor.name, raisedOn: today }
    const { grounds, facts } = input
    return store.addClaim(tx, { finding: finding.id, official, ...by, grounds, facts, ...undecided, answers: [] })
  }),
)

type Hand = Pick<Desk, 'actor'> & { input: { id: string; version: number } }
/** Locks a claim and stops unless this hand may take the step on this very version. */
async function lockFor(tx: Writer, { input, actor }: Hand, step: CaseStep): Promise<ToleranceCase> {
  const kept = found(await store.lockClaim(tx, input.id))
  stopIfChanged({ given: input.version, kept: kept.version })
  stopIf(whyNotClaimStep(step, { claim: kept, hand: actor }))
  return kept
}

const examine = serve(contract.examineTolerance, (desk) =>
  desk.change(`toleranceCase:${desk.input.id}`, async (tx) => {
    const { input, actor, today } = desk
    const kept = await lockFor(tx, desk, 'examine')
    stopIf(whyNotWhole(input.answers, questionsAt(await store.toleranceQuestions(tx), kept.raisedOn)))
    const by = { examinedBy: actor.account, examinedName: actor.name, examinedOn: today }
    return store.moveClaim(tx, kept, { state: 'examined', answers: input.answers, teamView: input.teamView, ...by })
  }),
)

/** What the checker holds against the responsibility, now that tolerance was decided. */
async function checkAgain(tx: Writer, { finding, official }: ToleranceCase, tolerance: Pick<Tolerance, 'outcome'>): Promise<void> {
  const attribution = (await attributionsOf(tx, [finding])).find((each) => each.official === official)
  const matter = attribution && (await matterOf(tx, finding))
  const grade = (await partsOf(tx, [finding])).responsibilities.find((each) => each.official === official)?.grade
  if (!attribution || !matter || !grade) return
  const flags = await flagsFor(tx, matter, { official, grade, argued: attribution, tolerance })
  await changeAttribution(tx, attribution, { flags })
}

const decide = serve(contract.decideTolerance, (desk) =>
  desk.change(`toleranceCase:${desk.input.id}`, async (tx) => {
    const { input, actor, today } = desk
    const kept = await lockFor(tx, desk, 'decide')
    const { outcome, reason, discussion, wording = null } = input
    const questions = questionsAt(await store.toleranceQuestions(tx), kept.raisedOn)
    stopIf(whyNotOutcome({ outcome, wording, answers: kept.answers }, questions))
    const { finding, official } = kept
    await store.keepTolerance(tx, { finding, official, decidedOn: today, outcome, reason, wording })
    await checkAgain(tx, kept, { outcome })
    const by = { decidedBy: actor.account, decidedName: actor.name, decidedOn: today }
    return store.moveClaim(tx, kept, { state: 'decided', outcome, reason, discussion, wording, ...by })
  }),
)

const withdraw = serve(contract.withdrawTolerance, (desk) =>
  desk.change(`toleranceCase:${desk.input.id}`, async (tx) =>
    store.moveClaim(tx, await lockFor(tx, desk, 'withdraw'), { state: 'withdrawn' }),
  ),
)

export const toleranceApi: readonly Handler[] = [claim, examine, decide, withdraw]
