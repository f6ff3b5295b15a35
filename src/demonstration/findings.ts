import { z } from 'zod'
import { fen, wanYuan } from '../kernel/money.ts'
import type { Reader } from '../platform/db.ts'
import { knock } from '../platform/knock.ts'
import { found } from '../platform/stop.ts'
import { type Doors, handOf } from './doors.ts'
import type { Running } from './fieldwork.ts'
import * as says from './world/findings.words.ts'

const Kept = z.object({ id: z.uuid(), version: z.number().int() })

const as =
  ({ office, handlers }: Doors, account: string) =>
  (verb: string, input: object) =>
    knock(office, handlers, { verb, actor: handOf(account), input })

const lawNamed = (read: Reader, title: string) =>
  read.selectFrom('regulation').select(['id', 'version']).where('title', '=', title).executeTakeFirst()
/** The problems of the audit before, as far as they have money, first number first. */
const earlierOf = (read: Reader, project: string) =>
  read
    .selectFrom('finding')
    .select(['id', 'title', 'problemClass', 'facts', 'money', 'document', 'reportFile'])
    .where('project', '=', project)
    .orderBy('number')
    .execute()

type Earlier = Awaited<ReturnType<typeof earlierOf>>[number]
const span = { periodFrom: '2023-01-01', periodTo: '2025-12-31' }

/** A problem of the audit before that is found again, written down, its basis pinned and its evidence linked, and confirmed. */
async function foundAgain(doors: Doors, { project, unit }: Running, before: Earlier): Promise<void> {
  const auditor = as(doors, 'auditor')
  const { standard, cause, consequence, facts, amount } = says.again
  const written = {
    title: before.title,
    problemClass: before.problemClass,
    standard,
    cause,
    consequence,
    unit,
    ...span,
    actOn: '2024-06-30',
  }
  const money = [{ kind: 'breach', amount }]
  const { id, version } = Kept.parse(
    await auditor('findings.record', { project, ...written, facts: `${facts}${before.facts}`, money, loose: [] }),
  )
  const law = found(await lawNamed(doors.office.db, says.law.road))
  await auditor('findings.pinBasis', { finding: id, version, use: 'qualification', regulation: law.id, article: 4 })
  const [sheet] = await doors.office.db.selectFrom('evidence').select('id').where('project', '=', project).orderBy('number').execute()
  await auditor('fieldwork.linkEvidence', { finding: id, evidence: found(sheet).id, page: 2, startsAt: null, endsAt: null, note: null })
  await as(doors, 'lead')('findings.confirm', { id, version: version + 1 })
}

/** A draft whose cited rule had been repealed when the act was done. */
async function draft(doors: Doors, { project, unit }: Running): Promise<void> {
  const { amount, ...written } = says.cars
  const money = [{ kind: 'irregular', amount }]
  await as(doors, 'auditor')('findings.record', { project, unit, ...written, ...span, actOn: '2023-11-20', money })
}

const line = ({ title, money }: Earlier, at: number) => {
  const amount = money[0]
  const told = amount ? `，涉及金额${wanYuan(amount.fen)}万元` : ''
  return `${at + 1}.${title}${told}。`
}

/** The text of the short report; the second problem’s amount is printed a thousand yuan too high. */
export async function resultReportOf(read: Reader, project: string): Promise<{ name: string; bytes: string } | null> {
  const told = (await earlierOf(read, project)).filter(({ money }) => money.length > 0).slice(0, 3)
  const lines = told.map((each, at) => {
    const [first] = each.money
    const wrong = at === 1 && first ? [{ ...first, fen: fen(first.fen + 100_000) }] : each.money
    return line({ ...each, money: wrong }, at)
  })
  const { name, head, close } = says.resultReport
  return { name, bytes: [...head, ...lines, ...close].join('\n') }
}

async function placedInResult(doors: Doors, project: string): Promise<void> {
  const { db } = doors.office
  const paper = await db.selectFrom('document').select('id').where('name', '=', says.resultReport.name).executeTakeFirst()
  if (!paper) return
  const paragraphs = await db
    .selectFrom('paragraph')
    .select(['no', 'startsAt', 'endsAt'])
    .where('document', '=', paper.id)
    .orderBy('no')
    .execute()
  const { text } = await db.selectFrom('documentText').select('text').where('document', '=', paper.id).executeTakeFirstOrThrow()
  for (const { id, title } of await earlierOf(db, project)) {
    const here = paragraphs.find(({ startsAt, endsAt }) => text.slice(startsAt, endsAt).includes(title))
    if (!here) continue
    const place = { finding: id, document: paper.id, kind: 'resultReport', paragraph: here.no, start: here.startsAt, end: here.endsAt }
    await as(doors, 'clerk')('findings.addPlace', place)
  }
}

/** What the rules propose from the report of the audit before; one proposal is set aside, the others wait for people. */
async function proposed(doors: Doors, document: string | null): Promise<void> {
  if (!document) return
  const auditor = as(doors, 'auditor')
  await auditor('findings.extract', { document })
  const heading = await doors.office.db
    .selectFrom('findingProposal')
    .select(['id', 'version'])
    .where('document', '=', document)
    .where('kind', '=', 'heading')
    .orderBy('startsAt')
    .executeTakeFirst()
  if (heading) await auditor('findings.decideProposal', { ...heading, state: 'rejected', note: says.setAside })
}

async function scheme(doors: Doors): Promise<void> {
  const lead = as(doors, 'lead')
  for (const each of says.classes) await lead('findings.saveClass', each)
  await lead('findings.saveRemap', says.remap)
}

/** Findings of the running audit and all that stands around them, made through the same doors as anybody’s. */
export async function demoFindings(doors: Doors, running: Running): Promise<void> {
  const { db } = doors.office
  const cars = found(await lawNamed(db, says.law.cars))
  await as(doors, 'director')('regulations.repeal', { ...cars, ...says.repeal })
  await scheme(doors)
  await draft(doors, running)
  if (!running.earlier) return
  const before = await earlierOf(db, running.earlier)
  await foundAgain(doors, running, found(before.find(({ money }) => money.length > 0)))
  await placedInResult(doors, running.earlier)
  const named = await db
    .selectFrom('document')
    .select('id')
    .where('name', '=', before[0]?.reportFile ?? '')
    .executeTakeFirst()
  await proposed(doors, named?.id ?? null)
  await as(doors, 'lead')('findings.seekRepeats', {})
}

/** Of the pairs that were found, a person has judged the one most alike. */
export async function judgedRepeat(doors: Doors): Promise<void> {
  const pair = await doors.office.db
    .selectFrom('findingRepeat')
    .select(['id', 'version'])
    .orderBy('likeness', 'desc')
    .orderBy('id')
    .executeTakeFirst()
  if (pair) await as(doors, 'lead')('findings.judgeRepeat', { ...pair, verdict: 'confirmed', note: says.verdict })
}
