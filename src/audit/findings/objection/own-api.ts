import { say, type Tongue } from '../../../kernel/say.ts'
import { mayAct } from '../../../office/identity/policy/may.ts'
import type { Reader } from '../../../platform/db.ts'
import type { Desk } from '../../../platform/desk.ts'
import { type Handler, serve } from '../../../platform/serve.ts'
import { ruleFor } from '../../../registers/regulations/rules/clock.ts'
import { clockRows } from '../../../registers/regulations/store.ts'
import type { Project } from '../../projects/model.ts'
import { ownCases } from '../../projects/own-cases.ts'
import type { MyCase } from '../../projects/room.contract.ts'
import { whyNotRaise } from '../../projects/rules/side-input.ts'
import { raiseObjection } from '../../projects/side.contract.ts'
import { findProjects } from '../../projects/store.ts'
import type { Correction } from '../correction/model.ts'
import { bearingOn, saysStanding, standingOf } from '../standing.ts'
import { partsOf } from '../store.ts'
import { claimTolerance } from '../tolerance/contract.ts'
import { whyNotClaim } from '../tolerance/rules.ts'
import * as contract from './contract.ts'
import type { ReviewRoute } from './model.ts'
import { routeOf } from './route.ts'
import { whyNotHigher, whyNotLate } from './rules.ts'
import * as store from './store.ts'
import { words } from './words.ts'

type Eyes = Pick<Desk, 'read' | 'actor' | 'today' | 'tongue'>
type Whom = { party: 'official' | 'unit'; id: string }
const whomOf = ({ officialId, unitId, role }: Desk['actor']): Whom | null => {
  if (role === 'official') return officialId ? { party: 'official', id: officialId } : null
  return unitId ? { party: 'unit', id: unitId } : null
}

const correctionsIn = (read: Reader, findings: readonly string[]): Promise<Correction[]> =>
  findings.length === 0
    ? Promise.resolve([])
    : read
        .selectFrom('correction')
        .selectAll()
        .where('finding', 'in', [...findings])
        .orderBy('correctedOn')
        .execute()
const claimsIn = (read: Reader, findings: readonly string[]) =>
  findings.length === 0
    ? Promise.resolve([])
    : read
        .selectFrom('toleranceCase')
        .selectAll()
        .where('finding', 'in', [...findings])
        .execute()

/** The findings of the person or unit, each with how it stands, the grade borne, tolerance, and what corrected it. */
async function ownFindings({ read, actor, today, tongue }: Eyes, whom: Whom): Promise<contract.OwnFinding[]> {
  const rows = await store.ownFindings(read, whom)
  const ids = rows.map(({ id }) => id)
  const [parts, corrections, claims] = await Promise.all([partsOf(read, ids), correctionsIn(read, ids), claimsIn(read, ids)])
  return rows.map((row) => {
    const mine = <P extends { finding: string; official: string }>(all: readonly P[]) =>
      all.filter((each) => each.finding === row.id && (whom.party === 'unit' || each.official === whom.id))
    const objections = parts.objections.filter(({ finding }) => finding === row.id)
    const standing = standingOf(whom.party === 'unit' ? objections : bearingOn(objections, whom.id), today)
    const [borne] = mine(parts.responsibilities)
    const earlier = whom.party === 'official' ? mine(claims) : []
    return {
      ...row,
      standing: { ...standing, says: saysStanding(standing, tongue) },
      grade: whom.party === 'official' ? (borne?.grade ?? null) : null,
      tolerance: mine(parts.tolerances)[0]?.outcome ?? null,
      correction: corrections.findLast(({ finding }) => finding === row.id) ?? null,
      may: { claim: mayAct(actor, claimTolerance, whyNotClaim({ answers: borne !== undefined, grounds: 1, earlier })) },
    }
  })
}

