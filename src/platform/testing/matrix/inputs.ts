import { sql } from 'kysely'
import { z } from 'zod'
import type { Contract } from '../../../kernel/contract.ts'
import type { Tables } from '../../../tables.ts'
import type { TestHouse } from '../house.ts'
import { marks, type World } from './world.ts'

type Ids = Readonly<Record<string, string>>
/** The first row of a table that fits, always the same; empty when the city has none, so that a lack is seen by its question going untried. */
async function firstOf(
  { db }: TestHouse,
  table: keyof Tables,
  where: Readonly<Record<string, unknown>> = {},
): Promise<Record<string, unknown>> {
  if (Object.values(where).includes('')) return {}
  let query = db.selectFrom(table as 'finding').selectAll()
  for (const [column, value] of Object.entries(where)) query = query.where(column as 'id', '=', value as string)
  return (await query.orderBy(sql`1`).executeTakeFirst()) ?? {}
}
/** An item of a plan whose post is held: one whose holder has left is told of on the board alone. */
const itemOf = ({ db }: TestHouse, plan: string) =>
  db
    .selectFrom('planItem')
    .innerJoin('tenure', 'tenure.id', 'planItem.tenure')
    .select(['planItem.id', 'planItem.tenure'])
    .where('planItem.plan', '=', plan)
    .where('tenure.endsOn', 'is', null)
    .orderBy('planItem.id')
    .executeTakeFirst()
const textIn = (row: Record<string, unknown>, column: string) => String(row[column] ?? '')

/** One record of every kind there is, belonging to the cases at hand wherever its kind belongs to a case. */
export async function recordsOf({ house, ids }: World): Promise<Ids> {
  const first = async (table: keyof Tables, where: Readonly<Record<string, unknown>> = {}, column = 'id') =>
    textIn(await firstOf(house, table, where), column)
  const { project = '', running = '' } = ids
  const evidence = await first('evidence', { project: running })
  const answers = await house.db
    .selectFrom('answerFile')
    .innerJoin('requestAnswer', 'requestAnswer.id', 'answerFile.answer')
    .innerJoin('materialRequest', 'materialRequest.id', 'requestAnswer.request')
    .select(['answerFile.id', 'materialRequest.id as request'])
    .where('materialRequest.project', '=', running)
    .executeTakeFirst()
  const plan = await first('planItem', {}, 'plan')
  const item = plan === '' ? undefined : await itemOf(house, plan)
  const law = await firstOf(house, 'provision')
  const versions = await house.db.selectFrom('regulationVersion').select('id').limit(2).execute()
  const finding = await first('finding', { project })
  const lead = await first('lead', { official: ids.official ?? '' })
  return {
    ...ids,
    ...{ finding, rectification: await first('rectification', { finding }) },
    ...{
      evidence,
      evidenceFile: await first('evidenceFile', { evidence }),
      workingPaper: await first('workingPaper', { project: running }),
    },
    ...{ request: answers?.request ?? (await first('materialRequest', { project: running })), answerFile: answers?.id ?? '' },
    ...{ task: await first('fieldTask', { project: running }), member: await first('projectMember', { project: running }) },
    ...{
      paper: await first('issuedPaper', { project, state: 'issued' }),
      draftPaper: await first('issuedPaper', { project, state: 'draft' }),
    },
    ...{ receipt: await first('serviceReceipt'), series: await first('paperSeries'), batch: await first('batch') },
    ...{ mention: await first('mention', { document: ids.document ?? '', kind: 'official' }) },
    ...{
      plan,
      item: item?.id ?? '',
      tenure: item?.tenure ?? '',
      letter: await first('planLetter'),
    },
    ...{ planVersion: await first('planVersion', { plan }), run: await first('planRun', { plan }), team: await first('auditTeam') },
    ...{
      regulation: textIn(await firstOf(house, 'regulationVersion', { id: textIn(law, 'regulationVersion') }), 'regulation'),
      version: textIn(law, 'version'),
    },
    ...{ checkpoint: await first('trailCheckpoint'), deadline: await first('deadline', { project }) },
    ...{ grant: await first('shareGrant', { record: project }), recusal: await first('recusal') },
    ...{ one: versions[0]?.id ?? '', other: versions[1]?.id ?? '' },
    ...{ correction: await first('correction'), late: await first('lateReply') },
    ...{ compilation: await first('compilationVersion', {}, 'compilation') },
    ...{ lead, leadPaper: await first('leadPaper', { lead }), leadExhibit: await first('leadExhibit', { lead }) },
    ...{ rule: await first('resultRule'), auditorRow: await first('auditor') },
  }
}

