import { Day } from '../../kernel/day.ts'
import { countOf, likeText, type Reader } from '../../platform/db.ts'
import { inside } from '../../registers/places/store.ts'
import type { EffectLine, LeadFilter, LeadLine } from './contract.ts'
import { Effect, LeadState } from './model.ts'
import { effects } from './rules/effects.ts'

const joined = (read: Reader) =>
  read.selectFrom('lead').innerJoin('unit', 'unit.id', 'lead.unit').leftJoin('leadOrgan', 'leadOrgan.id', 'lead.receiver')
type Query = ReturnType<typeof joined>

/** Of an effect: those it counts, those that reached it, those that are or were late for it. */
function partOf(query: Query, effect: Effect, part: LeadFilter['part'], today: Day): Query {
  const { of, done, due } = effects[effect]
  const counted = query.where(`lead.${of}`, 'is not', null)
  if (part === 'done') return counted.where(`lead.${done}`, 'is not', null)
  if (part !== 'late') return counted
  return counted.where((is) =>
    is.or([is.and([is(`lead.${done}`, 'is', null), is(`lead.${due}`, '<', today)]), is(`lead.${done}`, '>', is.ref(`lead.${due}`))]),
  )
}

const inYear = (query: Query, year: number) =>
  query.where('lead.sentOn', '>=', dayOf(`${year}-01-01`)).where('lead.sentOn', '<=', dayOf(`${year}-12-31`))
const dayOf = (text: string): Day => Day.parse(text)

function fitting(read: Reader, { filter, today }: { filter: LeadFilter; today: Day }): Query {
  let query = joined(read)
  if (filter.state.length > 0) query = query.where('lead.state', 'in', filter.state)
  if (filter.nature.length > 0) query = query.where('lead.nature', 'in', filter.nature)
  if (filter.standing) query = query.where('lead.dueOn', filter.standing === 'late' ? '<' : '>=', today)
  if (filter.year) query = inYear(query, filter.year)
  if (filter.effect) query = partOf(query, filter.effect, filter.part, today)
  if (filter.unit) query = query.where('lead.unit', '=', filter.unit)
  if (filter.place) query = query.where('unit.jurisdiction', 'like', inside(filter.place))
  if (filter.project) query = query.where('lead.project', '=', filter.project)
  if (filter.finding) query = query.where('lead.finding', '=', filter.finding)
  if (!filter.q) return query
  const like = `%${likeText(filter.q)}%`
  return query.where((is) =>
    is.or([
      ...(['lead.title', 'lead.number', 'lead.persons', 'lead.letterNumber', 'unit.name'] as const).map((column) =>
        is(column, 'like', like),
      ),
    ]),
  )
}

const keys = [
  ...([
    'lead.id',
    'lead.number',
    'lead.title',
    'lead.nature',
    'lead.state',
    'lead.major',
    'lead.persons',
    'lead.mode',
    'lead.dueOn',
  ] as const),
  ...(['lead.sentOn', 'lead.letterNumber', 'lead.finding', 'lead.version', 'lead.amount', 'lead.round'] as const),
  ...(['unit.name as unitName', 'leadOrgan.name as receiverName'] as const),
] as const

const sorts = { dueOn: 'lead.dueOn', number: 'lead.number', unit: 'unit.name', state: 'lead.state', sentOn: 'lead.sentOn' } as const
const isSort = (text: string): text is keyof typeof sorts => text in sorts

/** One page of the leads this reader may know; what is due first stands first unless sorted otherwise. */
export async function listLeads(read: Reader, asked: { filter: LeadFilter; today: Day }): Promise<{ rows: LeadLine[]; total: number }> {
  const { filter } = asked
  const total = await countOf(fitting(read, asked).select((of) => of.fn.countAll().as('count')))
  const key = (filter.sort ?? '').replace(/^-/, '')
  const down = filter.sort?.startsWith('-') === true
  const query = fitting(read, asked).select(keys)
  const sorted = isSort(key)
    ? query.orderBy(sorts[key], (by) => (down ? by.desc().nullsLast() : by.asc().nullsLast()))
    : query.orderBy('lead.dueOn', (by) => by.asc().nullsLast()).orderBy('lead.draftedOn', 'desc')
  const rows = await sorted.orderBy('lead.number').offset(filter.offset).limit(filter.limit).execute()
  return { rows, total }
}

/** The four ratios over the leads this reader may know, sent in a year or ever. */
export async function effectLines(read: Reader, asked: { filter: LeadFilter; today: Day }): Promise<EffectLine[]> {
  const count = (effect: Effect, part: 'of' | 'done' | 'late') =>
    countOf(fitting(read, { ...asked, filter: { ...asked.filter, effect, part } }).select((of) => of.fn.countAll().as('count')))
  const lines: EffectLine[] = []
  for (const effect of Effect.options)
    lines.push({ effect, of: await count(effect, 'of'), done: await count(effect, 'done'), late: await count(effect, 'late') })
  return lines
}

/** How many leads stand where. */
export async function statesCounted(
  read: Reader,
  asked: { filter: LeadFilter; today: Day },
): Promise<{ state: LeadState; count: number }[]> {
  const rows = await fitting(read, asked)
    .groupBy('lead.state')
    .select((of) => ['lead.state', of.fn.countAll<number>().as('count')])
    .execute()
  const place = ({ state }: { state: LeadState }) => LeadState.options.indexOf(state)
  return rows.map(({ state, count }) => ({ state, count: Number(count) })).sort((a, b) => place(a) - place(b))
}
