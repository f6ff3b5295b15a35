import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { say } from '../kernel/say.ts'
import { wordDocument } from '../office/documents/word.ts'
import type { House } from '../office/intake/kinds.ts'
import { csvText } from '../platform/csvfile.ts'
import type { Handler } from '../platform/serve.ts'
import { type ExitCode, type Verb, type VerbContext, WrongUsage } from '../platform/verb.ts'
import { loadDemonstration } from './load.ts'
import { removeDemonstration } from './remove.ts'
import { words } from './words.ts'
import { demoReport } from './world/report.doc.ts'
import * as sheets from './world/sheets.ts'
import { makeWorld } from './world/world.ts'

type Given = { house: () => House; handlers: () => readonly Handler[]; password: string }

async function load(context: VerbContext, { house, handlers, password }: Given): Promise<void> {
  const progress = (step: keyof typeof words.step) => context.err(say(words.step[step], context.tongue))
  const loaded = await loadDemonstration({
    office: await context.office(),
    house: house(),
    handlers: handlers(),
    password,
    runJobs: context.runJobs,
    progress,
  })
  context.out(say(loaded ? words.note.loaded : words.note.already, context.tongue))
}

/** The demonstration's own workbooks and reports as files, to try an import with. */
async function write(context: VerbContext, folder: string): Promise<void> {
  const world = makeWorld()
  const books = {
    units: sheets.unitsBook,
    officials: sheets.officialsBook,
    tenures: sheets.tenuresBook,
    audits: sheets.auditsBook,
    rectification: sheets.rectificationBook,
  }
  await mkdir(join(folder, 'reports'), { recursive: true })
  for (const [name, make] of Object.entries(books)) await writeFile(join(folder, `${name}.csv`), csvText(make(world)))
  await writeFile(join(folder, 'findings.csv'), csvText(sheets.findingsBook(world, () => '')))
  for (const audit of world.audits) await writeFile(join(folder, 'reports', audit.file), await wordDocument(demoReport(audit)))
  context.out(say(words.note.wrote, context.tongue, { folder }))
}

async function run(context: VerbContext, argv: readonly string[], given: Given): Promise<ExitCode> {
  const [what, folder] = argv
  if (what === 'load') await load(context, given)
  else if (what === 'remove') {
    await removeDemonstration(await context.office())
    context.out(say(words.note.removed, context.tongue))
  } else if (what === 'files' && folder) await write(context, folder)
  else throw new WrongUsage()
  return 0
}

export const demonstrationVerbs = (given: Given): readonly Verb[] => [
  {
    name: 'demo',
    usage: 'guantong demo load | remove | files FOLDER',
    says: words.verb,
    run: (context, argv) => run(context, argv, given),
  },
]
