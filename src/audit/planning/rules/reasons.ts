import { yearOf } from '../../../kernel/day.ts'
import { type Phrase, say, type Tongue } from '../../../kernel/say.ts'
import type { Explanation, Reason } from '../instance/model.ts'
import { words } from '../words.ts'
import { mayKnowLeaving } from './clearance.ts'
import { bansOf } from './duties.ts'
import { type Known, slotText } from './hold.ts'
import { countsFrom, hasLeft, type LibraryPost } from './library.ts'
import { type Naming, namingOf, toldReason } from './naming.ts'
import type { Cited, ToldReason } from './shapes.ts'

type Reader = { role: string; tongue: Tongue }
type About = { known: Known; post: LibraryPost; naming: Naming; reader: Reader }
type Given = { year: number; part: ToldReason['part']; reason: Reason }

const cited = (says: string, to: string | null = null): Cited => ({ says, to })

/** The record of what an audit counts from: the last audit, else the paper by which the post was taken up. */
function basisOf({ known: { built, library }, post }: About): Cited[] {
  const frequency = built.trace.get(post.tenure.id)?.find(({ field }) => field === 'frequencyYears')?.rule ?? null
  const rule = [...library.rules, ...library.auditeeRules].find(({ id }) => id === frequency)
  const last = post.audits.findLast(({ on }) => on === post.status.lastAudit.value)
  const from = `${last?.source ?? post.tenure.basis ?? post.tenure.post} ${countsFrom(post)}`
  return [cited(from, `/auditees?open=${post.official.id}`), ...(rule ? [cited(rule.title, '/plan-rules')] : [])]
}

function dutyRecords(about: About, { facts }: Reason): Cited[] {
  const { post, reader } = about
  if (facts.why === 'entrusted')
    return post.entrusted.map(({ by, number, latestYear }) =>
      cited(say(words.reason.entrusted, reader.tongue, { by, number, year: latestYear }), '/entrusted'),
    )
  const on = post.tenure.endsOn ?? ''
  const due = post.status.due.value ?? ''
  return [
    cited(say(hasLeft(post) ? words.reason.left : words.reason.leaves, reader.tongue, { on, due }), `/auditees?open=${post.official.id}`),
  ]
}

function visitRecords({ known: { library }, post, reader }: About, year: number): Cited[] {
  const rounds = library.patrols.filter((round) => round.unit === post.unit.id && yearOf(round.startsOn) === year)
  return rounds.map(({ round, startsOn }) => cited(say(words.reason.visit, reader.tongue, { round, from: startsOn }), '/patrol'))
}

function pinRecords({ known: { library }, post, reader }: About, year: number): Cited[] {
  const pin = library.pins.find((each) => each.tenure === post.tenure.id && each.year === year)
  if (pin) return [cited(say(words.reason.setBy, reader.tongue, { name: pin.name, on: pin.setOn, reason: pin.reason }))]
  const item = library.items.find((each) => each.tenure === post.tenure.id && each.year === year && each.change === 'add')
  return item ? [cited(say(words.stage[item.stage], reader.tongue))] : []
}

/** Others of the same group or unit that stand in that year. */
function companyRecords({ known: { library, built }, post }: About, year: number): Cited[] {
  const own = built.instance.subjects.find(({ id }) => id === post.tenure.id)
  const others = built.instance.subjects.filter(
    (each) => each.id !== post.tenure.id && ((own?.group && each.group === own.group) || each.unit === own?.unit),
  )
  const there = new Set(library.items.filter((item) => item.year === year).map(({ tenure }) => tenure))
  return linked(
    { library, built },
    others.filter(({ id }) => there.has(id)).map(({ id }) => id),
  )
}

const mostNamed = 5
/** Officials by name, each opening beside the board. */
const linked = ({ library }: Known, tenures: readonly string[]): Cited[] =>
  library.posts
    .filter(({ tenure }) => tenures.includes(tenure.id))
    .slice(0, mostNamed)
    .map(({ tenure, official, unit }) => cited(`${official.name} · ${unit.name}`, `/plans/${library.plan.id}?open=${tenure.id}`))

function recusedRecords({ known: { library }, post, reader }: About): Cited[] {
  const ties = library.teams.flatMap(({ team, ties: own }) => own.map((tie) => ({ ...tie, team: team.name })))
  return ties
    .filter(({ unit, official }) => unit === post.unit.id || official === post.official.id)
    .map(({ team, name, kind }) => cited(`${team} ${name}：${say(words.tie[kind], reader.tongue)}`, '/teams'))
}

