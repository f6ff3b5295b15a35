import { readFileSync } from 'node:fs'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { standingOf } from '../../access.ts'
import { townFindings } from '../../audit/findings/samples.ts'
import { townAudits, townOfficials, townTenures, townUnits } from '../../audit/projects/samples.ts'
import { townRectification } from '../../audit/rectification/samples.ts'
import { contracts } from '../../house.ts'
import type { Contract } from '../../kernel/contract.ts'
import { newId } from '../../platform/id.ts'
import { type TestHouse, testHouse } from '../../platform/testing/house.ts'
import { mayKnow as mayHear } from '../../platform/wall/know.ts'
import { Role } from '../identity/model.ts'
import { auditSide, authorities, rolesOf } from '../identity/policy/organs.ts'
import { roleMay } from '../identity/policy/policy.ts'
import type { ShareGrant } from './model.ts'
import { addGrant } from './store.ts'

/** Words that stand in nothing but the case at hand, and the name of nobody but its official. */
const caseMark = '密案甲'
const personMark = '隐名甲'
const groups: Readonly<Record<string, readonly Role[]>> = {
  all: Role.options,
  audit: rolesOf(...auditSide),
  members: rolesOf(...authorities).filter((role) => !rolesOf(...auditSide).includes(role)),
  parties: ['unitStaff', 'official'],
  admins: ['systemAdmin', 'securityAdmin', 'auditAdmin'],
  open: [],
}
type Line = { kind: string; name: string; open: boolean; roles: ReadonlySet<Role>; shows: string }
const lineOf = (text: string): Line => {
  const [head = '', who = '', shows = ''] = text.split('|').map((part) => part.trim())
  const [kind = '', name = ''] = head.split(' ')
  const words = who.split(' ').filter(Boolean)
  return { kind, name, shows, open: words.includes('open'), roles: new Set(words.flatMap((word) => groups[word] ?? [Role.parse(word)])) }
}
const table = readFileSync('src/office/sharing/matrix.txt', 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '' && !line.startsWith('#'))
  .map(lineOf)
const byName = new Map(table.map((line) => [line.name, line]))

/** The line a new contract would have by the policy as it stands: to be read against the policy text, then added. */
function proposed(contract: Contract): string {
  const may = Role.options.filter((role) => roleMay(role, contract))
  const whole = ['all', 'audit', 'members', 'parties', 'admins'].reduce<{ words: string[]; left: readonly Role[] }>(
    ({ words, left }, name) => {
      const all = groups[name] ?? []
      return all.every((role) => left.includes(role))
        ? { words: [...words, name], left: left.filter((role) => !all.includes(role)) }
        : { words, left }
    },
    { words: [], left: may },
  )
  return `${contract.kind} ${contract.name} | ${contract.open ? 'open' : [...whole.words, ...whole.left].join(' ')} |`
}

test('every contract has its line in the hand-written table, and no line is left without one', () => {
  expect(contracts.filter(({ name, kind }) => byName.get(name)?.kind !== kind).map(proposed)).toEqual([])
  expect(table.filter(({ name }) => !contracts.some((contract) => contract.name === name)).map(({ name }) => name)).toEqual([])
})

test('each role may call exactly what the table says', () => {
  const wrong = contracts.flatMap((contract) =>
    Role.options
      .filter(
        (role) => !contract.open && byName.has(contract.name) && roleMay(role, contract) !== byName.get(contract.name)?.roles.has(role),
      )
      .map((role) => `${contract.name} ${role}`),
  )
  expect(wrong).toEqual([])
  expect(
    contracts
      .filter((contract) => byName.has(contract.name) && (contract.open === true) !== byName.get(contract.name)?.open)
      .map(({ name }) => name),
  ).toEqual([])
})

let house: TestHouse
const ids: Record<string, string> = {}
const today = '2025-11-20'
const scenarios = ['own', 'far', 'shared', 'expired', 'recused', 'party'] as const
type Scenario = (typeof scenarios)[number]
const isAudit = (role: Role) => rolesOf(...auditSide).includes(role)
const isParty = (role: Role) => role === 'unitStaff' || role === 'official'
const farFrom = (role: Role, scenario: Scenario) =>
  scenario === 'far' || (isAudit(role) && (scenario === 'shared' || scenario === 'expired'))

