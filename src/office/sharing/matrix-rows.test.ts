import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contracts } from '../../house.ts'
import type { Contract } from '../../kernel/contract.ts'
import { cityHouse } from '../../platform/testing/city.ts'
import type { TestHouse } from '../../platform/testing/house.ts'
import { asked, ofCase, recordsOf, shapeOf, validInput } from '../../platform/testing/matrix/inputs.ts'
import { rowsIn } from '../../platform/testing/matrix/sheets.ts'
import { elsewhere } from '../../platform/testing/matrix/strangers.ts'
import { inputAbout } from '../../platform/testing/matrix/subjects.ts'
import { readMatrix, rolesFor } from '../../platform/testing/matrix/table.ts'
import { textOf, troublesIn } from '../../platform/testing/matrix/telling.ts'
import { somethingWaits } from '../../platform/testing/matrix/waiting.ts'
import {
  grantTo,
  marks,
  mayKnow,
  oneOfEach,
  openWorld,
  organOf,
  type Scenario,
  scenarios,
  type World,
} from '../../platform/testing/matrix/world.ts'
import { undone } from '../../platform/testing/undone.ts'
import { mayKnow as mayHear } from '../../platform/wall/know.ts'
import { Role } from '../identity/model.ts'
import { auditSide, type Organ } from '../identity/policy/organs.ts'
import { addGrant } from './store.ts'

const matrix = readMatrix()
let house: TestHouse
let world: World
let ids: Readonly<Record<string, string>>
beforeAll(async () => {
  house = await cityHouse()
  world = await openWorld(house)
  await house.chain()
  await house.act('trail.checkpoint', {}, { account: 'watch', role: 'auditAdmin', jurisdiction: '*' })
  const settings = { ceiling: 'workSecret', usual: 'internal', readingHours: 8, officialSeesReaders: true }
  await house.act('custody.saveSettings', settings, { account: 'guard', role: 'securityAdmin', jurisdiction: '*' })
  ids = await recordsOf(world)
  await somethingWaits(world, ids)
}, 240_000)
afterAll(() => house.close())

const asks = contracts.filter(({ kind, open }) => kind === 'ask' && !open)
const rolesIn = (scenario: Scenario): readonly Role[] => {
  if (scenario === 'own') return Role.options
  return scenario === 'party' ? ['unitStaff', 'official'] : [...new Set([...oneOfEach, 'unitStaff', 'official'] as const)]
}
async function tell(contract: Contract, role: Role, scenario: Scenario) {
  const answer = await house.ask(contract.name, asked(contract, ids), world.actorOf(role, scenario))
  return { contract, role, scenario, status: answer.status, text: await textOf(answer), shows: matrix.shows.get(contract.name) }
}

/** Questions that were answered, or refused for a reason that lies in the record: there was a record to ask about. */
const answered = new Set<string>()
/** Questions that a plan is solved or drawn for. */
const dear = /^planning\.(?:conflicts|why|bring|compare|plan|horizon|alignment)$/
/** Roles of one organ know the same rows: the first of them that may ask tries the files too, and what is dear to answer. */
const worthTrying = ({ name, gives }: Contract, role: Role) => {
  if (gives !== 'file' && !dear.test(name)) return true
  const may = rolesFor(matrix, name)
  return role === Role.options.find((each) => may.has(each) && organOf(each) === organOf(role))
}

describe.each(scenarios)('%s', (scenario) => {
  test('no answer tells of a record to anybody who may not know it, and none is kept from who may', async () => {
    const troubles: string[] = []
    for (const contract of asks)
      for (const role of rolesIn(scenario).filter((each) => rolesFor(matrix, contract.name).has(each) && worthTrying(contract, each))) {
        const told = await tell(contract, role, scenario)
        troubles.push(...troublesIn(told))
        if ([200, 409].includes(told.status) && scenario !== 'expired') answered.add(contract.name)
      }
    expect(troubles).toEqual([])
  }, 480_000)
})

test('every question has been asked of a record that is there', () => {
  expect(asks.filter(({ name }) => !answered.has(name)).map((contract) => [contract.name, asked(contract, ids)])).toEqual([])
})

