import { dueProcessAccess } from './access.due-process.ts'
import { fieldworkAccess } from './access.fieldwork.ts'
import { risksAccess } from './access.risks.ts'
import type { Role } from './office/identity/model.ts'
import { cleared } from './office/identity/policy/leads.ts'
import { auditSide, authorities, type Organ, organOf, partyOrgans } from './office/identity/policy/organs.ts'
import { custodians, keepers } from './office/identity/policy/sentence.ts'
import type { FieldGroup } from './office/sharing/model.ts'
import { prefixOf } from './registers/places/rules/jurisdiction.ts'
import type { Tables } from './tables.ts'

export { auditSide, custodians, type Organ, partyOrgans, type Role }

type Column<T extends keyof Tables> = keyof Tables[T] & string
/**
 * Who may know the rows of a table.
 * `everyone`: no secret, needed by all. Otherwise a row is known to
 * - `organs` (or `roles`) whose place covers the row's `place`; a row of the whole house (`*`) to all of them,
 * - organs with a running grant on the row, or on the case that `case` names, if the rows are `shared`,
 * - the organ and place it is `addressed` to (`several`: the column names more than one organ),
 * - for rows about a person (`subject` is `official:<id>`): the custodians of dossiers, and the person,
 * - its own `account`, and with `own` the official or the unit it is about;
 * and never to a person recused from the row, its `case`, its `unit` or its `official`.
 * `posts`: an official is known wherever he holds or held a post.
 * A part of a record (`as`, found `by`) is known as the record is; an audited official knows only the parts about himself or
 * about nobody (`official`), and a grant that leaves out the part's field group (`group`) does not open it.
 * `served`: of such a part another organ than the audit side knows only what names itself.
 * `shared: 'record'`: such a row is shared by itself only, never along with its case.
 * `inner`: papers of the work itself; they never go along with a share, nor, unless `butParties`, to the audited.
 * `secrets`: columns that no request may read, whoever asks; only signing in works with them, with rights of its own.
 * `level`: such a part has a secrecy level of its own; a whole record always has one, and is hidden above what its reader may know.
 * `written`: a row whose column does not say so yet is still being written: no other organ knows it, whatever was shared; the
 * audited know it from the day on which they are asked for their opinion.
 * `masks`: what stands in a column's stead when a grant leaves its group out.
 */
export type Known<T extends keyof Tables> =
  | 'everyone'
  | {
      organs?: readonly Organ[]
      roles?: readonly Role[]
      place?: Column<T>
      case?: Column<T>
      unit?: Column<T>
      official?: Column<T>
      account?: Column<T>
      addressed?: readonly { organ: Column<T>; place: Column<T>; several?: true }[]
      subject?: Column<T>
      shared?: true | 'record'
      own?: 'official' | 'unit'
      posts?: true
      secrets?: readonly Column<T>[]
      written?: { column: Column<T>; says: string }
      masks?: Readonly<Record<string, { group: FieldGroup; instead: "''" | "'[]'::jsonb" | 'null' }>>
    }
  | {
      as: keyof Tables
      by: Column<T>
      official?: Column<T>
      served?: Column<T>
      group?: FieldGroup
      inner?: true | 'butParties'
      level?: true
    }

/** Where a person signs in nobody is known yet; administrators keep the accounts. */
const keeping = ['nobody', 'administration'] as const satisfies readonly Organ[]

