import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { day } from '../../kernel/day.ts'
import { say } from '../../kernel/say.ts'
import { openDesk } from '../../platform/desk.ts'
import { aClerk, type TestHouse, testHouse } from '../../platform/testing/house.ts'
import type { VerbContext } from '../../platform/verb.ts'
import { regulationsVerbs } from './cli.ts'
import { words } from './words.ts'

let house: TestHouse
beforeAll(async () => {
  house = await testHouse()
})
const leaving: (() => Promise<void>)[] = []
afterAll(async () => {
  for (const leave of leaving) await leave()
  await house.close()
})

/** What the terminal would show: lines of the answer, lines of complaint. */
async function run(...argv: string[]) {
  const out: unknown[] = []
  const err: string[] = []
  const sentences: Readonly<Record<string, { zh: string; en: string }>> = words.refusal
  const context: VerbContext = {
    desk: async (_, verb) => {
      const open = await openDesk(house.office, { actor: aClerk, verb, input: {} })
      leaving.push(open.leave)
      return open.desk
    },
    office: async () => house.office,
    runJobs: async () => undefined,
    databaseUrl: async () => house.url,
    dataFolder: async () => house.folder,
    today: day('2026-11-20'),
    tongue: 'zh' as const,
    out: (text) => void out.push(text),
    json: (value) => void out.push(JSON.parse(JSON.stringify(value))),
    err: (text) => void err.push(text),
    sentence: ({ code, facts }) => say(sentences[code] ?? { zh: code, en: code }, 'zh', facts),
    progress: () => undefined,
  }
  const verb = regulationsVerbs.find(({ name }) => name === 'due')
  return { code: await verb?.run(context, argv), out, err }
}

test('one rule: the day, its steps as sentences, its article', async () => {
  expect(await run('reply.draft', '--from', '2026-02-13', '--json')).toMatchObject({
    code: 0,
    err: [],
    out: [
      { rule: 'reply.draft', from: '2026-02-13', due: '2026-03-05', amount: 10, unit: 'workingDay', verified: true, provisional: false },
    ],
  })
})

test('an unknown rule ends with 1 and a message that names it', async () =>
  expect(await run('no.such', '--from', '2026-02-13', '--json')).toEqual({
    code: 1,
    out: [],
    err: ['没有名为 no.such 的期限规则，可用 due --list 查看'],
  }))

test('every row is listed with amount, unit, start, region, citation and dates', async () => {
  const { out } = await run('--list', '--json')
  const [rows] = out
  expect(rows).not.toHaveLength(0)
  expect(rows).toContainEqual(
    expect.objectContaining({
      rule: 'rectification.report',
      amount: 60,
      unit: 'calendarDay',
      start: '收到审计报告',
      region: '330000',
      verified: true,
      from: '2015-06-01',
      until: null,
    }),
  )
})

test('a batch answers line by line; a bad line is named and the others go on', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'due-')), 'rules.tsv')
  writeFileSync(
    file,
    'reply.draft\t2026-02-13\nrectification.report\t2026-03-02\t330106\nreview.decide\t2026-03-02\t\t2018-05-01\nreply.draft\t2026-02-30\nno.such\t2026-03-02\n',
  )
  const { code, out, err } = await run('--batch', file, '--json')
  expect([code, out]).toMatchObject([
    1,
    [{ due: '2026-03-05' }, { due: '2026-05-06' }, { due: '2026-04-01' }, { code: 'badInput', line: 4 }, { code: 'clockUnknown', line: 5 }],
  ])
  expect(err[0]).toContain('第 4 行：“2026-02-30”不是有效日期')
})
