import { z } from 'zod'
import { Day } from '../../kernel/day.ts'
import { Fen, wanYuan } from '../../kernel/money.ts'
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import type { Sheet } from '../../office/intake/model.ts'
import { code, day, money, oneOf, text } from '../../office/intake/rules/cells.ts'
import { type Lead, LeadState, ManagedBy, Nature, OutcomeKind } from './model.ts'
import { words } from './words.ts'

const days = ['sentOn', 'receivedOn', 'acceptedOn', 'begunOn', 'handledOn', 'fedBackOn', 'closedOn'] as const

/** One row of the ledger: a lead that was sent, as far as it has come. */
export const LedgerRow = z.object({
  ...{ number: z.string(), title: z.string(), nature: Nature, managedBy: ManagedBy, unit: z.string(), persons: z.string().nullable() },
  ...{ official: z.string().nullable(), finding: z.string().nullable(), amount: Fen.nullable(), receiver: z.string() },
  ...{ letterNumber: z.string(), sentOn: Day, receivedOn: Day.nullable(), acceptedOn: Day.nullable(), begunOn: Day.nullable() },
  ...{ handledOn: Day.nullable(), outcome: OutcomeKind.nullable(), outcomeRef: z.string().nullable() },
  ...{ fedBackOn: Day.nullable(), feedbackRef: z.string().nullable(), closedOn: Day.nullable() },
})
export type LedgerRow = z.infer<typeof LedgerRow>

const labels = <K extends string>(options: readonly K[], table: Readonly<Record<K, { zh: string }>>): Record<string, K> =>
  Object.fromEntries(options.map((key) => [table[key].zh, key]))
const natures = labels(Nature.options, words.nature)
const managers = labels(ManagedBy.options, words.managedBy)
const outcomes = labels(OutcomeKind.options, words.outcome)
const dated = (header: string, key: (typeof days)[number], example: string) => ({
  ...{ header, key, required: key === 'sentOn', read: day('refused'), example },
})

export const ledgerSheet: Sheet<LedgerRow> = {
  what: 'leads',
  title: words.title.sheet,
  columns: [
    { header: '线索编号', key: 'number', required: true, read: code(40), example: 'XS-2024-001' },
    { header: '移送事项', key: 'title', required: true, read: text(200), example: '违规发放津补贴' },
    { header: '线索性质', key: 'nature', required: true, read: oneOf(natures), options: Object.keys(natures), example: '违纪或职务违法' },
    {
      header: '干部管理权限',
      key: 'managedBy',
      required: true,
      read: oneOf(managers),
      options: Object.keys(managers),
      example: '市管干部',
    },
    { header: '涉及单位编号', key: 'unit', required: true, read: code(40), example: 'U013' },
    { header: '涉及人员', key: 'persons', required: false, read: text(300), example: '财务科负责人' },
    { header: '官员编号', key: 'official', required: false, read: code(40), example: 'LJ0002' },
    { header: '问题编号', key: 'finding', required: false, read: code(60), example: 'F-25-031' },
    { header: '涉及金额(万元)', key: 'amount', required: false, read: money('wanYuan'), example: '12.50' },
    { header: '受理机关', key: 'receiver', required: true, read: text(100), example: '澜江市纪委监委' },
    { header: '移送文号', key: 'letterNumber', required: true, read: text(60), example: '澜审移〔2024〕1号' },
    dated('移送日期', 'sentOn', '2024-05-06'),
    dated('签收日期', 'receivedOn', '2024-05-08'),
    dated('受理日期', 'acceptedOn', '2024-05-15'),
    dated('调查日期', 'begunOn', '2024-06-01'),
    dated('处理日期', 'handledOn', '2024-08-01'),
    { header: '处理方式', key: 'outcome', required: false, read: oneOf(outcomes), options: Object.keys(outcomes), example: '批评教育' },
    { header: '处理结果文号', key: 'outcomeRef', required: false, read: text(120), example: '澜纪函〔2024〕9号' },
    dated('反馈日期', 'fedBackOn', '2024-08-09'),
    { header: '反馈文号', key: 'feedbackRef', required: false, read: text(120), example: '澜纪函〔2024〕10号' },
    dated('办结日期', 'closedOn', '2024-08-20'),
  ],
  row: LedgerRow,
}

const headerOf = (key: string) => ledgerSheet.columns.find((column) => column.key === key)?.header ?? ''

/** Null when the days of a row can stand together: in order, none left out, an outcome with its day and document. */
export function whyNotLedger(row: LedgerRow): { header: string; refusal: Refusal<keyof typeof words.refusal> } | null {
  for (const [at, key] of days.entries()) {
    const [on, before] = [row[key], at === 0 ? null : row[days[at - 1] ?? 'sentOn']]
    const header = headerOf(key)
    const names = { later: header, earlier: headerOf(days[at - 1] ?? 'sentOn') }
    if (on !== null && at > 0 && before === null) return { header, refusal: refuse('ledgerGap', names) }
    if (on !== null && before !== null && on < before) return { header, refusal: refuse('ledgerDays', names) }
  }
  const untold = row.outcome === null ? row.handledOn !== null : row.handledOn === null || row.outcomeRef === null
  return untold ? { header: headerOf('outcome'), refusal: refuse('ledgerOutcome') } : null
}

const reached = [
  ['closedOn', 'closed'],
  ['fedBackOn', 'fedBack'],
  ['handledOn', 'handled'],
  ['begunOn', 'handling'],
  ['acceptedOn', 'accepted'],
  ['receivedOn', 'received'],
] as const
/** Where the days of a row say that the lead stands. */
export const stateTold = (row: LedgerRow): LeadState => reached.find(([key]) => row[key] !== null)?.[1] ?? LeadState.enum.sent

export type LedgerNames = {
  unit: string
  official: string
  finding: string
  receiver: string
  outcome: OutcomeKind | null
  outcomeRef: string
}
/** The row that reads back as this lead. */
export const ledgerCells = (lead: Lead, names: LedgerNames): string[] => [
  ...[lead.number, lead.title, words.nature[lead.nature].zh, words.managedBy[lead.managedBy].zh, names.unit, lead.persons],
  ...[names.official, names.finding, lead.amount === null ? '' : wanYuan(lead.amount), names.receiver, lead.letterNumber ?? ''],
  ...[lead.sentOn, lead.receivedOn, lead.acceptedOn, lead.begunOn, lead.handledOn].map((on) => on ?? ''),
  ...[names.outcome ? words.outcome[names.outcome].zh : '', names.outcomeRef, lead.fedBackOn ?? '', lead.feedbackRef ?? ''],
  lead.closedOn ?? '',
]
