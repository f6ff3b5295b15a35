import { sql } from 'kysely'
import { standingOf } from '../../../access.ts'
import { Role } from '../../../office/identity/model.ts'
import { leadReaders } from '../../../office/identity/policy/leads.ts'
import { auditSide, authorities, rolesOf } from '../../../office/identity/policy/organs.ts'
import { accountRow } from '../../../office/identity/store.ts'
import type { ShareGrant } from '../../../office/sharing/model.ts'
import { addGrant } from '../../../office/sharing/store.ts'
import type { Tables } from '../../../tables.ts'
import type { Actor } from '../../actor.ts'
import { newId } from '../../id.ts'
import type { TestHouse } from '../house.ts'

export const scenarios = ['own', 'far', 'shared', 'expired', 'recused', 'party'] as const
/** own place; another place; another organ or place with a running share; with one that lapsed; recused; the audited themselves. */
export type Scenario = (typeof scenarios)[number]

/** Words that stand in nothing but records of one kind, so that an answer shows which kinds of record it tells of. */
export const marks = {
  case: '密案甲',
  inner: '内档甲',
  due: '权利甲',
  paper: '文书甲',
  request: '调阅甲',
  lead: '线索甲',
  person: '隐名甲',
} as const
export type Mark = keyof typeof marks
const marked: readonly { [T in keyof Tables]: { table: T; column: keyof Tables[T] & string; mark: Mark } }[keyof Tables][] = [
  { table: 'project', column: 'title', mark: 'case' },
  { table: 'finding', column: 'title', mark: 'case' },
  { table: 'finding', column: 'facts', mark: 'case' },
  { table: 'evidence', column: 'title', mark: 'inner' },
  { table: 'workingPaper', column: 'matter', mark: 'inner' },
  { table: 'fieldTask', column: 'title', mark: 'inner' },
  { table: 'keyDecision', column: 'matter', mark: 'inner' },
  { table: 'projectDraft', column: 'number', mark: 'due' },
  { table: 'issuedPaper', column: 'title', mark: 'paper' },
  { table: 'materialRequest', column: 'name', mark: 'request' },
]

const isAudit = (role: Role) => rolesOf(...auditSide).includes(role)
const isAuthority = (role: Role) => rolesOf(...authorities).includes(role)
const isParty = (role: Role) => role === 'unitStaff' || role === 'official'

/**
 * The policy text, in one place: which kinds of record a role may know of in a situation. `either`: what else he knows decides,
 * such as an official named in what was shared with him.
 */
export function mayKnow(role: Role, scenario: Scenario): Readonly<Record<Mark, boolean | 'either'>> {
  const none = { case: false, inner: false, due: false, paper: false, request: false, lead: false, person: false } as const
  if (scenario === 'recused' || scenario === 'far') return none
  if (scenario === 'party')
    return isParty(role) ? { ...none, case: true, due: true, person: 'either', request: role === 'unitStaff' } : none
  const asks = role === 'patrol' || role === 'organisation'
  const lead = leadReaders.includes(role) ? 'either' : false
  if (isAudit(role)) {
    if (scenario === 'own') return { case: true, inner: true, due: true, paper: true, request: true, lead, person: true }
    return scenario === 'shared' ? { ...none, case: true, person: 'either' } : none
  }
  if (!isAuthority(role)) return none
  return { ...none, case: scenario === 'shared', request: asks, lead, person: true }
}

export const organOf = (role: Role) => standingOf({ role, jurisdiction: '*' }).organ
/** One role for each organ stands for all of its roles where only what is known can differ. */
export const oneOfEach = Role.options.filter((role, at) => Role.options.findIndex((other) => organOf(other) === organOf(role)) === at)

export type World = { house: TestHouse; ids: Readonly<Record<string, string>>; actorOf(role: Role, scenario: Scenario): Actor }

const farFrom = (role: Role, scenario: Scenario) =>
  scenario === 'far' || (isAudit(role) && (scenario === 'shared' || scenario === 'expired'))

/** The two cases at hand, both of one official: one whose report is out, one in the midst of its fieldwork. */
async function casesOf({ db }: TestHouse) {
  const official = await db.selectFrom('official').select('id').where('number', '=', 'LJ0001').executeTakeFirstOrThrow()
  const all = await db
    .selectFrom('project')
    .innerJoin('projectSubject', 'projectSubject.project', 'project.id')
    .selectAll('project')
    .where('projectSubject.official', '=', official.id)
    .orderBy('project.year', 'desc')
    .execute()
  const ids = all.map(({ id }) => id)
  const told = await db.selectFrom('finding').select(['project', 'document']).where('project', 'in', ids).orderBy('document').execute()
  const done = all.find(({ id, reportedOn }) => reportedOn !== null && told.some(({ project }) => project === id))
  const running = all.find(({ state }) => state === 'fieldwork')
  if (!done || !running) throw new Error(`the city has no case to try: ${JSON.stringify([all, told])}`)
  const own = told.find(({ project }) => project === done.id)?.document
  const { id: document } = await db
    .selectFrom('document')
    .select('id')
    .$if(Boolean(own), (query) => query.where('id', '=', own ?? ''))
    .executeTakeFirstOrThrow()
  return { official: official.id, document, done, running, all: ids }
}
type Cases = Awaited<ReturnType<typeof casesOf>>