const actorOf = (role: Role, scenario: Scenario) => ({
  account: `${scenario}-${role}`,
  name: '试验账号',
  role,
  jurisdiction: farFrom(role, scenario) ? '880100' : '990100',
  unitId: scenario === 'party' && role === 'unitStaff' ? (ids.unit ?? null) : null,
  officialId: scenario === 'party' && role === 'official' ? (ids.official ?? null) : null,
})

/** The policy text, in one place: who may know the case and its official in which situation. */
function mayKnow(role: Role, scenario: Scenario): { case: boolean; person: boolean | 'either' } {
  if (scenario === 'party') return { case: true, person: 'either' }
  if (scenario === 'recused' || scenario === 'far') return { case: false, person: false }
  const authority = rolesOf(...authorities).includes(role)
  if (scenario === 'shared') return { case: authority, person: isAudit(role) ? 'either' : authority }
  if (scenario === 'expired') return { case: false, person: authority && !isAudit(role) }
  return { case: isAudit(role), person: authority }
}

async function shareWith(role: Role, scenario: 'shared' | 'expired', over: Partial<ShareGrant> = {}): Promise<void> {
  const { organ } = standingOf({ role, jurisdiction: '*' })
  const { account, jurisdiction } = actorOf(role, scenario)
  const grant: ShareGrant = {
    ...{
      id: newId(),
      kind: 'project',
      record: ids.project ?? '',
      label: '共享',
      organ: organ as ShareGrant['organ'],
      jurisdiction,
      unit: null,
      account,
    },
    ...{
      fields: ['facts', 'amounts', 'responsibility', 'rectification', 'report'],
      ceiling: 'workSecret',
      purpose: '试验',
      legalBasis: '试验',
      issued: false,
    },
    ...{ ownerOrgan: 'auditOffice', ownerJurisdiction: '990100', startsOn: '2025-01-01' as ShareGrant['startsOn'] },
    until: (scenario === 'shared' ? '2025-12-31' : '2025-06-30') as ShareGrant['until'],
    ...{
      state: 'given',
      givenBy: 'a',
      givenAt: '2025-01-01T00:00:00Z',
      settledBy: 'b',
      settledAt: '2025-01-01T00:00:00Z',
      reason: null,
      version: 1,
    },
  }
  await house.db.transaction().execute((tx) => addGrant(tx, { ...grant, ...over }))
}

beforeAll(async () => {
  house = await testHouse({ at: `${today}T02:00:00Z` })
  const books = {
    units: townUnits,
    officials: townOfficials,
    tenures: townTenures,
    audits: townAudits,
    findings: townFindings,
    rectification: townRectification,
  }
  for (const [what, bytes] of Object.entries(books)) await house.upload('intake.run', [{ name: `${what}.csv`, bytes }], { what })
  await house.upload('intake.run', [{ name: '报告.txt', bytes: `${caseMark}报告\n第一段\n` }], { what: 'reports' })
  const { db } = house
  const finding = await db.selectFrom('finding').selectAll().where('number', '=', 'F-25-031').executeTakeFirstOrThrow()
  const item = await db.selectFrom('rectification').select('id').where('finding', '=', finding.id).executeTakeFirstOrThrow()
  const paper = await db.selectFrom('document').select('id').executeTakeFirstOrThrow()
  const official = await db.selectFrom('official').select('id').where('number', '=', 'LJ0001').executeTakeFirstOrThrow()
  Object.assign(ids, {
    finding: finding.id,
    project: finding.project,
    unit: finding.unit,
    document: paper.id,
    official: official.id,
    rectification: item.id,
  })
  await db
    .updateTable('project')
    .set({ title: `${caseMark}项目`, document: paper.id })
    .where('id', '=', finding.project)
    .execute()
  await db
    .updateTable('finding')
    .set({ title: `${caseMark}问题`, facts: `${caseMark}事实`, document: paper.id })
    .where('project', '=', finding.project)
    .execute()
  await db
    .updateTable('document')
    .set({ title: `${caseMark}报告` })
    .execute()
  await db.updateTable('official').set({ name: personMark }).where('number', '=', 'LJ0001').execute()
  for (const role of rolesOf(...authorities)) for (const scenario of ['shared', 'expired'] as const) await shareWith(role, scenario)
  for (const role of Role.options) {
    const recusal = {
      account: `recused-${role}`,
      kind: 'official' as const,
      subject: official.id,
      ground: 'kin' as const,
      note: '',
      decidedBy: 'd',
      until: null,
    }
    await db
      .insertInto('recusal')
      .values({ ...recusal, id: newId(), decidedOn: '2025-01-01' as never, jurisdiction: '990100', version: 1 })
      .execute()
  }
}, 120_000)
afterAll(() => house.close())

