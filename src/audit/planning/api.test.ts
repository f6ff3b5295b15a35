import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { day } from '../../kernel/day.ts'
import { json } from '../../platform/db.ts'
import { newId } from '../../platform/id.ts'
import { type TestHouse, testHouse } from '../../platform/testing/house.ts'
import { aFinding, anObjection } from '../findings/samples.ts'
import { counts, standingNow } from '../findings/standing.ts'
import { aProject } from '../projects/samples.ts'
import { planAbsences, planAuditors, planOfficials, planPatrols, planTenures, planUnits } from './samples.ts'

let house: TestHouse
let plan = ''
const clerk = { account: 'clerk', name: '经办甲', role: 'clerk' }
const director = { account: 'director', name: '局长乙', role: 'director' }
const secretary = { account: 'secretary', name: '秘书丙', role: 'secretary' }
const organisation = { account: 'organisation', name: '组织丁', role: 'organisation' }
type Item = {
  id: string
  tenure: string
  name: string
  year: number
  window: number
  team: string
  stage: string
  version: number
  change: string
}
type View = { items: Item[]; teams: { id: string; name: string }[]; versions: number; figures: Record<string, unknown>; pins: unknown[] }
const board = async (year?: number): Promise<View> =>
  (await house.ask('planning.plan', { id: plan, ...(year ? { year } : {}) }, secretary)).body as View
const itemOf = async (name: string): Promise<Item> => {
  for (const year of [2027, 2028, 2029, 2030, 2031]) {
    const item = (await board(year)).items.find((each) => each.name === name)
    if (item) return item
  }
  throw new Error(name)
}
const tenureOf = async (number: string) =>
  house.db
    .selectFrom('tenure')
    .innerJoin('official', 'official.id', 'tenure.official')
    .select('tenure.id')
    .where('official.number', '=', number)
    .executeTakeFirstOrThrow()
async function solve(replan = false) {
  const run = (await house.act('planning.recommend', { plan, replan, moves: 3000 }, secretary)).body as { id: string }
  await house.runJobs()
  return (await house.ask('planning.run', { id: run.id }, secretary)).body as {
    state: string
    why: string | null
    facts: Record<string, number>
  }
}

beforeAll(async () => {
  house = await testHouse({ at: '2026-11-20T02:00:00Z' })
  const books = {
    units: planUnits,
    officials: planOfficials,
    tenures: planTenures,
    auditors: planAuditors,
    absences: planAbsences,
    patrolRounds: planPatrols,
  }
  for (const [what, text] of Object.entries(books)) {
    const { body } = await house.upload('intake.run', [{ name: `${what}.csv`, bytes: text }], { what })
    expect(body, what).toMatchObject({ refused: 0, unreadable: [] })
  }
}, 120_000)
afterAll(() => house?.close())

test('a plan is begun once a year, for the office’s own place, over the years of the rule', async () => {
  const made = await house.act('planning.create', { year: 2027 }, clerk)
  expect(made.body).toMatchObject({ year: 2027, years: 5, jurisdiction: '990100', state: 'drafting' })
  plan = (made.body as { id: string }).id
  expect(await house.act('planning.create', { year: 2027 }, clerk)).toMatchObject({ status: 409, body: { code: 'planThere' } })
  expect((await house.act('planning.create', { year: 2027 }, { role: 'auditor' })).status).toBe(403)
})

test('statutory jobs come first: the team’s days of the quarter lack what the absence claims', async () => {
  const { body } = await house.ask('planning.teams', { year: 2027 }, clerk)
  const [one, two] = (body as { teams: { days: number[] }[] }).teams
  expect(one?.days[0]).toBeLessThan((two?.days[0] ?? 0) - 30)
  expect(one?.days[1]).toBe(two?.days[1])
})

test('one press recommends this year and the years after, saved as a version with bound, gap and hash', async () => {
  expect(await solve()).toMatchObject({ state: 'done', why: null })
  const { items, versions } = await board()
  expect(versions).toBe(1)
  expect(items.length).toBeGreaterThan(2)
  expect(items.every((item) => item.stage === 'candidate')).toBe(true)
  const kept = await house.db.selectFrom('planVersion').selectAll().executeTakeFirstOrThrow()
  expect(kept).toMatchObject({ no: 1, method: 'recommend', seed: 1 })
  expect(kept.bound ?? 0).toBeLessThanOrEqual((kept.cost ?? 0) + 1e-6)
  expect(kept.instanceHash).toMatch(/^[0-9a-f]{64}$/)
  await expect(house.db.updateTable('planVersion').set({ note: 'x' }).execute()).rejects.toThrow(/never changed/)
})

