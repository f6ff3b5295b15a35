import { type RawBuilder, sql } from 'kysely'
import { access } from '../../../access.ts'
import type { Contract } from '../../../kernel/contract.ts'
import { auditSide, type Organ } from '../../../office/identity/policy/organs.ts'
import { type Tables, tables } from '../../../tables.ts'
import type { TestHouse } from '../house.ts'
import { shapeOf, validInput } from './inputs.ts'

type Table = keyof Tables
type Row = Record<string, unknown>
type About = Table | { key: string; table: Table }

const every = (acts: readonly string[], about: About) => acts.map((act): [string, About] => [act, about])
const by = (key: string, table: Table): About => ({ key, table })
/** What an act is about, where it is not its room's own record: the table it lies in, and the field that names it if that is not `id`. */
const about = new Map<string, About>([
  ...every(['identity.endSeat'], 'seat'),
  ...every(['identity.decideOrder', 'identity.withdrawOrder'], 'accessOrder'),
  ...every(['sharing.confirm', 'sharing.revoke'], 'shareGrant'),
  ...every(['sharing.endRecusal'], 'recusal'),
  ...every(['sharing.saveResultRule'], by('replaces', 'resultRule')),
  ...every(['custody.decideLower'], 'secrecyDecision'),
  ...every(['custody.answerCorrection'], 'correctionRequest'),
  ...every(['documents.closeSeries'], 'paperSeries'),
  ...every(['documents.activateTemplate', 'documents.withdrawTemplate'], 'paperTemplate'),
  ...every(['regulations.dateVersion'], 'regulationVersion'),
  ...every(['regulations.checkClock'], 'clockRule'),
  ...every(['regulations.saveClock'], by('replaces', 'clockRule')),
  ...every(['auditees.saveTenure', 'auditees.dropTenure'], 'tenure'),
  ...every(['auditees.settleLine'], 'resumeLine'),
  ...every(['auditees.dropView'], 'auditeeView'),
  ...every(['auditees.saveRule'], by('replaces', 'auditeeRule')),
  ...every(['planning.setDays'], 'plan'),
  ...every(['planning.cancel'], 'planRun'),
  ...every(['planning.unpin'], by('plan', 'planPin')),
  ...every(['planning.move', 'planning.change'], 'planItem'),
  ...every(['planning.undo'], by('edit', 'planEdit')),
  ...every(['planning.step'], by('plan', 'plan')),
  ...every(['planning.reply'], 'planLetter'),
  ...every(['planning.settle'], 'planOpinion'),
  ...every(['planning.serveNotice'], 'planNotice'),
  ...every(['planning.saveTeam'], 'auditTeam'),
  ...every(['planning.saveAuditor'], 'auditor'),
  ...every(['planning.saveAbsence', 'planning.saveTie'], by('auditor', 'auditor')),
  ...every(['planning.dropAbsence'], 'auditorAbsence'),
  ...every(['planning.dropTie'], 'auditorTie'),
  ...every(['planning.savePatrol'], 'patrolRound'),
  ...every(['planning.saveRule'], by('replaces', 'planningRule')),
  ...every(['planning.withdraw'], 'entrustment'),
  ...every(['projects.answerReply'], by('reply', 'draftReply')),
  ...every(['projects.consultEnd', 'projects.approveEnd', 'projects.refuseEnd'], 'projectTermination'),
  ...every(['projects.acceptRemedy', 'projects.decideRemedy', 'projects.withdrawRemedy'], 'remedy'),
  ...every(['projects.suspend', 'projects.resume'], by('deadline', 'deadline')),
  ...every(['projects.accept', 'projects.reject', 'projects.conclude', 'projects.decide'], 'reviewCase'),
  ...every(['findings.dropPlace'], 'findingPlace'),
  ...every(['findings.unpinBasis'], 'findingBasis'),
  ...every(['findings.judgeRepeat'], 'findingRepeat'),
  ...every(['findings.takeProposal', 'findings.decideProposal'], 'findingProposal'),
  ...every(['findings.reviewResponsibility'], 'attribution'),
  ...every(['findings.examineTolerance', 'findings.decideTolerance', 'findings.withdrawTolerance'], 'toleranceCase'),
  ...every(['findings.answerLate'], 'lateReply'),
  ...every(['findings.raiseHigher'], by('review', 'reviewCase')),
  ...every(['findings.decideHigher'], 'higherReview'),
  ...every(['findings.settlePlace', 'findings.servePlace', 'findings.acknowledge'], 'correctionPlace'),
  ...every(['findings.closeCorrection'], 'correction'),
  ...every(['fieldwork.dropLine'], 'duty'),
  ...every(['fieldwork.submitPlan', 'fieldwork.decidePlan'], 'fieldPlan'),
  ...every(['fieldwork.settleSite'], 'siteTask'),
  ...every(['fieldwork.moveTask', 'fieldwork.dropTask'], 'fieldTask'),
  ...every(['fieldwork.adoptAnswer'], by('earlier', 'materialRequest')),
  ...every(['fieldwork.answerRequest', 'fieldwork.decideRequest', 'fieldwork.withdrawRequest'], 'materialRequest'),
  ...every(['fieldwork.returnOriginal'], 'originalLoan'),
  ...every(['fieldwork.signEvidence'], 'evidence'),
  ...every(['fieldwork.unlinkEvidence'], 'findingEvidence'),
  ...every(['fieldwork.submitPaper', 'fieldwork.reviewPaper'], 'workingPaper'),
  ...every(['fieldwork.addNote'], by('paper', 'workingPaper')),
  ...every(['fieldwork.answerNote', 'fieldwork.settleNote'], 'reviewNote'),
  ...every(['fieldwork.signTalk'], 'talk'),
  ...every(['leads.opine', 'leads.receive', 'leads.accept', 'leads.turnBack', 'leads.begin', 'leads.record', 'leads.feedBack'], 'lead'),
  ...every(['leads.confirmKey', 'leads.retireKey'], 'organKey'),
  ...every(['risks.redraw', 'risks.review', 'risks.sendBack', 'risks.issue', 'risks.renew', 'risks.save'], 'compilation'),
])

