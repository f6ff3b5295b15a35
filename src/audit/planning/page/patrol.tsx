import { Button } from 'antd'
import { useState } from 'react'
import { ChoiceField, DayField, FormField, TextField } from '../../../registers/places/form-parts.tsx'
import { UnitPicker } from '../../../registers/places/picker.tsx'
import { ActDialog } from '../../../web/act-dialog.tsx'
import { Go } from '../../../web/go.tsx'
import { type Column, ListPage } from '../../../web/list-page/list-page.tsx'
import { useMay, useToday } from '../../../web/session.tsx'
import { StatusTag } from '../../../web/status-tag.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { listPatrol, savePatrol } from '../force.contract.ts'
import type { PatrolLine } from '../rules/shapes.ts'
import { words } from '../words.ts'
import { useOpen } from './forms.tsx'

function VisitForm({ line, onClose }: { line: PatrolLine | null; onClose(): void }) {
  const t = useSay()
  const today = useToday()
  const [unit, setUnit] = useState<string | null>(line?.unit ?? null)
  const [round, setRound] = useState(line?.round ?? '')
  const [startsOn, setStartsOn] = useState(line?.startsOn ?? today)
  const [endsOn, setEndsOn] = useState(line?.endsOn ?? today)
  const [joint, setJoint] = useState(line?.joint ?? false)
  const [feedbackOn, setFeedbackOn] = useState(line?.feedbackOn ?? null)
  const [issues, setIssues] = useState(line?.issues === null || !line ? '' : String(line.issues))
  const [agreedBy, setAgreedBy] = useState(line?.agreedBy ?? '')
  const options = [
    { value: 'yes', label: t(words.advice.together) },
    { value: 'no', label: t(words.advice.apart) },
  ] as const
  return (
    <ActDialog
      title={t(line ? words.action.revise : words.action.add)}
      contract={savePatrol}
      input={() => ({
        id: line?.id ?? null,
        version: line?.version ?? 0,
        round,
        unit: unit ?? '',
        startsOn,
        endsOn,
        joint,
        agreedBy: agreedBy.trim() || null,
        note: line?.note ?? null,
        feedbackOn,
        issues: feedbackOn === null ? null : Number(issues || 0),
      })}
      onClose={onClose}
    >
      <TextField label={t(words.field.round)} value={round} required onChange={setRound} />
      <FormField label={t(words.field.unit)}>
        {() => <UnitPicker label={t(words.field.unit)} value={unit} onChange={(id) => setUnit(id)} />}
      </FormField>
      <DayField label={t(words.field.from)} value={startsOn} required onChange={(on) => on && setStartsOn(on)} />
      <DayField label={t(words.field.until)} value={endsOn} required onChange={(on) => on && setEndsOn(on)} />
      <ChoiceField
        label={t(words.field.joint)}
        value={joint ? 'yes' : 'no'}
        options={options}
        onChange={(value) => setJoint(value === 'yes')}
      />
      <TextField label={t(words.field.agreedBy)} value={agreedBy} onChange={setAgreedBy} />
      <DayField label={t(words.field.feedbackOn)} value={feedbackOn} onChange={setFeedbackOn} />
      <TextField label={t(words.field.issues)} value={issues} numeric onChange={setIssues} />
    </ActDialog>
  )
}

function useColumns(revise: ((line: PatrolLine) => void) | null): readonly Column<PatrolLine>[] {
  const t = useSay()
  return [
    { key: 'round', title: t(words.field.round), width: 180, cell: (row) => row.round },
    { key: 'unit', title: t(words.field.unit), serif: true, cell: (row) => row.unitName },
    {
      key: 'span',
      title: t(words.field.from),
      width: 200,
      cell: (row) => <span className="num">{`${row.startsOn} ~ ${row.endsOn}`}</span>,
    },
    {
      key: 'joint',
      title: t(words.field.joint),
      width: 110,
      cell: (row) => (
        <StatusTag state={row.joint ? 'done' : 'planned'}>{t(row.joint ? words.advice.together : words.advice.apart)}</StatusTag>
      ),
    },
    { key: 'agreedBy', title: t(words.field.agreedBy), width: 180, optional: true, cell: (row) => row.agreedBy ?? '' },
    {
      key: 'issues',
      title: t(words.field.issues),
      width: 150,
      optional: true,
      cell: (row) => <span className="num">{row.feedbackOn ? `${row.issues} · ${row.feedbackOn}` : ''}</span>,
    },
    {
      key: 'act',
      title: '',
      width: 90,
      cell: (row) => revise && <Button onClick={() => revise(row)}>{t(words.action.revise)}</Button>,
    },
  ]
}

/** Where the patrol goes and when; with joint supervision agreed, an audit of the same unit goes with it, otherwise in another year. */
export function PatrolPage() {
  const t = useSay()
  const may = useMay(savePatrol)
  const { open, show, close } = useOpen<{ line: PatrolLine | null }>()
  return (
    <>
      <ListPage
        title={t(words.title.patrol)}
        lead={t(words.note.patrolLead)}
        name="patrol"
        contract={listPatrol}
        rowKey={(row) => row.id}
        rowLabel={(row) => `${row.round} ${row.unitName}`}
        filters={[
          { key: 'q', kind: 'text', label: t(words.field.unit) },
          { key: 'year', kind: 'number', label: t(words.field.year) },
        ]}
        columns={useColumns(may ? (line) => show({ line }) : null)}
        actions={
          may && (
            <Button type="primary" onClick={() => show({ line: null })}>
              {t(words.action.add)}
            </Button>
          )
        }
        empty={{ says: t(words.empty.patrol), action: <Go to="/imports/new?what=patrolRounds">{t(words.action.import)}</Go> }}
      />
      {open && <VisitForm line={open.line} onClose={close} />}
    </>
  )
}