/** The records that a recusal from the official hides. */
export const ofCase = [
  ...['official', 'project', 'running', 'document', 'finding', 'rectification', 'evidence', 'evidenceFile', 'workingPaper'],
  ...['request', 'answerFile', 'task', 'member', 'paper', 'draftPaper', 'receipt', 'mention', 'deadline', 'grant', 'lead'],
] as const

/** What `id` names, room by room. */
const idIn: Readonly<Record<string, string>> = {
  findings: 'finding',
  rectification: 'rectification',
  reports: 'document',
  auditees: 'official',
  portrait: 'official',
  places: 'unit',
  documents: 'paper',
  links: 'mention',
  regulations: 'regulation',
  intake: 'batch',
  leads: 'lead',
  trail: 'checkpoint',
}
/** What a mark begins with: a list that is searched for it holds whatever bears the mark. */
const half = (mark: string): string => mark.slice(0, 2)
/** Contracts that name their records otherwise than their room does. */
const special = (of: Ids): Readonly<Record<string, Readonly<Record<string, unknown>>>> => ({
  'documents.compare': { left: of.paper, right: of.paper },
  'documents.numbers': { series: of.series, year: 2026 },
  'documents.bundle': { ids: of.paper },
  'documents.template': { kind: 'auditNotice', id: undefined },
  'documents.tryTemplate': { kind: 'auditNotice', id: undefined },
  'documents.ofSubject': { subject: `project:${of.project}` },
  'documents.draft': { kind: 'auditNotice', subject: `project:${of.project}` },
  'documents.send': { paper: of.paper },
  'custody.level': { subject: `project:${of.project}` },
  'custody.raise': { subject: `project:${of.project}`, level: 'workSecret' },
  'regulations.compare': { from: of.one, to: of.other },
  'regulations.provision': { id: of.regulation, article: 1 },
  'regulations.citedBy': { id: of.regulation },
  'planning.letter': { id: of.letter },
  'planning.plan': { id: of.plan },
  'auditees.saveOfficial': { bornIn: '1970-01' },
  'findings.saveClass': { code: 'Z01-01', parent: 'Z01' },
  'fieldwork.saveDecision': { amount: '1.00' },
  'identity.account': { account: 'county' },
  'findings.correction': { id: of.correction },
  'findings.lateEvidence': { id: of.late, at: 0 },
  'leads.paper': { id: of.lead, paper: of.leadPaper },
  'leads.exhibit': { id: of.lead, exhibit: of.leadExhibit },
  'risks.preview': { id: of.compilation },
  'risks.one': { id: of.compilation },
  'risks.version': { id: of.compilation, no: 1 },
  'identity.proposeSubject': { account: 'own-clerk', issuer: 'https://sso.example.cn', subject: 'u-1', ground: '试验' },
  'regulations.one': { id: of.regulation },
  'fieldwork.saveTalk': { beginsAt: '09:00', endsAt: '10:00' },
  'custody.saveSettings': { ceiling: 'workSecret', usual: 'internal', readingHours: 8, officialSeesReaders: true },
  'planning.document': { plan: of.plan, paper: 'plan' },
  'planning.step': { plan: of.plan, items: [{ id: of.item, version: 1 }] },
  'planning.swap': { one: { id: of.item, version: 1 }, other: { id: of.item, version: 1 } },
  'custody.proposeLower': { subject: `project:${of.project}`, level: 'internal' },
  'leads.draft': { finding: of.finding },
  'risks.save': { id: of.compilation, content: { kind: 'cases', preface: '', cases: [] } },
  'risks.saveRule': { region: null },
  'planning.run': { plan: of.plan, run: of.run, id: of.run },
  'planning.compare': { from: of.planVersion, to: of.planVersion },
  'planning.alignment': { plan: of.plan, year: 2026 },
  'planning.why': { plan: of.plan, tenure: of.tenure, subject: of.tenure, item: of.item, id: of.item },
  'planning.bring': { plan: of.plan, tenure: of.tenure, year: 2027, id: of.item },
  'fieldwork.evidence': { id: of.evidence },
  'fieldwork.evidenceFile': { id: of.evidenceFile },
  'fieldwork.paper': { id: of.workingPaper },
  'fieldwork.request': { id: of.request },
  'fieldwork.answerFile': { id: of.answerFile },
  'fieldwork.alike': { unit: of.unit, name: '会议纪要', periodFrom: '2023-01-01', periodTo: '2025-12-31', purpose: '审计取证' },
  'fieldwork.exportList': { project: of.running, list: 'duties' },
  'places.tree': { limit: undefined },
  'fieldwork.evidenceList': { q: half(marks.inner) },
  'fieldwork.requests': { q: half(marks.request) },
  'documents.list': { q: half(marks.paper) },
  'leads.list': { q: half(marks.lead) },
})
/** Filters that narrow a list to the cases at hand; every other optional field stays away. */
const narrowing = ['q', 'keyword', 'limit', 'reason', 'as']
const general = (of: Ids): Readonly<Record<string, unknown>> => ({
  ...{
    project: of.project,
    finding: of.finding,
    unit: of.unit,
    document: of.document,
    official: of.official,
    record: of.project,
    plan: of.plan,
  },
  ...{ receipt: of.receipt, series: of.series, item: of.item, team: of.team, request: of.request, paper: of.paper, tenure: of.tenure },
  ...{
    kind: 'project',
    q: half(marks.case),
    keyword: half(marks.person),
    subject: `official:${of.official}`,
    purpose: 'audit',
  },
  ...{
    reason: '试验查看材料',
    as: 'list',
    limit: 200,
    what: 'units',
    account: 'own-clerk',
    year: 2026,
    rule: 'reply.draft',
    from: '2026-11-20',
  },
  ...{ list: 'duty', version: 1, text: '试验说明一段文字', claimed: 'done', recognised: 'done', dueOn: '2026-12-31', on: '2026-11-20' },
})

