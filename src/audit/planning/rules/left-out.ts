import { mainTenure } from '../../../registers/auditees/rules/status.ts'
import { type Because, because as why } from './because.ts'
import { atOf, isOurs, type Library, type LibraryPost } from './library.ts'
import { planningRule } from './rulebook.ts'

/** The post that is audited of those one official holds: the heaviest. */
function otherPost(post: LibraryPost, library: Library): LibraryPost | null {
  if (post.tenure.endsOn !== null) return null
  const held = library.posts.filter(({ official, tenure }) => official.id === post.official.id && tenure.endsOn === null)
  const main = mainTenure(held, library.today)
  return main && main.tenure.id !== post.tenure.id ? main : null
}

/** Why a principal post is not in the plan's library; null when it is. Each refusal names the rule it rests on. */
export function leftOut(post: LibraryPost, library: Library): Because | null {
  const { class: cls, state } = post.status
  if (!isOurs(post.unit, library.plan.jurisdiction)) return why('otherAuthority')
  if (cls.value === null) return why('noClass')
  if (state.value === 'settled') return why('settled', {}, post.audits.at(-1)?.id ?? null)
  if (state.value === 'leftOut') return why('tooShort', {}, post.status.due.because.rule?.id ?? null)
  const instead = planningRule(library.rules, { kind: 'substitution', class: cls.value }, atOf(library))
  if (instead && instead.amount > 0 && post.entrusted.length === 0) return why('substituted', { class: cls.value }, instead.id)
  const several = planningRule(library.rules, { kind: 'severalPosts' }, atOf(library))
  const other = several && several.amount <= 1 ? otherPost(post, library) : null
  return other ? why('otherPost', { post: `${other.unit.name} ${other.tenure.post}` }, several?.id ?? null) : null
}
