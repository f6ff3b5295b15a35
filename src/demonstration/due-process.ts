import { z } from 'zod'
import { addDays, type Day } from '../kernel/day.ts'
import { type Doors, handOf, onThatDay } from './doors.ts'
import { said } from './due-process.words.ts'
import { demoCodes } from './place.ts'

const Made = z.object({ id: z.uuid(), version: z.number() })
const does = (doors: Doors, on: Day, asked: { verb: string; by: string; input: unknown }) =>
  onThatDay(doors, on, { verb: asked.verb, actor: handOf(asked.by), input: asked.input })

type Borne = { finding: string; official: string; grade: 'direct' | 'leading' | 'supervising' }
/** Who bears what in the running project of the city that has come to a state, in the order of its findings. */
const borneIn = ({ office }: Doors, state: 'verified' | 'adjudicated' | 'archived'): Promise<(Borne & { project: string })[]> =>
  office.db
    .selectFrom('responsibility')
    .innerJoin('finding', 'finding.id', 'responsibility.finding')
    .innerJoin('project', 'project.id', 'finding.project')
    .select(['finding.id as finding', 'responsibility.official', 'responsibility.grade', 'project.id as project'])
    .where('project.jurisdiction', 'like', demoCodes)
    .where('project.openedOn', 'is not', null)
    .where('project.state', '=', state)
    .orderBy('finding.number')
    .execute()

const untold = { meeting: null, heldOn: null, presidedBy: null, voted: null, majority: null, objectionMinuted: null, approval: null }
const unclaimed = { privateGain: null, knowing: null, forbidden: null }
const situations = { direct: 'D1', leading: 'L4', supervising: 'OS1' } as const
const argued = ({ finding, official, grade }: Borne) => ({
  ...{ finding, official, grade, situation: situations[grade], slots: said.slots, links: [], decisionTrail: untold, claims: unclaimed },
  ...{ actFrom: null, actTo: null, weighing: said.weighing, version: 0 },
})

/** One responsibility argued and signed off, one the checker has something against, and somebody else who had a part. */
async function responsibility(doors: Doors, on: Day, [whole, flagged]: readonly Borne[]): Promise<void> {
  if (!whole || !flagged) return
  const { id, version } = Made.parse(await does(doors, on, { verb: 'findings.setResponsibility', by: 'lead', input: argued(whole) }))
  const verdict = { id, version, verdict: 'confirm', opinion: said.opinion }
  await does(doors, on, { verb: 'findings.reviewResponsibility', by: 'reviewer', input: verdict })
  const gap = {
    ...argued(flagged),
    ...{ situation: flagged.grade === 'direct' ? 'D5' : 'L1', slots: { ...said.slots, cause: '' } },
    decisionTrail: { ...untold, meeting: said.meeting },
  }
  await does(doors, on, { verb: 'findings.setResponsibility', by: 'lead', input: gap })
  await does(doors, on, { verb: 'findings.recordPerson', by: 'auditor', input: { finding: whole.finding, ...said.other } })
}

/** Tolerance claimed by the office, examined question by question and decided by another hand. */
async function tolerance(doors: Doors, on: Day, { borne, granted }: { borne: Borne | undefined; granted: boolean }): Promise<void> {
  if (!borne) return
  const text = said.tolerance
  const claim = { finding: borne.finding, official: borne.official, grounds: [granted ? 'pilot' : 'explored'], facts: text.facts }
  const { id } = Made.parse(await does(doors, on, { verb: 'findings.claimTolerance', by: 'lead', input: claim }))
  const answers = { pilot: 'yes', unforbidden: granted ? 'no' : 'yes', privateGain: 'no', knowing: 'no', procedure: 'yes', repaired: 'yes' }
  const test = Object.entries(answers).map(([question, answer]) => ({ question, answer, reason: text.why, evidence: text.evidence }))
  await does(doors, on, { verb: 'findings.examineTolerance', by: 'auditor', input: { id, version: 1, answers: test, teamView: text.view } })
  const outcome = granted
    ? { outcome: 'lighten', reason: text.reason, wording: text.wording }
    : { outcome: 'notApplicable', reason: text.refused }
  const decision = { id, version: 2, discussion: text.discussion, ...outcome }
  await does(doors, on, { verb: 'findings.decideTolerance', by: 'director', input: decision })
}

type Answer = { finding: string; effect: object }
type Objecting = { project: string; official: string; on: Day }
/** Looked at again by people who had no part in the audit. Answers the objection as it waits for its decision. */
async function heard(doors: Doors, about: Objecting & { text: string; conclusion: string; findings: readonly string[] }): Promise<string> {
  const { project, official, on, text, conclusion, findings } = about
  const raised = { id: project, official, text, findings }
  const { id } = Made.parse(await does(doors, on, { verb: 'projects.raise', by: 'committee', input: raised }))
  const group = { id, version: 1, reviewers: ['reviewer', 'adjudicator'] }
  await does(doors, addDays(on, 1), { verb: 'projects.accept', by: 'committee', input: group })
  await does(doors, addDays(on, 3), { verb: 'projects.conclude', by: 'reviewer', input: { id, version: 2, conclusion } })
  return id
}