test('an event reaches those alone who may know the record it is about', async () => {
  for (const scenario of scenarios)
    for (const role of scenario === 'party' ? (['unitStaff', 'official'] as const) : oneOfEach)
      for (const [record, mark] of [
        [`project:${ids.project}`, 'case'],
        [`finding:${ids.finding}`, 'case'],
        [`evidence:${ids.evidence}`, 'inner'],
        [`issuedPaper:${ids.paper}`, 'paper'],
      ] as const) {
        const hears = await mayHear(house.office, world.actorOf(role, scenario), record)
        expect([scenario, role, record, hears]).toEqual([scenario, role, record, mayKnow(role, scenario)[mark]])
      }
})

test('a leak would be seen: without its recusal, and with a share it never had, an account is reported', async () => {
  const finding = asks.find(({ name }) => name === 'findings.one')
  if (!finding) throw new Error('findings.one')
  const recused = { account: 'recused-clerk', subject: ids.official ?? '' }
  const kept = await house.db.deleteFrom('recusal').where('account', '=', recused.account).returningAll().execute()
  expect(troublesIn(await tell(finding, 'clerk', 'recused'))).toContainEqual(expect.stringContaining('LEAKS case'))
  await house.db.insertInto('recusal').values(kept).execute()
  expect(troublesIn(await tell(finding, 'clerk', 'recused'))).toEqual([])
  const grant = { ...grantTo('finance', { scenario: 'shared', record: ids.project ?? '', place: '990100' }), account: 'own-finance' }
  await house.db.transaction().execute((tx) => addGrant(tx, grant))
  expect(troublesIn(await tell(finding, 'finance', 'own'))).toContainEqual(expect.stringContaining('LEAKS case'))
  await house.db.deleteFrom('shareGrant').where('id', '=', grant.id).execute()
  expect(troublesIn(await tell(finding, 'finance', 'own'))).toEqual([])
})

type Listed = { total: number; rows: Record<string, unknown>[] }
const lists = asks.filter(
  (contract) =>
    'offset' in shapeOf(contract) &&
    'limit' in shapeOf(contract) &&
    contract.gives !== 'file' &&
    !/^(trail|identity)\./.test(contract.name),
)
/** Lists within one record, which are hidden whole or not at all; the search, tried below; registers that are nobody’s secret. */
const notCompared = ['custody.ownReaders', 'custody.readers'].concat(
  ['evidenceList', 'lists', 'papers', 'talks'].map((name) => `fieldwork.${name}`),
  ['places.jurisdictions', 'regulations.searchInside', 'search.find'],
)
const keyOf = (row: Record<string, unknown>) => String(row.id ?? row.number ?? JSON.stringify(row))
const sortsOf = (contract: Contract): readonly (string | undefined)[] => {
  const { sort } = shapeOf(contract)
  const known = ['number', 'name', 'title', 'state', 'breach', 'dueOn', 'audits', 'paperOn'].flatMap((key) => [key, `-${key}`])
  return [undefined, ...(sort ? known.filter((each) => sort.safeParse(each).success) : [])]
}

test('a hidden row shifts neither order nor pages: the list is the whole list with the hidden rows cut out, and its total is their number', async () => {
  const troubles: string[] = []
  const compared = new Set<string>()
  for (const contract of lists) {
    const role = Role.options.find((each) => rolesFor(matrix, contract.name).has(each)) ?? 'clerk'
    const listed = async (scenario: Scenario, over: object) => {
      const { q: _q, keyword: _keyword, ...plain } = asked({ ...contract, name: 'none.none' }, {})
      const { body, status } = await house.ask(contract.name, { ...plain, ...over }, world.actorOf(role, scenario))
      return status === 200 && typeof body === 'object' && body !== null && 'rows' in body ? (body as Listed) : null
    }
    for (const sort of sortsOf(contract)) {
      const by = sort ? { sort } : {}
      const whole = await listed('own', { ...by, limit: 500 })
      const cut = await listed('recused', { ...by, limit: 500 })
      if (!whole || !cut || whole.total > 500) continue
      compared.add(contract.name)
      const at = `${contract.name} ${sort ?? ''}`
      const kept = cut.rows.map(keyOf)
      if (cut.total !== cut.rows.length) troubles.push(`${at}: says ${cut.total}, shows ${cut.rows.length}`)
      if (
        whole.rows
          .map(keyOf)
          .filter((key) => kept.includes(key))
          .join() !== kept.join()
      )
        troubles.push(`${at}: another order`)
      const size = Math.max(1, Math.ceil(cut.total / 3))
      const pages: string[] = []
      for (let offset = 0; offset < cut.total; offset += size)
        pages.push(...((await listed('recused', { ...by, limit: size, offset }))?.rows ?? []).map(keyOf))
      if (pages.join() !== kept.join()) troubles.push(`${at}: pages do not join to the list`)
    }
  }
  expect(troubles).toEqual([])
  const left: string[] = lists.map(({ name }) => name).filter((name) => !compared.has(name))
  expect(left.toSorted()).toEqual(notCompared)
}, 240_000)

