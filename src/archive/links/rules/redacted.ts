import { foldedText } from '../../../kernel/fold.ts'
import { evidenceFor } from './evidence.ts'
import type { Laid } from './laid.ts'
import { redactedName } from './lexicon.ts'
import type { PersonMention } from './people.ts'
import { agreement } from './posts.ts'
import type { Compiled } from './registry.ts'
import type { Scope } from './unit-scores.ts'

/**
 * A withheld name (surname and a placeholder) is never linked. It is put before a person only when surname, stated unit,
 * post and year leave exactly one official.
 */
export function readRedacted(compiled: Compiled, laid: Laid, scope: Scope): PersonMention[] {
  const found: PersonMention[] = []
  for (const match of laid.paper.text.matchAll(redactedName)) {
    const span = { start: match.index, end: match.index + match[0].length }
    const surname = match[0].replace(/(?:\u67d0.?|\u00d7+|x+|\*+)$/u, '')
    const only = onlyOne(compiled, laid, { span, surname, scope })
    if (only === null) continue
    found.push({
      ...span,
      ranked: [{ person: only, score: 0.5, reasons: [{ code: 'namesakes', weight: 0, facts: { count: '1' } }] }],
      outside: 0.5,
      noName: 0,
      odds: 0,
    })
  }
  return found
}

function onlyOne(
  compiled: Compiled,
  laid: Laid,
  about: { span: { start: number; end: number }; surname: string; scope: Scope },
): number | null {
  const evidence = evidenceFor(laid, about.span)
  const units = new Set(evidence.units.flatMap((unit) => (unit.best === null ? [] : [unit.best])))
  if (units.size === 0 || evidence.posts.length === 0 || evidence.outsider) return null
  const years =
    evidence.years.length > 0
      ? evidence.years
      : [about.scope.from, about.scope.until].flatMap((day) => (day ? [Number(day.slice(0, 4))] : []))
  if (years.length === 0) return null
  const fitting = compiled.people.flatMap((person, k) => {
    if (!foldedText(person.name).startsWith(about.surname)) return []
    const held = person.held.some(
      (each) =>
        units.has(each.unit) &&
        ['same', 'alike'].includes(agreement(evidence.posts, each.post)) &&
        years.some((year) => year >= Number(each.from.slice(0, 4)) && year <= Number(each.until?.slice(0, 4) ?? 9999)),
    )
    return held ? [k] : []
  })
  return fitting.length === 1 ? (fitting[0] ?? null) : null
}
