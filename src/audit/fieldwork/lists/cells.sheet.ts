import { wanYuan } from '../../../kernel/money.ts'
import type { AuditCheck, DataNeed, Duty, KeyDecision } from './model.ts'
import { words } from './words.ts'

const grades = { direct: '直接责任', leading: '领导责任', supervising: '主管责任' } as const
/** What numbers a row needs beside the record itself. */
export type Numbers = { project: string; of(id: string | null): string }
const said = (value: string | number | null): string => (value === null ? '' : String(value))

export const dutyCells = (row: Duty, { project: at }: Numbers): string[] => [
  at,
  row.number,
  row.duty,
  row.basis,
  said(row.article),
  row.post,
  said(row.periodFrom),
  said(row.periodTo),
  words.holding[row.holding].zh,
  said(row.divisionDocument),
  said(row.relatedFunds),
]
export const decisionCells = (row: KeyDecision, { project: at, of }: Numbers): string[] => [
  at,
  row.number,
  of(row.duty),
  row.matter,
  words.decisionKind[row.kind].zh,
  said(row.decidedOn),
  said(row.meeting),
  said(row.presidedBy),
  said(row.attendance),
  said(row.votesFor),
  said(row.votesAgainst),
  said(row.objection),
  row.amount === null ? '' : wanYuan(row.amount),
  said(row.result),
  said(row.executingUnit),
  said(row.papers),
]
export const checkCells = (row: AuditCheck & { evidence: readonly { number: string }[] }, { project: at, of }: Numbers): string[] => [
  at,
  row.number,
  of(row.duty),
  of(row.decision),
  row.step,
  row.method,
  said(row.auditor),
  row.evidence.map(({ number }) => number).join('；'),
  row.result ? words.result[row.result].zh : '',
  said(row.reason),
  of(row.finding),
  row.responsibility ? grades[row.responsibility] : '',
]
export const needCells = (row: DataNeed, { project: at, of }: Numbers): string[] => [
  at,
  row.number,
  of(row.auditCheck),
  row.dataSet,
  row.ownerUnit,
  said(row.system),
  said(row.fields),
  said(row.periodFrom),
  said(row.periodTo),
  said(row.format),
  row.purpose,
  said(row.requestedOn),
  said(row.dueOn),
  said(row.receivedOn),
  row.quality ? words.quality[row.quality].zh : '',
  said(row.qualityNote),
  words.confidentiality[row.confidentiality].zh,
  row.disposal ? words.disposal[row.disposal].zh : '',
  said(row.disposedOn),
]