async function writeMarks({ db }: TestHouse, { official, document, done, all }: Cases): Promise<void> {
  for (const { table, column, mark } of marked) {
    const of = table === 'project' ? 'id' : 'project'
    for (const each of all)
      await db
        .updateTable(table)
        .set(column, `${marks[mark]}${column}${each.slice(-6)}`)
        .where(of, '=', each)
        .execute()
  }
  await db
    .updateTable('document')
    .set({ title: `${marks.case}报告` })
    .where('id', '=', document)
    .execute()
  await db
    .updateTable('documentText')
    .set({ text: sql<string>`${marks.case} || substr(text, 4)`, folded: sql<string>`${marks.case} || substr(folded, 4)` })
    .where('document', '=', document)
    .execute()
  await db.updateTable('project').set({ document }).where('id', '=', done.id).execute()
  await db
    .updateTable('lead')
    .set({ title: `${marks.lead}线索` })
    .where('official', '=', official)
    .execute()
  const letters = await db
    .selectFrom('leadPaper')
    .innerJoin('lead', 'lead.id', 'leadPaper.lead')
    .where('lead.official', '=', official)
    .select(['lead', 'sha256', 'size', 'madeOn as givenOn'])
    .execute()
  await db
    .insertInto('leadExhibit')
    .values(letters.map((file) => ({ id: newId(), evidence: newId(), name: marks.lead, ...file })))
    .execute()
  await db.updateTable('official').set({ name: marks.person }).where('id', '=', official).execute()
}

/** A share with this role's organ, of every field of a case. */
export function grantTo(
  role: Role,
  { scenario, record, place }: { scenario: 'shared' | 'expired'; record: string; place: string },
): ShareGrant {
  const organ = organOf(role)
  return {
    ...{ id: newId(), kind: 'project', record, label: '共享', organ: organ as ShareGrant['organ'], jurisdiction: place },
    ...{ unit: null, account: `${scenario}-${role}`, fields: ['facts', 'amounts', 'responsibility', 'rectification', 'report'] },
    ...{
      ceiling: 'workSecret',
      purpose: '试验',
      legalBasis: '试验',
      issued: false,
      ownerOrgan: 'auditOffice',
      ownerJurisdiction: '990100',
    },
    ...{ startsOn: '2025-01-01' as ShareGrant['startsOn'] },
    until: (scenario === 'shared' ? '2026-12-31' : '2025-06-30') as ShareGrant['until'],
    ...{ state: 'given', givenBy: 'a', givenAt: '2025-01-01T00:00:00Z', settledBy: 'b', settledAt: '2025-01-01T00:00:00Z' },
    ...{ reason: null, version: 1 },
  }
}

/** Everybody shares, was let know once, or is recused, each under an account of his own; what the city itself shared is taken back. */
async function standings({ db }: TestHouse, { official, all }: Cases, actorOf: World['actorOf']): Promise<void> {
  await db.deleteFrom('shareGrant').execute()
  await db.deleteFrom('recusal').execute()
  await db.transaction().execute(async (tx) => {
    for (const role of rolesOf(...authorities))
      for (const scenario of ['shared', 'expired'] as const)
        for (const record of all) await addGrant(tx, grantTo(role, { scenario, record, place: actorOf(role, scenario).jurisdiction }))
  })
  const kin = { kind: 'official' as const, subject: official, ground: 'kin' as const, note: '', decidedBy: 'd', until: null }
  const recusals = Role.options.map((role) => ({ ...kin, id: newId(), account: `recused-${role}` }))
  const from = { decidedOn: '2025-01-01' as ShareGrant['startsOn'], jurisdiction: '990100', version: 1 }
  await db
    .insertInto('recusal')
    .values(recusals.map((each) => ({ ...each, ...from })))
    .execute()
  const row = await accountRow({ account: 'x', name: '试验账号', demo: false }, { password: 'brook-and-willow-7', now: '2025-01-01' })
  const accounts = Role.options.flatMap((role) => scenarios.map((scenario) => `${scenario}-${role}`))
  await db
    .insertInto('account')
    .values(accounts.map((account) => ({ ...row, account, person: account })))
    .execute()
}

/** The fictional city of this house with two cases of one official marked through and through, and somebody of each role in each situation. */
export async function openWorld(house: TestHouse): Promise<World> {
  const cases = await casesOf(house)
  const { official, document, done, running } = cases
  const ids = {
    ...{ official, project: done.id, running: running.id, unit: done.unit, document },
  }
  const actorOf = (role: Role, scenario: Scenario): Actor => ({
    ...{ account: `${scenario}-${role}`, name: '试验账号', role, seat: null },
    jurisdiction: farFrom(role, scenario) ? '880100' : '990100',
    unitId: scenario === 'party' && role === 'unitStaff' ? done.unit : null,
    officialId: scenario === 'party' && role === 'official' ? official : null,
  })
  await writeMarks(house, cases)
  await standings(house, cases, actorOf)
  return { house, ids, actorOf }
}