/** Need to know, table by table: the one page from which both walls are made. A table without its line does not compile. */
export const access = {
  // office
  account: { organs: [...keeping, ...authorities], account: 'account', secrets: ['passwordHash'] },
  seat: { organs: [...keeping, ...authorities], account: 'account' },
  accessOrder: { organs: keeping, account: 'account' },
  session: { organs: keeping, account: 'account', secrets: ['tokenHash'] },
  signInAddress: 'everyone',
  formerPassword: { organs: keeping, account: 'account', secrets: ['passwordHash'] },
  securityRule: 'everyone',
  secondFactor: { organs: keeping, account: 'account', secrets: ['secret'] },
  recoveryCode: { organs: keeping, account: 'account', secrets: ['codeHash'] },
  machineToken: { organs: keeping, account: 'account', secrets: ['tokenHash'] },
  outsideSubject: { organs: keeping, account: 'account' },
  outsideFlow: { organs: keeping, secrets: ['ticketHash', 'nonce', 'verifier'] },
  setting: 'everyone',
  replay: { account: 'account' },
  trail: { roles: ['auditAdmin'], account: 'account', subject: 'subject' },
  trailLink: { roles: ['auditAdmin'] },
  trailBatch: { roles: ['auditAdmin'] },
  trailCheckpoint: { roles: ['auditAdmin'] },
  trailCheck: { roles: ['auditAdmin'] },
  trailKey: { roles: ['auditAdmin'] },
  secrecyMark: 'everyone',
  secrecyDecision: { organs: authorities },
  dossierReading: { roles: ['auditAdmin'], account: 'account', subject: 'subject' },
  identityNumber: { roles: [...keepers, 'discipline'] },
  retentionRule: 'everyone',
  clearanceRule: 'everyone',
  correctionRequest: { organs: authorities, place: 'jurisdiction', official: 'official', own: 'official' },
  batch: { organs: authorities, place: 'jurisdiction' },
  batchChange: { as: 'batch', by: 'batch' },
  paperSeries: { organs: authorities, place: 'jurisdiction' },
  paperNumber: { as: 'paperSeries', by: 'series' },
  paperTemplate: { organs: authorities, place: 'jurisdiction' },
  issuedPaper: { organs: auditSide, place: 'jurisdiction', case: 'project', shared: 'record' },
  paperEdition: { as: 'issuedPaper', by: 'paper' },
  serviceReceipt: { as: 'issuedPaper', by: 'paper', served: 'recipientOrgan' },
  shareGrant: {
    organs: auditSide,
    place: 'ownerJurisdiction',
    case: 'record',
    addressed: [{ organ: 'organ', place: 'jurisdiction' }],
  },
  recusal: { organs: auditSide, place: 'jurisdiction', account: 'account' },
  resultRule: 'everyone',
  // registers
  jurisdiction: 'everyone',
  unit: 'everyone',
  regulation: 'everyone',
  regulationVersion: 'everyone',
  provision: 'everyone',
  clockRule: 'everyone',
  workday: 'everyone',
  calendarYear: 'everyone',
  official: { organs: authorities, place: 'jurisdiction', posts: true, shared: true },
  tenure: { as: 'official', by: 'official' },
  pastAudit: { as: 'official', by: 'official', inner: 'butParties' },
  auditeeRule: 'everyone',
  auditeeView: { account: 'account' },
  resumeLine: { as: 'official', by: 'official', inner: true },
  // audit
  planningRule: 'everyone',
  auditTeam: { organs: authorities, place: 'jurisdiction' },
  auditor: { organs: authorities, place: 'jurisdiction' },
  auditorAbsence: { as: 'auditor', by: 'auditor' },
  auditorTie: { as: 'auditor', by: 'auditor' },
  patrolRound: { organs: authorities, place: 'jurisdiction', unit: 'unit' },
  entrustment: { organs: authorities, place: 'jurisdiction', official: 'official' },
  unitFund: { organs: authorities, place: 'jurisdiction', unit: 'unit' },
  plan: { organs: authorities, place: 'jurisdiction' },
  planResolution: { as: 'plan', by: 'plan' },
  planItem: { organs: authorities, place: 'jurisdiction', unit: 'unit', official: 'official' },
  planPin: { as: 'plan', by: 'plan' },
  planEdit: { as: 'plan', by: 'plan' },
  planVersion: { as: 'plan', by: 'plan' },
  planRun: { as: 'plan', by: 'plan' },
  planStep: { as: 'planItem', by: 'item' },
  planLetter: { organs: auditSide, place: 'jurisdiction', addressed: [{ organ: 'organ', place: 'jurisdiction' }] },
  planOpinion: { as: 'planLetter', by: 'letter' },
  planNotice: { organs: authorities, place: 'jurisdiction', unit: 'unit', official: 'official', own: 'unit' },
  project: { organs: auditSide, place: 'jurisdiction', case: 'id', unit: 'unit', shared: true },
  projectSubject: { as: 'project', by: 'project', official: 'official' },
  projectStep: { as: 'project', by: 'project', inner: true },
  projectService: { as: 'project', by: 'project', inner: true },
  projectDraft: { as: 'project', by: 'project', inner: 'butParties' },
  draftReply: { as: 'projectDraft', by: 'draft', official: 'replier' },
  businessMeeting: { as: 'project', by: 'project', inner: true },
  archiveUnit: { as: 'project', by: 'project', inner: true },
  deadline: { as: 'project', by: 'project', inner: 'butParties' },
  deadlineCount: { as: 'deadline', by: 'deadline' },
  deadlineSuspension: { as: 'deadline', by: 'deadline' },
  reminderRule: 'everyone',
  projectTermination: { as: 'project', by: 'project', inner: true },
  reviewCase: { as: 'project', by: 'project', official: 'official', inner: 'butParties' },
  remedy: { as: 'project', by: 'project', inner: 'butParties' },
  finding: {
    organs: auditSide,
    place: 'jurisdiction',
    case: 'project',
    unit: 'unit',
    shared: true,
    written: { column: 'established', says: 'confirmed' },
    masks: {
      money: { group: 'amounts', instead: "'[]'::jsonb" },
      facts: { group: 'facts', instead: "''" },
      standard: { group: 'facts', instead: 'null' },
      cause: { group: 'facts', instead: 'null' },
      consequence: { group: 'facts', instead: 'null' },
    },
  },
  responsibility: { as: 'finding', by: 'finding', official: 'official', group: 'responsibility' },
  reply: { as: 'finding', by: 'finding', official: 'official', group: 'responsibility' },
  tolerance: { as: 'finding', by: 'finding', official: 'official', group: 'responsibility' },
  objection: { as: 'finding', by: 'finding', official: 'official', group: 'responsibility' },
  problemClass: 'everyone',
  gradeRule: 'everyone',
  findingEdition: { as: 'finding', by: 'finding', inner: true },
  findingBasis: { as: 'finding', by: 'finding' },
  findingPlace: { as: 'finding', by: 'finding' },
  findingRepeat: { as: 'finding', by: 'finding', inner: true },
  findingProposal: { as: 'document', by: 'document', inner: true },
  classRemap: 'everyone',
  findingRule: 'everyone',
  rectification: { as: 'finding', by: 'finding', group: 'rectification' },
  rectificationStep: { as: 'rectification', by: 'rectification' },
  ...fieldworkAccess,
  leadOrgan: 'everyone',
  organKey: { organs: auditSide },
  routeRule: 'everyone',
  sanctionRule: 'everyone',
  lead: {
    organs: auditSide,
    roles: cleared,
    place: 'jurisdiction',
    unit: 'unit',
    official: 'official',
    account: 'draftedBy',
    addressed: [
      { organ: 'assessors', place: 'jurisdiction', several: true },
      { organ: 'addressedOrgan', place: 'addressedPlace' },
      { organ: 'overseenOrgan', place: 'overseenPlace' },
      { organ: 'copiedOrgan', place: 'copiedPlace' },
    ],
  },
  leadStep: { as: 'lead', by: 'lead' },
  leadNote: { organs: auditSide, roles: [...cleared, 'secretary'], place: 'jurisdiction', account: 'drafter' },
  leadOpinion: {
    organs: auditSide,
    roles: [...cleared, 'secretary'],
    place: 'jurisdiction',
    addressed: [{ organ: 'organ', place: 'jurisdiction' }],
  },
  leadOutcome: { as: 'lead', by: 'lead', official: 'official' },
  leadPaper: { as: 'lead', by: 'lead' },
  leadInsidePaper: { organs: auditSide, roles: [...cleared, 'secretary'], place: 'jurisdiction', account: 'drafter' },
  leadExhibit: { as: 'lead', by: 'lead' },
  leadPackage: { organs: auditSide, roles: cleared, place: 'jurisdiction' },
  leadReply: { organs: auditSide, roles: cleared, place: 'jurisdiction' },
  ...dueProcessAccess,
  // archive
  document: { organs: auditSide, place: 'jurisdiction', unit: 'unit', shared: true },
  documentText: { as: 'document', by: 'document' },
  paragraph: { as: 'document', by: 'document' },
  documentEdition: { as: 'document', by: 'document' },
  mention: { as: 'document', by: 'document' },
  mentionVerdict: { organs: authorities, place: 'jurisdiction' },
  registerPrint: { organs: auditSide },
  linkThreshold: 'everyone',
  ...risksAccess,
} as const satisfies { [T in keyof Tables]: Known<T> }

/** For which organ, and from which place (the digits its codes begin with), somebody looks; who has not signed in looks from nowhere. */
export const standingOf = ({ role, jurisdiction }: { role: string; jurisdiction: string }): { organ: Organ; prefix: string } => ({
  organ: organOf(role),
  prefix: jurisdiction === '-' ? '-' : prefixOf(jurisdiction),
})
