import type { Day } from '../../kernel/day.ts'
import { roleMay } from '../../office/identity/policy/policy.ts'
import type { GiveTodos } from '../../office/notices/giver.ts'
import type { Todo } from '../../office/notices/model.ts'
import { RequestFilter } from './requests/contract.ts'
import { sideOf } from './requests/rules/steps.ts'
import { listRequests, scopeOf } from './requests/store.ts'
import { papersToReview, undeclared, unsignedEvidence } from './store-todos.ts'
import { words } from './words.ts'

const most = 200
type Line = Omit<Todo, 'room' | 'facts'>
const todo = (line: Line): Todo => ({ room: 'fieldwork', facts: {}, ...line })
const may = (role: string, name: `fieldwork.${string}`) => roleMay(role, { name, kind: 'act' })

/** What the unit still has to answer; what the asking side has to check, or has had returned for too long. */
const requests: GiveTodos = async (read, actor, today) => {
  const ofUnit = may(actor.role, 'fieldwork.answerRequest')
  const side = sideOf(actor.role)
  if (!ofUnit && side === null) return []
  const state = ofUnit ? ['open', 'returned'] : ['answered']
  const filter = RequestFilter.parse({ state, ...(side ? { side } : {}), limit: most })
  const { rows } = await listRequests(read, scopeOf(actor), { filter, today })
  return rows.map((row) =>
    todo({
      id: `materialRequest:${row.id}`,
      says: ofUnit ? (row.state === 'returned' ? words.todo.resubmit : words.todo.answer) : words.todo.check,
      about: ofUnit ? row.name : `${row.unitName} · ${row.name}`,
      dueOn: ofUnit ? row.dueOn : null,
      to: `/requests?open=${row.id}`,
    }),
  )
}

const at = (project: string, tab: string) => `/projects/${project}/fieldwork?tab=${tab}`

/** Evidence sheets of one's own projects that nobody has signed or refused yet. */
const evidence: GiveTodos = async (read, actor) => {
  if (!may(actor.role, 'fieldwork.signEvidence')) return []
  return (await unsignedEvidence(read, actor.account, most)).map((row) =>
    todo({
      id: `evidence:${row.id}`,
      says: words.todo.sign,
      about: `${row.number} ${row.title}`,
      dueOn: row.replyDueOn,
      to: at(row.project, 'evidence'),
    }),
  )
}

/** Papers handed in that this person may review: of the place, prepared and last edited by somebody else. */
const papers: GiveTodos = async (read, actor) => {
  if (!may(actor.role, 'fieldwork.reviewPaper')) return []
  return (await papersToReview(read, { ...actor, most })).map((row) =>
    todo({
      id: `workingPaper:${row.id}`,
      says: words.todo.review,
      about: `${row.number} ${row.matter}`,
      dueOn: null,
      to: `${at(row.project, 'papers')}&open=${row.id}`,
    }),
  )
}

/** Teams on which this person has not yet declared whether there is a ground to step aside. */
const declarations: GiveTodos = async (read, actor, today: Day) => {
  if (!may(actor.role, 'fieldwork.declareRecusal')) return []
  return (await undeclared(read, { account: actor.account, today, most })).map((row) =>
    todo({ id: `projectMember:${row.id}`, says: words.todo.declare, about: row.title, dueOn: null, to: at(row.project, 'team') }),
  )
}

/** What waits in the fieldwork: for the unit, the team, the reviewer. */
export const fieldworkTodos: readonly GiveTodos[] = [requests, evidence, papers, declarations]
