import { type Refusal, refuse } from '../../kernel/refusal.ts'
import type { Decision, Mention, MentionVerdict, Standing, Verdict } from './model.ts'
import { adverse } from './rules/lexicon.ts'
import type { words } from './words.ts'

type No = Refusal<keyof typeof words.refusal>

/** A person's verdict stands over the scorer's decision. */
export const standing = (decision: Decision, verdict: Verdict | null): Standing => verdict ?? decision

/** Whom the mention means as things stand; null when nobody. */
export function meant(
  mention: Pick<Mention, 'decision' | 'target'>,
  verdict: Pick<MentionVerdict, 'verdict' | 'target'> | null,
): string | null {
  if (verdict) return verdict.target
  return mention.decision === 'link' ? mention.target : null
}

/** Whom a confirmation would confirm: the one named, or the first candidate. */
export const toConfirm = (mention: Pick<Mention, 'candidates'>, named: string | undefined): string | null =>
  named ?? mention.candidates[0]?.target ?? null

/** Only a candidate can be confirmed; anybody else is a reassignment. */
export function whyNotConfirm(mention: Pick<Mention, 'candidates'>, named: string | undefined): No | null {
  const target = toConfirm(mention, named)
  return target !== null && mention.candidates.some((each) => each.target === target) ? null : refuse('nobodyToConfirm')
}

export const whyNotReassign = (mention: Pick<Mention, 'kind'>): No | null =>
  mention.kind === 'official' ? null : refuse('onlyPeopleReassigned')

export const whyNotUndo = (verdict: unknown): No | null => (verdict ? null : refuse('linkNotDecided'))

/** Whether a sentence speaks of a fault: then only a confirmed link may carry it into a portrait. */
export const isAdverse = (sentence: string): boolean => adverse.test(sentence)

/** Usable without confirmation: linked, surely enough, and nothing adverse. */
export const usableUnconfirmed = (mention: Pick<Mention, 'decision' | 'score' | 'adverse'>, strict: number): boolean =>
  mention.decision === 'link' && mention.score >= strict && !mention.adverse

/** The sentence of a text around a span, without white space at its ends. */
export function sentenceAround(text: string, span: { start: number; end: number }): string {
  const ends = /[\u3002\uff01\uff1f!?\n]/
  let start = span.start
  while (start > 0 && span.start - start < 200 && !ends.test(text.charAt(start - 1))) start -= 1
  let end = span.end
  while (end < text.length && end - span.end < 200 && !ends.test(text.charAt(end))) end += 1
  return text.slice(start, ends.test(text.charAt(end)) && text.charAt(end) !== '\n' ? end + 1 : end).trim()
}
