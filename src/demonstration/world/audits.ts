import type { Grade, MoneyKind } from '../../audit/findings/model.ts'
import { addDays, addMonths, type Day, day, daysBetween, yearOf } from '../../kernel/day.ts'
import { type Fen, fen, wanYuan } from '../../kernel/money.ts'
import { type ProblemPlan, problemPlans, replies, standing } from './problems.words.ts'
import type { Random } from './random.ts'
import type { DemoTenure } from './tenures.ts'

export type DemoFinding = {
  number: string
  plan: ProblemPlan
  title: string
  facts: string
  from: Day
  to: Day
  money: { kind: MoneyKind; fen: Fen } | null
  grade: Grade | null
  reply: { text: string; outcome: string } | null
  rectification: DemoRectification
}
export type DemoRectification = {
  pace: string
  dueOn: Day
  measure: string
  claimed: string
  claimedOn: Day | null
  recognised: string
  recognisedOn: Day | null
  closedOn: Day | null
}
export type DemoAudit = {
  tenure: DemoTenure
  kind: 'inOffice' | 'departure'
  number: string
  file: string
  startedOn: Day
  reportedOn: Day
  periodFrom: Day
  periodTo: Day
  conclusion: string
  /** Sentences in which a name does not say by itself who is meant. */
  asides: readonly string[]
  findings: DemoFinding[]
}
export const asOf = day('2026-11-20')

const staffOf = (tenures: readonly DemoTenure[], about: DemoTenure, on: Day) =>
  tenures.filter(
    (each) => each.unit === about.unit && each.headship === 'other' && each.startsOn <= on && (each.endsOn === null || each.endsOn >= on),
  )

const named = (staff: DemoTenure) => `时任${staff.unit.short ?? staff.unit.name}${staff.post}${staff.person.name}`

function factsOf(
  random: Random,
  plan: ProblemPlan,
  about: { audit: Omit<DemoAudit, 'findings'>; amount: Fen | null; staff: readonly DemoTenure[] },
): string {
  const { audit, amount, staff } = about
  const years = { from: String(yearOf(audit.periodFrom)), to: String(yearOf(audit.periodTo)) }
  const who = staff.length > 0 ? named(random.pick(staff)) : '有关科室'
  return plan.facts
    .replaceAll('{unit}', audit.tenure.unit.short ?? audit.tenure.unit.name)
    .replaceAll('{from}', years.from)
    .replaceAll('{to}', years.to)
    .replaceAll('{n}', String(random.whole(2, 18)))
    .replaceAll('{sum}', amount === null ? '0.00' : wanYuan(amount))
    .replaceAll('{who}', who)
}

/** Older problems are closed; those of the last year are under way, some late. */
function rectificationOf(random: Random, plan: ProblemPlan, reportedOn: Day): DemoRectification {
  const kind = random.whole(1, 10)
  const pace = kind <= 6 ? '立行立改' : kind <= 9 ? '分阶段整改' : '持续整改'
  const dueOn = addDays(reportedOn, pace === '立行立改' ? 90 : pace === '分阶段整改' ? 365 : 730)
  const measure = plan.measure
  const late = random.chance(12)
  if (dueOn >= asOf || (late && daysBetween({ from: dueOn, to: asOf }) < 200)) {
    const claimedOn = random.chance(35) ? addDays(asOf, -random.whole(3, 40)) : null
    const recognised = pace === '持续整改' ? '持续整改' : '整改中'
    return {
      pace,
      dueOn,
      measure,
      claimed: claimedOn ? '已整改' : '',
      claimedOn,
      recognised: claimedOn ? '' : recognised,
      recognisedOn: claimedOn ? null : addDays(asOf, -45),
      closedOn: null,
    }
  }
  const claimedOn = addDays(dueOn, -random.whole(2, 25))
  const recognisedOn = addDays(claimedOn, random.whole(3, 20))
  return {
    pace,
    dueOn,
    measure,
    claimed: '已整改',
    claimedOn,
    recognised: '已整改',
    recognisedOn,
    closedOn: addDays(recognisedOn, random.whole(1, 12)),
  }
}

