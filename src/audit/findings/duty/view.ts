import { standingOf as eyesOf } from '../../../access.ts'
import type { May } from '../../../kernel/may.ts'
import { mayAct } from '../../../office/identity/policy/may.ts'
import { auditSide } from '../../../office/identity/policy/organs.ts'
import type { Reader } from '../../../platform/db.ts'
import type { Desk } from '../../../platform/desk.ts'
import { officialsById, subjectsOf, tenuresNamed } from '../../projects/store.ts'
import { correctionsOf } from '../correction/store.ts'
import type { Responsibility } from '../model.ts'
import { answerLate, decideHigher } from '../objection/contract.ts'
import { whyNotDecideHigher } from '../objection/rules.ts'
import { higherOf, lateRepliesOn } from '../objection/store.ts'
import { bearingOn, saysStanding, standingOf } from '../standing.ts'
import { findFindings, type Parts, partsOf } from '../store.ts'
import * as tolerances from '../tolerance/contract.ts'
import type { ToleranceCase } from '../tolerance/model.ts'
import { whyNotClaimStep } from '../tolerance/procedure.ts'
import { questionsAt, whyNotClaim } from '../tolerance/rules.ts'
import { claimsOn, toleranceQuestions } from '../tolerance/store.ts'
import { type DutyLine, type DutyView, recordPerson, reviewResponsibility, setResponsibility } from './contract.ts'
import { flagsFor, type Matter } from './gather.ts'
import type { Attribution } from './model.ts'
import { whyNotReviewed } from './rules.ts'
import { attributionsOf, othersOf, proofsOf } from './store.ts'

type Eyes = Pick<Desk, 'read' | 'actor' | 'today' | 'tongue'>
/** Whether this reader works on the audit's side: to nobody else is the checker's opinion shown. */
export const ofAuditSide = (actor: Desk['actor']): boolean => auditSide.some((organ) => organ === eyesOf(actor).organ)

type About = { matter: Matter; parts: Parts; attributions: readonly Attribution[] }
async function lineOf(
  desk: Eyes,
  about: About,
  of: Responsibility & { name: string; number: string; post: string | null },
): Promise<DutyLine> {
  const { read, actor, today, tongue } = desk
  const attribution = about.attributions.find(({ official }) => official === of.official) ?? null
  const standing = standingOf(bearingOn(about.parts.objections, of.official), today)
  const tolerance = about.parts.tolerances.find(({ official }) => official === of.official) ?? null
  const shown = ofAuditSide(actor)
  const flags = await flagsFor(read, about.matter, { official: of.official, grade: of.grade, argued: attribution, tolerance })
  const review: May = attribution
    ? mayAct(
        actor,
        reviewResponsibility,
        whyNotReviewed({ attribution: { ...attribution, flags: [] }, account: actor.account, confirms: true }),
      )
    : { code: 'forbidden' }
  return {
    ...of,
    attribution: attribution && !shown ? { ...attribution, flags: [] } : attribution,
    standing: { ...standing, says: saysStanding(standing, tongue) },
    flags: shown ? flags : null,
    may: { set: standing.state === 'withdrawn' ? { code: 'forbidden' } : mayAct(actor, setResponsibility), review },
  }
}

function claimView(claim: ToleranceCase, { actor }: Pick<Desk, 'actor'>, name: string): DutyView['tolerances'][number] {
  const no = (step: 'examine' | 'decide' | 'withdraw') => whyNotClaimStep(step, { claim, hand: actor })
  const may = {
    examine: mayAct(actor, tolerances.examineTolerance, no('examine')),
    decide: mayAct(actor, tolerances.decideTolerance, no('decide')),
    withdraw: mayAct(actor, tolerances.withdrawTolerance, no('withdraw')),
  }
  return { ...claim, name, may }
}

