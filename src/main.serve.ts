import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { loadDemonstration } from './demonstration/load.ts'
import { words as demoWords } from './demonstration/words.ts'
import { handlers, imports } from './house.ts'
import { refuse } from './kernel/refusal.ts'
import { say } from './kernel/say.ts'
import { words } from './main.words.ts'
import { demoPassword } from './office/identity/rules/password.ts'
import { demoAccounts } from './office/identity/store/accounts.ts'
import { findSetting } from './office/identity/store.ts'
import { words as identityWords } from './office/identity/words.ts'
import { openDb, openHastyPool } from './platform/db.ts'
import { Refused } from './platform/stop.ts'
import { type Verb, type VerbContext, WrongUsage } from './platform/verb.ts'
import { type Serving, startServing, stopWithSignals } from './serving.ts'

function settings(argv: readonly string[]) {
  const options = { port: { type: 'string' }, host: { type: 'string' }, demo: { type: 'boolean' }, 'no-demo': { type: 'boolean' } } as const
  const { values } = parseArgs({ args: [...argv], options })
  const port = Number(values.port ?? process.env.PORT ?? 8080)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new WrongUsage()
  const asked =
    values.demo || process.env.GUANTONG_DEMO === '1' ? true : values['no-demo'] || process.env.GUANTONG_DEMO === '0' ? false : null
  return { port, host: values.host ?? process.env.HOST ?? '127.0.0.1', demo: asked }
}

async function wantsDemo(context: VerbContext, asked: boolean | null): Promise<boolean> {
  if (asked !== null) return asked
  if (!process.stdin.isTTY) return true
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  const answer = await terminal.question(say(words.offerDemo, context.tongue))
  terminal.close()
  return !/^n/i.test(answer.trim())
}

/** On the very first start: an empty house is offered the demonstration city. */
async function furnish(context: VerbContext, serving: Serving, asked: boolean | null): Promise<void> {
  const { db } = serving.house.office
  const empty = (await db.selectFrom('account').select('account').limit(1).executeTakeFirst()) === undefined
  const begun = (await findSetting(db, 'demonstration')) !== undefined
  if (!begun && (!(empty || asked === true) || !(await wantsDemo(context, asked)))) return
  if (!begun) context.err(say(words.loading, context.tongue))
  const progress = (step: keyof typeof demoWords.step) => context.err(`  ${say(demoWords.step[step], context.tongue)}`)
  const pool = openHastyPool(serving.house.url)
  const seal = { ...serving.house.office.seal, awaited: new Set<string>() }
  const office = { ...serving.house.office, seal, db: openDb(pool) }
  const { runJobs } = context
  await loadDemonstration({ office, house: imports(), handlers, password: demoPassword, runJobs, progress }).finally(() => pool.end())
}

async function announce(context: VerbContext, serving: Serving): Promise<void> {
  const { db, clock } = serving.house.office
  context.out(say(words.ready, context.tongue, { address: serving.address }))
  const someone = await db.selectFrom('account').select('account').limit(1).executeTakeFirst()
  if (!someone) return context.out(say(words.firstAccount, context.tongue))
  if ((await findSetting(db, 'demonstration')) === undefined) return
  context.out(say(words.logins, context.tongue))
  for (const each of await demoAccounts(db, clock.today()))
    context.out(`${each.account} ${demoPassword} ${say(identityWords.role[each.role], context.tongue)}`)
}

async function open(context: VerbContext, serving: Serving, demo: boolean | null): Promise<void> {
  await furnish(context, serving, demo)
  serving.open()
  await announce(context, serving)
}

async function run(context: VerbContext, argv: readonly string[]): Promise<0> {
  const { port, host, demo } = settings(argv)
  const serving = await startServing({ host, port }).catch((error: Error & { code?: string }) => {
    throw error.code === 'EADDRINUSE' ? new Refused(refuse('portTaken', { port })) : error
  })
  const stopped = stopWithSignals(serving)
  await open(context, serving, demo).catch(async (error: unknown) => {
    if (serving.isStopping()) return
    await serving.stop()
    throw error
  })
  await stopped
  return 0
}

/** `guantong serve`: what `npm start` runs. */
export const serveVerb: Verb = {
  name: 'serve',
  usage: 'guantong serve [--port N] [--host H] [--demo | --no-demo]',
  says: words.verbs.serve,
  run,
}
