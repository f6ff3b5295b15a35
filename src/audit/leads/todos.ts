import type { Day } from '../../kernel/day.ts'
import { roleMay } from '../../office/identity/policy/policy.ts'
import type { GiveTodos } from '../../office/notices/giver.ts'
import type { Todo } from '../../office/notices/model.ts'
import type { Reader } from '../../platform/db.ts'
import type { Actor } from '../../platform/desk.ts'
import { situationOf } from './deeds.ts'
import type { Lead, StepName } from './model.ts'
import { whyNot } from './rules.ts'
import { activeLeads } from './store-todos.ts'
import { words } from './words.ts'

const most = 300
/** What waits where a lead stands, the step that brings it on first. */
const waiting: readonly { step: StepName; says: Todo['says'] }[] = [
  { step: 'opine', says: words.todo.assess },
  { step: 'convene', says: words.todo.convene },
  { step: 'assess', says: words.todo.conclude },
  { step: 'approve', says: words.todo.approve },
  { step: 'send', says: words.todo.send },
  { step: 'receive', says: words.todo.receive },
  { step: 'accept', says: words.todo.accept },
  { step: 'begin', says: words.todo.begin },
  { step: 'feedBack', says: words.todo.feedBack },
  { step: 'record', says: words.todo.record },
  { step: 'close', says: words.todo.close },
  { step: 'resubmit', says: words.todo.returned },
  { step: 'remind', says: words.todo.remind },
]

/** A receiver without a seat answers by letter: that its letter is still to come is no duty of the lead auditor. */
const ofReceiver: readonly StepName[] = ['receive', 'accept', 'begin', 'record', 'feedBack']

async function waitsFor(read: Reader, lead: Lead, actor: Actor, today: Day): Promise<Todo['says'] | null> {
  const situation = await situationOf(read, lead, { hand: actor, today })
  const open = waiting.filter(({ step }) => !(actor.role === 'leadAuditor' && ofReceiver.includes(step)))
  return open.find(({ step }) => whyNot(step, situation) === null)?.says ?? null
}

/** The leads that wait for this person: what comes next by their procedure, as far as his hand may take it. */
export const leadTodos: GiveTodos = async (read, actor, today) => {
  if (!roleMay(actor.role, { name: 'leads.list', kind: 'ask' })) return []
  const todos: Todo[] = []
  for (const { unitName, ...lead } of await activeLeads(read, most)) {
    const says = await waitsFor(read, lead, actor, today)
    if (!says) continue
    const about = `${unitName} · ${lead.title}`
    todos.push({ id: `lead:${lead.id}`, room: 'leads', says, facts: {}, about, dueOn: lead.dueOn, to: `/leads?open=${lead.id}` })
  }
  return todos
}
