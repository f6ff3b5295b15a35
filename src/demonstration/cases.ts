import { z } from 'zod'
import { addDays, type Day, yearOf } from '../kernel/day.ts'
import type { Reader } from '../platform/db.ts'
import { findThrough, usual } from './case-findings.ts'
import { beginPaper, completeDrafts, finishPapers, sceneOf, signedReceipt } from './case-papers.ts'
import { type CaseScript, caseScripts, texts } from './cases.words.ts'
import { type Deed, deedsOf, onDay } from './deeds.ts'
import { type Doors, handOf, onThatDay, type TakeIn } from './doors.ts'
import { demoCodes } from './place.ts'

const Made = z.object({ id: z.uuid() })

type Subject = { official: string; number: string; unit: string; unitNumber: string; kind: string }
/** Heads of units of the city in office, one a unit, in the order of their numbers. */
const heads = (read: Reader): Promise<Subject[]> =>
  read
    .selectFrom('tenure')
    .innerJoin('official', 'official.id', 'tenure.official')
    .innerJoin('unit', 'unit.id', 'tenure.unit')
    .select(['official.id as official', 'official.number', 'unit.id as unit', 'unit.number as unitNumber', 'unit.category as kind'])
    .where('tenure.headship', '=', 'head')
    .where('tenure.endsOn', 'is', null)
    .where('tenure.jurisdiction', 'like', demoCodes)
    .orderBy('official.number')
    .execute()

function castFor(script: CaseScript, subjects: readonly Subject[], taken: ReadonlySet<string>): Subject | undefined {
  if (script.official) return subjects.find(({ number }) => number === script.official)
  const firm = script.category === 'stateFirm'
  return subjects.find(({ number, unit, kind }) => number !== 'LJ0001' && (kind === 'stateFirm') === firm && !taken.has(unit))
}

/** A case with whom it is about and, once it is opened, its project. */
type Case = { script: CaseScript; number: number; subject: Subject; today: Day; project: string }
type Stage = Doors & { takeIn: TakeIn }

const openedOn = ({ script, today }: Pick<Case, 'script' | 'today'>): Day => addDays(today, -script.since)
const projectNumber = ({ today, number }: Pick<Case, 'today' | 'number'>) => `LJ-${yearOf(today)}-${200 + number}`

async function open(doors: Doors, about: Omit<Case, 'project'>): Promise<Case> {
  const { script, number, subject, today } = about
  const { official, unit } = subject
  const on = openedOn(about)
  const joint = script.jointRef ? { jointMode: 'synchronous', jointRef: script.jointRef } : {}
  const span = { periodFrom: `${yearOf(on) - 3}-01-01`, periodTo: `${yearOf(on) - 1}-12-31` }
  const input = {
    ...{ kind: number % 3 === 0 ? 'departure' : 'inOffice', unit, subjects: [{ official }], year: yearOf(today), ...span },
    ...{ auditedBy: texts.auditedBy, track: script.track ?? 'standard', number: projectNumber(about), ...joint },
  }
  const { id } = Made.parse(await onThatDay(doors, on, { verb: 'projects.open', actor: handOf('lead'), input }))
  return { ...about, project: id }
}

/** Which record a deed is about: the project, or the termination under way in it. */
async function targetOf({ office }: Doors, project: string, { verb }: Deed): Promise<{ id: string; version: number }> {
  const table = verb === 'projects.consultEnd' || verb === 'projects.approveEnd' ? 'projectTermination' : 'project'
  if (table === 'project')
    return office.db.selectFrom('project').select(['id', 'version']).where('id', '=', project).executeTakeFirstOrThrow()
  return office.db.selectFrom('projectTermination').select(['id', 'version']).where('project', '=', project).executeTakeFirstOrThrow()
}

