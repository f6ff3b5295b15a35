import { say } from '../../kernel/say.ts'
import type { Paper } from '../../office/documents/model.ts'
import { wordDocument, wordType } from '../../office/documents/word.ts'
import type { Desk } from '../../platform/desk.ts'
import { found, type Handler, serve } from '../../platform/serve.ts'
import { sheetBytes, xlsxType } from '../../platform/sheetwrite.ts'
import { cardsOf, type Open } from './board.ts'
import * as contract from './contract.ts'
import * as doc from './plan.doc.ts'
import { planCells, planHeaders } from './plan.sheet.ts'
import { planFor } from './plan-api.ts'
import { quarterOf } from './rules/capacity.ts'
import { figuresOf, standingItems } from './rules/figures.ts'
import { slotText } from './rules/hold.ts'
import { calendarText } from './rules/ical.ts'
import { runningRules } from './rules/rulebook.ts'
import type { BoardItem, CourseView } from './rules/shapes.ts'
import * as store from './store.ts'
import * as course from './store-course.ts'
import { officeName } from './store-names.ts'
import { words } from './words.ts'

type Asking = Pick<Desk, 'read' | 'actor' | 'today'>

const printed = (item: BoardItem, before: BoardItem | undefined): doc.PrintedItem => ({
  ...item,
  before: before ? `${slotText(before)}（${before.teamName}）` : null,
})
async function plainPaper(desk: Asking, open: Open, items: readonly BoardItem[]): Promise<doc.PlanPaper> {
  const { plan, library, built } = open
  const [version] = await store.versionsOf(desk.read, plan.id)
  const figures = figuresOf(library, built, plan.year)
  const all = await cardsOf(desk, open, library.items)
  const [last] = await course.resolutionsOf(desk.read, plan.id)
  return {
    year: plan.year,
    office: await officeName(desk.read, { ...desk.actor, jurisdiction: plan.jurisdiction }),
    addressee: null,
    number: null,
    on: desk.today,
    items: items.map((item) =>
      printed(
        item,
        all.find(({ id }) => id === item.of),
      ),
    ),
    rules: runningRules(library.rules, { on: desk.today, jurisdiction: plan.jurisdiction }).filter(({ kind }) => kind !== 'score'),
    days: { have: figures.days.have, planned: figures.days.issued + figures.days.candidate },
    share: { percent: figures.rotation.share, rule: figures.rotation.shareTarget },
    resolution: plan.state === 'approved' && last ? { number: last.number, on: last.decidedOn } : null,
    isHeard: items.every(({ stage }) => stage === 'committee'),
    solved: version ? { no: version.no, hash: version.instanceHash, seed: version.seed, bound: version.bound, gap: version.gap } : null,
  }
}

const ofYear = (open: Open) => standingItems(open.library.items).filter((item) => item.year === open.plan.year)
/** What an adjustment is about: proposals of change, and what is to be added to a plan that is approved. */
const changesOf = ({ library, plan }: Open) =>
  library.items.filter(
    (item) =>
      item.year === plan.year &&
      ['candidate', 'consulting', 'meeting', 'committee'].includes(item.stage) &&
      (item.change !== 'add' || plan.state === 'approved'),
  )

async function letterPaper(desk: Asking, open: Open, of: string | undefined): Promise<Paper> {
  const letter = found(await course.findLetter(desk.read, found(of)))
  const cards = await cardsOf(desk, open, await store.itemsByIds(desk.read, letter.items))
  return doc.letterPaper({ ...(await plainPaper(desk, open, cards)), organ: words.organ[letter.organ].zh, dueOn: letter.dueOn })
}

async function noticePaper(desk: Asking, open: Open, of: string | undefined): Promise<Paper> {
  const notice = found((await course.noticesOf(desk.read, open.plan.id)).find(({ id }) => id === of))
  const post = open.library.posts.find(({ tenure }) => tenure.id === notice.tenure)
  const office = await officeName(desk.read, { ...desk.actor, jurisdiction: open.plan.jurisdiction })
  const about = { office, on: desk.today, unitName: notice.unitName, post: post?.tenure.post ?? '', name: notice.officialName }
  const whole = { ...about, year: open.plan.year, dueOn: notice.dueOn, basis: post?.tenure.basis ?? null }
  return notice.kind === 'firm' ? doc.firmPaper(whole) : doc.preAppointmentPaper(whole)
}

