import { say, type Tongue } from '../../../kernel/say.ts'
import type { PlannedAudit } from '../model.ts'
import { words } from '../words.ts'
import { windowOf } from './capacity.ts'
import { mayKnowLeaving } from './clearance.ts'
import { standingItems } from './figures.ts'
import { freeIn, type Known, slotText, whyNotYear } from './hold.ts'
import { classFrequency, countsFrom, hasLeft, type LibraryPost } from './library.ts'

export type Reasoned = { code: string; text: string; facts: Record<string, string | number> }
type Reader = { role: string; tongue: Tongue }
const names = (posts: readonly LibraryPost[]) => posts.map(({ official }) => official.name).join('、')

/** Why this post is to be audited at all: entrusted, left, due or early; a planned leaving only for those cleared. */
function duties(known: Known, post: LibraryPost, item: PlannedAudit | null, reader: Reader) {
  const { library } = known
  const due = post.status.due.value
  const { years } = classFrequency(post, library)
  const facts = { class: post.status.class.value ?? '', years, from: countsFrom(post), due: due ?? '' }
  const [entrusted] = post.entrusted
  const told = []
  if (entrusted) told.push({ code: 'entrusted', facts: { by: entrusted.by, number: entrusted.number, year: entrusted.latestYear } })
  if (hasLeft(post) && due !== null && due >= library.today)
    return [...told, { code: 'left', facts: { on: post.tenure.endsOn ?? '', due: due ?? '' } }]
  if (post.tenure.endsOn !== null && !mayKnowLeaving(reader.role)) return entrusted ? told : [{ code: 'entrustedOnly', facts: {} }]
  if (due === null) return told
  if (due < library.today) return [...told, { code: 'overdue', facts }]
  const isEarly = item !== null && Number(due.slice(0, 4)) > item.year
  return [...told, isEarly ? { code: 'early', facts: { ...facts, score: item.score } } : { code: 'due', facts }]
}

/** Whom it goes with in that year: the other head of the place, or units of the same kind. */
function company({ library, built }: Known, item: PlannedAudit) {
  const subject = built.instance.subjects.find(({ id }) => id === item.tenure)
  const others = standingItems(library.items).filter((each) => each.year === item.year && each.id !== item.id)
  const withSame = (key: 'unit' | 'group') =>
    built.instance.subjects.filter(
      (each) => subject?.[key] && each[key] === subject[key] && others.some(({ tenure }) => tenure === each.id),
    )
  const postsOf = (ids: readonly { id: string }[]) => library.posts.filter(({ tenure }) => ids.some(({ id }) => id === tenure.id))
  const [together, group] = [postsOf(withSame('unit')), postsOf(withSame('group'))]
  if (together.length > 0) return [{ code: 'together', facts: { others: names(together) } }]
  return group.length > 0 ? [{ code: 'group', facts: { others: names(group.slice(0, 5)) } }] : []
}

/** Why in this quarter and by this team: the pin, the patrol, the team's days, its place, its skill, who must recuse. */
function slotReasons(known: Known, post: LibraryPost, item: PlannedAudit) {
  const { library, built } = known
  const force = library.teams.find(({ team }) => team.id === item.team)
  const subject = built.instance.subjects.find(({ id }) => id === item.tenure)
  const team = force?.team.name ?? ''
  const have = force?.capacityDays[item.year - library.plan.year]?.[item.window - 1] ?? 0
  const left = freeIn(known, item)
  const pin = library.pins.find((each) => each.kind === 'pin' && each.tenure === item.tenure && each.year === item.year)
  const round = library.patrols.find(({ id }) => id === item.patrol)
  const told: { code: string; facts: Record<string, string | number> }[] = []
  if (pin) told.push({ code: 'pinned', facts: { name: pin.name, reason: pin.reason } })
  if (round && windowOf(round.startsOn) === item.window)
    told.push({ code: 'patrolJoint', facts: { round: round.round, from: round.startsOn } })
  told.push({ code: 'slot', facts: { team, slot: slotText(item), have, used: have - left, left } })
  if (force?.team.district === post.unit.jurisdiction) told.push({ code: 'homeTeam', facts: { team } })
  const skill = subject?.skill
  if (skill)
    told.push({
      code: 'onlySkill',
      facts: {
        skill: skillSays[skill]?.zh ?? skill,
        count: library.teams.filter(({ skills }) => skills.some((each) => each === skill)).length,
      },
    })
  const away = library.teams.filter(({ team: { id } }) => subject?.recusedTeams.includes(id))
  for (const { team: recused } of away) told.push({ code: 'recused', facts: { team: recused.name } })
  return told
}
const skillSays: Readonly<Record<string, { zh: string }>> = words.skill

/** Why not in a year, of exactly four kinds: forbidden, moved with its group, not yet due, crowded out by others. */
function absence(known: Known, post: LibraryPost, year: number) {
  const { library, built } = known
  const no = whyNotYear(known, post.tenure.id, year)
  if (no)
    return [
      {
        code: 'forbidden',
        facts: { year, why: no.code === 'holdBanned' ? (no.facts?.why ?? '') : say(words.refusal[no.code], 'zh', no.facts) },
      },
    ]
  const items = standingItems(library.items)
  const later = items.find((item) => item.tenure === post.tenure.id)
  const subject = built.instance.subjects.find(({ id }) => id === post.tenure.id)
  const group = built.instance.subjects.filter((each) => subject?.group && each.group === subject.group && each.id !== subject.id)
  const planned = later ? [{ code: 'planned', facts: { slot: slotText(later), team: teamName(known, later.team) } }] : []
  if (later && group.some((each) => items.some((item) => item.tenure === each.id && item.year === later.year)))
    return [{ code: 'sync', facts: { year: later.year } }, ...planned]
  const own = items.filter((item) => item.year === year && item.stage === 'candidate').toSorted((one, other) => one.score - other.score)
  const due = post.status.due.value
  const score = built.scores.get(post.tenure.id)?.total ?? 0
  if (due === null || Number(due.slice(0, 4)) > year)
    return [{ code: 'notYetDue', facts: { due: due ?? '–', score, cut: own[0]?.score ?? 0 } }, ...planned]
  const out = library.posts.filter(({ tenure }) => own.slice(0, 2).some((item) => item.tenure === tenure.id))
  return [{ code: 'crowdedOut', facts: { others: names(out) } }, ...planned]
}
const teamName = ({ library }: Known, id: string) => library.teams.find(({ team }) => team.id === id)?.team.name ?? ''

const sentences: Readonly<Record<string, { zh: string; en: string }>> = words.reason
/** Every reason of one post in one year as sentences with their numbers: why in and why here, or why not. */
export function reasonsOf(known: Known, about: { post: LibraryPost; item: PlannedAudit | null; year: number }, reader: Reader): Reasoned[] {
  const { post, item, year } = about
  const told = item
    ? [...duties(known, post, item, reader), ...company(known, item), ...slotReasons(known, post, item)]
    : [...absence(known, post, year), ...duties(known, post, null, reader)]
  return told.map(({ code, facts }) => ({ code, facts, text: say(sentences[code] ?? { zh: code, en: code }, reader.tongue, facts) }))
}
