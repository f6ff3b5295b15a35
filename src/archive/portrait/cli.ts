import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { Day } from '../../kernel/day.ts'
import { refuse } from '../../kernel/refusal.ts'
import { say } from '../../kernel/say.ts'
import type { Source } from '../../kernel/source.ts'
import { roleMay } from '../../office/identity/policy/policy.ts'
import type { Desk } from '../../platform/desk.ts'
import { Missing, stopIf } from '../../platform/stop.ts'
import { type ExitCode, type Verb, type VerbContext, WrongUsage } from '../../platform/verb.ts'
import { portraitFile, portraitFor } from './api.ts'
import { getPortrait, type PortraitAsked } from './contract.ts'
import type { Portrait } from './model.ts'
import { words } from './words.ts'

const usage = 'guantong portrait OFFICIAL [--on DAY] [--as ACCOUNT] [--docx FILE] --json'

type Asked = { official: string; on: Day | undefined; as: string | null; docx: string | null; json: boolean }
function read(argv: readonly string[]): Asked {
  const options = { on: { type: 'string' }, as: { type: 'string' }, docx: { type: 'string' }, json: { type: 'boolean' } } as const
  const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true })
  const [official, ...others] = positionals
  const on = Day.optional().safeParse(values.on)
  if (!official || others.length > 0 || !on.success) throw new WrongUsage()
  return { official, on: on.data, as: values.as ?? null, docx: values.docx ?? null, json: values.json ?? false }
}

const placed = ({ room, record, field, document, paragraph, start, end, sha256 }: Source) => ({
  room,
  record,
  field,
  document,
  paragraph,
  start,
  end,
  sha256,
})
/** What scripts read; keys in a fixed order, so that the same records give the same bytes. */
export const portraitJson = ({ official, asOf, sentences, withheld }: Portrait) => ({
  official: official.number,
  asOf,
  sentences: sentences.map(({ id, section, text, state, sources }) => ({ id, section, text, state, sources: sources.map(placed) })),
  withheld,
})

const mayRead = (desk: Desk, account: string | null) =>
  account === null || roleMay(desk.actor.role, getPortrait) ? null : refuse('portraitNotYours', { account })

function show(context: VerbContext, portrait: Portrait): void {
  for (const sentence of portrait.sentences) context.out(`[${sentence.section}] ${sentence.text}`)
}

/** `guantong portrait`: an official's portrait as JSON, as text, or as a Word file. */
async function run(context: VerbContext, argv: readonly string[]): Promise<ExitCode> {
  const asked = read(argv)
  const opened = await context.desk(asked.as, getPortrait.name)
  stopIf(mayRead(opened, asked.as))
  const input: PortraitAsked = { official: asked.official, on: asked.on, purpose: say(words.note.byCommand, context.tongue) }
  const desk: Desk<PortraitAsked> = { ...opened, input }
  try {
    const portrait = await portraitFor(desk)
    if (asked.docx) await writeFile(asked.docx, (await portraitFile(desk, desk.actor.name)).bytes)
    if (asked.json) context.json(portraitJson(portrait))
    else if (!asked.docx) show(context, portrait)
    return 0
  } catch (error) {
    if (!(error instanceof Missing)) throw error
    context.err(context.sentence(refuse('officialUnknown', { given: asked.official })))
    return 1
  }
}

export const portraitVerbs: readonly Verb[] = [{ name: 'portrait', usage, says: words.title.verb, run }]