test('of a large year the first of each column are sent, with the number that stands there, and only those asked for', async () => {
  const whole = await board()
  const ask = async (asked: object) => (await house.ask('planning.plan', { id: plan, ...asked }, secretary)).body as View & Columns
  type Columns = { total: number; columns: { stage: string; count: number }[] }
  const first = await ask({ first: 1 })
  expect([first.total, first.items.length]).toEqual([whole.items.length, new Set(whole.items.map(({ stage }) => stage)).size])
  expect(first.columns.reduce((sum, { count }) => sum + count, 0)).toBe(first.total)
  const [one] = whole.items
  const found = await ask({ q: one?.name, team: one?.team })
  expect(found.items.map(({ name }) => name)).toContain(one?.name)
  expect(found.items.every(({ name, team }) => name === one?.name && team === one?.team)).toBe(true)
  expect((await ask({ q: '无此人' })).items).toEqual([])
})

test('both heads of a county go together; a patrol without agreement keeps its unit out of that year; a class by handover is left out', async () => {
  for (const year of [2027, 2028, 2029, 2030, 2031]) {
    const both = (await board(year)).items.filter(({ name }) => ['郑七襄', '王八斗'].includes(name))
    expect(new Set(both.map(({ window, team }) => `${window} ${team}`)).size).toBeLessThanOrEqual(1)
  }
  expect((await board(2027)).items.map(({ name }) => name)).not.toContain('吴六合')
  const view = (await house.ask('planning.why', { plan, tenure: (await tenureOf('G10')).id }, secretary)).body
  expect(view).toMatchObject({ left: { code: 'substituted', facts: { class: 'D' } } })
  const county = (await house.ask('planning.why', { plan, tenure: (await tenureOf('G9')).id }, secretary)).body
  expect(county).toMatchObject({ left: { code: 'otherAuthority' } })
})

test('why one is in: every part of the score names its record and rule; a planned leaving is read only by those cleared', async () => {
  const tenure = (await tenureOf('G4')).id
  type Why = {
    score: { total: number; parts: { key: string; points: number; value: unknown; rule: { id: string } | null }[] }
    reasons: { code: string; text: string }[]
    trace: { field: string }[]
  }
  const seen = (await house.ask('planning.why', { plan, tenure }, secretary)).body as Why
  expect(seen.score.parts.reduce((sum, part) => sum + part.points, 0)).toBe(seen.score.total)
  expect(seen.score.parts.every((part) => part.rule !== null)).toBe(true)
  expect(seen.trace.map(({ field }) => field)).toContain('mandatory')
  const unseen = (await house.ask('planning.why', { plan, tenure }, clerk)).body as Why
  expect(unseen.reasons.map(({ code }) => code)).toContain('entrustedOnly')
  expect(unseen.trace.map(({ field }) => field)).not.toContain('leavesYear')
  expect(JSON.stringify(unseen)).not.toContain('2027-03-31')
})

test('a finding weighs in the duty to audit for as long as it stands, under objection too; once withdrawn it weighs nothing', async () => {
  const post = await house.db
    .selectFrom('tenure')
    .innerJoin('official', 'official.id', 'tenure.official')
    .select(['tenure.id', 'tenure.unit', 'tenure.official'])
    .where('official.number', '=', 'G5')
    .executeTakeFirstOrThrow()
  const part = async () => {
    const { body } = await house.ask('planning.why', { plan, tenure: post.id }, secretary)
    const { parts } = (body as { score: { parts: { key: string; value: unknown }[] } }).score
    return ['findings', 'unrectified'].map((key) => parts.find((each) => each.key === key)?.value)
  }
  const finding = aFinding({ unit: post.unit })
  const about = { id: newId(), finding: finding.id, official: post.official }
  await house.db
    .insertInto('project')
    .values(aProject({ unit: post.unit }))
    .execute()
  await house.db
    .insertInto('finding')
    .values({ ...finding, money: json(finding.money), basis: json(finding.basis) })
    .execute()
  await house.db
    .insertInto('responsibility')
    .values({ ...about, tenure: post.id, grade: 'direct' })
    .execute()
  expect(await part()).toEqual([1, 0])
  await house.db.insertInto('objection').values(anObjection(about)).execute()
  expect(await part()).toEqual([1, 0])
  const withdrawn = { outcome: 'upheld', effect: 'withdrawn', decidedOn: day('2026-03-01'), decidedBy: '复查组' } as const
  await house.db.updateTable('objection').set(withdrawn).where('id', '=', about.id).execute()
  const objection = await house.db.selectFrom('objection').selectAll().where('id', '=', about.id).executeTakeFirstOrThrow()
  expect(counts(standingNow([objection]))).toBe(false)
  expect(await part()).toEqual([0, 0])
})

