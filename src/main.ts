import { parseArgs } from 'node:util'
import { benches } from '../bench/index.ts'
import { openConsole } from './console.ts'
import { contracts, verbs } from './house.ts'
import { say, type Tongue } from './kernel/say.ts'
import { serveVerb } from './main.serve.ts'
import { words } from './main.words.ts'
import { openApi } from './platform/openapi.ts'
import { DatabaseTrouble } from './platform/postgres/server.ts'
import { BadInput, Refused } from './platform/stop.ts'
import { type ExitCode, type Verb, type VerbContext, WrongUsage } from './platform/verb.ts'

const own: readonly Verb[] = [
  serveVerb,
  {
    name: 'openapi',
    usage: 'guantong openapi',
    says: words.verbs.openapi,
    run: async (context) => {
      context.json(openApi(contracts))
      return 0
    },
  },
  {
    name: 'db',
    usage: 'guantong db url',
    says: words.verbs.db,
    run: async (context, argv) => {
      if (argv[0] !== 'url') throw new WrongUsage()
      context.out(await context.databaseUrl())
      return 0
    },
  },
  {
    name: 'bench',
    usage: `guantong bench [${Object.keys(benches).join('|')}]… [--large]`,
    says: words.verbs.bench,
    run: async (context, argv) => {
      const { values, positionals } = parseArgs({ args: [...argv], options: { large: { type: 'boolean' } }, allowPositionals: true })
      if (positionals.some((name) => !(name in benches))) throw new WrongUsage()
      const chosen = Object.entries(benches).filter(([name]) => positionals.length === 0 || positionals.includes(name))
      for (const [bench, measure] of chosen) context.json({ bench, ...(await measure({ isLarge: values.large === true })) })
      return 0
    },
  },
]
const all = [...own, ...verbs]

/** Takes --lang out of the arguments: it holds for every verb. */
function tongueIn(argv: readonly string[]): { tongue: Tongue; rest: string[] } {
  const { values, tokens } = parseArgs({ args: [...argv], options: { lang: { type: 'string' } }, strict: false, tokens: true })
  const taken = new Set(
    tokens.flatMap((token) =>
      token.kind === 'option' && token.name === 'lang' ? [token.index, ...(token.inlineValue ? [] : [token.index + 1])] : [],
    ),
  )
  return { tongue: values.lang === 'en' ? 'en' : 'zh', rest: argv.filter((_, index) => !taken.has(index)) }
}

/** How verbs are called and what they do; nothing is done. */
function explain(verbs: readonly Verb[], tongue: Tongue, tell: (text: string) => void): void {
  tell(say(words.usage, tongue))
  for (const verb of verbs) tell(`  ${verb.usage}\n      ${say(verb.says, tongue)}`)
}
const asksForHelp = (word: string) => ['--help', '-h'].includes(word)

const isUsageError = (error: unknown) =>
  error instanceof WrongUsage || (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))

/** What went wrong, in one clear message; anything else is a bug and shows its stack. */
function complain(error: unknown, context: VerbContext, verb: Verb): ExitCode {
  if (isUsageError(error)) {
    context.err(`${say(words.usage, context.tongue)}: ${verb.usage}`)
    return 2
  }
  if (error instanceof Refused) context.err(context.sentence(error.refusal))
  else if (error instanceof BadInput) for (const issue of error.issues) context.err(`${issue.path}: ${issue.message}`)
  else if (error instanceof DatabaseTrouble) context.err(error.message)
  else context.err(error instanceof Error ? (error.stack ?? error.message) : String(error))
  return 1
}

async function runVerb(verb: Verb, argv: readonly string[], tongue: Tongue): Promise<ExitCode> {
  const { context, close } = openConsole(tongue)
  const code = await verb.run(context, argv).catch((error: unknown) => complain(error, context, verb))
  await close()
  return code
}

async function runCommandLine(argv: readonly string[]): Promise<ExitCode> {
  const { tongue, rest } = tongueIn(argv)
  const [name = 'help', ...args] = rest
  const verb = all.find((each) => each.name === name)
  if (verb && !args.some(asksForHelp)) return runVerb(verb, args, tongue)
  const { context } = openConsole(tongue)
  const isAsked = verb !== undefined || name === 'help' || asksForHelp(name)
  explain(verb ? [verb] : all, tongue, isAsked ? context.out : context.err)
  if (isAsked) return 0
  context.err(say(words.unknownVerb, tongue, { verb: name }))
  return 2
}

process.exitCode = await runCommandLine(process.argv.slice(2))
