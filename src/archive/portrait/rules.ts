import type { MoneyLine } from '../../audit/findings/model.ts'
import { sumByKind } from '../../audit/findings/rules.ts'
import { finished } from '../../audit/rectification/rules.ts'
import { type Day, daysBetween, monthsBetween } from '../../kernel/day.ts'
import { grouped } from '../../kernel/grouped.ts'
import { type Fact, FactSection, type Source } from '../../kernel/source.ts'
import type { Figures, HeldPost, PortraitFinding, Sentence, Withheld } from './model.ts'

/** On the page, head and time line already show person and posts: what the audits found comes first there. */
export const pageOrder = [
  'findings',
  'tolerance',
  'replies',
  'rectification',
  'leads',
  'audits',
  'identity',
  'tenures',
  'mentions',
] as const satisfies readonly FactSection[]

const rank = (fact: Fact) => FactSection.options.indexOf(fact.section)
const earlier = (one: Fact, other: Fact): number => {
  if (one.section !== other.section) return rank(one) - rank(other)
  if (one.order !== other.order) return one.order < other.order ? -1 : 1
  return one.id < other.id ? -1 : 1
}

/** A fact printed: nothing is added to what the room said, and nothing is taken away but its place in the order. */
const printed = ({ id, section, text, state, sources }: Fact): Sentence => ({ id, section, text, state, sources: [...sources] })

/** The whole portrait: facts in the order of sections, then of time; the same facts always give the same sentences. */
export const compose = (facts: readonly Fact[]): Sentence[] => [...facts].sort(earlier).map(printed)

/** Roles of the audit office decide on mentions; other organs may know that some wait; parties may not. */
const deciding = ['clerk', 'auditor', 'leadAuditor', 'reviewer', 'adjudicator', 'director', 'committeeOffice', 'secretary', 'system']
const parties = ['unitStaff', 'official']

/** What this reader may see: an unconfirmed mention proves nothing, so only those who decide on mentions see it, marked. */
export function forReader(sentences: readonly Sentence[], role: string): { sentences: Sentence[]; withheld: Withheld } {
  if (deciding.includes(role)) return { sentences: [...sentences], withheld: { count: 0 } }
  const open = sentences.filter((sentence) => sentence.state !== 'unconfirmed')
  return { sentences: open, withheld: parties.includes(role) ? {} : { count: sentences.length - open.length } }
}

/** The same holds for names beside the text: what nobody has confirmed is for those who confirm. */
export const figuresFor = (figures: Figures, role: string): Figures =>
  deciding.includes(role) ? figures : { ...figures, named: figures.named.filter((each) => each.confirmed) }

/** One source is the same wherever it is cited; page and paper number them alike. */
export const sourceKey = ({ room, record, field, document, documentId, start, end }: Source): string =>
  [room, record, field, documentId ?? document, start, end].join('|')

/** Distinct sources numbered from 1 in order of appearance. */
export function numberSources(sentences: readonly Sentence[]): { number: number; source: Source }[] {
  const numbers = new Map<string, { number: number; source: Source }>()
  for (const source of sentences.flatMap((sentence) => sentence.sources))
    if (!numbers.has(sourceKey(source))) numbers.set(sourceKey(source), { number: numbers.size + 1, source })
  return [...numbers.values()]
}

export type Counters = {
  audits: number
  findings: number
  direct: number
  done: number
  items: number
  percent: number | null
  money: MoneyLine[]
}
/** Five plain counts. Money stays apart by kind; no count is a mark for the person. */
export function countersOf({ audits, findings }: Pick<Figures, 'audits' | 'findings'>): Counters {
  const items = findings.flatMap((finding) => (finding.item ? [finding.item] : []))
  const done = items.filter((item) => finished(item.recognised)).length
  const percent = items.length === 0 ? null : Math.floor((done * 1000) / items.length) / 10
  const direct = findings.filter((finding) => finding.grade === 'direct').length
  return { audits: audits.length, findings: findings.length, direct, done, items: items.length, percent, money: sumByKind(findings) }
}