function findingOf(
  random: Random,
  plan: ProblemPlan,
  about: { audit: Omit<DemoAudit, 'findings'>; index: number; staff: readonly DemoTenure[] },
): DemoFinding {
  const { audit, index, staff } = about
  const amount = plan.money ? fen(random.whole(3_00, 98_000) * random.pick([1_00_00, 10_00_00, 1_00_00])) : null
  const outcome = random.chance(22) ? random.pick(replies) : null
  const grade = random.chance(30) ? 'direct' : random.chance(85) ? 'leading' : null
  return {
    number: `F-${audit.reportedOn.slice(2, 4)}-${audit.number.replace(/\D/g, '').slice(4)}-${String(index + 1).padStart(2, '0')}`,
    plan,
    title: plan.title,
    facts: factsOf(random, plan, { audit, amount, staff }),
    from: audit.periodFrom,
    to: audit.periodTo,
    money: plan.money && amount !== null ? { kind: plan.money, fen: amount } : null,
    grade,
    reply: grade && outcome ? { ...outcome } : null,
    rectification: rectificationOf(random, plan, audit.reportedOn),
  }
}

function plansFor(random: Random, count: number): ProblemPlan[] {
  const rest = [...problemPlans]
  return Array.from({ length: Math.min(count, rest.length) }, () => rest.splice(random.whole(0, rest.length - 1), 1)[0]).flatMap((plan) =>
    plan ? [plan] : [],
  )
}

type Chosen = { tenure: DemoTenure; kind: DemoAudit['kind']; reportedOn: Day }

/** One audit of the hero in each post and one in office; then heads of every class over six years. */
function chosen(random: Random, tenures: readonly DemoTenure[], heroName: string): Chosen[] {
  const his = tenures.filter((each) => each.person.name === heroName)
  const fixed = his.map(
    (tenure): Chosen =>
      tenure.endsOn
        ? { tenure, kind: 'departure', reportedOn: addMonths(tenure.endsOn, 6) }
        : { tenure, kind: 'inOffice', reportedOn: day('2025-08-20') },
  )
  const heads = tenures.filter(
    (each) => each.headship === 'head' && each.person.name !== heroName && each.startsOn < day('2024-06-01') && each.class !== 'D',
  )
  const others: Chosen[] = []
  while (others.length < 27) {
    const tenure = random.pick(heads)
    if (others.some((each) => each.tenure === tenure)) continue
    const earliest = addMonths(tenure.startsOn, 24)
    const wanted = tenure.endsOn
      ? addMonths(tenure.endsOn, random.whole(2, 6))
      : addDays(day(`${random.whole(2021, 2026)}-03-01`), random.whole(0, 200))
    if (wanted < earliest || wanted < day('2020-12-01') || wanted > day('2026-10-10')) continue
    others.push({ tenure, kind: tenure.endsOn ? 'departure' : 'inOffice', reportedOn: wanted })
  }
  return [...fixed, ...others].sort((a, b) => (a.reportedOn < b.reportedOn ? -1 : 1))
}

/** Thirty audits with about four hundred problems, in the order of their reports. */
export function demoAudits(random: Random, tenures: readonly DemoTenure[], heroName: string): DemoAudit[] {
  const perYear = new Map<number, number>()
  return chosen(random, tenures, heroName).map(({ tenure, kind, reportedOn }, index) => {
    const year = yearOf(reportedOn)
    const no = (perYear.get(year) ?? 2) + random.whole(1, 3)
    perYear.set(year, no)
    const number = `澜审经责报〔${year}〕${no}号`
    const periodTo = tenure.endsOn ?? day(`${year - 1}-12-31`)
    const threeYears = addMonths(periodTo, -36)
    const audit = {
      tenure,
      kind,
      number,
      file: `${number}.docx`,
      reportedOn,
      periodTo,
      startedOn: addDays(reportedOn, -random.whole(70, 110)),
      periodFrom: threeYears > tenure.startsOn ? addDays(threeYears, 1) : tenure.startsOn,
      conclusion: random.pick(standing.conclusion),
      asides: index % 3 === 0 ? [standing.asides[(index / 3) % standing.asides.length] ?? ''] : [],
    }
    const staff = staffOf(tenures, tenure, periodTo)
    const findings = plansFor(random, random.whole(10, 17)).map((plan, index) => findingOf(random, plan, { audit, index, staff }))
    return { ...audit, findings }
  })
}