test('an export has no gap where a row is hidden, and holds as many rows as the list', async () => {
  for (const room of ['findings', 'projects', 'rectification', 'auditees', 'documents'])
    for (const scenario of ['own', 'recused', 'far'] as const) {
      const who = world.actorOf('clerk', scenario)
      const reason = room === 'auditees' ? { as: 'list', reason: '核对名单' } : {}
      const { response, status } = await house.ask(`${room}.export`, reason, who)
      expect([room, scenario, status]).toEqual([room, scenario, 200])
      const rows = rowsIn(new Uint8Array(await response.arrayBuffer()))
      const { total } = (await house.ask(`${room}.list`, { limit: 1 }, who)).body as Listed
      expect([room, scenario, rows.filter((row) => row.length === 0).length]).toEqual([room, scenario, 0])
      if (room !== 'auditees') expect([room, scenario, rows.length - 1]).toEqual([room, scenario, total])
      expect([room, scenario, JSON.stringify(rows).includes(marks.case) && scenario !== 'own']).toEqual([room, scenario, false])
    }
})

test('totals, and the counts of a search, are those of the rows one may know', async () => {
  for (const name of ['projects.list', 'findings.list', 'rectification.list', 'reports.list', 'documents.list'])
    expect([name, (await house.ask(name, {}, world.actorOf('clerk', 'far'))).body]).toMatchObject([name, { total: 0, rows: [] }])
  const found = async (role: Role, scenario: Scenario) =>
    (await house.ask('search.find', { q: marks.case }, world.actorOf(role, scenario))).body as {
      total: number
      kinds: unknown[]
      unsearchable: unknown[]
    }
  for (const [role, scenario] of [
    ['clerk', 'far'],
    ['clerk', 'recused'],
    ['organisation', 'expired'],
    ['finance', 'own'],
  ] as const)
    expect([role, scenario, await found(role, scenario)]).toMatchObject([role, scenario, { total: 0, kinds: [] }])
  expect((await found('organisation', 'shared')).total).toBeGreaterThan(0)
})

/** Suggestions while one types: each would tell of a hidden record by offering it. */
test('no suggestion offers what one may not know', async () => {
  const offered = async (name: string, input: object, role: Role, scenario: Scenario) =>
    JSON.stringify((await house.ask(name, input as Record<string, unknown>, world.actorOf(role, scenario))).body)
  const ask = { kind: 'project', q: marks.case }
  expect(await offered('sharing.find', ask, 'clerk', 'own')).toContain(marks.case)
  for (const scenario of ['far', 'recused'] as const) {
    expect(await offered('sharing.find', ask, 'clerk', scenario)).toBe('{"rows":[]}')
    expect(await offered('sharing.find', { kind: 'official', q: marks.person }, 'clerk', scenario)).toBe('{"rows":[]}')
    for (const name of ['auditees.list', 'portrait.list'])
      expect(await offered(name, { keyword: marks.person, q: marks.person }, 'clerk', scenario)).not.toContain(marks.person)
  }
})

test('what a share leaves out is neither sorted by nor filtered by', async () => {
  const projects = await house.db.selectFrom('project').select('id').where('jurisdiction', '=', '990100').execute()
  await house.db.transaction().execute(async (tx) => {
    for (const { id } of projects) {
      const grant = grantTo('finance', { scenario: 'shared', record: id, place: '990100' })
      await addGrant(tx, { ...grant, account: 'masked', fields: ['facts'] })
    }
  })
  const masked = { ...world.actorOf('finance', 'shared'), account: 'masked' }
  const listed = async (input: Record<string, unknown>, who: object = masked) =>
    (await house.ask('findings.list', input, who)).body as { total: number; rows: { number: string; money: unknown[] }[] }
  const up = await listed({ sort: 'breach', limit: 200 })
  const down = await listed({ sort: '-breach', limit: 200 })
  expect(up.rows.length).toBeGreaterThan(1)
  expect(up.rows.flatMap(({ money }) => money)).toEqual([])
  expect(down.rows.map(({ number }) => number)).toEqual(up.rows.map(({ number }) => number))
  expect((await listed({ moneyFrom: 0.01 })).total).toBe(0)
  expect((await listed({ moneyFrom: 0.01 }, world.actorOf('clerk', 'own'))).total).toBeGreaterThan(0)
})