const idOf = (room: string) =>
  ({
    findings: ids.finding,
    rectification: ids.rectification,
    reports: ids.document,
    auditees: ids.official,
    portrait: ids.official,
    places: ids.unit,
  })[room] ?? ids.project
/** Something to ask with: the case at hand wherever a record is named. */
function inputFor({ name }: Pick<Contract, 'name'>): Record<string, unknown> {
  const [room = ''] = name.split('.')
  return {
    ...{
      id: idOf(room),
      project: ids.project,
      finding: ids.finding,
      unit: ids.unit,
      document: ids.document,
      official: ids.official,
      record: ids.project,
    },
    ...{
      kind: 'project',
      q: '密案',
      keyword: '隐名',
      subject: `official:${ids.official}`,
      purpose: 'audit',
      reason: '试验查看材料',
      as: 'list',
      limit: 500,
    },
    ...{
      what: 'units',
      account: 'own-clerk',
      year: 2025,
      rule: 'notice.entry',
      from: today,
      plan: ids.project,
      tenure: ids.project,
      list: 'duty',
    },
    ...{
      version: 1,
      text: '试验说明一段文字',
      plan: '试验说明一段文字',
      claimed: 'done',
      recognised: 'done',
      dueOn: '2026-12-31',
      on: today,
    },
  }
}
/** Only what the contract takes, so that filters of the same name elsewhere stay out of it; `kind` means other things in other rooms. */
function asked(contract: Contract): Record<string, unknown> {
  const shape =
    'shape' in contract.input ? (contract.input.shape as Record<string, { safeParse(value: unknown): { success: boolean } }>) : {}
  const given = inputFor(contract)
  const named = ['q', 'keyword', 'limit', 'reason', 'as']
  return Object.fromEntries(
    Object.entries(shape).flatMap(([key, schema]) => {
      const wanted =
        !schema.safeParse(undefined).success || named.includes(key) || (key === 'purpose' && contract.name.startsWith('portrait.'))
      return wanted && given[key] !== undefined && schema.safeParse(given[key]).success ? [[key, given[key]]] : []
    }),
  )
}

async function textOf(answer: { response: Response; body: unknown }): Promise<string> {
  if (answer.body !== null) return JSON.stringify(answer.body)
  const bytes = new Uint8Array(await answer.response.clone().arrayBuffer())
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return new TextDecoder().decode(bytes)
  return Object.values(unzipSync(bytes))
    .map((part) => new TextDecoder().decode(part))
    .join('\n')
}

type Told = { status: number; case: boolean; person: boolean }
async function tell(contract: Contract, role: Role, scenario: Scenario): Promise<Told> {
  const who = { ...actorOf(role, scenario), seat: null }
  const answer =
    contract.kind === 'ask' ? await house.ask(contract.name, asked(contract), who) : await house.act(contract.name, asked(contract), who)
  const text = await textOf(answer)
  return { status: answer.status, case: text.includes(caseMark), person: text.includes(personMark) }
}

