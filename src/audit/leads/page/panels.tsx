import { Button } from 'antd'
import { useState } from 'react'
import { useAsk } from '../../../web/ask.ts'
import { Go, place } from '../../../web/go.tsx'
import { Card } from '../../../web/page-frame.tsx'
import { useMay } from '../../../web/session.tsx'
import { StatusTag } from '../../../web/status-tag.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { getFinding } from '../../findings/contract.ts'
import { type LeadLine, leadsOf, leadsOfProject } from '../contract.ts'
import { words } from '../page.words.ts'
import { words as own } from '../words.ts'
import { DraftDialog } from './draft.tsx'
import { stateTag } from './state.tsx'

function Lines({ rows }: { rows: readonly LeadLine[] }) {
  const t = useSay()
  return (
    <ul className="stack stack-tight">
      {rows.map((row) => (
        <li key={row.id} className="row spread">
          <Go to={place('/leads', { open: row.id })}>
            <span className="num muted">{row.number}</span> <span className="serif">{row.title}</span>
          </Go>
          <StatusTag state={stateTag[row.state]}>{t(own.state[row.state])}</StatusTag>
        </li>
      ))}
    </ul>
  )
}

/** Beside a finding: its leads, and the act that begins one from it. Whoever may not draft or know one sees nothing here. */
export function LeadsOfFinding({ id }: { id: string }) {
  const t = useSay()
  const may = useMay(leadsOf)
  const asked = useAsk(leadsOf, { finding: id }, { when: may })
  const finding = useAsk(getFinding, { id }, { when: may })
  const [drafting, setDrafting] = useState(false)
  const { rows = [], may: can } = asked.data ?? {}
  if (!may || (rows.length === 0 && can?.draft !== true)) return null
  const from = finding.data?.finding
  return (
    <Card
      title={t(words.title.ofFinding)}
      aside={can?.draft === true && from && <Button onClick={() => setDrafting(true)}>{t(words.action.transfer)}</Button>}
    >
      {rows.length === 0 ? <p className="muted">{t(words.note.nothing)}</p> : <Lines rows={rows} />}
      {drafting && from && <DraftDialog lead={null} from={from} onClose={() => setDrafting(false)} />}
    </Card>
  )
}

/** Beside a project: its leads, for those who may know one. */
export function LeadsOfProject({ id }: { id: string }) {
  const t = useSay()
  const may = useMay(leadsOfProject)
  const rows = useAsk(leadsOfProject, { project: id }, { when: may }).data ?? []
  if (rows.length === 0) return null
  return (
    <Card title={t(words.title.ofProject)} aside={<Go to={place('/leads', { project: id })}>{`${rows.length}`}</Go>}>
      <Lines rows={rows} />
    </Card>
  )
}
