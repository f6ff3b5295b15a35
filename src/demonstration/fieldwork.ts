import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { addFiles, evidenceShelf, talkShelf } from '../audit/fieldwork/evidence/store.ts'
import { keepNote, paperShelf, setEvidence } from '../audit/fieldwork/evidence/store-papers.ts'
import { templateFor } from '../audit/fieldwork/planning/rules.ts'
import { listCounts, planShelf, siteShelf, surveyShelf, templateLines } from '../audit/fieldwork/planning/store.ts'
import { addAnswer, addRequest, decideAnswer } from '../audit/fieldwork/requests/store.ts'
import { addWorkDay, keepDeclaration, memberShelf, taskShelf } from '../audit/fieldwork/team/store.ts'
import { addProject, addSubjects } from '../audit/projects/store-case.ts'
import { addDays, day } from '../kernel/day.ts'
import type { Writer } from '../platform/db.ts'
import type { Desk } from '../platform/desk.ts'
import { newId } from '../platform/id.ts'
import { found } from '../platform/stop.ts'
import { behindFindings } from './fieldwork-earlier.ts'
import * as store from './store.ts'
import * as words from './world/fieldwork.words.ts'
import { hero } from './world/names.words.ts'

const entered = day('2026-10-12')
const lead = { account: 'lead', name: '沈一凡' }
const auditor = { account: 'auditor', name: '陆川' }
const clerk = { account: 'clerk', name: '张敏' }
const digestOf = (text: string) => createHash('sha256').update(text).digest('hex')

export type Running = { project: string; unit: string; earlier: string | null; jurisdiction: string }

/** A project in the midst of its fieldwork, of the unit whose login the demonstration prints. */
export async function openRunning(desk: Desk): Promise<Running> {
  const units = await store.unitIdsByName(desk.read)
  const unit = found(units.get(words.runningAudit.unit))
  const official = found(await store.officialNamed(desk.read, { name: hero.name, unit }))
  const earlier = (await store.projectOfUnit(desk.read, unit)) ?? null
  const { number, title, post, auditedBy } = words.runningAudit
  const project = {
    id: newId(),
    number,
    title,
    kind: 'inOffice',
    unit,
    auditedBy,
    year: 2026,
    state: 'fieldwork',
    track: 'standard',
  } as const
  const span = { periodFrom: day('2023-01-01'), periodTo: day('2025-12-31'), startedOn: entered, openedOn: day('2026-09-01') }
  const later = { reportedOn: null, heldWhen: null, reportNumber: null, conclusion: null, reportFile: null, document: null, endedOn: null }
  const rest = { jurisdiction: '990100', version: 1, planItem: null, jointMode: null, jointRef: null, retention: null }
  const subject = { id: newId(), project: project.id, official: official.id, tenure: official.tenure, post }
  await desk.change(`project:${project.id}`, async (tx) => {
    await addProject(tx, { ...project, ...span, ...later, ...rest })
    await addSubjects(tx, [{ ...subject, conclusion: null, mainProblems: null, note: null }])
  })
  return { project: project.id, unit, earlier, jurisdiction: rest.jurisdiction }
}

async function team(tx: Writer, { project, earlier }: Running): Promise<void> {
  const joined = { joinedOn: day('2026-09-20'), leftOn: null, version: 1 }
  await memberShelf.keep(tx, { id: newId(), project, ...lead, role: 'leader', days: 30, skills: ['工程造价'], ...joined })
  await memberShelf.keep(tx, { id: newId(), project, ...auditor, role: 'lead', days: 40, skills: ['财务审计', '数据分析'], ...joined })
  await memberShelf.keep(tx, { id: newId(), project, ...clerk, role: 'member', days: 25, skills: ['法规'], ...joined })
  if (earlier) {
    const then = { joinedOn: day('2025-03-01'), leftOn: day('2025-08-20'), version: 1 }
    await memberShelf.keep(tx, { id: newId(), project: earlier, ...auditor, role: 'member', days: 30, skills: [], ...then })
  }
  const declared = { project, declaredOn: day('2026-09-21'), version: 1 }
  await keepDeclaration(tx, { id: newId(), ...declared, account: lead.account, ground: 'none', leftUnitOn: null })
  await keepDeclaration(tx, { id: newId(), ...declared, account: clerk.account, ground: 'formerPost', leftUnitOn: day('2024-08-31') })
}

