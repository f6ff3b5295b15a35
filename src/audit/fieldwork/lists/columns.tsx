import type { ReactNode } from 'react'
import { wanYuan } from '../../../kernel/money.ts'
import { DeadlineTag } from '../../../web/deadline-tag.tsx'
import { Go, place } from '../../../web/go.tsx'
import { useToday } from '../../../web/session.tsx'
import { StatusTag } from '../../../web/status-tag.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { words as findings } from '../../findings/words.ts'
import { Table, type TableColumn } from '../parts/table.tsx'
import type { CheckView, ListsView } from './contract.ts'
import type { DataNeed, Duty, KeyDecision } from './model.ts'
import { words } from './words.ts'

type Line = { id: string; number: string; version: number }
const span = (from: string | null, to: string | null) => [from, to].filter((each) => each !== null).join(' – ')
const joined = (...parts: readonly (string | null)[]) => parts.filter((part) => part !== null).join(' ')
const resultTag = { problem: 'overdue', noProblem: 'done', notChecked: 'planned' } as const

function useDutyColumns(): readonly TableColumn<Duty>[] {
  const t = useSay()
  const { field } = words
  return [
    { key: 'duty', title: t(field.duty), cell: (row) => <span className="serif">{row.duty}</span> },
    { key: 'basis', title: t(field.basis), cell: (row) => joined(row.basis, row.article) },
    { key: 'post', title: t(field.post), cell: (row) => row.post },
    { key: 'period', title: t(field.period), num: true, cell: (row) => span(row.periodFrom, row.periodTo) },
    { key: 'holding', title: t(field.holding), cell: (row) => t(words.holding[row.holding]) },
    { key: 'division', title: t(field.divisionDocument), cell: (row) => row.divisionDocument },
    { key: 'funds', title: t(field.relatedFunds), cell: (row) => row.relatedFunds },
  ]
}

function useDecisionColumns(numberOf: (id: string | null) => string): readonly TableColumn<KeyDecision>[] {
  const t = useSay()
  const { field } = words
  return [
    { key: 'duty', title: t(field.ofDuty), num: true, cell: (row) => numberOf(row.duty) },
    { key: 'matter', title: t(field.matter), cell: (row) => <span className="serif">{row.matter}</span> },
    { key: 'kind', title: t(field.kind), cell: (row) => t(words.decisionKind[row.kind]) },
    { key: 'on', title: t(field.decidedOn), num: true, cell: (row) => row.decidedOn },
    { key: 'meeting', title: t(field.meeting), cell: (row) => joined(row.meeting, row.presidedBy) },
    { key: 'heads', title: t(field.attendance), num: true, cell: (row) => row.attendance },
    { key: 'for', title: t(field.votesFor), num: true, cell: (row) => row.votesFor },
    { key: 'against', title: t(field.votesAgainst), num: true, cell: (row) => row.votesAgainst },
    { key: 'objection', title: t(field.objection), cell: (row) => row.objection },
    { key: 'amount', title: t(field.amount), num: true, cell: (row) => row.amount !== null && wanYuan(row.amount) },
    { key: 'result', title: t(field.result), cell: (row) => joined(row.result, row.executingUnit) },
    { key: 'papers', title: t(field.papers), cell: (row) => row.papers },
  ]
}