test('a hand moves a candidate, and within its right takes it back: the board is as it was', async () => {
  const before = (await board()).items
  const { teams } = await board()
  const tried = []
  for (const { id, version } of before)
    for (const team of teams)
      for (const window of [1, 2, 3, 4]) {
        if (tried.at(-1)?.status === 200) break
        tried.push(await house.act('planning.move', { id, version, window, team: team.id, reason: '便于统筹' }, secretary))
      }
  const moved = tried.at(-1)
  expect(moved?.status, JSON.stringify(tried.map(({ body }) => body))).toBe(200)
  expect((await board()).pins.length).toBe(1)
  const { edit } = (moved ?? { body: {} }).body as { edit: string }
  expect(await house.act('planning.undo', { edit }, director)).toMatchObject({ status: 409, body: { code: 'undoNotYours' } })
  expect((await house.act('planning.undo', { edit }, secretary)).status).toBe(200)
  const bare = (items: readonly Item[]) => items.map(({ id, window, team, stage }) => ({ id, window, team, stage }))
  expect(bare((await board()).items)).toEqual(bare(before))
  expect((await board()).pins.length).toBe(0)
  expect(await house.act('planning.undo', { edit }, secretary)).toMatchObject({ body: { code: 'undoTwice' } })
})

test('pins, bans, moves and swaps taken back one after another leave the board as it was', async () => {
  const told = (view: View) => ({
    items: view.items
      .map(({ id, window, team, stage }) => ({ id, window, team, stage }))
      .toSorted((one, two) => (one.id < two.id ? -1 : 1)),
    pins: view.pins.length,
  })
  const deed = fc.record({
    what: fc.constantFrom('move', 'hold', 'ban', 'swap'),
    at: fc.nat(20),
    other: fc.nat(20),
    window: fc.integer({ min: 1, max: 4 }),
    team: fc.nat(1),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 1, maxLength: 4 }), async (deeds) => {
      const before = await board()
      const edits: string[] = []
      for (const { what, at, other, window, team } of deeds) {
        const { items, teams } = await board()
        const [one, two] = [items[at % items.length], items[other % items.length]]
        if (!one || !two) continue
        const slot = { window, team: teams[team]?.id ?? '', reason: '便于统筹' }
        const target = ({ id, version }: Item) => ({ id, version })
        const asked = { plan, tenure: one.tenure, year: 2027, reason: '便于统筹' }
        const inputs = {
          move: { ...target(one), ...slot },
          hold: { ...asked, ...slot },
          ban: asked,
          swap: { one: target(one), other: target(two), reason: '便于统筹' },
        }
        const answer = await house.act(`planning.${what}`, inputs[what as keyof typeof inputs], secretary)
        expect([200, 409]).toContain(answer.status)
        if (answer.status === 200) edits.push((answer.body as { edit: string }).edit)
      }
      for (const edit of edits.toReversed()) expect((await house.act('planning.undo', { edit }, secretary)).status).toBe(200)
      expect(told(await board())).toEqual(told(before))
    }),
    { numRuns: 3, endOnFailure: true },
  )
})

test('a pin in a closed year is refused with the reason, not tried', async () => {
  const { teams } = await board()
  const pin = { plan, tenure: (await tenureOf('G6')).id, year: 2027, window: 3, team: teams[0]?.id, reason: '领导交办' }
  expect(await house.act('planning.hold', pin, secretary)).toMatchObject({
    status: 409,
    body: { code: 'holdBanned', facts: { year: 2027 } },
  })
})

