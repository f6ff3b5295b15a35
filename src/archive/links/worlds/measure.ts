import { type Found, linkPaper } from '../rules/link.ts'
import type { Compiled } from '../rules/registry.ts'
import type { Label, LabelledPaper, Stratum } from './paper.ts'

export type Tally = { right: number; wrong: number; missed: number; reviewed: number; labels: number }
export type Outcome = { people: Tally; units: Tally; strata: Map<Stratum, Tally>; slips: string[] }

const tally = (): Tally => ({ right: 0, wrong: 0, missed: 0, reviewed: 0, labels: 0 })
export const precision = (t: Tally): number => (t.right + t.wrong === 0 ? 1 : t.right / (t.right + t.wrong))
export const recall = (t: Tally): number => (t.labels === 0 ? 1 : t.right / t.labels)
export const offered = (t: Tally): number => (t.labels === 0 ? 1 : (t.right + t.reviewed) / t.labels)

/** Links every paper and compares span and target with the labels. */
export function measure(compiled: Compiled, papers: readonly LabelledPaper[]): Outcome {
  const outcome: Outcome = { people: tally(), units: tally(), strata: new Map(), slips: [] }
  for (const paper of papers) {
    const found = linkPaper(compiled, paper.text, { meta: paper.meta })
    compare(outcome, paper, found)
  }
  return outcome
}

function compare(outcome: Outcome, paper: LabelledPaper, found: readonly Found[]) {
  const byStart = new Map(found.map((each) => [`${each.kind}:${each.start}:${each.end}`, each]))
  const labelled = new Set(paper.labels.map((each) => `${each.kind}:${each.start}:${each.end}`))
  for (const label of paper.labels) count(outcome, paper, label, byStart.get(`${label.kind}:${label.start}:${label.end}`))
  for (const each of found) {
    if (each.decision !== 'link' || each.kind === 'regulation' || labelled.has(`${each.kind}:${each.start}:${each.end}`)) continue
    const spoken = each.kind === 'unit' && each.candidates[0]?.reasons.some((reason) => reason.code === 'nameSpoken')
    if (spoken && each.target === paper.meta.unit) continue
    wholeOf(outcome, each.kind).wrong += 1
    slip(outcome, paper, `unlabelled ${each.kind} -> ${each.target}`, each)
  }
}

const wholeOf = (outcome: Outcome, kind: string): Tally => (kind === 'unit' ? outcome.units : outcome.people)

function count(outcome: Outcome, paper: LabelledPaper, label: Label, found: Found | undefined) {
  const stratum = outcome.strata.get(label.stratum) ?? tally()
  outcome.strata.set(label.stratum, stratum)
  const linked = found?.decision === 'link'
  for (const t of [wholeOf(outcome, label.kind), stratum]) {
    if (label.target !== null) t.labels += 1
    if (linked && found.target === label.target) t.right += 1
    else if (linked) t.wrong += 1
    else if (label.target !== null) {
      t.missed += 1
      if (found?.candidates.some((each) => each.target === label.target) && found.decision === 'review') t.reviewed += 1
    }
  }
  if ((linked ? found.target : null) !== label.target)
    slip(
      outcome,
      paper,
      `${label.stratum}/${label.form} want ${label.target} got ${found?.decision ?? 'nothing'} ${found?.candidates[0]?.target}`,
      { ...label, candidates: found?.candidates ?? [] },
    )
}

function slip(outcome: Outcome, paper: LabelledPaper, what: string, at: { start: number; end: number; candidates: Found['candidates'] }) {
  const context = `${paper.text.slice(Math.max(0, at.start - 24), at.start)}[${paper.text.slice(at.start, at.end)}]${paper.text.slice(at.end, at.end + 14)}`
  const why = at.candidates[0]?.reasons.map((reason) => `${reason.code}${reason.weight}`).join(' ') ?? ''
  outcome.slips.push(`${what}: ${context.replaceAll('\n', '/')} (${at.candidates[0]?.score ?? ''} ${why})`)
}
