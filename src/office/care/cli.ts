import { parseArgs } from 'node:util'
import { say } from '../../kernel/say.ts'
import { type Office, openDesk } from '../../platform/desk.ts'
import { houseActor } from '../../platform/jobs.ts'
import { openSeal } from '../../platform/seal.ts'
import { type ExitCode, type Verb, type VerbContext, WrongUsage } from '../../platform/verb.ts'
import { backUp, type Care } from './backup.ts'
import type { Check, Manifest } from './model.ts'
import { restore } from './restore.ts'
import { selfcheck, unreachable } from './selfcheck.ts'
import { words } from './words.ts'

/** Stored files a selfcheck reads unless it is asked for all. */
const sampled = 200

async function careOf(context: VerbContext): Promise<Care & { office: Office }> {
  const office = await context.office()
  const where = { url: await context.databaseUrl(), dataFolder: await context.dataFolder() }
  return { ...where, store: office.store, now: office.clock.now().toISOString(), office }
}

function onlyFile(argv: readonly string[]): string {
  const { positionals } = parseArgs({ args: [...argv], options: {}, allowPositionals: true })
  const [file, ...more] = positionals
  if (file === undefined || more.length > 0) throw new WrongUsage()
  return file
}

const sizeOf = ({ tables, parts }: Manifest) => ({
  rows: tables.reduce((sum, { rows }) => sum + rows, 0),
  files: parts.filter(({ name }) => name.startsWith('files/')).length,
})

/** Taking everything out, and putting it back, are acts of the house. */
async function trace(office: Office, verb: 'care.backup' | 'care.restore', manifest: Manifest): Promise<void> {
  const leaves = verb === 'care.backup' ? 'export' : 'act'
  const input = { at: manifest.at, ...sizeOf(manifest) }
  const { desk, leave } = await openDesk(office, { actor: houseActor, verb, input, leaves })
  await desk.change(`house:${manifest.house}`, async () => undefined)
  await leave()
}

/** `guantong backup`: exit 1 when the backup was made and yet something in it is not well. */
async function runBackup(context: VerbContext, argv: readonly string[]): Promise<ExitCode> {
  const file = onlyFile(argv)
  const care = await careOf(context)
  const manifest = await backUp(care, file)
  await trace(care.office, 'care.backup', manifest)
  const tell = (phrase: { zh: string; en: string }, facts = {}) => context.err(say(phrase, context.tongue, facts))
  tell(words.note.backedUp, { file, ...sizeOf(manifest) })
  if (manifest.damaged.length > 0) tell(words.note.damaged, { names: manifest.damaged.join(' ') })
  if (!manifest.trail.ok) tell(words.note.trailBroken)
  return manifest.damaged.length === 0 && manifest.trail.ok ? 0 : 1
}

async function runRestore(context: VerbContext, argv: readonly string[]): Promise<ExitCode> {
  const file = onlyFile(argv)
  const care = await careOf(context)
  const manifest = await restore(care, file)
  await trace({ ...care.office, seal: openSeal(care.dataFolder) }, 'care.restore', manifest)
  const facts = { at: manifest.at, entries: manifest.trail.rows, ...sizeOf(manifest) }
  context.err(say(words.note.restored, context.tongue, facts))
  return 0
}

async function runSelfcheck(context: VerbContext, argv: readonly string[]): Promise<ExitCode> {
  const options = { all: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } } as const
  const { values } = parseArgs({ args: [...argv], options })
  const { tongue } = context
  const checks: Check[] = await careOf(context)
    .then((care) => selfcheck(care, { sample: values.all ? null : sampled, tongue }))
    .catch((error: unknown) => [unreachable(error, tongue)])
  const ok = checks.every((each) => each.ok)
  if (values.json) context.json({ ok, checks })
  else for (const { ok, says } of checks) context.out(`${ok ? '✓' : '✗'} ${says}`)
  return ok ? 0 : 1
}

export const careVerbs: readonly Verb[] = [
  { name: 'backup', usage: 'guantong backup FILE', says: words.verb.backup, run: runBackup },
  { name: 'restore', usage: 'guantong restore FILE', says: words.verb.restore, run: runRestore },
  { name: 'selfcheck', usage: 'guantong selfcheck [--all] [--json]', says: words.verb.selfcheck, run: runSelfcheck },
]