test('a recusal decided elsewhere keeps the member’s team away from that official', async () => {
  const { teams } = await board()
  const item = await itemOf('赵一鸣')
  const official = await house.db.selectFrom('official').select('id').where('name', '=', '赵一鸣').executeTakeFirstOrThrow()
  await house.db.updateTable('auditor').set({ account: 'sj1' }).where('number', '=', 'SJ1').execute()
  const about = { kind: 'official' as const, subject: official.id, ground: 'kin' as const, note: '', decidedBy: '局长乙', until: null }
  const recusal = { id: '01960000-0520-7000-8000-0000000000aa', account: 'sj1', ...about, jurisdiction: '990100', version: 1 }
  await house.db
    .insertInto('recusal')
    .values({ ...recusal, decidedOn: '2026-11-01' as never })
    .execute()
  const team = teams.find(({ name }) => name === '第一审计组')?.id ?? ''
  const slot = { plan, tenure: item.tenure, year: 2027, window: 3, team, reason: '领导交办' }
  expect(await house.act('planning.hold', slot, secretary)).toMatchObject({ status: 409, body: { code: 'holdRecused' } })
  await house.db.deleteFrom('recusal').where('id', '=', recusal.id).execute()
})

test('from the letters to the resolution: six organs answer, what they object to is settled, another hand approves', async () => {
  const items = (await board()).items.map(({ id, version }) => ({ id, version }))
  const step = (name: string, extra: object, who: object) =>
    house.act('planning.step', { plan, step: name, text: '按程序办理', ...extra }, who)
  expect((await step('consult', { items }, secretary)).body).toEqual({ count: items.length })
  const again = async () => (await board()).items.map(({ id, version }) => ({ id, version }))
  expect(await step('table', { items: await again() }, director)).toMatchObject({ status: 409, body: { code: 'repliesMissing' } })
  const { rows } = (await house.ask('planning.letters', {}, secretary)).body as { rows: { id: string; organ: string; version: number }[] }
  expect(rows.length).toBe(6)
  expect(((await house.ask('planning.letters', {}, { role: 'finance', account: 'finance' })).body as { total: number }).total).toBe(1)
  const waiting = (await house.ask('notices.workbench', {}, { role: 'finance', account: 'finance' })).body as { todos: { id: string }[] }
  expect(waiting.todos.map(({ id }) => id)).toContain(`planLetter:${rows.find(({ organ }) => organ === 'finance')?.id}`)
  for (const { id, organ, version } of rows) {
    const opinions = organ === 'finance' ? [{ item: items[0]?.id, stance: 'object', text: '该单位正在办理决算' }] : []
    const answer = await house.act('planning.reply', { id, version, opinions }, { role: organ, account: organ, name: organ })
    expect(answer.body).toMatchObject({ repliedBy: organ })
  }
  expect(await step('table', { items: await again() }, director)).toMatchObject({ body: { code: 'opinionsOpen' } })
  const opinion = await house.db.selectFrom('planOpinion').select('id').where('stance', '=', 'object').executeTakeFirstOrThrow()
  await house.act('planning.settle', { id: opinion.id, outcome: 'refused', answer: '决算不影响审计进点' }, secretary)
  expect((await step('table', { items: await again() }, director)).status).toBe(200)
  expect((await step('agree', { items: await again() }, director)).status).toBe(200)
  const approval = { number: '澜审委〔2026〕9号', decidedOn: '2026-11-20' }
  expect(
    (await step('approve', { items: await again(), ...approval }, { ...secretary, ...{ role: 'committeeOffice', account: 'director' } }))
      .body,
  ).toMatchObject({
    code: 'submitterApproves',
  })
  expect((await step('approve', { items: await again(), ...approval }, secretary)).status).toBe(200)
  expect((await board()).items.every(({ stage }) => stage === 'issued')).toBe(true)
  expect(await house.db.selectFrom('plan').select(['state', 'approvedOn']).executeTakeFirstOrThrow()).toEqual({
    state: 'approved',
    approvedOn: '2026-11-20',
  })
})

test('state firms among the issued are told within seven working days; who is new in office is told beforehand', async () => {
  expect((await house.act('planning.makeNotices', { plan }, clerk)).status).toBe(200)
  const firm = await house.db.selectFrom('planNotice').selectAll().where('kind', '=', 'firm').execute()
  const issued = (await board()).items.filter(({ name }) => name === '周五湖')
  expect(firm.map(({ dueOn }) => dueOn)).toEqual(issued.map(() => '2026-12-01'))
  const { id } = await tenureOf('G8')
  const since = (on: string) =>
    house.db
      .updateTable('tenure')
      .set({ startsOn: day(on) })
      .where('id', '=', id)
      .execute()
  await since('2026-09-01')
  expect((await house.act('planning.makeNotices', { plan }, clerk)).body).toMatchObject({ made: 1 })
  const told = await house.db.selectFrom('planNotice').selectAll().where('kind', '=', 'preAppointment').execute()
  expect(told).toMatchObject([{ tenure: id, madeOn: '2026-11-20', dueOn: '2027-03-01', servedOn: null }])
  expect((await house.act('planning.makeNotices', { plan }, clerk)).body).toMatchObject({ made: 0 })
  await since('2023-03-01')
})