async function preparation(tx: Writer, { project, jurisdiction }: Running): Promise<void> {
  const by = { preparedBy: auditor.account, preparedName: auditor.name }
  await surveyShelf.keep(tx, { id: newId(), project, surveyedOn: day('2026-09-25'), ...by, ...words.runningSurvey, version: 1 })
  const lists = await listCounts(tx, project)
  const approved = { meetingOn: day('2026-10-08'), meeting: words.runningMeeting, opinion: words.runningOpinion, decidedBy: 'director' }
  await planShelf.keep(tx, {
    ...{ id: newId(), project, edition: 1, state: 'approved', ...words.runningPlan, reason: null, version: 3 },
    ...{ preparedBy: lead.account, preparedOn: day('2026-09-28'), submittedOn: day('2026-09-30') },
    ...{ ...approved, decidedOn: day('2026-10-08'), lists: { ...lists, checks: lists.checks - 1 } },
    digest: digestOf(JSON.stringify(words.runningPlan)),
  })
  for (const { id: template, place, title, says } of templateFor(await templateLines(tx, jurisdiction), {
    region: jurisdiction,
    on: entered,
  })) {
    const done = place <= 5
    const settled = done
      ? { settledOn: addDays(entered, place), settledBy: lead.name, note: words.runningSiteNote }
      : { settledOn: null, settledBy: null, note: null }
    await siteShelf.keep(tx, { id: newId(), project, template, place, title, says, state: done ? 'done' : 'open', ...settled, version: 1 })
  }
}

type Kept = { name: string; sha256: string; size: number }
const keep = (desk: Desk, name: string, text: string): Promise<Kept> => desk.store.save(name, Readable.from([Buffer.from(text)]))

async function requests(tx: Writer, desk: Desk, { project, unit, jurisdiction }: Running): Promise<void> {
  for (const [index, asked] of words.runningRequests.entries()) {
    const id = newId()
    const askedOn = addDays(entered, 1 + index)
    const dueOn = asked.state === 'open' ? addDays(desk.today, 2) : addDays(askedOn, 5)
    const by = { side: 'audit', askedBy: clerk.account, askedName: clerk.name, askedOn, dueOn } as const
    const plain = { periodFrom: null, periodTo: null, purpose: null, originals: index === 2, sameAs: null, apartReason: null }
    const number = `DY-${String(index + 1).padStart(3, '0')}`
    await addRequest(tx, { id, project, number, unit, name: asked.name, state: asked.state, ...by, ...plain, jurisdiction, version: 1 })
    if (asked.state === 'open') continue
    const files = [await keep(desk, asked.file, asked.text)]
    const answered = { via: 'portal', text: asked.text, answeredBy: 'unit', answeredName: '何整', answeredOn: addDays(askedOn, 3) } as const
    const answer = await addAnswer(tx, { request: id, ...answered, files })
    const decided = { decidedBy: clerk.account, decidedOn: addDays(askedOn, 4) }
    if (asked.state === 'accepted') await decideAnswer(tx, answer, { outcome: 'accepted', reason: null, ...decided })
    if (asked.state === 'returned') await decideAnswer(tx, answer, { outcome: 'returned', reason: asked.reason, ...decided })
  }
}