async function paperOf(desk: Asking, open: Open, asked: { paper: string; of?: string | undefined }): Promise<Paper> {
  if (asked.paper === 'letter') return letterPaper(desk, open, asked.of)
  if (asked.paper === 'firm' || asked.paper === 'preAppointment') return noticePaper(desk, open, asked.of)
  const items = await cardsOf(desk, open, asked.paper === 'plan' ? ofYear(open) : changesOf(open))
  const plain = await plainPaper(
    desk,
    open,
    items.toSorted((one, other) => one.window - other.window),
  )
  return asked.paper === 'plan' ? doc.yearPlanPaper(plain) : doc.changePaper(plain)
}

const makePaper = serve(contract.makePaper, async (desk) => {
  const open = await planFor(desk, desk.input.plan)
  desk.seen(`plan:${open.plan.id}`)
  const paper = await paperOf(desk, open, desk.input)
  return { name: `${paper.title.join('')}.docx`, type: wordType, bytes: await wordDocument(paper) }
})

const exportPlan = serve(contract.exportPlan, async (desk) => {
  const open = await planFor(desk, desk.input.plan)
  desk.seen(`plan:${open.plan.id}`)
  const cards = await cardsOf(desk, open, open.library.items)
  const sheet = { name: say(words.sheet.plan, desk.tongue), headers: [...planHeaders], widths: planHeaders.map(() => 14) }
  return { name: `${open.plan.title}.xlsx`, type: xlsxType, bytes: await sheetBytes(sheet, cards.map(planCells)) }
})

const exportCalendar = serve(contract.exportCalendar, async (desk) => {
  const open = await planFor(desk, desk.input.plan)
  desk.seen(`plan:${open.plan.id}`)
  const own = ofYear(open).filter(({ team }) => desk.input.team === undefined || team === desk.input.team)
  const entries = (await cardsOf(desk, open, own)).map((item) => {
    const { from, to } = quarterOf(item.year, item.window)
    return { id: item.id, from, to, title: `${item.unitName} ${item.name}`, text: `${item.teamName} ${item.effortDays}` }
  })
  const bytes = new TextEncoder().encode(calendarText(entries, desk.now))
  return { name: `${open.plan.title}.ics`, type: 'text/calendar; charset=utf-8', bytes }
})

/** The whole course of approval: letters and what was said in them, resolutions, versions, notices, the last steps. */
const getCourse = serve(contract.getCourse, async (desk): Promise<CourseView> => {
  const { read, actor, input, seen } = desk
  const plan = found(await store.findPlan(read, actor.jurisdiction, input.plan))
  seen(`plan:${plan.id}`)
  const letters = (await course.lettersOfPlan(read, plan.id)).map((letter) => ({ ...letter, planTitle: plan.title }))
  const steps = await course.stepsOfPlan(read, plan.id, 100)
  const items = await read
    .selectFrom('planItem')
    .innerJoin('official', 'official.id', 'planItem.official')
    .innerJoin('unit', 'unit.id', 'planItem.unit')
    .where('planItem.plan', '=', plan.id)
    .select(['planItem.id', 'official.name', 'unit.name as unitName'])
    .execute()
  const named = new Map(items.map(({ id, name, unitName }) => [id, `${name} · ${unitName}`]))
  return {
    plan,
    letters: await course.withCounts(read, letters),
    opinions: await course.opinionsOfPlan(read, plan.id),
    resolutions: await course.resolutionsOf(read, plan.id),
    versions: await store.versionsOf(read, plan.id),
    steps: steps.map((step) => ({ ...step, says: named.get(step.item) ?? '' })),
    notices: await course.noticesOf(read, plan.id),
  }
})

export const paperApi: readonly Handler[] = [makePaper, exportPlan, exportCalendar, getCourse]
