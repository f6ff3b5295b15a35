import { firstOfLetter, surnameInitials } from './lexicon.ts'

const collator = new Intl.Collator('zh-u-co-pinyin')
const known = new Map<string, string>()

/** The first letter of a character's reading, by where it sorts among the first characters of each letter. */
function initialOf(character: string): string {
  const met = known.get(character)
  if (met !== undefined) return met
  const at = firstOfLetter.findLastIndex(([first]) => collator.compare(first, character) <= 0)
  const initial = /\p{Script=Han}/u.test(character) ? (firstOfLetter[at]?.[1] ?? '') : character.toLowerCase()
  known.set(character, initial)
  return initial
}

/** zmy for 周明远. Surnames that are read otherwise than the character alone go first. */
export function initialsOf(name: string): string {
  const [first = '', ...rest] = [...name]
  return [surnameInitials[first] ?? initialOf(first), ...rest.map(initialOf)].join('')
}