async function evidence(tx: Writer, desk: Desk, { project }: Running): Promise<string[]> {
  const ids: string[] = []
  for (const [index, sheet] of words.runningEvidence.entries()) {
    const id = newId()
    const { title, summary, kind, provider, sign, by, refusal } = sheet
    const taken = { takenInAt: `${addDays(entered, 14 + index)}T02:30:00Z`, takenBy: auditor.account, takenName: auditor.name }
    const source = {
      document: null,
      page: null,
      paragraph: null,
      answer: null,
      replyDueOn: sign === 'pending' ? addDays(desk.today, 3) : null,
    }
    const signed = { sign, signedOn: sign === 'pending' ? null : addDays(entered, 20), signedBy: by, opinion: null, refusal }
    const number = `Q-${String(index + 1).padStart(3, '0')}`
    await evidenceShelf.keep(tx, {
      id,
      project,
      number,
      title,
      summary,
      kind,
      provider,
      evidenceOn: day(sheet.on),
      ...taken,
      ...source,
      ...signed,
      version: 1,
    })
    await addFiles(tx, id, [await keep(desk, sheet.file, summary)])
    ids.push(id)
  }
  return ids
}

async function papers(tx: Writer, { project }: Running, sheets: readonly string[]): Promise<void> {
  for (const { edited, evidence: cited, state, ...paper } of words.runningPapers) {
    const id = newId()
    const done = state === 'reviewed'
    const digest = digestOf(paper.facts)
    const by = { preparedBy: auditor.account, preparedName: auditor.name, preparedOn: day('2026-11-02') }
    const reviewed = done
      ? { reviewedBy: lead.account, reviewedName: lead.name, reviewedOn: day('2026-11-09') }
      : { reviewedBy: null, reviewedName: null, reviewedOn: null }
    const prints = { digest, reviewedDigest: done ? (edited ? digestOf('') : digest) : null, opinion: null }
    const last = { editedOn: day(edited ? '2026-11-12' : '2026-11-02'), editedBy: auditor.account, version: 1 }
    await paperShelf.keep(tx, { id, project, auditCheck: null, state, ...paper, ...by, ...reviewed, ...prints, ...last })
    await setEvidence(
      tx,
      id,
      cited.flatMap((index) => sheets[index] ?? []),
    )
    if (done) continue
    const raised = { raisedBy: lead.account, raisedName: lead.name, raisedOn: day('2026-11-16') }
    await keepNote(tx, {
      id: newId(),
      paper: id,
      ...words.runningNote,
      ...raised,
      answeredBy: null,
      answeredOn: null,
      settledOn: null,
      version: 1,
    })
  }
}

async function tasks(tx: Writer, { project }: Running): Promise<void> {
  for (const [index, { title, account, state, days, due }] of words.runningTasks.entries()) {
    const id = newId()
    await taskShelf.keep(tx, {
      id,
      project,
      title,
      detail: null,
      account,
      state,
      auditCheck: null,
      days,
      dueOn: day(due),
      place: index + 1,
      version: 1,
    })
    const worked = state === 'planned' ? 0 : state === 'checking' ? days + 1 : Math.ceil(days / 2)
    for (let count = 0; count < worked; count += 1)
      await addWorkDay(tx, {
        id: newId(),
        project,
        task: id,
        account,
        workedOn: addDays(entered, 1 + count + index * 10),
        days: 1,
        note: null,
      })
  }
  const signed = { sign: 'countersigned', signedOn: day('2026-11-05'), signedBy: words.runningTalk.person, refusal: null } as const
  const when = { heldOn: day('2026-11-05'), beginsAt: '09:30', endsAt: '10:40', papersShown: true }
  await talkShelf.keep(tx, {
    id: newId(),
    project,
    number: 'TH-001',
    ...when,
    ...words.runningTalk,
    lines: [...words.runningTalk.lines],
    auditors: [lead, auditor],
    ...signed,
    version: 1,
  })
}

/** Everything of the running audit but its lists, which come in as workbooks once its evidence stands. */
export async function fillRunning(desk: Desk, running: Running): Promise<void> {
  await desk.change(`project:${running.project}`, async (tx) => {
    await team(tx, running)
    await requests(tx, desk, running)
    await papers(tx, running, await evidence(tx, desk, running))
    await tasks(tx, running)
    if (running.earlier) await behindFindings(tx, desk, running.earlier)
  })
}
export const prepareRunning = (desk: Desk, running: Running): Promise<void> =>
  desk.change(`project:${running.project}`, (tx) => preparation(tx, running))
