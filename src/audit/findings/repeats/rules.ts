import type { Day } from '../../../kernel/day.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { Finding } from '../model.ts'
import type { FindingRepeat, FindingRule } from './model.ts'
import type { words } from './words.ts'

type No = Refusal<keyof typeof words.refusal>
export type Told = Pick<Finding, 'id' | 'number' | 'unit' | 'problemClass' | 'year' | 'project' | 'title' | 'facts' | 'jurisdiction'>
export type Alike = { finding: string; earlier: string; likeness: number; shared: string[] }
export type Settings = { likeness: number; years: number; earlier: number }

const most = 400
/** The words of a finding without figures and punctuation: what two audits may say alike. */
const plainOf = ({ title, facts }: Pick<Told, 'title' | 'facts'>): string =>
  `${title}\u3000${facts}`.slice(0, most).replace(/[^\p{Script=Han}]+/gu, '\u3000')
const gramsOf = (text: string, size: number): ReadonlySet<string> => {
  const grams = new Set<string>()
  for (let at = 0; at + size <= text.length; at += 1) {
    const gram = text.slice(at, at + size)
    if (!gram.includes('\u3000')) grams.add(gram)
  }
  return grams
}

type Prepared = { told: Told; text: string; grams: ReadonlySet<string> }
const prepared = (told: Told): Prepared => {
  const text = plainOf(told)
  return { told, text, grams: gramsOf(text, 2) }
}

function percentAlike(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a]
  let shared = 0
  for (const gram of small) if (large.has(gram)) shared += 1
  return a.size + b.size === 0 ? 0 : Math.round((200 * shared) / (a.size + b.size))
}

/** The longest stretches of four characters or more that stand in both, five at most. */
function sharedWords(a: string, b: string): string[] {
  const grams = gramsOf(b, 4)
  const runs: string[] = []
  let run = ''
  for (let at = 0; at + 4 <= a.length; at += 1) {
    const gram = a.slice(at, at + 4)
    if (grams.has(gram)) run = run === '' ? gram : run + gram.slice(-1)
    else if (run !== '') {
      runs.push(run)
      run = ''
    }
  }
  if (run !== '') runs.push(run)
  return [...new Set(runs)].sort((x, y) => y.length - x.length).slice(0, 5)
}

const inTime = (later: Told, earlier: Told, years: number) =>
  earlier.project !== later.project && earlier.year <= later.year && later.year - earlier.year <= years

/**
 * Findings of one unit and class that say alike what an earlier audit of it said. Each is compared with so many of those
 * before it at most, so that the work grows with the number of findings and not with its square.
 */
export function alikeIn(group: readonly Told[], settings: Settings): Alike[] {
  const ordered = group.toSorted((a, b) => a.year - b.year || (a.number < b.number ? -1 : 1)).map(prepared)
  return ordered.flatMap((later, at) =>
    ordered.slice(Math.max(0, at - settings.earlier), at).flatMap((earlier): Alike[] => {
      if (!inTime(later.told, earlier.told, settings.years)) return []
      const likeness = percentAlike(later.grams, earlier.grams)
      if (likeness < settings.likeness) return []
      return [{ finding: later.told.id, earlier: earlier.told.id, likeness, shared: sharedWords(later.text, earlier.text) }]
    }),
  )
}

/** All pairs among findings of any units and classes, group by group. */
export function repeatsAmong(findings: readonly Told[], settingsAt: (region: string) => Settings): Alike[] {
  const groups = new Map<string, Told[]>()
  for (const each of findings) {
    const key = `${each.unit}/${each.problemClass}`
    const group = groups.get(key)
    if (group) group.push(each)
    else groups.set(key, [each])
  }
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .flatMap((group) => alikeIn(group, settingsAt(group[0]?.jurisdiction ?? '')))
}

/** The settings in force for a place on a day; a place's own go before everybody's. */
export function settingsOn(rules: readonly FindingRule[], at: { region: string; on: Day }): Settings {
  const amount = (rule: string, otherwise: number) =>
    rules
      .filter((each) => each.rule === rule && (each.region === null || at.region.startsWith(each.region)))
      .filter((each) => each.validFrom <= at.on && (each.validUntil === null || each.validUntil >= at.on))
      .sort((a, b) => (a.region ?? '').length - (b.region ?? '').length)
      .at(-1)?.amount ?? otherwise
  return { likeness: amount('repeat.likeness', 100), years: amount('repeat.years', 0), earlier: amount('repeat.earlier', 0) }
}

/** A pair is judged once; what a person decided is not compared away. */
export const whyNotJudge = (repeat: Pick<FindingRepeat, 'verdict' | 'decidedOn'>): No | null =>
  repeat.verdict === 'proposed' ? null : refuse('repeatJudged', { on: repeat.decidedOn ?? '' })

/** Whether the unit had another head each time: the same problem outlived the person. */
export const otherHeads = ({ heads, earlierHeads }: Pick<FindingRepeat, 'heads' | 'earlierHeads'>): boolean =>
  heads.length > 0 && earlierHeads.length > 0 && !heads.some((name) => earlierHeads.includes(name))
