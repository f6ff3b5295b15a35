import { z } from 'zod'
import { Cases, Compilation, type Content, RiskList } from '../archive/risks/model.ts'
import { yearsAudited } from '../archive/risks/store-cube.ts'
import type { Actor, Office } from '../platform/desk.ts'
import { knock } from '../platform/knock.ts'
import type { Handler } from '../platform/serve.ts'
import { demoAccounts } from './accounts.words.ts'
import { demoCity, demoCodes } from './place.ts'
import { risksWritten } from './risks.words.ts'

type Doors = { office: Office; handlers: readonly Handler[] }

function handOf(account: string): Actor {
  const found = demoAccounts.find((each) => each.account === account)
  const role = found?.seats[0]?.role ?? 'clerk'
  return { account, name: found?.name ?? account, role, jurisdiction: demoCity, unitId: null, officialId: null, seat: null }
}
const does = async ({ office, handlers }: Doors, verb: string, by: string, input: unknown): Promise<Compilation> =>
  Compilation.parse(await knock(office, handlers, { verb, actor: handOf(by), input }))

const target = ({ id, version }: Compilation) => ({ id, version })
const saved = (doors: Doors, by: string, before: Compilation, content: Content): Promise<Compilation> =>
  does(doors, 'risks.save', by, { ...target(before), title: before.title, content, note: risksWritten.note })

/** Looked over by the director and issued by the secretary of the committee. */
async function issued(doors: Doors, compilation: Compilation): Promise<void> {
  const reviewed = await does(doors, 'risks.review', 'director', target(compilation))
  await does(doors, 'risks.issue', 'secretary', target(reviewed))
}

async function lists(doors: Doors, years: readonly number[]): Promise<void> {
  const made = await does(doors, 'risks.draftList', 'secretary', { unitType: 'department', years })
  const list = RiskList.parse(made.content)
  const rows = list.rows.map((row) => ({ ...row, owner: risksWritten.owner, basis: row.basis || risksWritten.basis }))
  await issued(doors, await saved(doors, 'secretary', made, { ...list, rows }))
  await does(doors, 'risks.draftList', 'secretary', { unitType: 'stateFirm', years })
}

/** Findings of high places that stand, the latest first. */
async function telling({ office }: Doors): Promise<string[]> {
  const rows = await office.db
    .selectFrom('finding')
    .innerJoin('project', 'project.id', 'finding.project')
    .select('finding.id')
    .where('finding.jurisdiction', 'like', demoCodes)
    .where('project.reportedOn', 'is not', null)
    .where('finding.problemClass', 'in', ['F07-02', 'F02-01', 'F05-01', 'F05-02', 'F06-02', 'F03-02'])
    .where((is) => is.not(is.exists(is.selectFrom('objection').select('objection.id').whereRef('objection.finding', '=', 'finding.id'))))
    .orderBy('project.year', 'desc')
    .orderBy('finding.number')
    .limit(4)
    .execute()
  return rows.map(({ id }) => id)
}

async function cases(doors: Doors): Promise<void> {
  const [first, second, ...others] = await telling(doors)
  const findings = [first, second].filter((each) => each !== undefined)
  if (findings.length === 0) return
  const made = await does(doors, 'risks.draftCases', 'lead', { title: risksWritten.casesTitle, findings })
  const written = Cases.parse(made.content)
  const whole = written.cases.map((each) => ({ ...each, analysis: risksWritten.analysis, lesson: risksWritten.lesson }))
  const full = await saved(doors, 'lead', made, { ...written, preface: risksWritten.preface, cases: whole })
  const named = Cases.parse(full.content)
  const confirmed = named.cases.map((each) => ({
    ...each,
    replacements: each.replacements.map((one) => ({ ...one, state: 'confirmed' as const })),
  }))
  await issued(doors, await saved(doors, 'lead', full, { ...named, cases: confirmed }))
  if (others.length > 0) await does(doors, 'risks.draftCases', 'lead', { title: risksWritten.draftCasesTitle, findings: others })
}

/** An issued and a draft one of each: risk lists, typical cases, comprehensive reports; through the same doors as anybody's. */
export async function risksOfTheCity(doors: Doors): Promise<void> {
  const years = await yearsAudited(doors.office.db, { place: demoCity })
  const latest = z.array(z.number()).parse(years.slice(-3))
  const [last] = latest.slice(-1)
  if (last === undefined) return
  await lists(doors, latest)
  await cases(doors)
  await issued(doors, await does(doors, 'risks.draftReport', 'secretary', { year: last - 1 }))
  await does(doors, 'risks.draftReport', 'secretary', { year: last })
}
