import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { Day } from '../../kernel/day.ts'
import { type Phrase, say } from '../../kernel/say.ts'
import type { Reader } from '../../platform/db.ts'
import { type ExitCode, type Verb, type VerbContext, WrongUsage } from '../../platform/verb.ts'
import { clockLines, eventOf } from './answers.ts'
import { dueAnswer } from './clock-api.ts'
import type { DueAnswer } from './rules/shapes.ts'
import * as store from './store.ts'
import { words } from './words.ts'

const usage = 'guantong due RULE --from DAY [--region CODE] [--act-date DAY] [--json] | due --list [--json] | due --batch FILE [--json]'

const options = {
  from: { type: 'string' },
  region: { type: 'string' },
  'act-date': { type: 'string' },
  list: { type: 'boolean', default: false },
  batch: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const

type Clocks = Awaited<ReturnType<typeof store.openClocks>>
type Asked = { rule: string; from: string; region: string | null; actDate: string | null; line: number }
/** Either the day with its steps, or one clear sentence why not. */
type Answer = { value: DueAnswer } | { code: string; message: string }

function answer(clocks: Clocks, asked: Asked, context: VerbContext): Answer {
  const from = Day.safeParse(asked.from)
  const actDate = Day.nullable().safeParse(asked.actDate)
  const { rule, region, line } = asked
  const bad = (phrase: Phrase, text: string) => ({ code: 'badInput', message: say(phrase, context.tongue, { line, text }) })
  if (!from.success) return bad(words.cli.badDay, asked.from)
  if (!actDate.success) return bad(words.cli.badDay, asked.actDate ?? '')
  if (region !== null && !/^\d{6}(\d{3}){0,2}$/.test(region)) return bad(words.cli.badRegion, region)
  const found = clocks({ rule, from: from.data, region, actDate: actDate.data })
  if ('value' in found) return { value: dueAnswer({ rule, from: from.data, region }, found.value, context.tongue) }
  const { code } = found.refusal
  return { code, message: code === 'clockUnknown' ? say(words.cli.unknownRule, context.tongue, { rule }) : context.sentence(found.refusal) }
}

function print(value: DueAnswer, context: VerbContext) {
  context.out(`${value.title}: ${value.due}`)
  for (const step of [...value.steps, value.citation]) context.out(`  ${step}`)
}

function one(clocks: Clocks, asked: Asked, { context, json }: { context: VerbContext; json: boolean }): ExitCode {
  const given = answer(clocks, asked, context)
  if (!('value' in given)) {
    context.err(given.message)
    return 1
  }
  if (json) context.json(given.value)
  else print(given.value, context)
  return 0
}

async function list(read: Reader, context: VerbContext, json: boolean): Promise<ExitCode> {
  const rows = (await clockLines(read, await store.clockRows(read))).map((row) => ({
    rule: row.rule,
    title: say(row.title, context.tongue),
    amount: row.amount,
    unit: row.unit,
    start: say(eventOf(row.startEvent), context.tongue),
    region: row.region,
    citation: say(row.citation, context.tongue),
    verified: row.verified,
    from: row.validFrom,
    until: row.validUntil,
    roll: row.roll,
    direction: row.direction,
    startOffset: row.startOffset,
    selectedBy: row.selectedBy,
    note: row.note,
  }))
  if (json) context.json(rows)
  else
    for (const row of rows) {
      const length = `${row.amount ?? ''} ${say(words.unit[row.unit], context.tongue)}`.trim()
      context.out([row.rule, row.region ?? '-', length, row.title, row.citation].join('\t'))
    }
  return 0
}

async function batch(clocks: Clocks, file: string, { context, json }: { context: VerbContext; json: boolean }): Promise<ExitCode> {
  const text = await readFile(file, 'utf8').catch(() => null)
  if (text === null) {
    context.err(say(words.cli.noFile, context.tongue, { file }))
    return 1
  }
  let code: ExitCode = 0
  for (const [index, row] of text.split(/\r?\n/).entries()) {
    if (row.trim() === '') continue
    const [rule = '', from = '', region, actDate] = row.split('\t').map((cell) => cell.trim())
    const given = answer(clocks, { rule, from, region: region || null, actDate: actDate || null, line: index + 1 }, context)
    if ('value' in given) json ? context.json(given.value) : print(given.value, context)
    else {
      code = 1
      if (json) context.json({ rule, from, ...given, line: index + 1 })
      context.err(`${file}:${index + 1} ${given.message}`)
    }
  }
  return code
}

/** `guantong due`: statutory due days, each with the steps by which it was reckoned. */
async function due(context: VerbContext, argv: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true })
  const [rule] = positionals
  const ways = [rule !== undefined, values.list, values.batch !== undefined].filter(Boolean).length
  if (ways !== 1 || positionals.length > 1 || (rule !== undefined && values.from === undefined)) throw new WrongUsage()
  const { read } = await context.desk(null, 'regulations.due')
  const how = { context, json: values.json }
  if (values.list) return list(read, context, values.json)
  const clocks = await store.openClocks(read)
  if (values.batch !== undefined) return batch(clocks, values.batch, how)
  const actDate = values['act-date'] ?? null
  return one(clocks, { rule: rule ?? '', from: values.from ?? '', region: values.region ?? null, actDate, line: 1 }, how)
}

export const regulationsVerbs: readonly Verb[] = [{ name: 'due', usage, says: words.cli.due, run: due }]
