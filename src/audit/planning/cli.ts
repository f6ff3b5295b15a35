import { parseArgs } from 'node:util'
import { refuse } from '../../kernel/refusal.ts'
import { say } from '../../kernel/say.ts'
import { Refused } from '../../platform/stop.ts'
import { type ExitCode, type Verb, type VerbContext, WrongUsage } from '../../platform/verb.ts'
import { checkPlan } from './checker/check.ts'
import { readInstance, readPlan } from './cli-files.ts'
import { words } from './planner.words.ts'
import { diagnose, explainSubject, type SolveProgress, solvePlan } from './solving.ts'

const usage =
  'guantong plan solve INSTANCE.json [--seconds S | --moves N] [--seed K] [--json] | check INSTANCE.json PLAN.json | explain INSTANCE.json PLAN.json SUBJECT | diagnose INSTANCE.json'

const options = {
  seconds: { type: 'string' },
  moves: { type: 'string' },
  seed: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const
type Given = {
  values: { seconds?: string | undefined; moves?: string | undefined; seed?: string | undefined; json: boolean }
  files: readonly string[]
}

/** Exactly so many file names, else wrong usage. */
function files({ files }: Given, count: number): readonly string[] {
  if (files.length !== count) throw new WrongUsage()
  return files
}

/** A number of an option, refused by name when it is none. */
function numberOf(option: string, given: string | undefined, how: { whole: boolean }): number | undefined {
  if (given === undefined) return undefined
  const number = Number(given)
  if (given.trim() === '' || !Number.isFinite(number) || number < 0 || (how.whole && !Number.isInteger(number)))
    throw new Refused(refuse('plannerOption', { option: `--${option}`, least: 0 }))
  return number
}

const percent = (share: number) => `${(share * 100).toFixed(2)}%`
const points = (value: number) => value.toFixed(1)

/** The bar on the terminal: how much of the time or of the moves is over, with bound, plan and gap. */
function showProgress(context: VerbContext): (progress: SolveProgress) => void {
  return ({ phase, share, bound, cost, gap }) => {
    const facts = { bound: points(bound), cost: points(cost), gap: percent(gap) }
    const label = `${say(words.phase[phase], context.tongue)} ${say(words.cli.progress, context.tongue, facts)}`
    context.progress({ done: Math.min(99, Math.round(share * 100)), total: 100, label })
  }
}

async function solveVerb(context: VerbContext, given: Given): Promise<ExitCode> {
  const [path = ''] = files(given, 1)
  if (given.values.seconds !== undefined && given.values.moves !== undefined) throw new WrongUsage()
  const seconds = numberOf('seconds', given.values.seconds, { whole: false })
  const moves = numberOf('moves', given.values.moves, { whole: true })
  const seed = numberOf('seed', given.values.seed, { whole: true }) ?? 1
  const instance = await readInstance(path)
  const budget = { ...(seconds === undefined ? {} : { seconds }), ...(moves === undefined ? {} : { moves }) }
  const plan = await solvePlan(instance, { ...budget, seed, tongue: context.tongue, onProgress: showProgress(context) })
  context.progress({ done: 100, total: 100, label: percent(plan.gap) })
  if (given.values.json) context.json(plan)
  else {
    const { mandatory, deadline } = plan.missed
    const facts = { items: plan.items.length, cost: points(plan.cost), bound: points(plan.bound), gap: percent(plan.gap) }
    context.out(say(words.cli.solved, context.tongue, { ...facts, mandatory: mandatory.length, deadline: deadline.length }))
    for (const { subject, year, window, team } of plan.items) context.out([subject, year, window, team].join('\t'))
  }
  return 0
}

async function checkVerb(context: VerbContext, given: Given): Promise<ExitCode> {
  const [instancePath = '', planPath = ''] = files(given, 2)
  const checked = checkPlan(await readInstance(instancePath), await readPlan(planPath))
  const violations = checked.violations.map(({ code, facts }) => ({ code, text: say(words.violation[code], context.tongue, facts), facts }))
  if (given.values.json) context.json({ ...checked, violations })
  else {
    const head = checked.ok ? words.cli.sound : words.cli.unsound
    context.out(say(head, context.tongue, { cost: points(checked.cost), count: violations.length }))
    for (const { text } of violations) context.out(text)
  }
  return checked.ok ? 0 : 1
}

/** Why the subject is where it is; the plan must be sound. */
async function explainVerb(context: VerbContext, given: Given): Promise<ExitCode> {
  const [instancePath = '', planPath = '', subject = ''] = files(given, 3)
  const instance = await readInstance(instancePath)
  const { items } = await readPlan(planPath)
  if (!instance.subjects.some(({ id }) => id === subject)) throw new Refused(refuse('plannerNoSubject', { subject }))
  const [broken] = checkPlan(instance, { items }).violations
  if (broken) throw new Refused(refuse('plannerPlanUnsound', { problem: say(words.violation[broken.code], context.tongue, broken.facts) }))
  const explanation = await explainSubject({ instance, items, subject, tongue: context.tongue })
  if (!explanation) throw new Refused(refuse('plannerPlanUnsound', { problem: '' }))
  if (given.values.json) context.json(explanation)
  else for (const { text } of [...explanation.in, ...explanation.place, ...explanation.not]) context.out(text)
  return 0
}

/** What must give for every duty to be kept. */
async function diagnoseVerb(context: VerbContext, given: Given): Promise<ExitCode> {
  const [path = ''] = files(given, 1)
  const hear = (share: number) =>
    context.progress({ done: Math.round(share * 100), total: 100, label: say(words.cli.diagnosing, context.tongue) })
  const found = await diagnose(await readInstance(path, { pinsToo: false }), context.tongue, hear)
  hear(1)
  if (given.values.json) {
    context.json(found)
    return 0
  }
  context.out(say(found.feasible ? words.cli.feasible : words.cli.infeasible, context.tongue, { count: found.conflicts.length }))
  for (const { text } of found.conflicts) context.out(`  ${text}`)
  for (const { text, lines } of found.repairs) for (const each of [text, ...lines.map((line) => `  ${line.text}`)]) context.out(each)
  return 0
}

const deeds: Readonly<Record<string, (context: VerbContext, given: Given) => Promise<ExitCode>>> = {
  solve: solveVerb,
  check: checkVerb,
  explain: explainVerb,
  diagnose: diagnoseVerb,
}

async function plan(context: VerbContext, argv: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true })
  const [deed = '', ...rest] = positionals
  const run = Object.hasOwn(deeds, deed) ? deeds[deed] : undefined
  if (!run) throw new WrongUsage()
  return run(context, { values, files: rest })
}

export const planningVerbs: readonly Verb[] = [{ name: 'plan', usage, says: words.verb.plan, run: plan }]
