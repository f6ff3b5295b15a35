import { roleMay } from '../identity/policy/policy.ts'
import type { GiveTodos } from '../notices/giver.ts'
import { placesIn } from './store.ts'
import { words } from './words.ts'

const most = 200

/** Papers that were sent and whose signed proof has not come back yet: one line a paper, to whoever registers proofs. */
export const documentTodos: GiveTodos = async (read, actor) => {
  if (!roleMay(actor.role, { name: 'documents.prove', kind: 'act' })) return []
  const rows = await read
    .selectFrom('serviceReceipt')
    .innerJoin('issuedPaper', 'issuedPaper.id', 'serviceReceipt.paper')
    .select((of) => ['issuedPaper.id', 'issuedPaper.number', 'issuedPaper.title', of.fn.countAll<number>().as('count')])
    .where('serviceReceipt.servedOn', 'is', null)
    .where('issuedPaper.state', '=', 'issued')
    .where('issuedPaper.jurisdiction', 'like', placesIn(actor.jurisdiction))
    .groupBy(['issuedPaper.id', 'issuedPaper.number', 'issuedPaper.title'])
    .orderBy('issuedPaper.id')
    .limit(most)
    .execute()
  return rows.map(({ id, number, title, count }) => ({
    ...{ id: `issuedPaper:${id}`, room: 'documents', says: words.todo.prove, facts: { count: Number(count) } },
    ...{ about: [number, title.replace(/\s+/g, '')].filter(Boolean).join(' '), dueOn: null, to: `/papers/${id}` },
  }))
}
