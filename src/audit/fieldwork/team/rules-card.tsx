import { useState } from 'react'
import { Card } from '../../../web/page-frame.tsx'
import { useMay, useToday } from '../../../web/session.tsx'
import { StatusTag } from '../../../web/status-tag.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { RecordForm } from '../parts/form.tsx'
import { Table, type TableColumn } from '../parts/table.tsx'
import { saveRule } from './contract.ts'
import type { FieldworkRule } from './model.ts'
import { words } from './words.ts'

function RuleForm({ rule, onClose }: { rule: FieldworkRule; onClose(): void }) {
  const t = useSay()
  const today = useToday()
  return (
    <RecordForm
      title={rule.title}
      contract={saveRule}
      fixed={{ kind: rule.kind }}
      fields={[
        { name: 'amount', label: t(words.measure[rule.measure]), kind: 'number', required: true, value: rule.amount },
        { name: 'startsOn', label: t(words.field.startsOn), kind: 'date', required: true, value: today },
        { name: 'citation', label: t(words.field.citation), kind: 'area', required: true, value: rule.citation },
        { name: 'verified', label: t(words.field.verified), kind: 'yes', value: rule.verified },
      ]}
      note={t(words.note.ruleKept)}
      submit={t(words.action.saveRule)}
      onClose={onClose}
    />
  )
}

/** The numbers of this room, each dated, of a place, with its paper; a new value ends the place's earlier one and keeps it. */
export function RulesCard({ rules }: { rules: readonly FieldworkRule[] }) {
  const t = useSay()
  const may = useMay(saveRule)
  const [edited, setEdited] = useState<FieldworkRule | null>(null)
  const columns: readonly TableColumn<FieldworkRule>[] = [
    { key: 'title', title: t(words.title.rules), cell: (row) => row.title },
    { key: 'amount', title: t(words.field.amount), num: true, cell: (row) => `${row.amount} ${t(words.measure[row.measure])}` },
    {
      key: 'citation',
      title: t(words.field.citation),
      cell: (row) => (
        <>
          {row.citation} {!row.verified && <StatusTag state="soon">{t(words.note.unverifiedShort)}</StatusTag>}
        </>
      ),
    },
    { key: 'region', title: t(words.field.region), num: true, cell: (row) => row.region },
    { key: 'days', title: t(words.field.startsOn), num: true, cell: (row) => [row.startsOn, row.endsOn].filter(Boolean).join(' – ') },
    {
      key: 'deeds',
      title: '',
      cell: (row) =>
        may &&
        row.endsOn === null && (
          <button type="button" className="link-button" aria-label={`${t(words.action.edit)} ${row.title}`} onClick={() => setEdited(row)}>
            {t(words.action.edit)}
          </button>
        ),
    },
  ]
  return (
    <Card flush title={t(words.title.rules)}>
      <Table label={t(words.title.rules)} columns={columns} rows={rows(rules)} rowKey={(row) => row.id} empty={t(words.note.noTeam)} />
      {edited && <RuleForm rule={edited} onClose={() => setEdited(null)} />}
    </Card>
  )
}
const rows = (rules: readonly FieldworkRule[]) =>
  rules.toSorted((one, other) => (one.kind < other.kind ? -1 : one.kind > other.kind ? 1 : 0))
