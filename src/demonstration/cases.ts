import { z } from 'zod'
import { addDays, type Day } from '../kernel/day.ts'
import type { Reader } from '../platform/db.ts'
import type { Actor, Office } from '../platform/desk.ts'
import { knock } from '../platform/knock.ts'
import type { Handler } from '../platform/serve.ts'
import { demoAccounts } from './accounts.words.ts'
import { type CaseScript, caseScripts, texts } from './cases.words.ts'
import { type Deed, deedsOf } from './deeds.ts'
import { demoCity, demoCodes } from './place.ts'

type Doors = { office: Office; handlers: readonly Handler[] }
const Made = z.object({ id: z.uuid() })

/** The hand of a demonstration login, sitting in its first seat. */
function handOf(account: string, officialId: string | null = null): Actor {
  const found = demoAccounts.find((each) => each.account === account)
  const role = found?.seats[0]?.role ?? 'clerk'
  return { account, name: found?.name ?? account, role, jurisdiction: demoCity, unitId: null, officialId, seat: null }
}

/** Somebody does something on an earlier day; the trail keeps the moment it is entered. */
const onThatDay = ({ office, handlers }: Doors, on: Day, asked: { verb: string; actor: Actor; input: unknown }) =>
  knock({ ...office, clock: { now: office.clock.now, today: () => on } }, handlers, asked)

type Subject = { official: string; number: string; unit: string; kind: string }
/** Heads of units of the city in office, one a unit, in the order of their numbers. */
const heads = (read: Reader): Promise<Subject[]> =>
  read
    .selectFrom('tenure')
    .innerJoin('official', 'official.id', 'tenure.official')
    .innerJoin('unit', 'unit.id', 'tenure.unit')
    .select(['official.id as official', 'official.number', 'unit.id as unit', 'unit.category as kind'])
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

/** Which record a deed is about: the project, or the termination under way in it. */
async function targetOf({ office }: Doors, project: string, { verb }: Deed): Promise<{ id: string; version: number }> {
  const table = verb === 'projects.consultEnd' || verb === 'projects.approveEnd' ? 'projectTermination' : 'project'
  if (table === 'project')
    return office.db.selectFrom('project').select(['id', 'version']).where('id', '=', project).executeTakeFirstOrThrow()
  return office.db.selectFrom('projectTermination').select(['id', 'version']).where('project', '=', project).executeTakeFirstOrThrow()
}

async function play(doors: Doors, { official, unit }: Subject, { script, number }: { script: CaseScript; number: number }): Promise<void> {
  const today = doors.office.clock.today()
  const joint = script.jointRef ? { jointMode: 'synchronous', jointRef: script.jointRef } : {}
  const input = {
    ...{ kind: number % 3 === 0 ? 'departure' : 'inOffice', unit, subjects: [{ official }], year: Number(today.slice(0, 4)) },
    ...{ auditedBy: texts.auditedBy, track: script.track ?? 'standard', number: `LJ-${today.slice(0, 4)}-${200 + number}`, ...joint },
  }
  const { id } = Made.parse(await onThatDay(doors, addDays(today, -script.since), { verb: 'projects.open', actor: handOf('lead'), input }))
  for (const deed of deedsOf({ script, number, official, unit, today })) {
    const consulted = deed.key === 'consultEnd' ? { consulted: [{ ...texts.consulted, on: deed.on }] } : {}
    const target = await targetOf(doors, id, deed)
    await onThatDay(doors, deed.on, { verb: deed.verb, actor: handOf(deed.by), input: { ...target, ...deed.input, ...consulted } })
  }
  if (script.until === 'serve.decision') await disputed(doors, id, official)
}

/** The official objects to the report, and the unit seeks a ruling on the decision. */
async function disputed(doors: Doors, id: string, official: string): Promise<void> {
  const today = doors.office.clock.today()
  const objecting = { verb: 'projects.raise', actor: handOf('committee'), input: { id, official, text: texts.objection } }
  await onThatDay(doors, addDays(today, -2), objecting)
  const remedy = { id, route: 'ruling', requestedOn: addDays(today, -1), body: texts.government, reason: texts.remedy }
  await onThatDay(doors, addDays(today, -1), { verb: 'projects.remedy', actor: handOf('clerk'), input: remedy })
}

/** Running projects of the city, one in each telling state, opened and led on through their own doors. */
export async function runningCases(doors: Doors): Promise<void> {
  const subjects = await heads(doors.office.db)
  const taken = new Set<string>()
  for (const [number, script] of caseScripts.entries()) {
    const subject = castFor(script, subjects, taken)
    if (!subject) continue
    taken.add(subject.unit)
    await play(doors, subject, { script, number })
  }
}
