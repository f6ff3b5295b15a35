import { type Phrase, say, type Tongue } from '../../../kernel/say.ts'
import type { Reason } from '../instance/model.ts'
import { words as planner } from '../planner.words.ts'
import { words } from '../words.ts'
import type { Known } from './hold.ts'
import type { LibraryPost } from './library.ts'

type Facts = Reason['facts']
const id = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g
const tables: Readonly<Record<string, Phrase>> = { ...words.skill, ...words.duty, ...words.full }

const skillCodes = new RegExp(`\\b(?:${Object.keys(words.skill).join('|')})\\b(?= \\+)`, 'g')

/** How the solver's keys are called in this house: officials with their units, teams, groups, skills, duties, quarters. */
export type Naming = { post(tenure: string): string; text(text: string): string; facts(facts: Facts): Facts }

const called = ({ official, unit }: LibraryPost): string => `${official.name}（${unit.name}）`

/** Units of one group as a reader knows them: the first two of them, and that there are more. */
function groupsOf({ library, built }: Known): Map<string, string> {
  const posts = new Map(library.posts.map((post) => [post.tenure.id, post.unit.name]))
  const members = new Map<string, string[]>()
  for (const subject of built.instance.subjects)
    for (const key of [subject.group, subject.unit]) if (key) members.set(key, [...(members.get(key) ?? []), posts.get(subject.id) ?? ''])
  return new Map(
    [...members].map(([key, names]) => {
      const few = [...new Set(names)]
      return [key, few.length > 2 ? `${few.slice(0, 2).join('、')}…` : few.join('、')]
    }),
  )
}

/** The solver's windows are the quarters of the year here. */
const inQuarters = (text: string, tongue: Tongue): string =>
  [1, 2, 3, 4].reduce(
    (told, window) => told.replaceAll(say(planner.window, tongue, { window }), say(words.quarterShort, tongue, { window })),
    text,
  )

/** The naming of one plan in one tongue. */
export function namingOf(known: Known, tongue: Tongue): Naming {
  const posts = new Map(known.library.posts.map((post) => [post.tenure.id, called(post)]))
  const teams = new Map(known.library.teams.map(({ team }) => [team.id, team.name]))
  const groups = groupsOf(known)
  const text = (given: string) =>
    inQuarters(
      given
        .replace(id, (key) => teams.get(key) ?? posts.get(key) ?? groups.get(key) ?? key)
        .replace(/\d{6,12}/g, (code) => known.library.places.get(code) ?? code)
        .replace(skillCodes, (code) => say(tables[code] ?? { zh: code, en: code }, tongue)),
      tongue,
    )
  const one = (value: string | number) => {
    if (typeof value === 'number') return value
    const word = tables[value]
    return word ? say(word, tongue) : (groups.get(value) ?? text(value))
  }
  return {
    post: (tenure) => posts.get(tenure) ?? '–',
    text,
    facts: (facts) => Object.fromEntries(Object.entries(facts).map(([key, value]) => [key, one(value)])),
  }
}

const sentences: Readonly<Record<string, Phrase>> = planner.reason
/** A reason of the solver in the words of the house: the same sentence, its keys replaced by names. */
export const toldReason = (naming: Naming, { code, facts }: Pick<Reason, 'code' | 'facts'>, tongue: Tongue): string =>
  naming.text(say(sentences[code] ?? { zh: code, en: code }, tongue, naming.facts(facts)))