/** How long a clock runs, in words: 30 days, 10 working days. */
async function lasting(
  read: Reader,
  { rule, project }: { rule: string; project: Project },
  { today, tongue }: Pick<Eyes, 'today' | 'tongue'>,
) {
  const chosen = ruleFor(await clockRows(read), { rule, from: today, actDate: project.reportedOn, region: project.jurisdiction })
  if ('refusal' in chosen) return ''
  const { amount, unit } = chosen.value
  return say(unit === 'workingDay' ? words.note.days.workingDay : words.note.days.other, tongue, { amount })
}

async function levelView(read: Reader, route: ReviewRoute, of: { project: Project; today: Desk['today']; tongue: Tongue }) {
  const { level, withoutOriginal, approvedByCommittee, final, citation, verified, bodyZh, bodyEn } = route
  const ask = await lasting(read, { rule: route.askClock, project: of.project }, of)
  const decide = await lasting(read, { rule: route.decideClock, project: of.project }, of)
  const body = of.tongue === 'zh' ? bodyZh : bodyEn
  return { level, withoutOriginal, approvedByCommittee, final, citation, verified, body, ask, decide }
}

const clockOf = ({ clocks }: MyCase, rule: string) => clocks.findLast((each) => each.rule === rule)
/** What the party may do in a case, or why not: the very rules that stop the acts. */
function mayIn({ actor, today }: Eyes, mine: MyCase, of: { project: Project; route: readonly ReviewRoute[]; asked: boolean }) {
  const { project, route, asked } = of
  const dueOn = clockOf(mine, 'review.request')?.dueOn ?? null
  const open = mine.review !== null && mine.review.decidedOn === null
  const higher = clockOf(mine, 'review.higherRequest')?.dueOn ?? null
  const lateDue = clockOf(mine, 'reply.draft')?.dueOn ?? null
  const late = whyNotLate({ isParty: true, dueOn: lateDue, today, reportedOn: project.reportedOn })
  const may = {
    raise: mayAct(actor, raiseObjection, whyNotRaise({ on: today, today, isParty: true, dueOn, open })),
    higher:
      asked || mine.review === null
        ? ({ code: 'forbidden' } as const)
        : mayAct(actor, contract.raiseHigher, whyNotHigher({ decidedOn: mine.review.decidedOn, levels: route, dueOn: higher, on: today })),
    late: mayAct(actor, contract.giveLate, late),
  }
  return { may, lateSince: late === null ? lateDue : null }
}

async function caseView(
  desk: Eyes,
  mine: MyCase,
  of: { whom: Whom; project: Project; own: readonly contract.OwnFinding[] },
): Promise<contract.OwnCase> {
  const { read, today, tongue } = desk
  const { whom, project, own } = of
  const route = await routeOf(read, project, today)
  const higher = (await store.higherOf(read, [project.id])).at(-1) ?? null
  return {
    ...mine,
    own: own.filter((each) => each.project === project.id),
    route: await Promise.all(route.map((level) => levelView(read, level, { project, today, tongue }))),
    late: (await store.lateRepliesOf(read, project.id)).filter(({ party, replier }) => party === whom.party && replier === whom.id),
    higher,
    ...mayIn(desk, mine, { project, route, asked: higher !== null }),
  }
}

export const ownApi: readonly Handler[] = [
  serve(contract.getOwn, async (desk) => {
    const { read, actor, tongue, seen } = desk
    const whom = whomOf(actor)
    seen(whom ? `${whom.party}:${whom.id}` : 'finding:list')
    if (!whom) return { cases: [], earlier: [] }
    const [mine, own] = await Promise.all([ownCases(read, actor, tongue), ownFindings(desk, whom)])
    const projects = new Map(
      (
        await findProjects(
          read,
          mine.map(({ id }) => id),
        )
      ).map((each) => [each.id, each]),
    )
    const cases = await Promise.all(
      mine.flatMap((each) => {
        const project = projects.get(each.id)
        return project ? [caseView(desk, each, { whom, project, own })] : []
      }),
    )
    return { cases, earlier: own.filter((each) => !projects.has(each.project)) }
  }),
]