test('a file that is taken out says who took it, unless its contract says why not', async () => {
  const unmarked: string[] = []
  for (const contract of asks.filter(({ gives, asKept }) => gives === 'file' && !asKept)) {
    const role = Role.options.find((each) => rolesFor(matrix, contract.name).has(each)) ?? 'clerk'
    const told = await tell(contract, role, 'own')
    if (told.status === 200 && !told.text.replace(/\s/g, '').includes(`own-${role}`)) unmarked.push(contract.name)
  }
  expect(unmarked).toEqual([])
})

const acts = contracts.filter(({ kind, open }) => kind === 'act' && !open)
/** A hand that is let through by role, but does not know the records at hand. */
const outsider = (contract: Contract, scenario: Scenario) => {
  const role = Role.options.find((each) => rolesFor(matrix, contract.name).has(each) && !['unitStaff', 'official'].includes(each))
  return role && world.actorOf(role, scenario)
}
const doing = async (contract: Contract, input: Record<string, unknown>, who: object) => {
  const answer =
    contract.kind === 'ask'
      ? await house.ask(contract.name, input, who)
      : contract.takes === 'files'
        ? await house.upload(
            contract.name,
            [{ name: '附件.txt', bytes: '试验' }],
            Object.fromEntries(Object.entries(input).flatMap(([key, value]) => (Array.isArray(value) ? [] : [[key, String(value)]]))),
            who,
          )
        : await house.act(contract.name, input, who)
  return { status: answer.status, body: answer.body, text: `${answer.status} ${await textOf(answer)}` }
}
/** What is hidden in a situation: from another place and without a share everything, from who is recused his case. */
const hiddenIn = (scenario: Scenario): Readonly<Record<string, string>> =>
  scenario === 'recused' ? Object.fromEntries(ofCase.map((key) => [key, ids[key] ?? ''])) : { ...ids, unit: '', rule: '' }
const namesRecords = (input: unknown, of: Readonly<Record<string, string>>) =>
  Object.values(of).some((id) => id.length === 36 && JSON.stringify(input).includes(id))
/** What is common to a house (units, law, templates, rules) is nobody’s secret: it may be told apart from what is not there. */
const common = /^(places|regulations|identity|intake|trail)\./

test('every act can be tried with an input that is valid', () => {
  const invalid = acts.filter((contract) => !contract.input.safeParse(validInput(contract, ids)).success).map(({ name }) => name)
  expect(invalid).toEqual([])
})

/** One role of each organ that may take an act, in the situation in which that organ knows the case. */
const entitled = (contract: Contract): readonly (readonly [Role, Scenario])[] => {
  const may = Role.options.filter((role) => rolesFor(matrix, contract.name).has(role))
  return [...new Map(may.map((role) => [organOf(role), role]))].map(([organ, role]) => [role, situationOf(organ)])
}
const situationOf = (organ: Organ): Scenario => {
  if (organ === 'auditedUnit' || organ === 'official') return 'party'
  return [...auditSide, 'administration'].some((each) => each === organ) ? 'own' : 'shared'
}
/** Acts on what is one’s own alone, or of which the city has no record; each is carried through in its room’s own test. */
const elsewhereTried: Readonly<Record<string, string>> = {
  'identity.takeSeat': 'a seat of one’s own account',
  'identity.endSession': 'a session of one’s own account',
  'identity.createToken': 'a token of one’s own seat',
  'identity.revokeToken': 'a token of one’s own account',
  'identity.decideOrder': 'the city’s orders are of administrators of the whole house',
  'identity.withdrawOrder': 'an order of one’s own',
  'auditees.settleLine': 'no line of a résumé waits',
  'auditees.dropView': 'a view of one’s own',
  'projects.answerReply': 'no reply is open',
  'findings.decideHigher': 'no review is with the higher office',
  'fieldwork.returnOriginal': 'no original was lent',
}
test('whoever may take an act and knows its record is let through: a rule or a wrong input may stop him, never that he may not or does not know', async () => {
  const denied: string[] = []
  const through = new Set<string>()
  await undone(house, async () => {
    for (const contract of acts.filter(({ name }) => !(name in elsewhereTried)))
      for (const [role, scenario] of entitled(contract)) {
        const about = await inputAbout(house, contract, { organ: organOf(role), ids })
        if (!about) continue
        const { status, text } = await doing(contract, about.input, world.actorOf(role, scenario))
        if (status === 200 || status === 409) through.add(contract.name)
        if (![200, 400, 409].includes(status) || /outsideKnowing|grantExpired/.test(text))
          denied.push(`${contract.name} ${role} ${text.slice(0, 140)}`)
      }
  })
  expect(denied).toEqual([])
  const untried: string[] = acts.map(({ name }) => name).filter((name) => !through.has(name))
  expect(untried.toSorted()).toEqual(Object.keys(elsewhereTried).toSorted())
}, 240_000)

