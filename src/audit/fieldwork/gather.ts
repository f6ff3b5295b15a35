import { wanYuan } from '../../kernel/money.ts'
import type { FieldValues } from '../../office/documents/model.ts'
import type { Gatherer } from '../../office/documents/registry.ts'
import type { Reader } from '../../platform/db.ts'
import { evidenceShelf, filesOf, talkShelf } from './evidence/store.ts'
import { paperShelf } from './evidence/store-papers.ts'
import { checksOf, decisionsOf, dutiesOf, needsOf } from './lists/store.ts'
import { words as lists } from './lists/words.ts'
import { plansOf, surveyOf } from './planning/store.ts'
import { words as asked } from './requests/words.ts'

/** The fields that are known; an empty one is left to be filled by hand. */
const known = (values: Readonly<Record<string, string | null | undefined>>): FieldValues =>
  Object.fromEntries(Object.entries(values).flatMap(([key, value]) => (value ? [[key, value]] : [])))

async function about(read: Reader, project: string): Promise<FieldValues> {
  const row = await read
    .selectFrom('project')
    .innerJoin('unit', 'unit.id', 'project.unit')
    .select(['project.title', 'unit.name'])
    .where('project.id', '=', project)
    .executeTakeFirst()
  return known({ project: row?.title, unit: row?.name })
}

/** The latest plan's words and the four lists: what an implementation plan prints. */
async function ofPlan(read: Reader, project: string): Promise<FieldValues> {
  const [plan] = await plansOf(read, project)
  if (!plan) return {}
  const { aim, scope, schedule, matters, steps, division } = plan
  const decisions = await decisionsOf(read, project)
  return {
    ...known({ aim, scope, schedule }),
    matters: [{ matter: matters, steps, by: division, days: '' }],
    duties: (await dutiesOf(read, project)).map(({ duty, basis }) => ({ duty, source: basis })),
    decisions: decisions.map(({ matter, amount }) => ({ decision: matter, amount: amount === null ? '' : wanYuan(amount) })),
    checks: (await checksOf(read, project)).map(({ step, result }) => ({ check: step, result: result ? lists.result[result].zh : '' })),
    data: (await needsOf(read, project)).map(({ dataSet, ownerUnit, purpose }) => ({ set: dataSet, owner: ownerUnit, purpose })),
  }
}

/** What was asked of the unit in this project, for the list that is signed for. */
async function ofRequests(read: Reader, project: string): Promise<FieldValues> {
  const rows = await read.selectFrom('materialRequest').selectAll().where('project', '=', project).orderBy('number').execute()
  const requests = rows.map(({ number, name, periodFrom, periodTo, askedOn, dueOn, state }) => ({
    ...{ number, name, askedOn, dueOn, state: asked.state[state].zh },
    period: [periodFrom, periodTo].filter((each) => each !== null).join('–'),
  }))
  return requests.length === 0 ? {} : { ...(await about(read, project)), requests }
}

async function ofSurvey(read: Reader, project: string): Promise<FieldValues> {
  const survey = await surveyOf(read, project)
  if (!survey) return {}
  const { unitNature: nature, staffing, financeSystem: finance, controls, systems, pastAudits, focus: risks } = survey
  return known({ nature, staffing, finance, controls, systems, pastAudits, risks, recorder: survey.preparedName, on: survey.surveyedOn })
}

async function ofEvidence(read: Reader, id: string): Promise<FieldValues> {
  const sheet = await evidenceShelf.find(read, id)
  if (!sheet) return {}
  const { number: sheetNumber, title: matter, summary, takenName: auditors, replyDueOn: dueOn, opinion, refusal } = sheet
  const evidence = (await filesOf(read, id)).map(({ name }) => name).join('\n')
  const takenOn = sheet.takenInAt.slice(0, 10)
  return {
    ...(await about(read, sheet.project)),
    ...known({ sheetNumber, matter, summary, evidence, auditors, takenOn, dueOn, opinion, refusal }),
  }
}

async function ofPaper(read: Reader, id: string): Promise<FieldValues> {
  const paper = await paperShelf.find(read, id)
  if (!paper) return {}
  const { number: index, matter, process, facts, conclusion, preparedName: preparer, preparedOn, opinion } = paper
  const reviewed = { reviewer: paper.reviewedName, reviewedOn: paper.reviewedOn }
  return {
    ...(await about(read, paper.project)),
    ...known({ index, matter, process, facts, conclusion, preparer, preparedOn, opinion, ...reviewed }),
  }
}

async function ofTalk(read: Reader, id: string): Promise<FieldValues> {
  const talk = await talkShelf.find(read, id)
  if (!talk) return {}
  const auditors = talk.auditors.map(({ name }) => name).join(' ')
  const time = [talk.beginsAt, talk.endsAt].filter((each) => each !== null).join('–')
  const { person: talkedWith, post: position, heldOn: on, location: place } = talk
  return { ...(await about(read, talk.project)), ...known({ talkedWith, position, auditors, on, time, place }), talk: talk.lines }
}

/** What the fieldwork knows for its papers: plan and survey of a project, an evidence sheet, a working paper, a talk. */
export const fieldworkGatherers: readonly Gatherer[] = [
  {
    subject: 'project',
    gather: async (read, id) => ({
      ...(await ofSurvey(read, id)),
      ...(await ofPlan(read, id)),
      ...(await ofRequests(read, id)),
    }),
  },
  { subject: 'evidence', gather: ofEvidence },
  { subject: 'workingPaper', gather: ofPaper },
  { subject: 'talk', gather: ofTalk },
]