/** An objection upheld, each finding corrected in its own way; without answers it is rejected. */
async function objection(doors: Doors, about: Objecting & { findings: readonly string[]; answers: readonly Answer[] }): Promise<void> {
  const { answers, on } = about
  const upheld = answers.length > 0
  const text = upheld ? said.objection.upheld : said.objection.rejected
  const id = await heard(doors, { ...about, text, conclusion: upheld ? said.conclusion : said.conclusionAgainst })
  const answer = upheld
    ? { outcome: 'upheld', reason: said.upheld, answers: answers.map(({ finding, effect }) => ({ finding, outcome: 'upheld', ...effect })) }
    : { outcome: 'rejected', reason: said.rejected }
  await does(doors, addDays(on, 4), { verb: 'projects.decide', by: 'committee', input: { id, version: 3, ...answer } })
}

/** An official's word after his day: kept beside the finding with its evidence, and answered. */
async function lateWord(doors: Doors, borne: (Borne & { project: string }) | undefined): Promise<void> {
  if (!borne) return
  const { project, finding, official } = borne
  const { db } = doors.office
  const { number, name } = await db.selectFrom('official').select(['number', 'name']).where('id', '=', official).executeTakeFirstOrThrow()
  const clock = await db
    .selectFrom('deadline')
    .select('dueOn')
    .where('project', '=', project)
    .where('rule', '=', 'reply.draft')
    .where('party', '=', `official:${official}`)
    .executeTakeFirstOrThrow()
  const actor = { ...handOf('official', official), account: number, name }
  const files = [{ name: said.late.evidence, bytes: said.late.text }]
  const on = addDays(clock.dueOn, 2)
  const { id, version } = Made.parse(
    await onThatDay(doors, on, { verb: 'findings.lateReply', actor, input: { project, finding, text: said.late.text }, files }),
  )
  await does(doors, addDays(on, 3), { verb: 'findings.answerLate', by: 'lead', input: { id, version, answer: said.late.answer } })
}

/** Due process in the city's running projects, every case of it, through the same doors as anybody's. */
export async function demoDueProcess(doors: Doors): Promise<void> {
  const today = doors.office.clock.today()
  const reviewed = await borneIn(doors, 'adjudicated')
  await responsibility(doors, addDays(today, -6), reviewed)
  await tolerance(doors, addDays(today, -5), { borne: reviewed[0], granted: true })
  await tolerance(doors, addDays(today, -5), { borne: reviewed[1], granted: false })
  await lateWord(doors, (await borneIn(doors, 'verified'))[0])
  const [reworded, kept, regraded, withdrawn] = await borneIn(doors, 'archived')
  if (!reworded || !kept || !regraded || !withdrawn) return
  const answers = [
    { finding: reworded.finding, effect: { effect: 'reworded', correctedText: said.corrected } },
    { finding: regraded.finding, effect: { effect: 'regraded', correctedGrade: 'leading' } },
    { finding: withdrawn.finding, effect: { effect: 'withdrawn' } },
  ]
  await objection(doors, { ...reworded, findings: answers.map(({ finding }) => finding), answers, on: addDays(today, -14) })
  await objection(doors, { ...kept, findings: [kept.finding], answers: [], on: addDays(today, -8) })
}

/** The notice of one correction is out and has reached its first recipient; the others wait. */
export async function noticedCorrection(doors: Doors): Promise<void> {
  const place = await doors.office.db
    .selectFrom('correctionPlace')
    .innerJoin('correction', 'correction.id', 'correctionPlace.correction')
    .select(['correctionPlace.id', 'correctionPlace.version', 'correction.id as correction'])
    .where('correctionPlace.state', '=', 'noticeDue')
    .where('correction.effect', '=', 'regraded')
    .orderBy('correctionPlace.id')
    .executeTakeFirst()
  if (!place) return
  const today = doors.office.clock.today()
  const drafting = { kind: 'correctionNotice', subject: `correction:${place.correction}` }
  const paper = Made.parse(await does(doors, today, { verb: 'documents.draft', by: 'clerk', input: drafting }))
  await does(doors, today, { verb: 'documents.issue', by: 'director', input: { id: paper.id, version: paper.version } })
  const served = { id: place.id, version: place.version, note: said.noticed }
  await does(doors, today, { verb: 'findings.servePlace', by: 'clerk', input: served })
}