type Shape = Readonly<Record<string, z.ZodType>>
export const shapeOf = ({ input }: Contract): Shape => ('shape' in input ? (input.shape as Shape) : {})
/** Something to ask with: the cases at hand wherever a record is named, and no more than the contract takes. */
export function asked(contract: Contract, of: Ids): Record<string, unknown> {
  const [room = ''] = contract.name.split('.')
  const own = special(of)[contract.name] ?? {}
  const fieldwork = room === 'fieldwork' || contract.name.startsWith('projects.team') ? { project: of.running } : {}
  const given: Record<string, unknown> = { ...general(of), ...fieldwork, id: of[idIn[room] ?? ''] ?? of.project, ...own }
  return Object.fromEntries(
    Object.entries(shapeOf(contract)).flatMap(([key, schema]) => {
      const needed = !schema.safeParse(undefined).success
      const wanted = needed || key in own || narrowing.includes(key) || (key === 'purpose' && room === 'portrait')
      return wanted && given[key] !== undefined && schema.safeParse(given[key]).success ? [[key, given[key]]] : []
    }),
  )
}

type Json = {
  [key: string]: unknown
  type?: string | string[]
  properties?: Record<string, Json>
  required?: string[]
  items?: Json
  anyOf?: Json[]
}
/** A value the schema takes, with the records at hand where ids are asked for. */
function valueFor(schema: Json, of: { key: string; ids: Ids }): unknown {
  if (schema.const !== undefined) return schema.const
  if (Array.isArray(schema.enum)) return schema.enum[0]
  if (Array.isArray(schema.anyOf)) return valueFor(schema.anyOf[0] ?? {}, of)
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type
  if (type === 'object' || schema.properties) return recordFor(schema, of.ids)
  if (type === 'array') return schema.minItems ? [valueFor(schema.items ?? {}, of)] : []
  if (type === 'integer' || type === 'number') return Math.max(Number(schema.minimum ?? 1), 1)
  if (type === 'boolean') return true
  if (type !== 'string') return null
  if (schema.format === 'uuid') return of.ids[of.key] || of.ids.project
  if (schema.format === 'date' || /(On|From|To|until|from|day)$/.test(of.key)) return '2026-11-20'
  return (
    ['试验说明一段文字', '990100', 'x', `official:${of.ids.official}`].find(
      (text) => !schema.pattern || new RegExp(String(schema.pattern), 'u').test(text),
    ) ?? 'x'
  )
}
const recordFor = ({ properties = {}, required = [] }: Json, ids: Ids): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(properties).flatMap(([key, each]) => (required.includes(key) ? [[key, valueFor(each, { key, ids })]] : [])),
  )

/** An input the contract takes: what is known of the records at hand, and the rest made from its schema. */
export function validInput(contract: Contract, of: Ids): Record<string, unknown> {
  const schema = z.toJSONSchema(contract.input, { io: 'input', unrepresentable: 'any' }) as Json
  return { ...recordFor(schema, of), ...asked(contract, of) }
}
