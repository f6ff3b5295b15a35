import { z } from 'zod'
import { Day } from '../../kernel/day.ts'
import { PurposeGate, shutDossier } from '../../office/custody/reading.tsx'
import { useAddress } from '../../web/address.ts'
import { useAsk } from '../../web/ask.ts'
import { Go, place, useParam } from '../../web/go.tsx'
import { type Column, ListPage } from '../../web/list-page/list-page.tsx'
import { Shown } from '../../web/notes.tsx'
import { useSay } from '../../web/tongue.tsx'
import { getPortrait, listPortraits, type PortraitLine } from './contract.ts'
import { PortraitView } from './page/view.tsx'
import { words } from './words.ts'

function useColumns(): readonly Column<PortraitLine>[] {
  const t = useSay()
  return [
    {
      key: 'name',
      title: t(words.field.name),
      width: 130,
      serif: true,
      sort: 'name',
      cell: (row) => <Go to={place(`/portrait/${encodeURIComponent(row.number)}`)}>{row.name}</Go>,
    },
    { key: 'number', title: t(words.field.number), width: 120, sort: 'number', cell: (row) => <span className="num">{row.number}</span> },
    { key: 'post', title: t(words.field.post), cell: (row) => (row.post ? `${row.unitName ?? ''}${row.post}` : '') },
    {
      key: 'audits',
      title: t(words.field.audits),
      width: 100,
      align: 'end',
      sort: 'audits',
      cell: (row) => <span className="num">{row.audits}</span>,
    },
    {
      key: 'findings',
      title: t(words.field.findings),
      width: 90,
      align: 'end',
      sort: 'findings',
      cell: (row) => <span className="num">{row.findings}</span>,
    },
  ]
}

/** Officials of whom something is recorded; no ranking of persons, and no score. */
export function PortraitsPage() {
  const t = useSay()
  return (
    <ListPage
      title={t(words.title.portrait)}
      name="portrait"
      contract={listPortraits}
      rowKey={(row) => row.id}
      rowLabel={(row) => row.name}
      filters={[{ key: 'q', kind: 'text', label: t(words.field.q) }]}
      columns={useColumns()}
      empty={{ says: t(words.empty.list), action: <Go to="/imports">{t(words.action.import)}</Go> }}
    />
  )
}

const At = z.object({ on: Day.optional().catch(undefined) })

/** One official: posts and supervision over time, classes by post, rectification, and the text in which every sentence opens its source. */
export function PortraitPage() {
  const official = useParam('official')
  const [{ on }] = useAddress(At)
  const asked = useAsk(getPortrait, { official, on })
  const shut = shutDossier(asked.data ? null : asked.error)
  if (shut) return <PurposeGate {...shut} />
  return (
    <Shown ask={asked} lines={10}>
      {(portrait) => <PortraitView portrait={portrait} />}
    </Shown>
  )
}
