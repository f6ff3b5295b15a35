import { roleMay } from '../../office/identity/policy/policy.ts'
import type { GiveTodos } from '../../office/notices/giver.ts'
import type { Actor } from '../../platform/desk.ts'
import { reviewCompilation, saveCompilation } from './contract.ts'
import type { Compilation, CompilationStep } from './model.ts'
import { whyNot } from './rules/steps.ts'
import { unfinished } from './store-todos.ts'
import { words } from './todo.words.ts'

type Standing = { compilation: Compilation; step: CompilationStep }
/** What a hand is to do with it: mend what was sent back to him, look over what another has finished, issue what was looked over. */
function saysOf({ compilation, step }: Standing, hand: Actor) {
  const free = (name: 'review' | 'issue') => whyNot(name, { compilation, hand, named: [], fallen: [], renewed: null }) === null
  if (step === 'sendBack') return compilation.editedBy === hand.account ? words.todo.mend : null
  if (free('review')) return words.todo.review
  return free('issue') ? words.todo.issue : null
}

/** Lists, cases and reports that wait for this person. Whether names are gone is looked at when it is opened. */
export const riskTodos: GiveTodos = async (read, actor) => {
  if (!roleMay(actor.role, saveCompilation) && !roleMay(actor.role, reviewCompilation)) return []
  return (await unfinished(read)).flatMap((standing) => {
    const { id, title } = standing.compilation
    const says = saysOf(standing, actor)
    return says ? [{ id: `compilation:${id}`, room: 'risks', says, facts: {}, about: title, dueOn: null, to: `/compilations/${id}` }] : []
  })
}
