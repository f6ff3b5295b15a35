import type { Day } from '../../../kernel/day.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { Member, Project } from '../../projects/model.ts'
import type { Finding, MoneyKind, MoneyLine, ProblemClass } from '../model.ts'
import { words as findingWords } from '../words.ts'
import { amountSaid } from './amount.ts'
import type { Said } from './model.ts'
import type { words } from './words.ts'

type No = Refusal<keyof typeof words.refusal>
export type Hand = { account: string; role: string }

const afterReport = ['issued', 'delivered', 'briefed', 'followed', 'archived'] as const
type Cased = Pick<Project, 'state' | 'number' | 'reportNumber'>
/** Whether the report is out: from then on a finding is changed by a correction only. */
export const isIssued = ({ state }: Pick<Project, 'state'>): boolean => afterReport.some((each) => each === state)

const whyNotHand = (members: readonly Pick<Member, 'account'>[], hand: Hand): No | null =>
  members.length === 0 || hand.role === 'director' || members.some(({ account }) => account === hand.account)
    ? null
    : refuse('findingNotOnTeam')

type Writing = { project: Cased; members: readonly Pick<Member, 'account'>[]; hand: Hand }
const whyNotNow = ({ project, members, hand }: Writing): No | null =>
  project.state === 'terminated' ? refuse('findingProjectEnded') : whyNotHand(members, hand)
const issued = ({ project }: Writing): No | null =>
  isIssued(project) ? refuse('findingIssued', { number: project.reportNumber ?? project.number ?? '' }) : null

/** A finding is written down while the audit runs; of an issued report only what the report itself prints is taken down. */
export const whyNotRecord = (at: Writing & { printed: boolean }): No | null => whyNotNow(at) ?? (at.printed ? null : issued(at))
/** Null when this hand may change what the finding says, or add to it. */
export const whyNotEdit = (at: Writing): No | null => whyNotNow(at) ?? issued(at)
/** After the report a change is a correction, with its paper and reason. */
export const whyNotCorrect = (at: Writing): No | null => whyNotNow(at) ?? (isIssued(at.project) ? null : refuse('correctionTooEarly'))

/** Refused without basis, or without evidence behind it unless an issued report prints it. */
export function whyNotConfirm(at: Writing & { finding: Pick<Finding, 'established' | 'basis' | 'document'>; evidence: number }): No | null {
  if (at.finding.established === 'confirmed') return refuse('findingConfirmedAlready')
  const no = whyNotNow(at)
  if (no) return no
  if (at.finding.basis.length === 0) return refuse('findingWithoutBasis')
  return at.evidence > 0 || at.finding.document ? null : refuse('findingWithoutEvidence')
}

/** Only a draft on which nothing hangs is dropped. */
export function whyNotDrop(at: Writing & { finding: Pick<Finding, 'established'>; hanging: number }): No | null {
  if (at.finding.established === 'confirmed') return refuse('findingConfirmedKept')
  return whyNotNow(at) ?? (at.hanging === 0 ? null : refuse('findingAnswered'))
}

const inUse = (classes: readonly ProblemClass[], code: string, on: Day) =>
  classes.some((each) => each.code === code && each.validFrom <= on && (each.validUntil === null || each.validUntil >= on))

/** The class must be of the second level and in use on the day of the audit. */
export function whyNotClass(code: string, classes: readonly ProblemClass[], on: Day): No | Refusal | null {
  const known = classes.filter((each) => each.code === code)
  const last = known.at(-1)
  if (!last) return refuse('findingClassUnknown', { given: code })
  if (last.parent === null) return refuse('findingClassBroad', { code })
  if (inUse(classes, code, on)) return null
  return refuse('findingClassEnded', { code, on, from: last.validFrom, until: last.validUntil ?? '' })
}

type Dated = Pick<Said, 'periodFrom' | 'periodTo' | 'actOn'>
/** A period the wrong way round, an act to come, or an act outside its own period. */
export function whyNotDays({ periodFrom, periodTo, actOn }: Dated, today: Day): No | null {
  if (periodFrom && periodTo && periodTo < periodFrom) return refuse('findingPeriodUnlawful')
  if (actOn === null) return null
  if (actOn > today) return refuse('actInFuture', { on: actOn })
  const outside = (periodFrom !== null && actOn < periodFrom) || (periodTo !== null && actOn > periodTo)
  return outside ? refuse('actOutsidePeriod', { on: actOn }) : null
}

/** Amounts as written, read into whole fen: each kind once and exactly; a line of nothing is left out. */
export function moneySaid(given: readonly { kind: MoneyKind; amount: string }[]): { value: MoneyLine[] } | { refusal: No } {
  const lines: MoneyLine[] = []
  for (const { kind, amount } of given) {
    if (lines.some((line) => line.kind === kind)) return { refusal: refuse('moneyKindTwice', { kind: findingWords.money[kind].zh }) }
    const read = amountSaid(amount)
    if ('refusal' in read) return read
    lines.push({ kind, fen: read.value })
  }
  return { value: lines.filter((line) => line.fen > 0) }
}

/** The day by which the law of an act is chosen: its own, else the end of its period, else the beginning. */
export const actDay = ({ actOn, periodTo, periodFrom }: Dated): Day | null => actOn ?? periodTo ?? periodFrom

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
/** The fields in which two versions differ, by name. */
export const changedFields = (before: Said, after: Said): (keyof Said)[] => {
  const keys: readonly (keyof Said)[] = [
    'title',
    'problemClass',
    'standard',
    'facts',
    'cause',
    'consequence',
    'unit',
    'periodFrom',
    'periodTo',
    'actOn',
    'money',
    'basis',
  ]
  return keys.filter((key) => !same(before[key], after[key]))
}

/** The next number of a project's findings: the project's own number and a count of two places. */
export function nextNumber(project: Pick<Project, 'number' | 'year'>, taken: readonly string[]): string {
  const stem = project.number ?? String(project.year)
  const counts = taken.flatMap((number) => (number.startsWith(`${stem}-`) ? [Number(number.slice(stem.length + 1))] : []))
  const most = Math.max(0, ...counts.filter((count) => Number.isInteger(count)))
  return `${stem}-${String(most + 1).padStart(2, '0')}`
}
