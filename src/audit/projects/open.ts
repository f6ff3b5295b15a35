import type { z } from 'zod'
import type { Day } from '../../kernel/day.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Reader, Writer } from '../../platform/db.ts'
import type { Desk } from '../../platform/desk.ts'
import { newId } from '../../platform/id.ts'
import { Missing, Refused, stopIf } from '../../platform/serve.ts'
import type { Tenure } from '../../registers/auditees/model.ts'
import { tenuresOf } from '../../registers/auditees/store.ts'
import type { Unit } from '../../registers/places/model.ts'
import { liesIn } from '../../registers/places/rules/jurisdiction.ts'
import { findUnit } from '../../registers/places/store.ts'
import type { openProject } from './case.contract.ts'
import type { Project, ProjectKind, ProjectSubject } from './model.ts'
import { projectNumber, projectTitle, tenureMeant } from './rules.ts'
import { officialsById, projectsNumbered } from './store.ts'
import { addProject, addSubjects, issuedItem, noteStep, projectOfPlanItem } from './store-case.ts'
import { startDeadline } from './store-deadlines.ts'

/** An opening with its kind, unit and officials known: told by hand, or taken from the plan item. */
type Opening = Omit<z.output<typeof openProject.input>, 'kind' | 'unit'> & { kind: ProjectKind; unit: string }
type Named = { id: string; number: string; name: string }
type About = { input: Opening; unit: Unit; officials: readonly Named[]; tenures: readonly Tenure[]; on: Day }

/** The tenure each official is audited in: the one told, else in that unit, during the period or on the day of opening. */
function tenureOf({ input, unit, tenures, on }: About, subject: Opening['subjects'][number]): Tenure | null {
  const own = tenures.filter((tenure) => tenure.official === subject.official)
  const told = own.find(({ id }) => id === subject.tenure)
  stopIf(subject.tenure && !told ? refuse('projectPostUnknown') : null)
  return told ?? tenureMeant(own, { unit: unit.id, post: subject.post ?? '', from: input.periodFrom ?? on, to: input.periodTo ?? on })
}

function subjectsFor(about: About, project: string): ProjectSubject[] {
  return about.input.subjects.map((subject) => {
    const tenure = tenureOf(about, subject)
    return {
      id: newId(),
      project,
      official: subject.official,
      tenure: tenure?.id ?? null,
      post: subject.post ?? tenure?.post ?? '',
      conclusion: null,
      mainProblems: null,
      note: null,
    }
  })
}

function freshCase(about: About, subjects: readonly ProjectSubject[]): Project {
  const { input, unit, officials, on } = about
  const names = officials.map(({ name }) => name).join('、')
  const post = [...new Set(subjects.map((subject) => subject.post))].join('、')
  const [first] = officials
  const made = { unit: unit.name, post, name: names, kind: input.kind }
  return {
    id: newId(),
    number: input.number ?? projectNumber({ year: input.year, unit: unit.number, official: first?.number ?? '', kind: input.kind }),
    title: input.title ?? projectTitle(made),
    kind: input.kind,
    unit: unit.id,
    auditedBy: input.auditedBy,
    year: input.year,
    periodFrom: input.periodFrom,
    periodTo: input.periodTo,
    ...{ startedOn: null, reportedOn: null, heldWhen: null, reportNumber: null, conclusion: null, reportFile: null, document: null },
    jurisdiction: unit.jurisdiction,
    version: 1,
    planItem: input.planItem ?? null,
    state: 'opened',
    track: input.track,
    openedOn: on,
    endedOn: null,
    jointMode: input.jointMode,
    jointRef: input.jointRef,
    retention: null,
  }
}

async function gathered(tx: Writer, { input, actor, today }: Pick<Desk<Opening>, 'input' | 'actor' | 'today'>): Promise<About> {
  const unit = await findUnit(tx, input.unit)
  if (!unit) stopIf(refuse('projectUnitUnknown'))
  if (!unit || !liesIn(unit.jurisdiction, actor.jurisdiction)) throw new Missing()
  const ids = [...new Set(input.subjects.map(({ official }) => official))]
  const known = await officialsById(tx, ids)
  const officials = ids.flatMap((id) => known.get(id) ?? [])
  stopIf(officials.length < ids.length ? refuse('projectOfficialUnknown') : null)
  return { input, unit, officials, tenures: await tenuresOf(tx, ids), on: input.on ?? today }
}

/**
 * The opening with what the plan item says of it: its unit, kind, year and official, others told with it kept (party and
 * government heads in one project). Refused: an item not issued by an approved plan; by hand, no unit, kind or official.
 */
async function planned(read: Reader, input: z.output<typeof openProject.input>): Promise<Opening> {
  const { planItem, kind, unit, subjects } = input
  if (!planItem) {
    if (!unit || !kind) throw new Refused(refuse('projectUnitUnknown'))
    stopIf(subjects.length === 0 ? refuse('noSubjects') : null)
    return { ...input, kind, unit }
  }
  const item = await issuedItem(read, planItem)
  if (!item) throw new Refused(refuse('planItemNotApproved'))
  const others = subjects.filter(({ official }) => official !== item.official)
  return {
    ...input,
    kind: item.kind,
    unit: item.unit,
    year: item.year,
    subjects: [{ official: item.official, post: item.post }, ...others],
  }
}

async function stopIfTaken(tx: Writer, project: Project): Promise<void> {
  const before = project.planItem ? await projectOfPlanItem(tx, project.planItem) : undefined
  stopIf(before ? refuse('planItemUsed', { number: before.number ?? before.title }) : null)
  const taken = project.number ? await projectsNumbered(tx, [project.number]) : []
  stopIf(taken.length > 0 ? refuse('projectNumberTaken', { number: project.number ?? '' }) : null)
}

/** Opens a project: its posts come from the register, its name and number are made unless given. A state firm's clock starts. */
export async function openCase(
  tx: Writer,
  desk: Pick<Desk<z.output<typeof openProject.input>>, 'input' | 'actor' | 'today'>,
): Promise<Project> {
  const about = await gathered(tx, { ...desk, input: await planned(tx, desk.input) })
  const { on, unit } = about
  const subjects = subjectsFor(about, '')
  const project = freshCase(about, subjects)
  stopIf(on > desk.today ? refuse('dayInFuture', { on, today: desk.today }) : null)
  await stopIfTaken(tx, project)
  const kept = await addProject(tx, project)
  await addSubjects(
    tx,
    subjects.map((subject) => ({ ...subject, project: project.id })),
  )
  const { account, name, role } = desk.actor
  await noteStep(tx, {
    project: project.id,
    step: 'open',
    account,
    name,
    role,
    takenOn: on,
    from: 'opened',
    to: 'opened',
    text: '',
    facts: {},
  })
  const clock = { project: project.id, rule: 'plan.notifyFirm', about: `project:${project.id}`, fromOn: on, region: project.jurisdiction }
  if (unit.category === 'stateFirm') await startDeadline(tx, clock, { account, today: desk.today })
  return kept
}
