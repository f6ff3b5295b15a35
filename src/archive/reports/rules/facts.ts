import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import { liesIn } from '../../../registers/places/rules/jurisdiction.ts'
import type { Document, Guessed } from '../model.ts'
import type { words } from '../words.ts'
import type { Guesses } from './guess.ts'

type No = Refusal<keyof typeof words.refusal>
type Facts = Pick<Document, 'title' | 'number' | 'kind' | 'year'>

/** A paper taken in from the console belongs to the whole house. */
const everywhere = '*'

/** Whether a reader of this place may know of the paper. */
export const mayKnow = (paper: Pick<Document, 'jurisdiction'>, place: string): boolean =>
  paper.jurisdiction === everywhere || liesIn(paper.jurisdiction, place)

/** Null when the facts of the paper may be corrected from this place. */
export function whyNotSaveFacts(paper: Pick<Document, 'jurisdiction' | 'state'>, place: string): No | null {
  if (paper.state === 'unreadable') return refuse('reportUnreadable')
  return mayKnow(paper, place) ? null : refuse('reportElsewhere')
}

/** The rules behind the facts once a person has saved them: what was changed is the person's. */
export function guessedAfter(kept: Facts & { guessed: Guessed }, saved: Facts): Guessed {
  const by = <K extends keyof Facts>(key: K) => (kept[key] === saved[key] ? kept.guessed[key] : 'person')
  return { title: by('title'), number: by('number'), kind: by('kind'), year: by('year') }
}

/** What a new edition is taken to be: what a person has set stays, the rest is proposed anew. */
export function factsOf(guesses: Guesses, before: (Facts & { guessed: Guessed }) | null): Facts & { guessed: Guessed } {
  const set = (key: keyof Facts) => before?.guessed[key] === 'person'
  return {
    title: before && set('title') ? before.title : guesses.title.value.slice(0, 300),
    number: before && set('number') ? before.number : guesses.number.value,
    kind: before && set('kind') ? before.kind : guesses.kind.value,
    year: before && set('year') ? before.year : guesses.year.value,
    guessed: {
      title: set('title') ? 'person' : guesses.title.rule,
      number: set('number') ? 'person' : guesses.number.rule,
      kind: set('kind') ? 'person' : guesses.kind.rule,
      year: set('year') ? 'person' : guesses.year.rule,
    },
  }
}
