import { say, type Tongue } from '../../../kernel/say.ts'
import { findCitations } from '../../../registers/regulations/rules/citation.ts'
import { type ReasonCode, words } from '../words.ts'
import { layOut } from './laid.ts'
import { openPaper, type Paper } from './paper.ts'
import { type PersonMention, readPeople } from './people.ts'
import { readRedacted } from './redacted.ts'
import type { Compiled, RegulationRecord } from './registry.ts'
import { type Meta, noMeta, scopeOf } from './scope.ts'
import { type Reason, resolveUnits, spokenUnits, type UnitMention } from './unit-scores.ts'
import { sightUnits } from './units.ts'
import { thresholds as house, type Thresholds } from './weights.ts'

export type Decision = 'link' | 'review' | 'none'
/** `facts` fill the sentence of the code, so that it can be said in another tongue later. */
export type TextReason = { code: ReasonCode; weight: number; text: string; facts?: Readonly<Record<string, string>> }
export type Candidate = { target: string; score: number; reasons: readonly TextReason[] }
export type Found = {
  start: number
  end: number
  surface: string
  kind: 'official' | 'unit' | 'regulation'
  decision: Decision
  target: string | null
  score: number
  candidates: readonly Candidate[]
  article?: number | null
  paragraph?: number | null
  item?: number | null
}
export type Asked = { meta?: Meta; thresholds?: Thresholds; tongue?: Tongue }

/** Every mention of a registered official, unit or regulation in one decoded text, in the order of the text. Deterministic. */
export function linkPaper(compiled: Compiled, text: string, asked: Asked = {}): Found[] {
  const paper = openPaper(text)
  const { meta = noMeta, thresholds = house, tongue = 'zh' } = asked
  const sightings = sightUnits(compiled, paper)
  const scope = scopeOf(compiled, paper, { meta, sightings })
  const named = resolveUnits(compiled, paper, { sightings, scope })
  const units = [...named, ...spokenUnits(compiled, paper, { mentions: named, scope })].sort((a, b) => a.start - b.start)
  const people = readPeople(compiled, paper, { units, scope })
  const hidden = readRedacted(compiled, layOut(compiled, paper, { units, names: [] }), scope).filter(
    (each) => !people.some((other) => other.start < each.end && each.start < other.end),
  )
  const print = { compiled, paper, thresholds, tongue }
  return [
    ...units.map((unit) => unitFound(unit, print)),
    ...people.filter((each) => each.noName < mostlyWord).map((each) => personFound(each, print)),
    ...hidden.map((each) => ({ ...personFound(each, print), decision: 'review' as const, target: null })),
    ...regulationsFound(text, compiled.regulations),
  ].sort((a, b) => a.start - b.start || a.end - b.end || a.kind.localeCompare(b.kind))
}

/** Above this the span is taken for a word, and nothing is reported. */
const mostlyWord = 0.9
const shown = 5
/** Namesakes are shown to the person who decides, however unlikely. */
const shownAlways = 3
type Print = { compiled: Compiled; paper: Paper; thresholds: Thresholds; tongue: Tongue }

const rounded = (score: number) => Math.round(score * 10_000) / 10_000
const told = (reasons: readonly Reason<ReasonCode>[], tongue: Tongue): TextReason[] =>
  reasons.map(({ code, weight, facts }) => ({
    code,
    weight: Math.round(weight * 100) / 100,
    text: say(words.reason[code], tongue, facts),
    ...(facts ? { facts } : {}),
  }))

function decide(score: number, thresholds: Thresholds): Decision {
  if (score >= thresholds.link) return 'link'
  return score >= thresholds.review ? 'review' : 'none'
}

function personFound(mention: PersonMention, { compiled, paper, thresholds, tongue }: Print): Found {
  const span = paper.back(mention)
  const score = mention.ranked[0]?.score ?? 0
  const candidates = mention.ranked
    .filter((each, k) => k < shownAlways || each.score >= 0.002)
    .slice(0, shown)
    .map((each) => ({ target: compiled.people[each.person]?.key ?? '', score: rounded(each.score), reasons: told(each.reasons, tongue) }))
  return {
    ...span,
    surface: paper.original.slice(span.start, span.end),
    kind: 'official',
    ...settled(decide(score, thresholds), candidates),
    score: rounded(score),
    candidates,
  }
}

const settled = (decision: Decision, candidates: readonly Candidate[]) => ({
  decision,
  target: decision === 'link' ? (candidates[0]?.target ?? null) : null,
})

function unitFound(mention: UnitMention, { compiled, paper, thresholds, tongue }: Print): Found {
  const span = paper.back(mention)
  const candidates = mention.candidates
    .slice(0, shown)
    .map((each) => ({ target: compiled.units[each.unit]?.key ?? '', score: rounded(each.score), reasons: told(each.reasons, tongue) }))
  const decision = decide(mention.score, thresholds)
  return {
    ...span,
    surface: paper.original.slice(span.start, span.end),
    kind: 'unit',
    ...settled(decision, candidates),
    score: rounded(mention.score),
    candidates,
  }
}

/** One line per article cited; a title the library does not hold is shown with decision none. */
function regulationsFound(text: string, library: readonly RegulationRecord[]): Found[] {
  return findCitations(text, library).map((cited): Found => {
    const { start, end, article, paragraph, item } = cited
    const reason: TextReason = { code: 'titleKnown', weight: 8, text: words.reason.titleKnown.zh }
    const decision = cited.known ? 'link' : 'none'
    const candidates = cited.known ? [{ target: cited.title, score: 1, reasons: [reason] }] : []
    return {
      start,
      end,
      surface: text.slice(start, end),
      kind: 'regulation',
      decision,
      target: cited.known ? cited.title : null,
      score: cited.known ? 1 : 0,
      candidates,
      article,
      paragraph,
      item,
    }
  })
}
