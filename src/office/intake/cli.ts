import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { basename, join, sep } from 'node:path'
import { parseArgs } from 'node:util'
import { refuse } from '../../kernel/refusal.ts'
import { say } from '../../kernel/say.ts'
import type { Desk } from '../../platform/desk.ts'
import type { StoredFile } from '../../platform/files.ts'
import { Missing, Refused, stopIf } from '../../platform/stop.ts'
import { type ExitCode, type Verb, type VerbContext, WrongUsage } from '../../platform/verb.ts'
import { beginBatch, carryOut, takeBackBatch } from './deeds.ts'
import { type House, takesName, whyNotKind } from './kinds.ts'
import type { Report } from './model.ts'
import { Batch } from './model.ts'
import { cameToNothing } from './rules/batches.ts'
import { kindAliases } from './rules/lexicon.ts'
import { keepsOriginal, type Run, reportOf, tryImport } from './run.ts'
import { words } from './words.ts'

const usage = 'guantong import WHAT PATH... [--dry-run] [--json] [--as ACCOUNT]'
const options = {
  'dry-run': { type: 'boolean', short: 'n', default: false },
  json: { type: 'boolean', default: false },
  as: { type: 'string' },
} as const

function read(argv: readonly string[]) {
  const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true })
  const [given, ...paths] = positionals
  if (given === undefined || paths.length === 0) throw new WrongUsage()
  return { what: kindAliases[given] ?? given, paths, dryRun: values['dry-run'], json: values.json, as: values.as ?? null }
}

/** Office programs leave these behind; they are nobody's papers. */
const isDebris = (name: string) => name.startsWith('.') || name.startsWith('~$') || name === 'Thumbs.db'

/** What people may expect to be read: in a folder, anything else is passed over and said so. */
const paperLike =
  /\.(?:docx?|docm|dotx?|dotm|wps|rtf|odt|ofd|pdf|ceb|xlsx?|xlsm|xlsb|et|ods|csv|txt|md|html?|lrmx?|hzb|zip|rar|7z|png|jpe?g|tiff?|bmp)$/i

type Paths = { files: string[]; passed: string[] }
/** Every file under the path, in a steady order; a file that is named itself is always taken. */
async function filesUnder(path: string, house: House, what: string): Promise<Paths> {
  const found = await stat(path).catch(() => null)
  if (!found) throw new Refused(refuse('pathMissing', { path }))
  if (!found.isDirectory()) return { files: [path], passed: [] }
  const names = (await readdir(path, { recursive: true })).filter((name) => !name.split(sep).some(isDebris)).sort()
  const under: Paths = { files: [], passed: [] }
  for (const name of names.map((each) => join(path, each))) {
    if ((await stat(name)).isDirectory()) continue
    const wanted = paperLike.test(name) || takesName(house, what, name)
    under[wanted ? 'files' : 'passed'].push(name)
  }
  return under
}

async function measured(path: string): Promise<StoredFile> {
  const hash = createHash('sha256')
  let size = 0
  for await (const piece of createReadStream(path)) {
    hash.update(piece)
    size += piece.length
  }
  return { name: basename(path).normalize('NFC'), sha256: hash.digest('hex'), size, path }
}

/** Only originals that a room keeps are copied; all others are read where they lie. */
async function fileAt(path: string, from: { house: House; what: string; store: Desk['store'] | null }): Promise<StoredFile> {
  const name = basename(path).normalize('NFC')
  if (!from.store || !keepsOriginal(from.house, from.what, name)) return measured(path)
  return from.store.save(name, createReadStream(path))
}

function tell(context: VerbContext, report: Report): void {
  const { tongue } = context
  const counts = { ...report, unreadable: report.unreadable.length, rejected: 0, ignored: 0 }
  context.out(report.batch ? say(words.told.batch, tongue, { batch: report.batch }) : say(words.told.dryRun, tongue))
  context.out(say(words.told.counts, tongue, { ...counts, batch: '' }))
}
function tellTrouble(context: VerbContext, report: Report): void {
  const { tongue } = context
  for (const each of report.rejected) context.err(say(words.told.rejected, tongue, each))
  for (const each of report.unreadable) context.err(say(words.told.unreadable, tongue, each))
  for (const each of report.ignored) context.err(say(words.told.ignored, tongue, each))
}

async function runFor(context: VerbContext, house: House, given: ReturnType<typeof read>) {
  stopIf(whyNotKind(house, given.what))
  const found = await Promise.all(given.paths.map((path) => filesUnder(path, house, given.what)))
  const paths = found.flatMap((each) => each.files)
  if (paths.length === 0) throw new Refused(refuse('noFiles', { path: given.paths.join(' ') }))
  const desk = await context.desk(given.as, 'intake.run')
  const store = given.dryRun ? null : desk.store
  const files: StoredFile[] = []
  for (const path of paths) files.push(await fileAt(path, { house, what: given.what, store }))
  const actor = { account: desk.actor.account, jurisdiction: desk.actor.jurisdiction }
  const run: Run = { house, desk, what: given.what, files, actor, progress: (step) => context.progress(step) }
  return { run, desk, passed: found.flatMap((each) => each.passed) }
}

async function importPaths(context: VerbContext, house: House, argv: readonly string[]): Promise<ExitCode> {
  const given = read(argv)
  const { run, desk, passed } = await runFor(context, house, given)
  const { what, files } = run
  const ledger = given.dryRun ? await tryImport(run) : await carryOut(run, await beginBatch(desk, { what, files, state: 'running' }), null)
  if (!given.dryRun) await context.runJobs()
  const report = reportOf(ledger, run, { tongue: context.tongue, most: Number.POSITIVE_INFINITY })
  if (given.json) context.json(report)
  else tell(context, report)
  tellTrouble(context, report)
  for (const path of passed) context.err(say(words.told.passed, context.tongue, { file: path }))
  return cameToNothing(report) ? 1 : 0
}

async function undo(context: VerbContext, house: House, argv: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = parseArgs({ args: [...argv], options: { json: options.json, as: options.as }, allowPositionals: true })
  const [batch] = positionals
  if (batch === undefined || positionals.length > 1) throw new WrongUsage()
  if (!Batch.shape.id.safeParse(batch).success) throw new Refused(refuse('batchUnknown', { batch }))
  const desk = await context.desk(values.as ?? null, 'intake.undo')
  const { account, jurisdiction } = desk.actor
  const undone = await takeBackBatch(desk, house, { id: batch, account, jurisdiction }).catch((error: unknown) => {
    throw error instanceof Missing ? new Refused(refuse('batchUnknown', { batch })) : error
  })
  if (values.json) context.json({ batch: undone.id, state: undone.state, undoneAt: undone.undoneAt })
  else context.out(say(words.told.undone, context.tongue, { batch }))
  return 0
}

export const intakeVerbs = (house: () => House): readonly Verb[] => [
  { name: 'import', usage, says: words.verb.import, run: (context, argv) => importPaths(context, house(), argv) },
  {
    name: 'undo',
    usage: 'guantong undo BATCH [--json] [--as ACCOUNT]',
    says: words.verb.undo,
    run: (context, argv) => undo(context, house(), argv),
  },
]
