import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { refuse } from '../../kernel/refusal.ts'
import { say } from '../../kernel/say.ts'
import { roleMay } from '../../office/identity/policy/policy.ts'
import type { Desk } from '../../platform/desk.ts'
import { Refused } from '../../platform/stop.ts'
import { decodeText } from '../../platform/textfile.ts'
import { type ExitCode, type Verb, type VerbContext, WrongUsage } from '../../platform/verb.ts'
import type { Found } from './contract.ts'
import { find } from './contract.ts'
import { databaseEngine, memoryEngine } from './engine.ts'
import { findIn } from './find.ts'
import { parseQuery } from './rules/parse.ts'
import { words } from './words.ts'

const usage = 'guantong search QUERY [--limit N] [--as ACCOUNT] [--json] | guantong search --batch FILE [--as ACCOUNT]'
const options = {
  limit: { type: 'string', default: '20' },
  as: { type: 'string' },
  json: { type: 'boolean' },
  batch: { type: 'string' },
} as const
const isOption = /^--(?:limit|as|json|batch)(?:=|$)/
const mostHits = 1_000_000

type Given = { query: string; limit: number; account: string | null; json: boolean; batch: string | null }

/** A query may begin with a minus of its own: only our options are options. */
function read(argv: readonly string[]): Given {
  const flags = argv.filter((arg, i) => isOption.test(arg) || takesValue(argv[i - 1]))
  const said = argv.filter((arg, i) => !isOption.test(arg) && !takesValue(argv[i - 1]) && arg !== '--')
  const { values } = parseArgs({ args: flags, options, strict: true })
  const limit = Number(values.limit)
  if (!Number.isInteger(limit) || limit < 0 || (said.length === 0) === (values.batch === undefined)) throw new WrongUsage()
  const { as: account = null, batch = null, json = false } = values
  return { query: said.join(' '), limit: Math.min(limit, mostHits), account, json, batch }
}
const takesValue = (before: string | undefined) => before !== undefined && ['--limit', '--as', '--batch'].includes(before)

async function deskFor(context: VerbContext, account: string | null): Promise<Desk> {
  const desk = await context.desk(account, find.name)
  if (account !== null && !roleMay(desk.actor.role, find)) throw new Refused(refuse('forbidden'))
  return desk
}

function tell(context: VerbContext, { total, paragraphs, hits, complete, unsearchable }: Found): void {
  const { tongue } = context
  context.out(say(words.cli.totals, tongue, { documents: total, paragraphs }))
  for (const { title, paragraph, document, text } of hits)
    context.out(`\n${say(words.cli.hit, tongue, { title, paragraph, document })}\n${text}`)
  if (!complete) context.err(say(words.cli.incomplete, tongue))
  for (const { document, message } of unsearchable) context.err(`${document}: ${message}`)
}

async function searchOne(context: VerbContext, given: Given): Promise<ExitCode> {
  const parsed = parseQuery(given.query)
  if ('refusal' in parsed) throw new Refused(parsed.refusal)
  const { read } = await deskFor(context, given.account)
  const asked = { given: given.query, query: parsed.query, tongue: context.tongue, offset: 0, limit: given.limit }
  const answer = await findIn(read, databaseEngine(read), asked)
  if (given.json) context.json(answer)
  else tell(context, answer)
  return 0
}

/** One query a line, one JSON line an answer; a malformed query is answered with its reason and makes the exit code 1. */
async function searchMany(context: VerbContext, { batch, account }: Given): Promise<ExitCode> {
  const file = await readFile(batch ?? '').catch(() => null)
  if (!file) throw new Refused(refuse('queryFileMissing', { file: batch ?? '' }))
  const { read } = await deskFor(context, account)
  const engine = await memoryEngine(read)
  let code: ExitCode = 0
  for (const [index, query] of decodeText(file)
    .split(/\r\n|\r|\n/)
    .entries()) {
    if (query.trim() === '') continue
    const parsed = parseQuery(query)
    if ('refusal' in parsed) {
      const message = context.sentence(parsed.refusal)
      context.err(say(words.cli.line, context.tongue, { line: index + 1, query, message }))
      context.json({ query, ...parsed.refusal, message })
      code = 1
      continue
    }
    const documents = (await engine.matching(parsed.query)).map(({ name }) => name)
    context.json({ query, total: documents.length, documents })
  }
  return code
}

/** `guantong search`: exact, from the whole library of the account's place (the console sees every place). */
async function search(context: VerbContext, argv: readonly string[]): Promise<ExitCode> {
  const given = read(argv)
  return given.batch === null ? searchOne(context, given) : searchMany(context, given)
}

export const searchVerbs: readonly Verb[] = [{ name: 'search', usage, says: words.says, run: search }]
