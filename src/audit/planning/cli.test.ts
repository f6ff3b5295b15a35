import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { day } from '../../kernel/day.ts'
import { say } from '../../kernel/say.ts'
import { type VerbContext, WrongUsage } from '../../platform/verb.ts'
import { planningVerbs } from './cli.ts'
import { Instance, type Subject } from './instance/model.ts'
import { words } from './planner.words.ts'
import { worldOf } from './worlds/world.ts'

let folder: string
const said: string[] = []
const sentences: Readonly<Record<string, { zh: string; en: string }>> = words.refusal
const offline = () => Promise.reject(new Error('no database here'))
const context: VerbContext = {
  desk: offline,
  office: offline,
  runJobs: offline,
  databaseUrl: offline,
  dataFolder: offline,
  today: day('2026-11-26'),
  tongue: 'zh',
  out: (text) => void said.push(text),
  json: (value) => void said.push(JSON.stringify(value)),
  err: () => undefined,
  sentence: ({ code, facts }) => say(sentences[code] ?? { zh: code, en: code }, 'zh', facts),
  progress: () => undefined,
}
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'guantong-plan-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))
beforeEach(() => {
  said.length = 0
})

const world = (): Instance => Instance.parse(worldOf({ subjects: 20, teams: 3, seed: 1, joined: 0 }))
const file = (name: string, content: unknown) => {
  writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content))
  return join(folder, name)
}
const run = async (...argv: string[]) => planningVerbs[0]?.run(context, argv)
const refused = (...argv: string[]) =>
  run(...argv).then(
    () => 'not refused',
    (error: { refusal?: { code: string; facts?: Record<string, string | number> } }) =>
      error.refusal ? context.sentence(error.refusal) : String(error),
  )
/** The made-up place without pins, its first subjects changed. */
const withSubjects = (...changes: Partial<Subject>[]): Instance => {
  const instance = world()
  const subjects = instance.subjects.map((subject, at) => ({
    ...subject,
    pin: null,
    banYears: [],
    patrol: null,
    recusedTeams: [],
    skill: null,
    ...changes[at],
  }))
  return { ...instance, subjects }
}

test('solve, check and explain work on files; the answer holds everything the interface names', async () => {
  const instance = file('good.json', withSubjects())
  expect(await run('solve', instance, '--moves', '500', '--seed', '3', '--json')).toBe(0)
  const plan = JSON.parse(said.pop() ?? '{}')
  expect(Object.keys(plan)).toEqual(['items', 'cost', 'bound', 'gap', 'missed', 'reasons', 'seed', 'moves', 'seconds', 'instanceHash'])
  expect(plan).toMatchObject({ seed: 3, moves: 500, missed: { pins: [] } })
  const planFile = file('plan.json', plan)
  expect(await run('check', instance, planFile, '--json')).toBe(0)
  expect(JSON.parse(said.pop() ?? '{}')).toMatchObject({ ok: true, violations: [] })
  expect(await run('explain', instance, planFile, 's1', '--json')).toBe(0)
  const explained = JSON.parse(said.pop() ?? '{}')
  expect(explained.in.length + explained.not.length).toBeGreaterThan(0)
  expect(explained.place).toHaveLength(explained.items.length)
})

test('a plan that breaks a rule ends with 1 and names the rule', async () => {
  const instance = file('good.json', withSubjects({ banYears: [2027] }))
  expect(await run('check', instance, file('bad-plan.json', { items: [{ subject: 's1', year: 2027, window: 1, team: 't1' }] }))).toBe(1)
  expect(said.join('\n')).toContain('“s1”在 2027 年不得安排')
})

test.each([
  ['negative effort', withSubjects({ effortDays: -5 }), '“s1” 字段 subjects.0.effortDays'],
  [
    'a pin in a banned year',
    withSubjects({ banYears: [2028], pin: { year: 2028, window: 1, team: 't1' } }),
    '“s1”的 pin：2028 年不得安排审计',
  ],
  ['a pin with an unknown team', withSubjects({ pin: { year: 2028, window: 1, team: 't99' } }), '“s1”的字段 pin.team：没有“t99”'],
  ['a pin outside the horizon', withSubjects({ pin: { year: 2050, window: 1, team: 't1' } }), '“s1”的字段 pin.year：2050 年不在'],
  [
    'a pin larger than the days',
    withSubjects({ effortDays: 5000, pin: { year: 2028, window: 1, team: 't1' } }),
    '“s1”的 pin：审计组“t1”2028 年第 1 期只有',
  ],
  ['an unknown team among the recused', withSubjects({ recusedTeams: ['t77'] }), '“s1”的字段 recusedTeams：没有“t77”'],
  ['a name given twice', withSubjects({}, { id: 's1' }), '编号“s1”重复'],
  ['too few rows of days', { ...world(), years: 4 }, '“t1”的字段 capacityDays'],
  ['approved for nobody', { ...withSubjects(), approved: [{ subject: 's99', year: 2027, window: 1, team: 't1' }] }, '没有“s99”'],
])('%s is refused with the field and the subject', async (_, instance, sentence) => {
  expect(await refused('solve', file('bad.json', instance), '--moves', '10')).toContain(sentence)
})

test('contradicting pins are refused with both names, and diagnosed with ways out', async () => {
  const pin = { year: 2028, window: 1, team: 't1' }
  const days = Math.floor((world().teams[0]?.capacityDays[1]?.[0] ?? 0) * 0.6)
  const instance = file('pins.json', withSubjects({ pin, effortDays: days }, { pin, effortDays: days }))
  expect(await refused('solve', instance)).toMatch(/“s1”与“s2”的 pin 相互冲突.*“t1”2028 年第 1 期/)
  expect(await run('diagnose', instance, '--json')).toBe(0)
  const found = JSON.parse(said.pop() ?? '{}')
  expect(found.feasible).toBe(false)
  expect(found.conflicts[0].facts).toMatchObject({ subject: 's1', other: 's2' })
  expect(found.repairs).toHaveLength(2)
})

test('what is no JSON, no file, no subject, no number is refused by name', async () => {
  const good = file('good.json', withSubjects())
  expect(await refused('solve', file('broken.json', '{"firstYear":'))).toBe('“broken.json”不是有效的 JSON')
  expect(await refused('solve', join(folder, 'absent.json'))).toContain('找不到文件')
  expect(await refused('solve', file('list.json', '[]'))).toContain('“list.json”')
  expect(await refused('explain', good, file('empty-plan.json', { items: [] }), 's99')).toBe('实例中没有对象“s99”')
  expect(await refused('solve', good, '--moves', 'many')).toContain('--moves')
  await expect(run('solve')).rejects.toBeInstanceOf(WrongUsage)
  await expect(run('improve', good)).rejects.toBeInstanceOf(WrongUsage)
  await expect(run('solve', good, '--moves', '1', '--seconds', '1')).rejects.toBeInstanceOf(WrongUsage)
})

test('a team without days and one team for everybody give a plan, not an error', async () => {
  const instance = withSubjects()
  const teams = instance.teams.slice(0, 1).map((team) => ({ ...team, capacityDays: team.capacityDays.map((row) => row.map(() => 0)) }))
  expect(await run('solve', file('poor.json', { ...instance, teams }), '--moves', '100', '--json')).toBe(0)
  expect(JSON.parse(said.pop() ?? '{}').items).toEqual([])
})