const asks = contracts.filter(({ kind, open }) => kind === 'ask' && !open)
/** One role for each organ stands for all of its roles where only what is known can differ. */
const oneOfEach = Role.options.filter(
  (role, at) =>
    Role.options.findIndex(
      (other) => standingOf({ role: other, jurisdiction: '*' }).organ === standingOf({ role, jurisdiction: '*' }).organ,
    ) === at,
)

describe.each(scenarios)('%s', (scenario) => {
  test('no answer shows the case or its official to anybody who may not know them, and none is kept from who may', async () => {
    const troubles: string[] = []
    for (const contract of asks) {
      const line = byName.get(contract.name)
      for (const role of Role.options.filter(
        (each) =>
          line?.roles.has(each) &&
          (scenario === 'own' || (scenario === 'party' ? isParty(each) : oneOfEach.includes(each) || isParty(each))),
      )) {
        const told = await tell(contract, role, scenario)
        const may = mayKnow(role, scenario)
        const at = `${scenario} ${role} ${contract.name} (${told.status})`
        if (told.status >= 500) troubles.push(`${at}: broke`)
        if (told.case && !may.case) troubles.push(`${at}: LEAKS the case`)
        if (told.person && may.person === false && !may.case) troubles.push(`${at}: LEAKS the official`)
        if (line?.shows === 'case' && may.case && !told.case) troubles.push(`${at}: keeps the case from who may know it`)
        if (line?.shows === 'person' && may.person === true && !told.person)
          troubles.push(`${at}: keeps the official from who may know him`)
      }
    }
    expect(troubles).toEqual([])
  }, 120_000)
})

test.each(['far', 'shared', 'expired', 'recused'] as const)(
  'an act that would be valid is not taken by who may not take it: %s',
  async (scenario) => {
    const steps = contracts.filter(
      (contract) =>
        contract.kind === 'act' && /^(rectification|projects)\./.test(contract.name) && contract.input.safeParse(asked(contract)).success,
    )
    expect(steps.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['rectification.recognise', 'rectification.extend', 'projects.enter', 'projects.hear', 'projects.report']),
    )
    const before = await house.db.selectFrom('rectification').selectAll().execute()
    for (const contract of steps) {
      const role = Role.options.find((each) => isAudit(each) && byName.get(contract.name)?.roles.has(each))
      if (!role) continue
      const { body, status } = await house.act(contract.name, asked(contract), { ...actorOf(role, scenario), seat: null })
      const code = scenario === 'expired' ? 'grantExpired' : 'notFound'
      expect([contract.name, status, body]).toMatchObject([contract.name, expect.any(Number), { code }])
    }
    expect(await house.db.selectFrom('rectification').selectAll().execute()).toEqual(before)
  },
)

/** Questions the case at hand cannot be asked through: what each would have to be given. Their records hang on tables tried above. */
const needMore: Readonly<Record<string, readonly string[]>> = {
  'an account that is kept': ['identity.mine', 'identity.account'],
  'a checkpoint': ['trail.checkpointOne', 'trail.checkpointFile'],
  'a record with a level': ['custody.level'],
  'an issued paper, its receipt or its series': [
    ...['documents.one', 'documents.file', 'documents.compare', 'documents.proof', 'documents.numbers'],
  ],
  'an import': ['intake.batch'],
  'a correction': ['findings.correction'],
  'a list, cases or a report': ['risks.one', 'risks.version'],
  'a mention': ['links.one'],
  'a regulation, a version or a provision': [...['regulations.one', 'regulations.provision', 'regulations.compare', 'regulations.citedBy']],
  'a plan, an item or a letter of it': [
    ...['planning.plan', 'planning.run', 'planning.why', 'planning.bring', 'planning.conflicts', 'planning.compare', 'planning.letter'],
    ...['planning.document', 'planning.export', 'planning.calendar', 'planning.course', 'planning.horizon', 'planning.alignment'],
  ],
  'a lead': ['leads.one', 'leads.letter'],
  'a request, an evidence or a working paper': [
    ...['fieldwork.exportList', 'fieldwork.alike', 'fieldwork.request', 'fieldwork.answerFile', 'fieldwork.evidence'],
    ...['fieldwork.evidenceFile', 'fieldwork.paper'],
  ],
}
test('a question that finds nothing to show is named, not passed over', async () => {
  const untried: string[] = []
  for (const contract of asks) {
    const role = Role.options.find((each) => byName.get(contract.name)?.roles.has(each))
    if (role && [400, 404].includes((await tell(contract, role, 'own')).status)) untried.push(contract.name)
  }
  expect(untried.sort()).toEqual(Object.values(needMore).flat().sort())
}, 120_000)

