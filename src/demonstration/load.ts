import { Readable } from 'node:stream'
import { z } from 'zod'
import { addDays, type Day, yearOf } from '../kernel/day.ts'
import { refuse } from '../kernel/refusal.ts'
import { wordDocument } from '../office/documents/word.ts'
import { findSetting, saveSetting } from '../office/identity/store.ts'
import { beginBatch, carryOut } from '../office/intake/deeds.ts'
import type { House } from '../office/intake/kinds.ts'
import { csvText } from '../platform/csvfile.ts'
import { type Actor, type Desk, type Office, openDesk } from '../platform/desk.ts'
import type { StoredFile } from '../platform/files.ts'
import type { Handler } from '../platform/serve.ts'
import { Refused } from '../platform/stop.ts'
import { addJurisdiction } from '../registers/places/store.ts'
import { runningCases } from './cases.ts'
import type { TakeIn } from './doors.ts'
import { demoDueProcess, noticedCorrection } from './due-process.ts'
import { fillRunning, openRunning, prepareRunning } from './fieldwork.ts'
import { demoFindings, judgedRepeat, resultReportOf } from './findings.ts'
import { demoLeads } from './leads.ts'
import { olderBooks, olderReview } from './older.ts'
import { issueDemoPapers } from './papers.ts'
import { demoCity } from './place.ts'
import { demoPlans } from './plan.ts'
import { risksOfTheCity } from './risks.ts'
import { administratorRows, seatAdministrators, seatEverybody } from './seats.ts'
import { shareAndRecuse } from './sharing.ts'
import * as store from './store.ts'
import { words } from './words.ts'
import { asOf, type DemoAudit, type DemoFinding } from './world/audits.ts'
import { city, counties, province } from './world/city.words.ts'
import { runningLists } from './world/fieldwork-lists.words.ts'
import { roadLaws } from './world/findings.words.ts'
import * as force from './world/force.words.ts'
import { demoLaws } from './world/laws.words.ts'
import { hero } from './world/names.words.ts'
import { standing } from './world/problems.words.ts'
import { demoReport } from './world/report.doc.ts'
import * as sheets from './world/sheets.ts'
import { makeWorld, type World } from './world/world.ts'

/** What loading needs of the house: imports with their sentences, and a way to work the jobs it has caused. */
export type Loading = {
  office: Office
  house: House
  /** Every contract's handler: the city's running projects go through the same doors as anybody's. */
  handlers: readonly Handler[]
  /** The one password of all demonstration logins. */
  password: string
  runJobs(): Promise<void>
  progress(step: keyof typeof words.step): void
}

const Kept = z.object({ loadedAt: z.string(), complete: z.boolean() })

const maker: Actor = {
  account: 'system',
  name: 'system',
  role: 'system',
  jurisdiction: demoCity,
  unitId: null,
  officialId: null,
  seat: null,
}

async function takeIn(
  loading: Loading,
  desk: Desk,
  what: string,
  files: readonly { name: string; bytes: Uint8Array | string }[],
): Promise<void> {
  const kept: StoredFile[] = []
  for (const { name, bytes } of files) kept.push(await desk.store.save(name, Readable.from([Buffer.from(bytes)])))
  const actor = { account: maker.account, jurisdiction: maker.jurisdiction }
  const run = { house: loading.house, desk, what, files: kept, actor, progress: () => undefined }
  const ledger = await carryOut(run, await beginBatch(desk, { what, files: kept, state: 'running' }), desk.store)
  const { rejected, unreadable } = ledger.page()
  const [trouble] = [...rejected, ...unreadable]
  if (trouble) throw new Refused(refuse('demoIncomplete', { file: trouble.file, why: JSON.stringify(trouble) }))
}

async function openCity({ password }: Loading, desk: Desk): Promise<void> {
  const administrators = await administratorRows(password, desk.now)
  await desk.change('setting:demonstration', async (tx) => {
    for (const { code, name } of [province, city, ...counties]) await addJurisdiction(tx, { code, name, startsOn: null, endsOn: null })
    await seatAdministrators(tx, administrators, desk.now)
    await saveSetting(tx, 'demonstration', { loadedAt: desk.now, complete: false })
  })
}

async function papers(loading: Loading, desk: Desk, world: World): Promise<void> {
  const files = await Promise.all(world.audits.map(async (audit) => ({ name: audit.file, bytes: await wordDocument(demoReport(audit)) })))
  await takeIn(loading, desk, 'reports', files)
  const units = await store.unitIdsByName(desk.read)
  await desk.change('setting:demonstration', async (tx) => {
    for (const audit of world.audits) await store.setPaperUnit(tx, { file: audit.file, unit: units.get(audit.tenure.unit.name) ?? '' })
  })
}

/** Where in each report each problem's facts stand. */
async function places(desk: Desk, world: World): Promise<(audit: DemoAudit, finding: DemoFinding) => string> {
  const paragraphs = new Map<string, { no: number; text: string }[]>()
  for (const audit of world.audits) paragraphs.set(audit.file, await store.paragraphsOf(desk.read, audit.file))
  return (audit, finding) => String(paragraphs.get(audit.file)?.find(({ text }) => text.includes(finding.facts))?.no ?? '')
}