function useCheckColumns(numberOf: (id: string | null) => string): readonly TableColumn<CheckView>[] {
  const t = useSay()
  const { field } = words
  return [
    { key: 'links', title: t(field.links), num: true, cell: (row) => joined(numberOf(row.duty), numberOf(row.decision)) },
    { key: 'step', title: t(field.step), cell: (row) => <span className="serif">{row.step}</span> },
    { key: 'method', title: t(field.method), cell: (row) => row.method },
    { key: 'auditor', title: t(field.auditor), cell: (row) => row.auditor },
    {
      key: 'evidence',
      title: t(field.evidence),
      num: true,
      cell: (row) => (
        <span className="row">
          {row.evidence.map(({ id, number }) => (
            <Go key={id} to={place(`/projects/${row.project}/fieldwork`, { tab: 'evidence', row: id })}>
              {number}
            </Go>
          ))}
        </span>
      ),
    },
    {
      key: 'result',
      title: t(field.result),
      cell: (row) =>
        row.result ? (
          <StatusTag state={resultTag[row.result]}>{t(words.result[row.result])}</StatusTag>
        ) : (
          <StatusTag state="running">{t(words.result.pending)}</StatusTag>
        ),
    },
    { key: 'reason', title: t(field.reason), cell: (row) => row.reason },
    {
      key: 'finding',
      title: t(field.finding),
      cell: (row) => row.finding && <Go to={place('/findings', { open: row.finding })}>{row.findingNumber ?? ''}</Go>,
    },
    { key: 'grade', title: t(field.responsibility), cell: (row) => row.responsibility && t(findings.grade[row.responsibility]) },
  ]
}

function useNeedColumns(numberOf: (id: string | null) => string): readonly TableColumn<DataNeed>[] {
  const t = useSay()
  const today = useToday()
  const { field } = words
  return [
    { key: 'check', title: t(field.ofCheck), num: true, cell: (row) => numberOf(row.auditCheck) },
    { key: 'data', title: t(field.dataSet), cell: (row) => <span className="serif">{row.dataSet}</span> },
    { key: 'owner', title: t(field.ownerUnit), cell: (row) => joined(row.ownerUnit, row.system) },
    { key: 'fields', title: t(field.fields), cell: (row) => row.fields },
    { key: 'period', title: t(field.period), num: true, cell: (row) => span(row.periodFrom, row.periodTo) },
    { key: 'format', title: t(field.format), cell: (row) => row.format },
    { key: 'purpose', title: t(field.purpose), cell: (row) => row.purpose },
    { key: 'requested', title: t(field.requestedOn), num: true, cell: (row) => row.requestedOn },
    {
      key: 'due',
      title: t(field.dueOn),
      cell: (row) => row.dueOn && <DeadlineTag dueOn={row.dueOn} today={today} done={row.receivedOn !== null} />,
    },
    { key: 'received', title: t(field.receivedOn), num: true, cell: (row) => row.receivedOn },
    { key: 'quality', title: t(field.quality), cell: (row) => joined(row.quality && t(words.quality[row.quality]), row.qualityNote) },
    { key: 'level', title: t(field.confidentiality), cell: (row) => t(words.confidentiality[row.confidentiality]) },
    { key: 'disposal', title: t(field.disposal), cell: (row) => joined(row.disposal && t(words.disposal[row.disposal]), row.disposedOn) },
  ]
}

/** Draws the page of the list that was asked for, with exactly its columns. */
export function useListTable({ lines, linked, marked }: ListsView): (deeds: (line: Line) => ReactNode) => ReactNode {
  const t = useSay()
  const numbers = new Map(linked.map((line) => [line.id, line.number]))
  const numberOf = (id: string | null) => numbers.get(id ?? '') ?? ''
  const short = new Set(marked)
  const columns = {
    duties: useDutyColumns(),
    decisions: useDecisionColumns(numberOf),
    checks: useCheckColumns(numberOf),
    needs: useNeedColumns(numberOf),
  }
  const drawn = <R extends Line>(rows: readonly R[], own: readonly TableColumn<R>[], deeds: (line: Line) => ReactNode) => (
    <Table
      label={t(words.title[lines.list])}
      columns={[
        { key: 'number', title: t(words.field.number), num: true, cell: (row: R) => row.number },
        ...own,
        { key: 'deeds', title: '', cell: deeds },
      ]}
      rows={rows}
      rowKey={(row) => row.id}
      marked={(row) => short.has(row.id)}
      empty={t(words.note.empty)}
    />
  )
  return (deeds) => {
    if (lines.list === 'duties') return drawn(lines.rows, columns.duties, deeds)
    if (lines.list === 'decisions') return drawn(lines.rows, columns.decisions, deeds)
    if (lines.list === 'checks') return drawn(lines.rows, columns.checks, deeds)
    return drawn(lines.rows, columns.needs, deeds)
  }
}