export type MatrixRow = { post: HeldPost | null; counts: ReadonlyMap<string, number>; recurring: ReadonlySet<string> }
/**
 * How many findings of each level-1 class fall into each post. A problem recurs when the same level-2 class was found
 * in another post too: those cells are marked, and the classes are named with the number of posts.
 */
export function matrixOf({ posts, findings }: Pick<Figures, 'posts' | 'findings'>): {
  rows: MatrixRow[]
  recurring: { code: string; posts: number }[]
} {
  const known = new Set(posts.map((post) => post.id))
  const placeOf = (finding: PortraitFinding) => (finding.tenure !== null && known.has(finding.tenure) ? finding.tenure : null)
  const byClass = grouped(findings, (finding) => finding.problemClass)
  const recurring = [...byClass]
    .map(([code, own]) => ({ code, posts: new Set(own.map(placeOf)).size }))
    .filter((each) => each.posts > 1)
    .sort((one, other) => other.posts - one.posts || (one.code < other.code ? -1 : 1))
  const again = new Set(recurring.map((each) => each.code))
  const rowFor = (post: HeldPost | null): MatrixRow => {
    const own = findings.filter((finding) => placeOf(finding) === (post?.id ?? null))
    const counts = new Map([...grouped(own, (finding) => finding.level1)].map(([code, each]) => [code, each.length]))
    return { post, counts, recurring: new Set(own.filter((finding) => again.has(finding.problemClass)).map((finding) => finding.level1)) }
  }
  return { rows: [...posts, null].map(rowFor).filter((row) => row.counts.size > 0), recurring }
}

/** The post held on a day: a principal one before any other, the latest before an earlier. */
export function postOn(posts: readonly HeldPost[], on: Day): HeldPost | null {
  const held = posts.filter((post) => post.startsOn <= on && (post.endsOn === null || post.endsOn >= on))
  return held.findLast((post) => post.headship !== 'other') ?? held.at(-1) ?? null
}

export const timeInPost = (post: HeldPost, on: Day): { years: number; months: number } => {
  const months = Math.max(0, monthsBetween({ from: post.startsOn, to: on }))
  return { years: Math.floor(months / 12), months: months % 12 }
}

export type DueTags = { overdue: number; soon: number; within: number; allDone: boolean }
/** How many items are late or due within a month. */
export function dueTags(findings: readonly PortraitFinding[], on: Day): DueTags {
  const items = findings.flatMap((finding) => (finding.item ? [finding.item] : []))
  const open = items.filter((item) => !finished(item.recognised))
  const days = open.flatMap((item) => (item.dueOn ? [daysBetween({ from: on, to: item.dueOn })] : []))
  const soon = days.filter((left) => left >= 0 && left <= 30)
  return {
    overdue: days.filter((left) => left < 0).length,
    soon: soon.length,
    within: Math.max(0, ...soon),
    allDone: items.length > 0 && open.length === 0,
  }
}

/** The record a source names: its table, and the number or title a reader knows it by. */
export function recordNamed(
  { record }: Pick<Source, 'record'>,
  figures: Figures,
): { table: string; id: string; called: string; finding: string | null } {
  const [table = '', id = ''] = record.includes(':') ? record.split(':') : ['mention', record]
  const finding = figures.findings.find((each) => [each.id, each.responsibility, each.tolerance?.id, each.item?.id].includes(id))
  const audit = figures.audits.find((each) => each.id === id)
  const said = figures.statements.find((each) => each.id === id)
  const post = figures.posts.find((each) => each.id === id)
  const held = post ? `${post.unitName}${post.post}` : ''
  return { table, id, called: finding?.number ?? said?.title ?? audit?.title ?? held, finding: finding?.id ?? said?.finding ?? null }
}