/** Tolerance for an early try, one objection upheld and one refused, beside the problems they concern. */
async function dueProcess(desk: Desk): Promise<void> {
  const direct = await store.findingsWithGrade(desk.read, 'direct')
  const his = direct.filter((each) => each.name === hero.name)
  const others = direct.filter((each) => each.name !== hero.name)
  const decidedOn: Day = addDays(asOf, -60)
  await desk.change('setting:demonstration', async (tx) => {
    for (const each of [his[0], others[3], others[9]])
      if (each) await store.addTolerance(tx, { finding: each.finding, official: each.official, decidedOn, reason: standing.tolerance })
    for (const [index, each] of [his[1], others[5]].entries()) {
      if (!each) continue
      const upheld = index === 0
      const decision = upheld
        ? { outcome: 'upheld' as const, reason: standing.objectionReason, correctedText: each.facts }
        : { outcome: 'rejected' as const, reason: standing.objectionRefused, correctedText: null }
      await store.addObjection(tx, {
        finding: each.finding,
        official: each.official,
        raisedOn: addDays(decidedOn, -70),
        decidedOn,
        decidedBy: standing.reviewer,
        text: standing.objection,
        ...decision,
      })
    }
  })
}

/** One audit in the midst of its fieldwork; its lists come in as workbooks like anybody's. */
async function runningAudit(loading: Loading, desk: Desk): Promise<void> {
  const running = await openRunning(desk)
  await fillRunning(desk, running)
  for (const [what, lines] of Object.entries(runningLists))
    await takeIn(loading, desk, what, [{ name: `${what}.csv`, bytes: csvText(lines) }])
  await prepareRunning(desk, running)
  const short = running.earlier ? await resultReportOf(desk.read, running.earlier) : null
  if (short) await takeIn(loading, desk, 'reports', [short])
  await demoFindings(loading, running)
}

/** Whether the city stands whole; a load that was broken off is cleared away, to begin anew. */
async function standsAlready(desk: Desk): Promise<boolean> {
  const kept = await findSetting(desk.read, 'demonstration')
  if (kept === undefined) return false
  if (Kept.safeParse(kept).data?.complete === true) return true
  await desk.change('setting:demonstration', store.removeAll)
  return false
}

/** Loads the fictional city through the doors that anybody's data takes. Answers false when it is loaded already. */
export async function loadDemonstration(loading: Loading): Promise<boolean> {
  const { desk } = await openDesk<unknown>(loading.office, { actor: maker, verb: 'demonstration.load', input: {} })
  if (await standsAlready(desk)) return false
  const world = makeWorld()
  const workbook = (what: keyof typeof words.step, lines: readonly string[][]) => {
    loading.progress(what)
    return takeIn(loading, desk, what, [{ name: `${words.step[what].zh}.csv`, bytes: csvText(lines) }])
  }
  loading.progress('city')
  await openCity(loading, desk)
  await workbook('units', sheets.unitsBook(world))
  await workbook('officials', sheets.officialsBook(world))
  await seatEverybody(loading)
  await workbook('tenures', sheets.tenuresBook(world))
  loading.progress('laws')
  for (const { name, text } of [...demoLaws, ...roadLaws]) await takeIn(loading, desk, 'regulations', [{ name, bytes: text }])
  loading.progress('reports')
  await papers(loading, desk, world)
  await workbook('audits', sheets.auditsBook(world))
  await workbook('findings', sheets.findingsBook(world, await places(desk, world)))
  const before = olderBooks(world)
  await workbook('audits', before.audits)
  await workbook('findings', before.findings)
  await workbook('rectification', sheets.rectificationBook(world))
  await workbook('auditors', force.auditorsBook())
  await workbook('absences', force.absencesBook(yearOf(desk.today)))
  await workbook('patrolRounds', force.patrolBook(world, yearOf(desk.today)))
  await workbook('unitFunds', force.fundsBook(world, yearOf(desk.today)))
  await workbook('entrustments', force.entrustBook(world, yearOf(desk.today)))
  loading.progress('process')
  await dueProcess(desk)
  loading.progress('papers')
  await issueDemoPapers(desk)
  loading.progress('cases')
  const lines: TakeIn = (at, what, rows) => takeIn(loading, at, what, [{ name: `${what}.csv`, bytes: csvText(rows) }])
  await runningCases({ ...loading, takeIn: lines })
  await demoDueProcess(loading)
  await olderReview(loading, desk)
  await shareAndRecuse(desk)
  loading.progress('leads')
  await demoLeads(loading)
  loading.progress('plans')
  await demoPlans(loading)
  loading.progress('running')
  await runningAudit(loading, desk)
  loading.progress('risks')
  await risksOfTheCity(loading)
  loading.progress('links')
  await loading.runJobs()
  await judgedRepeat(loading)
  await noticedCorrection(loading)
  await desk.change('setting:demonstration', (tx) => saveSetting(tx, 'demonstration', { loadedAt: desk.now, complete: true }))
  return true
}
