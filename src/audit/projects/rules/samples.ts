import { day } from '../../../kernel/day.ts'
import { aProject } from '../samples.ts'
import type { Situation } from './situation.ts'

/** A party agrees to the draft. */
export const aReply = { stance: 'agree', outcome: null, text: '', reason: null, givenOn: day('2026-03-09') } as const

/** A project of one official and his unit, all papers served, in good order; a test says what is different. */
export const aSituation = (over: Partial<Situation> = {}): Situation => ({
  project: aProject({ state: 'fieldwork', openedOn: day('2026-01-05'), retention: 'thirtyYears' }),
  stateFirm: false,
  hand: { account: 'lead', role: 'leadAuditor', party: null },
  today: day('2026-03-10'),
  taken: (['plan', 'hear', 'review', 'adjudicate', 'meet'] as const).map((step, index) => ({
    step,
    account: `a${index}`,
    takenOn: day('2026-03-02'),
    facts: {},
  })),
  members: [
    { account: 'lead', name: '陆征', role: 'leader' },
    { account: 'auditor', name: '赵衡', role: 'lead' },
  ],
  recused: [],
  parties: [
    { party: 'official', id: 'p1', name: '周明远' },
    { party: 'unit', id: 'u1', name: '澜江市交通运输局' },
  ],
  services: (['notice', 'draft', 'report'] as const).flatMap((kind) =>
    ['p1', 'u1'].map((recipient) => ({ kind, round: 1, recipient, servedOn: day('2026-03-02') })),
  ),
  draft: { round: 1, sentOn: day('2026-03-02'), closedOn: day('2026-03-09') },
  replies: ['p1', 'u1'].map((replier) => ({ ...aReply, replier })),
  replyClocks: ['p1', 'u1'].map((recipient) => ({ recipient, dueOn: day('2026-03-16') })),
  unproven: [],
  earliestEntry: day('2026-03-06'),
  carried: true,
  ending: null,
  archived: ['conclusion', 'proof', 'opening', 'reference'],
  begun: [],
  decision: false,
  ...over,
})