test('an event reaches those alone who may know the record it is about', async () => {
  for (const scenario of scenarios)
    for (const role of scenario === 'party' ? (['unitStaff', 'official'] as const) : oneOfEach)
      for (const record of [`project:${ids.project}`, `finding:${ids.finding}`]) {
        const hears = await mayHear(house.office, { ...actorOf(role, scenario), seat: null }, record)
        expect([scenario, role, record, hears]).toEqual([scenario, role, record, mayKnow(role, scenario).case])
      }
})

test('what a share leaves out is neither sorted by nor filtered by', async () => {
  const projects = await house.db.selectFrom('project').select('id').execute()
  for (const { id } of projects) await shareWith('finance', 'shared', { id: newId(), record: id, account: 'masked', fields: ['facts'] })
  const masked = { ...actorOf('finance', 'shared'), account: 'masked', seat: null }
  const listed = async (input: Record<string, unknown>, who: object = masked) =>
    (await house.ask('findings.list', input, who)).body as { total: number; rows: { number: string; money: unknown[] }[] }
  const up = await listed({ sort: 'breach', limit: 500 })
  const down = await listed({ sort: '-breach', limit: 500 })
  expect(up.rows.length).toBeGreaterThan(1)
  expect(up.rows.flatMap(({ money }) => money)).toEqual([])
  expect(down.rows.map(({ number }) => number)).toEqual(up.rows.map(({ number }) => number))
  expect((await listed({ moneyFrom: 0.01 })).total).toBe(0)
  expect((await listed({ moneyFrom: 0.01 }, actorOf('clerk', 'own'))).total).toBeGreaterThan(0)
})

test('an act tried on a case from another place says nothing of it', async () => {
  const troubles: string[] = []
  const acts = contracts.filter(({ kind, open, name }) => kind === 'act' && !open && !/^(identity|trail|intake|custody)\./.test(name))
  for (const contract of acts) {
    const role = Role.options.find((each) => byName.get(contract.name)?.roles.has(each))
    if (!role) continue
    const told = await tell(contract, role, 'far')
    if (told.case || told.person || told.status >= 500) troubles.push(`${role} ${contract.name} (${told.status})`)
  }
  expect(troubles).toEqual([])
})

test('totals, and the counts of a search, are those of the rows one may know', async () => {
  for (const name of ['projects.list', 'findings.list', 'rectification.list', 'reports.list']) {
    const answer = await house.ask(name, {}, actorOf('clerk', 'far'))
    expect([name, answer.body]).toMatchObject([name, { total: 0, rows: [] }])
  }
  const found = async (role: Role, scenario: Scenario) =>
    (await house.ask('search.find', { q: '密案' }, actorOf(role, scenario))).body as {
      total: number
      kinds: unknown[]
      unsearchable: unknown[]
    }
  expect(await found('clerk', 'far')).toMatchObject({ total: 0, kinds: [], unsearchable: [] })
  expect(await found('clerk', 'recused')).toMatchObject({ total: 0, kinds: [] })
  expect(await found('organisation', 'expired')).toMatchObject({ total: 0, kinds: [] })
  expect(await found('organisation', 'shared')).toMatchObject({ total: 1 })
})

test('a share that lapsed is refused with a sentence; what never was shared is simply not there', async () => {
  for (const role of ['organisation', 'discipline', 'congress'] as const) {
    expect((await house.ask('findings.one', { id: ids.finding }, actorOf(role, 'expired'))).body).toMatchObject({ code: 'grantExpired' })
    expect((await house.ask('findings.one', { id: ids.finding }, actorOf(role, 'own'))).status).toBe(404)
  }
})
