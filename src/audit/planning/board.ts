import { grouped } from '../../kernel/grouped.ts'
import type { Desk } from '../../platform/desk.ts'
import { classOf } from '../../registers/auditees/rules/status.ts'
import { gather } from './gather.ts'
import type { PlannedAudit, YearPlan } from './model.ts'
import { mayKnowLeaving } from './rules/clearance.ts'
import { figuresOf } from './rules/figures.ts'
import type { PlanFilter } from './rules/filter.ts'
import { type Built, buildInstance } from './rules/instance.ts'
import type { Library, LibraryPost } from './rules/library.ts'
import { ruleSetName, runningRules } from './rules/rulebook.ts'
import type { BoardItem, PlanView } from './rules/shapes.ts'
import { tagsOf, visitOf } from './rules/tags.ts'
import * as store from './store.ts'
import { repliesOf } from './store-course.ts'
import { namesOf } from './store-names.ts'

export type Open = { plan: YearPlan; library: Library; built: Built }

/** The plan with everything it is made from, and the instance as it would be given to the solver now. */
export async function openPlan({ read, today }: Pick<Desk, 'read' | 'today'>, plan: YearPlan, replan = false): Promise<Open> {
  const library = await gather(read, plan, { today, replan })
  return { plan, library, built: buildInstance(library) }
}

type Replies = BoardItem['replies']
type Around = { library: Library; role: string; replies: ReadonlyMap<string, NonNullable<Replies>>; strays: ReadonlyMap<string, Named> }

type Named = Pick<BoardItem, 'name' | 'number' | 'post' | 'unitName' | 'category'>
/** A card of somebody who is no subject of the library any more: settled, or gone longer than an audit is owed. */
function strayCard(item: PlannedAudit, named: Named | undefined): BoardItem {
  const blank = { name: '–', number: '', post: '', unitName: '', category: 'other', class: null, teamName: '' }
  return { ...item, ...blank, ...named, district: item.jurisdiction, tags: [], replies: null, pin: null }
}

/** A card: the item with its names, its short words, its replies and who pinned it. */
function cardOf(item: PlannedAudit, post: LibraryPost | undefined, { library, role, replies, strays }: Around): BoardItem {
  const teamName = library.teams.find(({ team }) => team.id === item.team)?.team.name ?? ''
  if (!post) return { ...strayCard(item, strays.get(item.id)), teamName }
  const pin = library.pins.find((each) => each.tenure === item.tenure && each.year === item.year) ?? null
  const cls = classOf({ tenure: post.tenure, unit: post.unit, audits: [], rules: library.auditeeRules, today: library.today }).value
  const cleared = mayKnowLeaving(role)
  return {
    ...item,
    name: post.official.name,
    number: post.official.number,
    post: post.tenure.post,
    unitName: post.unit.name,
    district: post.unit.jurisdiction,
    category: post.unit.category,
    class: cls,
    teamName,
    tags: tagsOf({
      item,
      post,
      patrols: library.patrols,
      cleared,
      pinned: pin?.kind === 'pin' && pin.window === item.window && pin.team === item.team,
      consulted: replies.has(item.id),
    }),
    replies: replies.get(item.id) ?? null,
    pin: pin && { id: pin.id, kind: pin.kind, name: pin.name, reason: pin.reason },
  }
}

/** Cards of some items; of a person who may not be known about leaving, the kind of audit says nothing either. */
export async function cardsOf(
  { read, actor }: Pick<Desk, 'read' | 'actor'>,
  { library }: Open,
  items: readonly PlannedAudit[],
): Promise<BoardItem[]> {
  const replies = await repliesOf(
    read,
    items.map(({ id }) => id),
  )
  const posts = new Map(library.posts.map((post) => [post.tenure.id, post]))
  const strays = await namesOf(
    read,
    items.filter(({ tenure }) => !posts.has(tenure)).map(({ id }) => id),
  )
  return items.map((item) => cardOf(item, posts.get(item.tenure), { library, role: actor.role, replies, strays }))
}

/** Whether an item of the year is among those asked for. */
function isAskedFor({ library }: Open, { q, class: cls, team, only }: PlanFilter): (item: PlannedAudit) => boolean {
  const posts = new Map(library.posts.map((post) => [post.tenure.id, post]))
  const says = (post: LibraryPost | undefined) => (post ? `${post.official.name}${post.unit.name}${post.tenure.post}` : '')
  return (item) => {
    const post = posts.get(item.tenure)
    return (
      (!q || says(post).includes(q)) &&
      (!cls || post?.status.class.value === cls) &&
      (!team || item.team === team) &&
      (!only || visitOf(item, library.patrols)?.together === false)
    )
  }
}

/** The board of one year: how many stand in each column, and the first of them. */
export async function boardOf(
  desk: Pick<Desk, 'read' | 'actor' | 'today'>,
  open: Open,
  asked: PlanFilter & { year?: number | undefined; first: number },
): Promise<PlanView> {
  const { read, actor } = desk
  const { plan, library, built } = open
  const year = asked.year ?? plan.year
  const all = library.items.filter((item) => item.year === year && item.stage !== 'removed')
  const byStage = grouped(all.filter(isAskedFor(open, asked)), ({ stage }) => stage)
  const own = [...byStage.values()].flatMap((column) => column.slice(0, asked.first))
  const [version] = await store.versionsOf(read, plan.id)
  const edit = await store.lastEdit(read, plan.id, actor.account)
  const names = new Map(library.posts.map(({ tenure, official }) => [tenure.id, official.name]))
  const running = runningRules(library.rules, { on: library.today, jurisdiction: plan.jurisdiction })
  return {
    plan,
    year,
    items: await cardsOf(desk, open, own),
    total: all.length,
    columns: [...byStage].map(([stage, column]) => ({ stage, count: column.length })),
    teams: library.teams.map(({ team: { id, code, name, district } }) => ({ id, code, name, district })),
    places: Object.fromEntries(library.places),
    figures: figuresOf(library, built, year),
    version: version ?? null,
    versions: version?.no ?? 0,
    run: (await store.lastRun(read, plan.id)) ?? null,
    pins: library.pins.map((pin) => ({ ...pin, official: names.get(pin.tenure) ?? '' })),
    ruleSet: ruleSetName(running),
    undo: edit ? { id: edit.id, deed: edit.deed } : null,
  }
}
