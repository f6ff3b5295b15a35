import { createWriteStream, readFileSync, writeFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { refuse } from '../../kernel/refusal.ts'
import { say } from '../../kernel/say.ts'
import { Refused } from '../../platform/stop.ts'
import { type ExitCode, type Verb, type VerbContext, WrongUsage } from '../../platform/verb.ts'
import { fingerprint } from './chain/sign.ts'
import { makeCheckpoint, parseCheckpoint, rememberedCheckpoints } from './checkpoint.ts'
import { exportLines } from './export.ts'
import type { Checkpoint } from './model.ts'
import { chainAll } from './sequencer.ts'
import { type Verdict, verifyTrail } from './verify.ts'
import { words } from './words.ts'

const usage = 'guantong trail verify [--against CHECKPOINT] [--json] | trail checkpoint FILE | trail export FILE [--chain CODE]'

/** Reads a checkpoint's file; refuses what is none. */
export function readCheckpoint(path: string): Checkpoint {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    throw new Refused(refuse('checkpointUnreadable', { file: path }))
  }
  return parseCheckpoint(text, path)
}

function tell(context: VerbContext, verdict: Verdict): void {
  const { rows, unchained, firstBad, elsewhere } = verdict
  const t = (phrase: { zh: string; en: string }, facts = {}) => say(phrase, context.tongue, facts)
  context.out(t(verdict.ok ? words.note.allWell : words.note.broken, { rows, unchained }))
  if (elsewhere > 0) context.out(t(words.note.elsewhere, { count: elsewhere }))
  const found = Object.entries(words.fault).find(([code]) => code === firstBad?.code)
  if (firstBad && found)
    context.out(`${t(found[1])}: ${[firstBad.chain, firstBad.seq, firstBad.entry].filter((each) => each !== null).join(' ')}`)
}

async function verify(context: VerbContext, given: { against: string | undefined; json: boolean }): Promise<ExitCode> {
  const { db, seal } = await context.office()
  const presented = given.against === undefined ? [] : [readCheckpoint(given.against)]
  const label = say(words.note.verifying, context.tongue)
  const verdict = await db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      const against = [...presented, ...(await rememberedCheckpoints(tx, seal))]
      return verifyTrail(tx, seal, { against, progress: (step) => context.progress({ ...step, label }) })
    })
  if (given.json) context.json(verdict)
  else tell(context, verdict)
  return verdict.ok ? 0 : 1
}

async function checkpoint(context: VerbContext, file: string): Promise<ExitCode> {
  const office = await context.office()
  await chainAll(office)
  const { body } = await makeCheckpoint(await context.desk(null, 'trail.checkpoint'), office.seal)
  writeFileSync(file, `${JSON.stringify(body, null, 2)}\n`)
  context.err(say(words.note.signed, context.tongue, { file, rows: body.rows, key: fingerprint(body.signature) }))
  return 0
}

async function exportTo(context: VerbContext, file: string, chain: string | undefined): Promise<ExitCode> {
  const office = await context.office()
  await chainAll(office)
  const desk = await context.desk(null, 'trail.export')
  const at = desk.now
  await office.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      const lines = Readable.from(withEnds(exportLines(tx, chain === undefined ? { at } : { at, chain })))
      await pipeline(lines, createWriteStream(file))
    })
  desk.seen('trail:all')
  context.err(say(words.note.exported, context.tongue, { file }))
  return 0
}

async function* withEnds(lines: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of lines) yield `${line}\n`
}

/** `guantong trail`: check the trail, sign how far it has come, hand it out. */
async function run(context: VerbContext, argv: readonly string[]): Promise<ExitCode> {
  const options = { against: { type: 'string' }, chain: { type: 'string' }, json: { type: 'boolean', default: false } } as const
  const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true })
  const [what, file, ...more] = positionals
  if (more.length > 0) throw new WrongUsage()
  if (what === 'verify' && file === undefined) return verify(context, { against: values.against, json: values.json })
  if (what === 'checkpoint' && file !== undefined) return checkpoint(context, file)
  if (what === 'export' && file !== undefined) return exportTo(context, file, values.chain)
  throw new WrongUsage()
}

export const trailVerbs: readonly Verb[] = [{ name: 'trail', usage, says: words.note.verb, run }]
