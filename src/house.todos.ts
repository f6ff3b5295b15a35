import { countsOf } from './archive/links/store.ts'
import { riskTodos } from './archive/risks/todos.ts'
import { fieldworkTodos } from './audit/fieldwork/todos.ts'
import { correctionTodos } from './audit/findings/correction/todos.ts'
import { leadTodos } from './audit/leads/todos.ts'
import { planningTodos } from './audit/planning/todos.ts'
import { projectTodos } from './audit/projects/todos.ts'
import { ItemFilter, type ItemLine } from './audit/rectification/contract.ts'
import { standing } from './audit/rectification/rules.ts'
import { listItems } from './audit/rectification/store.ts'
import { words } from './house.words.ts'
import type { Day } from './kernel/day.ts'
import { documentTodos } from './office/documents/todos.ts'
import { roleMay } from './office/identity/policy/policy.ts'
import { orderPage } from './office/identity/store/accounts.ts'
import type { GiveTodos } from './office/notices/giver.ts'
import type { Todo } from './office/notices/model.ts'
import { countOf } from './platform/db.ts'

const unitsOwn = ['unitStaff']
const overseers = ['clerk', 'auditor', 'leadAuditor', 'director', 'committeeOffice', 'secretary']

const mayDo = (role: string, name: 'rectification.claim' | 'rectification.recognise' | 'rectification.close') =>
  roleMay(role, { name, kind: 'act' })

/** What a hand is to do with an item where it stands: the unit reports; whoever may recognises or closes; the rest follow what is due. */
function saysOf(item: ItemLine, today: Day, role: string): Todo['says'] | null {
  if (unitsOwn.includes(role)) return item.state === 'open' && mayDo(role, 'rectification.claim') ? words.todo.claim : null
  if (item.state === 'claimed') return mayDo(role, 'rectification.recognise') ? words.todo.recognise : null
  if (item.state === 'recognised') return mayDo(role, 'rectification.close') ? words.todo.close : null
  return ['overdue', 'dueSoon'].includes(standing(item, today)) ? words.todo.press : null
}

const rectification: GiveTodos = async (read, actor, today) => {
  const ofUnit = unitsOwn.includes(actor.role)
  if (!ofUnit && !overseers.includes(actor.role)) return []
  const filter = ItemFilter.parse({ state: ['open', 'claimed', 'recognised'], limit: 500 })
  const { rows } = await listItems(read, { filter, today })
  return rows.flatMap((item) => {
    const says = saysOf(item, today, actor.role)
    if (!says) return []
    const to = `/rectification?open=${item.id}`
    return [
      {
        id: `rectification:${item.id}`,
        room: 'rectification',
        says,
        facts: {},
        about: `${item.unitName} · ${item.title}`,
        dueOn: item.dueOn,
        to,
      },
    ]
  })
}

/** Papers nobody could read: one line, with their number. */
const unreadablePapers: GiveTodos = async (read, actor) => {
  if (!overseers.includes(actor.role)) return []
  const query = read.selectFrom('document').where('state', '=', 'unreadable')
  const count = await countOf(query.select((e) => e.fn.countAll<number>().as('count')))
  if (count === 0) return []
  return [
    {
      id: 'document:unreadable',
      room: 'reports',
      says: words.todo.unreadable,
      facts: { count },
      about: '',
      dueOn: null,
      to: '/reports?state=unreadable',
    },
  ]
}

/** Lines of imported resumes that nobody has entered or set aside yet. */
const resumeLines: GiveTodos = async (read, actor) => {
  if (!overseers.includes(actor.role)) return []
  const waiting = await read
    .selectFrom('resumeLine')
    .innerJoin('official', 'official.id', 'resumeLine.official')
    .where('resumeLine.state', '=', 'waiting')
    .groupBy(['official.id', 'official.name'])
    .select((e) => ['official.id', 'official.name', e.fn.countAll<number>().as('count')])
    .orderBy('official.name')
    .limit(50)
    .execute()
  return waiting.map(({ id, name, count }) => ({
    id: `official:${id}`,
    room: 'auditees',
    says: words.todo.resume,
    facts: { count: Number(count) },
    about: name,
    dueOn: null,
    to: `/auditees?open=${id}`,
  }))
}

/** Persons named in papers whom the scorer could not place by itself. */
const mentions: GiveTodos = async (read, actor) => {
  if (!overseers.includes(actor.role)) return []
  const { review } = await countsOf(read, { kind: 'official' })
  if (review === 0) return []
  return [
    { id: 'mention:review', room: 'links', says: words.todo.mentions, facts: { count: review }, about: '', dueOn: null, to: '/mentions' },
  ]
}

/** Seats and resets that one administrator proposed and another must decide. */
const accessOrders: GiveTodos = async (read, actor) => {
  if (!roleMay(actor.role, { name: 'identity.decideOrder', kind: 'act' })) return []
  const { total } = await orderPage(read, { place: actor.jurisdiction, state: 'waiting', offset: 0, limit: 1 })
  if (total === 0) return []
  const says = words.todo.orders
  return [
    { id: 'accessOrder:waiting', room: 'identity', says, facts: { count: total }, about: '', dueOn: null, to: '/orders?state=waiting' },
  ]
}

/** Every room's to-dos, handed to the room that lists them. */
export const todos: readonly GiveTodos[] = [
  accessOrders,
  rectification,
  mentions,
  unreadablePapers,
  resumeLines,
  projectTodos,
  ...fieldworkTodos,
  planningTodos,
  leadTodos,
  documentTodos,
  correctionTodos,
  riskTodos,
]