const closedSays: Readonly<Record<string, Phrase>> = words.closed
const whySays: Readonly<Record<string, Phrase>> = words.why
/** Why a year is closed, in the words of the rule or record that closes it. */
function forbidden(about: About, { year, reason: { facts } }: Given): { why: string; records: Cited[] } {
  const { known, post, naming, reader } = about
  const rule = String(facts.rule ?? '')
  if (rule === 'banYears' || rule === 'patrol') {
    const bans = bansOf(post, known.library).filter((ban) => ban.year === year)
    const why = bans.map(({ because: { code, facts: own } }) => say(whySays[code] ?? words.why.banned, reader.tongue, own)).join('；')
    return { why, records: [...visitRecords(about, year), ...pinRecords(about, year), ...(rule === 'banYears' ? basisOf(about) : [])] }
  }
  const [at = '', window = ''] = String(facts.record ?? '').split('/')
  const record =
    rule === 'frozenUntil' || rule === 'pin' ? slotText({ year: Number(at), window: Number(window) }) : String(facts.record ?? '')
  const why = say(closedSays[rule] ?? words.closed.other, reader.tongue, naming.facts({ record }))
  const records =
    rule === 'recusedTeams' ? recusedRecords(about) : rule === 'pin' ? pinRecords(about, Number(at)) : visitRecords(about, year)
  return { why, records }
}

const recordsBy: Readonly<Record<string, (about: About, given: Given) => Cited[]>> = {
  inDuty: (about, { reason }) => dutyRecords(about, reason),
  inOverdue: basisOf,
  inDue: basisOf,
  inExposure: basisOf,
  notDue: basisOf,
  inPatrol: (about, { year }) => visitRecords(about, year),
  inPinned: (about, { year }) => pinRecords(about, year),
  inFrozen: (about, { year }) => pinRecords(about, year),
  inGroup: (about, { year }) => companyRecords(about, year),
  crowdedOut: ({ known }, { reason }) => linked(known, String(reason.facts.by ?? '').split('、')),
  placeFull: (about) => recusedRecords(about),
}

/** What would let a reader conclude that somebody is about to leave. */
const tells = ['inDuty', 'inDue', 'inOverdue', 'inExposure', 'notDue', 'forbidden']

function told(about: About, given: Given): ToldReason {
  const { post, naming, reader } = about
  const { code, facts } = given.reason
  const { year, part } = given
  const isLeaver = post.tenure.endsOn !== null
  if (isLeaver && !hasLeft(post) && !mayKnowLeaving(reader.role) && tells.includes(code))
    return { year, part, code: 'entrustedOnly', text: say(words.reason.entrustedOnly, reader.tongue), facts: {}, records: [] }
  if (isLeaver && code === 'notDue')
    return {
      year,
      part,
      code,
      text: say(words.reason.leaverOnce, reader.tongue, { year }),
      facts: {},
      records: dutyRecords(about, { ...given.reason, facts: {} }),
    }
  if (code === 'forbidden') {
    const { why, records } = forbidden(about, given)
    return { year, part, code, text: say(words.reason.forbidden, reader.tongue, { year, why }), facts, records }
  }
  const records = recordsBy[code]?.(about, given) ?? []
  return { year, part, code, text: toldReason(naming, given.reason, reader.tongue), facts: naming.facts(facts), records }
}

const yearOfReason = ({ facts }: Reason): number => Number(facts.year ?? 0)
const isNew = (one: ToldReason, at: number, all: readonly ToldReason[]): boolean =>
  all.findIndex((other) => other.year === one.year && other.part === one.part && other.text === one.text) === at

/**
 * What the solver says about one post, in the words of the house: why in, why there, why not in the other years (of exactly four
 * kinds), each with the records it rests on. Whoever may not know of a planned leaving reads that it was entrusted.
 */
export function reasonsOf(
  known: Known,
  post: LibraryPost,
  explained: Pick<Explanation, 'in' | 'place' | 'not'>,
  reader: Reader,
): ToldReason[] {
  const about: About = { known, post, naming: namingOf(known, reader.tongue), reader }
  const given = (['in', 'place', 'not'] as const).flatMap((part) =>
    explained[part].map((reason): Given => ({ year: yearOfReason(reason), part, reason })),
  )
  return given.map((each) => told(about, each)).filter(isNew)
}
