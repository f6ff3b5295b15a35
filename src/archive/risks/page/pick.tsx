import { useState } from 'react'
import { type FindingLine, listFindings } from '../../../audit/findings/contract.ts'
import { words as findings } from '../../../audit/findings/words.ts'
import { FormField, TextField } from '../../../registers/places/form-parts.tsx'
import { PlacePicker } from '../../../registers/places/picker.tsx'
import { ActDialog } from '../../../web/act-dialog.tsx'
import { place, useGo } from '../../../web/go.tsx'
import { type Column, type Filter, ListPage } from '../../../web/list-page/list-page.tsx'
import { useMe, useToday } from '../../../web/session.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { draftCases } from '../contract.ts'
import { words } from '../words.ts'

function NewCases({ chosen, onClose }: { chosen: readonly FindingLine[]; onClose(): void }) {
  const t = useSay()
  const go = useGo()
  const { jurisdiction } = useMe()
  const year = useToday().slice(0, 4)
  const [title, setTitle] = useState(`${t(words.note.year, { year })}${t(words.kind.cases)}`)
  const own = chosen[0]?.jurisdiction ?? null
  const [code, setCode] = useState<string | null>(/^\d{6}/.test(jurisdiction) ? jurisdiction : own)
  const input = () => ({ title, findings: chosen.map(({ id }) => id), ...(code ? { place: code } : {}) })
  return (
    <ActDialog
      submit={t(words.action.confirm)}
      title={t(words.action.draftCases)}
      contract={draftCases}
      input={input}
      lead={t(words.note.picked, { count: chosen.length })}
      onDone={({ id }) => go(place(`/compilations/${id}`))}
      onClose={onClose}
    >
      <TextField label={t(words.field.name)} value={title} required wide onChange={setTitle} />
      <FormField label={t(words.field.place)}>
        {(id) => <PlacePicker id={id} label={t(words.field.place)} value={code} onChange={setCode} />}
      </FormField>
    </ActDialog>
  )
}

function useColumns(): readonly Column<FindingLine>[] {
  const t = useSay()
  return [
    {
      key: 'number',
      title: t(findings.field.number),
      width: 120,
      sort: 'number',
      cell: (row) => <span className="num">{row.number}</span>,
    },
    { key: 'title', title: t(findings.field.title), serif: true, cell: (row) => row.title },
    {
      key: 'class',
      title: t(findings.field.class),
      width: 90,
      sort: 'class',
      cell: (row) => <span className="num">{row.problemClass}</span>,
    },
    { key: 'unit', title: t(findings.field.unit), width: 200, optional: true, sort: 'unit', cell: (row) => row.unitName },
    { key: 'year', title: t(findings.field.year), width: 80, sort: 'year', cell: (row) => <span className="num">{row.year}</span> },
  ]
}

/** Findings that stand, to choose typical cases from. */
export function PickCasesPage() {
  const t = useSay()
  const go = useGo()
  const [chosen, setChosen] = useState<readonly FindingLine[] | null>(null)
  const filters: readonly Filter[] = [
    { key: 'q', kind: 'text', label: t(words.field.q) },
    { key: 'class', kind: 'text', label: t(words.field.class) },
    { key: 'year', kind: 'number', label: t(words.field.year) },
  ]
  return (
    <>
      <ListPage
        title={t(words.title.pick)}
        name="case-findings"
        contract={listFindings}
        fixed={{ counted: 'stands' }}
        rowKey={(row) => row.id}
        rowLabel={(row) => row.title}
        filters={filters}
        columns={useColumns()}
        onOpen={(id) => go(place('/findings', { open: id }))}
        batch={[{ key: 'draft', label: t(words.action.draftCases), run: (rows) => setChosen(rows) }]}
        empty={{ says: t(words.note.pickHelp) }}
      />
      {chosen && <NewCases chosen={chosen} onClose={() => setChosen(null)} />}
    </>
  )
}