test.each(['far', 'recused', 'expired'] as const)(
  'what is hidden is answered like what is nowhere, word for word: %s',
  async (scenario) => {
    const told: string[] = []
    for (const contract of [...asks, ...acts].filter(({ name }) => !common.test(name))) {
      const who = outsider(contract, scenario)
      const about = contract.kind === 'ask' ? null : await inputAbout(house, contract, { organ: 'auditOffice', ids })
      const input = about?.input ?? asked(contract, ids)
      const isFar = scenario !== 'recused' && who?.jurisdiction === '880100'
      const isHidden = about && (about.near === 'case' || (about.near === 'place' && isFar))
      const hiding = { ...hiddenIn(scenario), record: isHidden ? about.record : '' }
      if (!who || !namesRecords(input, hiding)) continue
      const other = elsewhere(input, hiding)
      const hidden = await doing(contract, input, who)
      const nowhere = await doing(contract, other.input, who)
      if (hidden.status >= 500 || nowhere.status >= 500) told.push(`${contract.name} broke ${hidden.status} ${nowhere.status}`)
      const lapsed = scenario === 'expired' && JSON.stringify(hidden.body).includes('grantExpired')
      if (!lapsed && other.same(hidden.text) !== other.same(nowhere.text))
        told.push(`${contract.name} ${who.role}: ${hidden.text.slice(0, 150)} | ${nowhere.text.slice(0, 150)}`)
    }
    expect(told).toEqual([])
  },
  240_000,
)

/** One act of each room that is taken on a case: by whom, with what; it is done in one’s own place and by nobody who does not know the case. */
const deeds: readonly { name: string; role: Role; input(): Record<string, unknown> }[] = [
  {
    name: 'custody.raise',
    role: 'auditor',
    input: () => ({ subject: `finding:${ids.finding}`, level: 'workSecret', reason: '含未公开事项' }),
  },
  { name: 'custody.openReading', role: 'auditor', input: () => ({ subject: `official:${ids.official}`, purpose: 'audit' }) },
  { name: 'documents.draft', role: 'clerk', input: () => ({ kind: 'auditNotice', subject: `project:${ids.project}` }) },
  { name: 'links.confirm', role: 'auditor', input: () => ({ id: ids.mention }) },
  {
    name: 'sharing.give',
    role: 'clerk',
    input: () => ({
      kind: 'project',
      record: ids.project,
      organ: 'finance',
      jurisdiction: '990100',
      fields: ['facts'],
      purpose: '编制预算',
      legalBasis: '中办发〔2019〕45号',
      startsOn: '2026-11-20',
      until: '2026-12-31',
    }),
  },
]
test.each(['far', 'recused'] as const)(
  'an act that succeeds in one’s own place is not taken by who does not know the record: %s',
  async (scenario) => {
    for (const { name, role, input } of deeds) {
      const { status, body } = await house.act(name, input(), world.actorOf(role, scenario))
      expect([name, status, body]).toMatchObject([name, 404, { code: 'notFound' }])
    }
  },
)
test('and is taken by who knows it', async () => {
  for (const { name, role, input } of deeds) {
    const { status, body } = await house.act(name, input(), world.actorOf(role, 'own'))
    expect([name, status, body]).toMatchObject([name, 200, expect.anything()])
  }
})

test('each act is refused to each organ that may not take it', async () => {
  const troubles: string[] = []
  for (const contract of acts) {
    const may = rolesFor(matrix, contract.name)
    for (const role of oneOfEach.filter((each) => !may.has(each))) {
      const { status, body, text } = await doing(contract, {}, world.actorOf(role, 'far'))
      const isForbidden = status === 403 && (body as { code: string }).code === 'forbidden'
      if (!isForbidden) troubles.push(`${contract.name} ${role} (${status}) ${text.slice(0, 120)}`)
    }
  }
  expect(troubles).toEqual([])
}, 240_000)
