import { standingOf } from '../../../access.ts'
import { auditSide } from '../../../office/identity/policy/organs.ts'
import { roleMay } from '../../../office/identity/policy/policy.ts'
import type { GiveTodos } from '../../../office/notices/giver.ts'
import { acknowledge, servePlace } from './contract.ts'
import { listCorrections, noticesTo } from './store.ts'
import { words } from './words.ts'

const most = 100
/** Corrections with open places for the hands that settle them; notices that wait for the signature of the organ they are addressed to. */
export const correctionTodos: GiveTodos = async (read, actor) => {
  const standing = standingOf(actor)
  if (auditSide.some((each) => each === standing.organ)) {
    if (!roleMay(actor.role, servePlace)) return []
    const { rows } = await listCorrections(read, { show: 'open', offset: 0, limit: most })
    return rows
      .filter(({ open }) => open > 0)
      .map(({ id, number, projectTitle, open }) => ({
        ...{ id: `correction:${id}`, room: 'findings', says: words.todo.notices, facts: { count: open }, dueOn: null },
        ...{ about: `${number} · ${projectTitle}`, to: `/result-corrections?open=${id}` },
      }))
  }
  if (!roleMay(actor.role, acknowledge)) return []
  const { rows } = await noticesTo(read, standing, { offset: 0, limit: most })
  return rows
    .filter(({ state }) => state === 'noticeDue')
    .map(({ id, label }) => ({
      ...{ id: `correctionPlace:${id}`, room: 'findings', says: words.todo.received, facts: {}, about: label, dueOn: null },
      to: '/correction-notices',
    }))
}
