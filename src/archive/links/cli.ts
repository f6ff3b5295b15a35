import { readdir, stat } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import { paperExtensions } from '../../platform/paper.ts'
import { readPaper } from '../../platform/readers.ts'
import { Refused } from '../../platform/stop.ts'
import { type ExitCode, type Verb, type VerbContext, WrongUsage } from '../../platform/verb.ts'
import { readMeta } from './meta-file.ts'
import { databaseRegister, metaByName, regulationTitles } from './register.ts'
import { readRegisterFolder } from './registry-files.ts'
import { type Found, linkPaper } from './rules/link.ts'
import { type Compiled, compile } from './rules/registry.ts'
import { type Meta, noMeta } from './rules/scope.ts'
import { words } from './words.ts'

const usage = 'guantong mentions PATH… --registry DIR [--meta FILE.json] --json'
const options = { registry: { type: 'string' }, meta: { type: 'string' }, json: { type: 'boolean', default: false } } as const

type Given = { paths: readonly string[]; registry: string | null; meta: string | null; json: boolean }

function read(argv: readonly string[]): Given {
  const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true })
  if (positionals.length === 0) throw new WrongUsage()
  return { paths: positionals, registry: values.registry ?? null, meta: values.meta ?? null, json: values.json }
}

/** Files as given, and every paper under a folder, in a steady order. */
async function papersUnder(path: string): Promise<string[]> {
  const there = await stat(path).catch(() => null)
  if (!there) throw new Refused(refuse('paperMissing', { file: path }))
  if (!there.isDirectory()) return [path]
  const names = (await readdir(path)).filter((name) => !name.startsWith('.') && !name.startsWith('~$')).sort()
  const found = await Promise.all(names.map((name) => papersUnder(join(path, name))))
  return found.flat().filter((file) => paperExtensions.includes(extname(file).toLowerCase()))
}

type Ready = { compiled: Compiled; meta: ReadonlyMap<string, Meta> }

async function ready(context: VerbContext, given: Given): Promise<Ready> {
  const warn = (refusal: Refusal) => context.err(context.sentence(refusal))
  const meta = given.meta === null ? new Map<string, Meta>() : await readMeta(given.meta)
  if (given.registry === null) {
    const { read } = await context.desk(null, 'links.mentions')
    const compiled = compile(await databaseRegister(read, 'number'))
    return { compiled, meta: new Map([...(await metaByName(read)), ...meta]) }
  }
  const folder = await readRegisterFolder(given.registry, warn)
  whyNotMeta(meta, { file: basename(given.meta ?? ''), units: new Set(folder.units.map(({ key }) => key)) })
  return { compiled: compile({ ...folder, regulations: folder.regulations ?? (await titlesOfHouse(context)) }), meta }
}

function whyNotMeta(meta: ReadonlyMap<string, Meta>, given: { file: string; units: ReadonlySet<string> }) {
  for (const [document, { unit }] of meta)
    if (unit !== null && !given.units.has(unit)) throw new Refused(refuse('metaUnit', { file: given.file, document, value: unit }))
}

/** The house's own titles when the folder brings none; a house that cannot be opened has none to give. */
const titlesOfHouse = async (context: VerbContext) => {
  try {
    return await regulationTitles((await context.desk(null, 'links.mentions')).read)
  } catch (error) {
    context.err(error instanceof Error ? error.message : String(error))
    return []
  }
}

type Line = { document: string } & Found

/** One line per mention; of regulations only cited articles. */
const linesOf = (document: string, found: readonly Found[]): Line[] =>
  found
    .filter((each) => each.kind !== 'regulation' || each.article !== null)
    .map((each) => ({
      document,
      ...each,
      candidates: each.candidates.map((one) => ({ ...one, reasons: one.reasons.map(({ facts: _, ...reason }) => reason) })),
    }))

async function linkFile(context: VerbContext, path: string, { compiled, meta }: Ready, json: boolean): Promise<boolean> {
  const document = basename(path).normalize('NFC')
  const reading = await readPaper({ path, name: document })
  if ('refusal' in reading) {
    context.err(`${document}: ${context.sentence(reading.refusal)}`)
    return false
  }
  const found = linkPaper(compiled, reading.value.text, { meta: meta.get(document) ?? noMeta, tongue: context.tongue })
  for (const line of linesOf(document, found)) context.out(json ? JSON.stringify(line) : told(line))
  return true
}

const told = ({ document, start, end, surface, kind, decision, target }: Line): string =>
  [document, `${start}-${end}`, surface, kind, decision, target ?? '-'].join('\t')

async function mentions(context: VerbContext, argv: readonly string[]): Promise<ExitCode> {
  const given = read(argv)
  const paths = (await Promise.all(given.paths.map(papersUnder))).flat()
  const register = await ready(context, given)
  let failed = false
  for (const path of paths) failed = !(await linkFile(context, path, register, given.json)) || failed
  return failed ? 1 : 0
}

export const linksVerbs: readonly Verb[] = [{ name: 'mentions', usage, says: words.verb.mentions, run: mentions }]
