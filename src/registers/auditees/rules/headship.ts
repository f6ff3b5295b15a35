import type { UnitCategory } from '../../places/model.ts'
import type { Headship } from '../model.ts'
import { charge, otherTitles, partyTitles, placeTitles, titleSeparators } from './lexicon.ts'

const titlesOf = (category: UnitCategory): readonly string[] =>
  category === 'party' ? partyTitles : category === 'government' ? [...placeTitles, ...partyTitles.slice(0, 3)] : otherTitles

/** Whether a post's own words say that it heads the unit: one of its titles is exactly the title of a head. A deputy in charge says so. */
export function headshipOf(post: string, category: UnitCategory): Headship {
  if (charge.test(post)) return 'acting'
  const titles = post.split(titleSeparators).map((title) => title.trim())
  return titles.some((title) => titlesOf(category).includes(title)) ? 'head' : 'other'
}
