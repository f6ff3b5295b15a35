import { Button } from 'antd'
import { useState } from 'react'
import { type Column, type Filter, ListPage } from '../../web/list-page/list-page.tsx'
import { useMay } from '../../web/session.tsx'
import { StatusTag } from '../../web/status-tag.tsx'
import { useChoices, useSay } from '../../web/tongue.tsx'
import { type GrantLine, giveGrant, listGrants, Standing } from './contract.ts'
import { SharedWith } from './model.ts'
import { GiveForm } from './page/give.tsx'
import { GrantDrawer, tagOf } from './page/grant.tsx'
import { words } from './words.ts'

function useFilters(): readonly Filter[] {
  const t = useSay()
  const labelled = useChoices()
  return [
    {
      key: 'direction',
      kind: 'choice',
      label: t(words.label.direction),
      options: labelled(['given', 'received'] as const, words.direction),
    },
    { key: 'standing', kind: 'choice', label: t(words.label.state), options: labelled(Standing.options, words.state) },
    { key: 'organ', kind: 'choice', label: t(words.label.organ), options: labelled(SharedWith.options, words.organ) },
  ]
}

function useColumns(): readonly Column<GrantLine>[] {
  const t = useSay()
  return [
    { key: 'label', title: t(words.label.record), serif: true, cell: (row) => row.label },
    { key: 'kind', title: t(words.label.kind), width: 110, optional: true, cell: (row) => t(words.kind[row.kind]) },
    { key: 'direction', title: t(words.label.direction), width: 110, optional: true, cell: (row) => t(words.direction[row.direction]) },
    { key: 'organ', title: t(words.label.organ), width: 150, cell: (row) => t(words.organ[row.organ]) },
    { key: 'purpose', title: t(words.label.purpose), cell: (row) => row.purpose },
    {
      key: 'until',
      title: t(words.label.until),
      width: 120,
      cell: (row) => <span className="num">{row.until ?? t(words.label.open)}</span>,
    },
    {
      key: 'state',
      title: t(words.label.state),
      width: 150,
      cell: (row) => <StatusTag state={tagOf[row.standing]}>{t(words.state[row.standing])}</StatusTag>,
    },
  ]
}

/** What this organ has let others know and has been let know; what waits for a second person stands first. */
export function SharingPage() {
  const t = useSay()
  const may = useMay(giveGrant)
  const [giving, setGiving] = useState(false)
  return (
    <>
      <ListPage
        title={t(words.title.sharing)}
        lead={t(words.note.second)}
        name="sharing"
        contract={listGrants}
        rowKey={(row) => row.id}
        rowLabel={(row) => row.label}
        filters={useFilters()}
        columns={useColumns()}
        drawer={(_, row) => <GrantDrawer grant={row} />}
        actions={
          may && (
            <Button type="primary" onClick={() => setGiving(true)}>
              {t(words.action.give)}
            </Button>
          )
        }
        empty={{ says: t(words.note.noGrants) }}
      />
      {giving && <GiveForm onClose={() => setGiving(false)} />}
    </>
  )
}