/** Papers begun by hand before a step, and those of a step that stay inside the office. */
const begins = ({ script }: Case, { key }: Deed): readonly string[] => {
  if (key === 'tell') return ['planNotice']
  return key === 'issue' ? [...(script.decision ? ['auditDecision'] : []), ...(script.transfer ? ['transferLetter'] : [])] : []
}
const inside: Readonly<Partial<Record<string, readonly string[]>>> = {
  team: ['teamList'],
  plan: ['implementationPlan'],
  enter: ['entryRecord'],
  report: ['teamReport'],
  adopt: ['adoptionStatement'],
  review: ['reviewOpinion'],
  adjudicate: ['adjudicationOpinion'],
  meet: ['businessMinutes'],
  brief: ['feedbackRecord'],
}

/** One deed with what belongs to it: the papers completed before, the step, its own papers fixed, what was found in the field. */
async function does(stage: Stage, about: Case, deed: Deed): Promise<void> {
  const { project, script } = about
  const { key, on } = deed
  const write = async () =>
    completeDrafts(stage, project, {
      on,
      scene: await sceneOf(stage.office.db, project, { entryOn: onDay('enter', about) }),
    })
  for (const kind of begins(about, deed)) await beginPaper(stage, project, { kind, on })
  await write()
  const consulted = key === 'consultEnd' ? { consulted: [{ ...texts.consulted, on }] } : {}
  const files = deed.verb === 'projects.serve' ? [signedReceipt(projectNumber(about))] : []
  const input = { ...(await targetOf(stage, project, deed)), ...deed.input, ...consulted }
  await onThatDay(stage, on, { verb: deed.verb, actor: handOf(deed.by), input, files })
  await write()
  await finishPapers(stage, project, { kinds: inside[key] ?? [], on })
  const found = { project, number: projectNumber(about), subject: about.subject, on, order: about.number }
  if (key === 'begin') await findThrough(stage, { ...found, count: script.problems ?? usual })
  if (key === 'serve.decision' && script.until === key) await disputed(stage, project, about.subject.official)
}

/** The official objects to the report, and the unit seeks a ruling on the decision. */
async function disputed(doors: Doors, id: string, official: string): Promise<void> {
  const today = doors.office.clock.today()
  const found = await doors.office.db.selectFrom('finding').select('id').where('project', '=', id).orderBy('number').limit(1).execute()
  const about = { id, official, text: texts.objection, findings: found.map((each) => each.id) }
  const objecting = { verb: 'projects.raise', actor: handOf('committee'), input: about }
  await onThatDay(doors, addDays(today, -2), objecting)
  const remedy = { id, route: 'ruling', requestedOn: addDays(today, -1), body: texts.government, reason: texts.remedy }
  await onThatDay(doors, addDays(today, -1), { verb: 'projects.remedy', actor: handOf('clerk'), input: remedy })
}

async function cast(read: Reader, today: Day): Promise<Omit<Case, 'project'>[]> {
  const subjects = await heads(read)
  const taken = new Set<string>()
  return caseScripts.flatMap((script, number) => {
    const subject = castFor(script, subjects, taken)
    if (!subject) return []
    taken.add(subject.unit)
    return [{ script, number, subject, today }]
  })
}

/** Running projects of the city, one in each telling state: opened and led on through their own doors, day by day, so that numbers follow the days. */
export async function runningCases(stage: Stage): Promise<void> {
  const cases = await cast(stage.office.db, stage.office.clock.today())
  const opened: Case[] = []
  for (const each of cases.toSorted((one, other) => (openedOn(one) < openedOn(other) ? -1 : 1))) opened.push(await open(stage, each))
  const deeds = opened.flatMap((about) =>
    deedsOf({ ...about, official: about.subject.official, unit: about.subject.unit }).map((deed) => ({ about, deed })),
  )
  for (const { about, deed } of deeds.toSorted((one, other) => (one.deed.on < other.deed.on ? -1 : one.deed.on > other.deed.on ? 1 : 0)))
    await does(stage, about, deed)
}