test('a shock is met by a re-plan: nothing issued is changed by itself, only proposals are made, and they pass the same channel', async () => {
  const before = (await board()).items.filter(({ stage }) => stage === 'issued').map(({ id, window, team }) => ({ id, window, team }))
  const asked = { official: 'G6', number: '澜组函〔2026〕31号', kind: 'departure', latestYear: 2028 }
  expect((await house.act('planning.entrust', asked, organisation)).body).toMatchObject({ latestYear: 2028 })
  expect(await house.act('planning.entrust', asked, organisation)).toMatchObject({ body: { code: 'entrustedTwice' } })
  expect(await solve(true)).toMatchObject({ state: 'done' })
  const after = (await board()).items.filter(({ stage }) => stage === 'issued').map(({ id, window, team }) => ({ id, window, team }))
  expect(after).toEqual(before)
  expect((await itemOf('吴六合')).year).toBe(2028)
})

test('other days and other frequencies are reckoned without changing the plan; what the plan takes is shown by person and month', async () => {
  type Years = { capacity: { have: number; need: number }[]; byYear: { planned: number }[] }
  const years = async (asked: object) => (await house.ask('planning.horizon', { plan, ...asked }, director)).body as Years
  const [now, then] = [await years({}), await years({ capacity: 50, b: 1 })]
  expect(Math.abs((then.capacity[0]?.have ?? 0) * 2 - (now.capacity[0]?.have ?? 0))).toBeLessThanOrEqual(8)
  const need = ({ capacity }: Years) => capacity.reduce((sum, year) => sum + year.need, 0)
  expect(need(then)).toBeGreaterThan(need(now))
  expect(await years({})).toEqual(now)
  type Load = { name: string; months: { free: number; used: number; limit: number }[] }
  const { loads } = (await house.ask('planning.teams', { year: 2027 }, clerk)).body as { loads: Load[] }
  const first = loads.find(({ name }) => name === '甲一')?.months.slice(0, 3)
  expect(first?.every(({ free, used }) => free === 0 && used === 0)).toBe(true)
  const used = loads.flatMap(({ months }) => months).reduce((sum, month) => sum + month.used, 0)
  const standing = await house.db
    .selectFrom('planItem')
    .select((of) => of.fn.sum<number>('effortDays').as('days'))
    .where('year', '=', 2027)
    .where('change', '=', 'add')
    .where('stage', 'not in', ['removed', 'deferred'])
    .executeTakeFirstOrThrow()
  expect(Math.abs(used - Number(standing.days))).toBeLessThan(5)
})

test('an issued item is struck off only by a proposal that the committee resolves', async () => {
  const item = (await board()).items.find(({ stage }) => stage === 'issued')
  if (!item) throw new Error('nothing issued')
  const proposal = (
    await house.act('planning.change', { id: item.id, version: item.version, change: 'drop', reason: '该同志已被立案' }, secretary)
  ).body as { id: string }
  const now = async () => (await board()).items.filter(({ id }) => id === proposal.id).map(({ id, version }) => ({ id, version }))
  const step = async (name: string, extra: object, who: object) =>
    house.act('planning.step', { plan, step: name, text: '按程序办理', items: await now(), ...extra }, who)
  await step('consult', {}, secretary)
  await house.db
    .updateTable('planLetter')
    .set({ dueOn: '2026-11-01' as never })
    .execute()
  await step('table', {}, director)
  await step('agree', {}, director)
  expect(await step('approve', {}, secretary)).toMatchObject({ body: { code: 'isADrop' } })
  expect((await step('strike', { number: '澜审委〔2027〕1号', decidedOn: '2026-11-20' }, secretary)).status).toBe(200)
  expect((await house.db.selectFrom('planItem').select('stage').where('id', '=', item.id).executeTakeFirstOrThrow()).stage).toBe('removed')
  const resolution = await house.db
    .selectFrom('planResolution')
    .selectAll()
    .where('number', '=', '澜审委〔2027〕1号')
    .executeTakeFirstOrThrow()
  expect(resolution.changes).toMatchObject([{ item: item.id, change: 'drop' }])
})