/** Late words on this finding, each with who gave it. */
async function lateOf({ read, actor }: Eyes, { finding, project }: Matter): Promise<DutyView['lateReplies']> {
  const replies = await lateRepliesOn(read, { finding: finding.id, project: project.id })
  const people = await officialsById(
    read,
    replies.map(({ replier }) => replier),
  )
  const unit = await read.selectFrom('unit').select('name').where('id', '=', project.unit).executeTakeFirst()
  return replies.map((reply) => ({
    ...reply,
    name: people.get(reply.replier)?.name ?? unit?.name ?? '',
    may: { answer: reply.answer === null ? mayAct(actor, answerLate) : { code: 'forbidden' } },
  }))
}

/** Where the finding went to the higher office, and whether this hand may enter its decision. */
async function higherOn({ read, actor }: Eyes, { finding, project }: Matter): Promise<DutyView['higher']> {
  const asked = (await higherOf(read, [project.id])).filter(({ findings }) => findings.includes(finding.id))
  const all = await findFindings(
    read,
    asked.flatMap(({ findings }) => findings),
  )
  return asked.map((each) => ({
    ...each,
    about: all.filter(({ id }) => each.findings.includes(id)).map(({ id, number, title }) => ({ id, number, title })),
    may: { decide: mayAct(actor, decideHigher, whyNotDecideHigher(each)) },
  }))
}

/** For an official his own claim only; for the others that of anybody who answers for something. */
const mayClaim = ({ actor }: Eyes, parts: Parts, claims: readonly ToleranceCase[]): May => {
  const earlier = actor.officialId ? claims.filter(({ official }) => official === actor.officialId) : []
  return mayAct(actor, tolerances.claimTolerance, whyNotClaim({ answers: parts.responsibilities.length > 0, grounds: 1, earlier }))
}

async function named(read: Reader, { matter, parts }: Pick<About, 'matter' | 'parts'>) {
  const subjects = await subjectsOf(read, [matter.project.id])
  const officials = await officialsById(
    read,
    [...parts.responsibilities, ...subjects].map(({ official }) => official),
  )
  const tenures = await tenuresNamed(read, parts.responsibilities)
  const free = [...new Set(subjects.map(({ official }) => official))]
    .filter((official) => !parts.responsibilities.some((each) => each.official === official))
    .map((official) => ({ official, name: officials.get(official)?.name ?? '' }))
  const lines = parts.responsibilities.map((each) => {
    const { name = '', number = '' } = officials.get(each.official) ?? {}
    return { ...each, name, number, post: tenures.get(each.tenure ?? '')?.post ?? null }
  })
  return { lines, free }
}

/** Everything of due process about one finding, as far as this reader may know it. */
export async function viewOf(desk: Eyes, matter: Matter): Promise<DutyView> {
  const { read, actor, today } = desk
  const { finding, project, book, grades } = matter
  const [parts, attributions] = await Promise.all([partsOf(read, [finding.id]), attributionsOf(read, [finding.id])])
  const { lines, free } = await named(read, { matter, parts })
  const about = { matter, parts, attributions }
  const claims = await claimsOn(read, finding.id)
  const nameOf = (official: string) => lines.find((each) => each.official === official)?.name ?? ''
  const works = ofAuditSide(actor)
  return {
    ...{ finding: finding.id, free: works ? free : [], grades, situations: [...book.situations] },
    lines: await Promise.all(lines.map((each) => lineOf(desk, about, each))),
    proofs: works ? await proofsOf(read, project.id) : [],
    others: await othersOf(read, finding.id),
    questions: questionsAt(await toleranceQuestions(read), today),
    tolerances: claims.map((claim) => claimView(claim, desk, nameOf(claim.official))),
    lateReplies: await lateOf(desk, matter),
    corrections: await correctionsOf(read, finding.id),
    higher: await higherOn(desk, matter),
    may: { set: mayAct(actor, setResponsibility), record: mayAct(actor, recordPerson), claim: mayClaim(desk, parts, claims) },
  }
}
