import { Button } from 'antd'
import { useState } from 'react'
import { useAct, useAsk } from '../../../web/ask.ts'
import { Pager } from '../../../web/list-page/pager.tsx'
import { EmptyNote, ErrorNote, Shown } from '../../../web/notes.tsx'
import { useMay, useMe } from '../../../web/session.tsx'
import { StatusTag } from '../../../web/status-tag.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { decideLower, listDecisions } from '../contract.ts'
import type { SecrecyDecision } from '../model.ts'
import { whyNotDecide } from '../rules.ts'
import { words } from '../words.ts'

const size = 20
const tagOf = { proposed: 'running', confirmed: 'done', refused: 'overdue' } as const

function Decide({ row }: { row: SecrecyDecision }) {
  const t = useSay()
  const me = useMe()
  const may = useMay(decideLower)
  const decide = useAct(decideLower)
  if (!may || row.state !== 'proposed') return null
  const no = whyNotDecide(row, me.account)
  const button = (confirm: boolean) => (
    <Button
      size="small"
      type={confirm ? 'primary' : 'default'}
      disabled={no !== null}
      onClick={() => void decide.run({ id: row.id, confirm })}
    >
      {t(confirm ? words.action.confirm : words.action.refuse)}
    </Button>
  )
  return (
    <div className="row">
      {button(true)}
      {button(false)}
      {no && <span className="muted small">{t(words.refusal[no.code])}</span>}
      <ErrorNote trouble={decide.trouble} />
    </div>
  )
}

function Line({ row }: { row: SecrecyDecision }) {
  const t = useSay()
  return (
    <tr>
      <td>
        {row.subject}
        <br />
        <span className="muted small">{row.decision}</span>
      </td>
      <td>{`${t(words.level[row.fromLevel])} → ${t(words.level[row.toLevel])}`}</td>
      <td>{row.reason}</td>
      <td>{`${row.proposedBy} ${row.proposedOn}`}</td>
      <td>
        <StatusTag state={tagOf[row.state]}>{t(words.state[row.state])}</StatusTag>
        {row.decidedBy && <span className="muted small">{` ${row.decidedBy} ${row.decidedOn ?? ''}`}</span>}
        <Decide row={row} />
      </td>
    </tr>
  )
}

const heads = ['subject', 'level', 'reason', 'proposedBy', 'state'] as const

/** Proposals to lower a level: those waiting first; another person decides. */
export function Lowering() {
  const t = useSay()
  const [page, setPage] = useState(1)
  const asked = useAsk(listDecisions, { offset: (page - 1) * size, limit: size }, { keep: true })
  return (
    <Shown ask={asked}>
      {({ rows, total }) =>
        total === 0 ? (
          <EmptyNote says={t(words.note.noDecisions)} />
        ) : (
          <>
            <table className="plain-table">
              <thead>
                <tr>
                  {heads.map((head) => (
                    <th key={head} scope="col">
                      {t(words.field[head])}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <Line key={row.id} row={row} />
                ))}
              </tbody>
            </table>
            <Pager page={page} size={size} total={total} onPage={setPage} />
          </>
        )
      }
    </Shown>
  )
}