test('a team falls away: what was issued to it is proposed elsewhere, and the version of the re-plan shows it beside the one before', async () => {
  const issued = (await board()).items.find(({ stage, change }) => stage === 'issued' && change === 'add')
  if (!issued) throw new Error('nothing issued')
  const before = (await house.act('planning.save', { plan, note: '六月' }, secretary)).body as { id: string }
  const { teams } = (await house.ask('planning.teams', { year: 2027 }, clerk)).body as {
    teams: { id: string; members: { id: string }[] }[]
  }
  const gone: string[] = []
  for (const { id } of teams.find((team) => team.id === issued.team)?.members ?? []) {
    const away = { auditor: id, kind: 'secondment', startsOn: '2027-01-01', endsOn: '2027-12-31', share: 100, note: '整组抽调' }
    gone.push(((await house.act('planning.saveAbsence', away, clerk)).body as { id: string }).id)
  }
  expect(await solve(true)).toMatchObject({ state: 'done', why: null })
  const proposed = (await board()).items.find((item) => item.tenure === issued.tenure && item.stage === 'candidate')
  expect(['move', 'drop']).toContain(proposed?.change)
  const last = await house.db.selectFrom('planVersion').select('id').orderBy('no', 'desc').executeTakeFirstOrThrow()
  const { body } = await house.ask('planning.compare', { from: before.id, to: last.id }, secretary)
  expect((body as { rows: { name: string }[] }).rows.map(({ name }) => name)).toContain(issued.name)
  for (const id of gone) expect((await house.act('planning.dropAbsence', { id }, clerk)).status).toBe(200)
})

test('a team is called away while one of its items is being consulted about: the re-plan gives it back, with the reason, and nobody is stuck', async () => {
  const item = (await board()).items.find(({ stage, change }) => stage === 'issued' && change === 'add')
  if (!item) throw new Error('nothing issued')
  await house.db.updateTable('planItem').set({ stage: 'consulting' }).where('id', '=', item.id).execute()
  const members = await house.db.selectFrom('auditor').select('id').where('team', '=', item.team).execute()
  const away = { kind: 'secondment', startsOn: '2027-01-01', endsOn: '2027-12-31', share: 100, note: '整组抽调' }
  const gone: string[] = []
  for (const { id } of members)
    gone.push(((await house.act('planning.saveAbsence', { auditor: id, ...away }, clerk)).body as { id: string }).id)
  expect(await solve(true)).toMatchObject({ state: 'done', why: null, facts: { released: 1 } })
  const now = await house.db.selectFrom('planItem').selectAll().where('id', '=', item.id).executeTakeFirstOrThrow()
  expect(['candidate', 'deferred']).toContain(now.stage)
  expect(now.reason).toContain('人天已不足')
  const last = await house.db.selectFrom('planStep').selectAll().where('item', '=', item.id).orderBy('id', 'desc').executeTakeFirstOrThrow()
  expect(last).toMatchObject({ step: now.stage === 'candidate' ? 'sendBack' : 'defer', name: '秘书丙', text: now.reason })
  for (const id of gone) expect((await house.act('planning.dropAbsence', { id }, clerk)).status).toBe(200)
})

test('two saved versions are compared, and what would bring one in is reckoned without changing anything', async () => {
  const saved = (await house.act('planning.save', { plan, note: '调整后' }, secretary)).body as { id: string; no: number }
  const first = await house.db.selectFrom('planVersion').select('id').where('no', '=', 1).executeTakeFirstOrThrow()
  const compared = (await house.ask('planning.compare', { from: first.id, to: saved.id }, secretary)).body as {
    rows: unknown[]
    from: { no: number }
  }
  expect(compared.from.no).toBe(1)
  const count = async () =>
    Number(
      (
        await house.db
          .selectFrom('planItem')
          .select((of) => of.fn.countAll().as('n'))
          .executeTakeFirstOrThrow()
      ).n,
    )
  const items = await count()
  const brought = await house.ask('planning.bring', { plan, tenure: (await tenureOf('G1')).id, year: 2029 }, secretary)
  expect(brought.status).toBe(200)
  expect(await count()).toBe(items)
})

test('without teams the button says so; it never hangs', async () => {
  await house.db
    .updateTable('auditTeam')
    .set({ endedOn: '2026-01-01' as never })
    .execute()
  expect(await solve()).toMatchObject({ state: 'failed', why: 'noTeams' })
})
