import type { Day } from '../../kernel/day.ts'
import { type Fen, fen, sumFen } from '../../kernel/money.ts'
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import {
  type Finding,
  type Grade,
  type GradeRule,
  MoneyKind as Kinds,
  type MoneyKind,
  type MoneyLine,
  type Objection,
  type ProblemClass,
} from './model.ts'
import type { words } from './words.ts'

type No = Refusal<keyof typeof words.refusal>
type Dated = { validFrom: Day; validUntil: Day | null }

const meets = (span: { from: Day; to: Day }) => (rule: Dated) =>
  rule.validFrom <= span.to && (rule.validUntil === null || rule.validUntil >= span.from)

/** When an audit stood under a rule: its day, or, when only the year is known, any day of that year. */
export const ruledOver = (audit: { day: Day | null; year: number }, asDay: (text: string) => Day): { from: Day; to: Day } =>
  audit.day ? { from: audit.day, to: audit.day } : { from: asDay(`${audit.year}-01-01`), to: asDay(`${audit.year}-12-31`) }

/**
 * Whether a grade may be given in an audit of that time: the list of grades follows the rule in force then. Old records
 * keep their old grades; nothing is re-mapped. In a year in which the rule changed and no day is known, both rules count.
 */
export function whyNotGrade(
  asked: { grade: Grade; year: number; said: string },
  span: { from: Day; to: Day },
  rules: readonly GradeRule[],
): No | null {
  const ruling = rules.filter(meets(span))
  if (ruling.some((rule) => rule.grades.includes(asked.grade))) return null
  return refuse('gradeNotInRule', { rule: ruling.at(-1)?.title ?? '', year: asked.year, grade: asked.said })
}

/** The class a cell means: by code, else by the name of a level-2 class, else of a level-1 class; local ones included. */
export function classMeant(given: string, classes: readonly ProblemClass[]): { code: string } | { refusal: No } {
  const text = given.trim()
  if (classes.some((each) => each.code === text)) return { code: text }
  const named = classes.filter((each) => each.zh === text)
  const fits = named.some((each) => each.parent) ? named.filter((each) => each.parent) : named
  const [first, ...others] = [...new Set(fits.map((each) => each.code))]
  if (!first) return { refusal: refuse('findingClassUnknown', { given: text }) }
  if (others.length === 0) return { code: first }
  return { refusal: refuse('findingClassAmbiguous', { given: text, codes: [first, ...others].join(', ') }) }
}

/** Level 1 of a class code: F07-02 belongs to F07. */
export const levelOne = (code: string): string => code.slice(0, 3)

/** Sums kind by kind. Kinds are never added to one another: 违规 and 管理不规范 measure different things. */
export function sumByKind(findings: readonly { money: readonly MoneyLine[] }[]): MoneyLine[] {
  const lines = findings.flatMap((finding) => finding.money)
  return Kinds.options.flatMap((kind) => {
    const amounts = lines.filter((line) => line.kind === kind).map((line) => line.fen)
    return amounts.length > 0 ? [{ kind, fen: sumFen(amounts) }] : []
  })
}

export const moneyOf = (finding: { money: readonly MoneyLine[] }, kind: MoneyKind): Fen =>
  sumFen(finding.money.filter((line) => line.kind === kind).map((line) => line.fen)) ?? fen(0)

/** The upheld objection that superseded a statement by a day; the latest when there are several. */
export const superseding = <O extends Pick<Objection, 'effect' | 'decidedOn'>>(objections: readonly O[], on: Day): O | null =>
  objections
    .filter((each) => each.effect !== null && each.decidedOn !== null && each.decidedOn <= on)
    .sort((a, b) => ((a.decidedOn ?? '') < (b.decidedOn ?? '') ? -1 : 1))
    .at(-1) ?? null

/** Where a finding is read in its report, as the reader page's address wants it; null when no paper is linked. */
export const placeOf = (finding: Pick<Finding, 'document' | 'paragraph' | 'start' | 'end'>) =>
  finding.document ? { document: finding.document, p: finding.paragraph, s: finding.start, e: finding.end } : null
