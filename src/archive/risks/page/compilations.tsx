import { useState } from 'react'
import { useAsk } from '../../../web/ask.ts'
import { Go, useGo } from '../../../web/go.tsx'
import { type Column, type Filter, ListPage } from '../../../web/list-page/list-page.tsx'
import { MayButton } from '../../../web/may-button.tsx'
import { useToday } from '../../../web/session.tsx'
import { StatusTag } from '../../../web/status-tag.tsx'
import { useChoices, useSay } from '../../../web/tongue.tsx'
import { type CompilationLine, listCompilations } from '../contract.ts'
import { CompilationKind, CompilationState } from '../model.ts'
import { words } from '../words.ts'
import { NewList, NewReport } from './forms.tsx'

export const stateTag = { draft: 'planned', reviewed: 'running', issued: 'done' } as const

function useColumns(): readonly Column<CompilationLine>[] {
  const t = useSay()
  return [
    { key: 'kind', title: t(words.field.kind), width: 120, cell: (row) => t(words.kind[row.kind]) },
    { key: 'title', title: t(words.field.name), serif: true, sort: 'title', cell: (row) => row.title },
    { key: 'year', title: t(words.field.year), width: 70, sort: 'year', cell: (row) => <span className="num">{row.year}</span> },
    {
      key: 'edition',
      title: t(words.field.edition),
      width: 90,
      optional: true,
      cell: (row) => t(words.note.edition, { edition: row.edition }),
    },
    {
      key: 'state',
      title: t(words.field.state),
      width: 110,
      sort: 'state',
      cell: (row) => <StatusTag state={stateTag[row.state]}>{t(words.state[row.state])}</StatusTag>,
    },
    { key: 'number', title: t(words.field.number), width: 170, cell: (row) => <span className="num">{row.number ?? ''}</span> },
    { key: 'edited', title: t(words.field.edited), width: 150, sort: 'editedOn', cell: (row) => `${row.editedName} ${row.editedOn}` },
  ]
}

function useFilters(): readonly Filter[] {
  const t = useSay()
  const choices = useChoices()
  return [
    { key: 'q', kind: 'text', label: t(words.field.q) },
    { key: 'kind', kind: 'several', label: t(words.field.kind), options: choices(CompilationKind.options, words.kind) },
    { key: 'state', kind: 'several', label: t(words.field.state), options: choices(CompilationState.options, words.state) },
    { key: 'year', kind: 'number', label: t(words.field.year) },
  ]
}

type Drafting = 'list' | 'report' | null
function Acts({ open }: { open(what: Drafting): void }) {
  const t = useSay()
  const go = useGo()
  const asked = useAsk(listCompilations, { limit: 1 })
  const may = asked.data?.may
  if (!may) return null
  return (
    <>
      <MayButton may={may.draftList} says={t(words.action.draftList)} refusals={words.refusal} onClick={() => open('list')} />
      <MayButton may={may.draftCases} says={t(words.action.draftCases)} refusals={words.refusal} onClick={() => go('/cases/new')} />
      <MayButton may={may.draftReport} says={t(words.action.draftReport)} refusals={words.refusal} onClick={() => open('report')} />
      <Go to="/problems">{t(words.action.problems)}</Go>
    </>
  )
}

/** Lists, cases and reports, those worked on last first; opening one shows it whole. */
export function CompilationsPage() {
  const t = useSay()
  const go = useGo()
  const year = Number(useToday().slice(0, 4))
  const [drafting, setDrafting] = useState<Drafting>(null)
  return (
    <>
      <ListPage
        title={t(words.title.compilations)}
        name="compilations"
        contract={listCompilations}
        rowKey={(row) => row.id}
        rowLabel={(row) => row.title}
        filters={useFilters()}
        columns={useColumns()}
        onOpen={(id) => go(`/compilations/${id}`)}
        actions={<Acts open={setDrafting} />}
        empty={{ says: t(words.empty.compilations), action: <Go to="/problems">{t(words.action.problems)}</Go> }}
      />
      {drafting === 'list' && <NewList years={[year - 1, year]} unitType={null} onClose={() => setDrafting(null)} />}
      {drafting === 'report' && <NewReport year={null} onClose={() => setDrafting(null)} />}
    </>
  )
}