const parties: readonly Organ[] = ['auditedUnit', 'official']
/** To whom a record is addressed, column by column: another organ knows those alone that name it. */
const addressed = ['organ', 'addressedOrgan', 'assessors'] as const
/** How near a record is to the case at hand: of it, of its place, or no more than there. */
export type Nearness = 'case' | 'place' | 'none'
type Way = { near: Nearness; where: RawBuilder<boolean> }
const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** The ways a record of this table may belong to the case at hand or to this organ, the nearest first. */
function waysTo(table: Table, organ: Organ, ids: Readonly<Record<string, string>>): readonly Way[] {
  const has = (column: string) => column in tables[table].shape
  const { project = '', running = '', official = '' } = ids
  const way = (near: Nearness, where: RawBuilder<boolean>): Way => ({ near, where })
  const member = ![...auditSide, ...parties, 'administration'].some((each) => each === organ)
  const named = addressed.filter((column) => member && has(column) && !(table === 'lead' && column === 'organ'))
  if (named.length > 0)
    return named.map((column) =>
      way('none', column === 'assessors' ? sql<boolean>`${organ} = any(assessors)` : sql<boolean>`${sql.ref(snake(column))} = ${organ}`),
    )
  const cases = sql`(${project}::uuid, ${running}::uuid)`
  const near = [
    ...(has('project') ? [way('case', sql<boolean>`project in ${cases}`)] : []),
    ...(has('finding') ? [way('case', sql<boolean>`finding in (select id from finding where project in ${cases})`)] : []),
    ...(has('official') ? [way('case', sql<boolean>`official = ${official}::uuid`)] : []),
  ]
  if (parties.includes(organ)) return near
  return [...near, ...(has('jurisdiction') ? [way('place', sql<boolean>`jurisdiction = '990100'`)] : []), way('none', sql<boolean>`true`)]
}

async function rowFor({ db }: TestHouse, of: { table: Table; organ: Organ; ids: Readonly<Record<string, string>> }) {
  for (const { near, where } of waysTo(of.table, of.organ, of.ids)) {
    const found: Row | undefined = await db
      .selectFrom(of.table as 'finding')
      .selectAll()
      .where(where)
      .limit(1)
      .executeTakeFirst()
    if (found) return { row: found, near }
  }
  return null
}

/** Records of one place that the audit side of every place knows; who may act on them is a rule of their room. */
const knownWide: readonly Table[] = ['organKey']
type Input = Record<string, unknown>
/**
 * Input for an act about a record that this organ knows by the policy, and how near that record is to the case; null when
 * the city has none.
 */
export async function inputAbout(
  house: TestHouse,
  contract: Contract,
  { organ, ids }: { organ: Organ; ids: Readonly<Record<string, string>> },
): Promise<{ input: Input; record: string; near: Nearness } | null> {
  const input = validInput(contract, ids)
  const named = about.get(contract.name)
  if (!named) return { input, record: '', near: 'none' }
  const { key, table } = typeof named === 'string' ? { key: 'id', table: named } : named
  const found = await rowFor(house, { table, organ, ids })
  if (!found) return null
  const { row, near } = found
  const own = Object.entries(row).filter(([column, value]) => shapeOf(contract)[column]?.safeParse(value).success)
  const record = String(row[key === 'plan' && table === 'planPin' ? 'plan' : 'id'])
  const isSecret = access[table] !== 'everyone' && !knownWide.some((each) => each === table)
  return { input: { ...input, ...Object.fromEntries(own), [key]: record }, record, near: isSecret ? near : 'none' }
}
