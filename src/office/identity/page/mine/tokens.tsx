import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import { useAct } from '../../../../web/ask.ts'
import { clockText } from '../../../../web/moment.ts'
import { ErrorNote } from '../../../../web/notes.tsx'
import { StatusTag } from '../../../../web/status-tag.tsx'
import { useSay } from '../../../../web/tongue.tsx'
import { createToken, revokeToken, type TokenLine } from '../../own.contract.ts'
import { says } from '../../rules/page.words.ts'
import { Labelled, Secret, Text, valuesOf } from '../parts.tsx'

/** Tokens for machines, each with its scopes, its end and its last use. */
type TableProps = { tokens: readonly TokenLine[]; now: string; mayRevoke: boolean }
export function TokenTable({ tokens, now, mayRevoke }: TableProps) {
  const t = useSay()
  const revoke = useAct(revokeToken)
  if (tokens.length === 0) return <p className="muted">{t(says.note.noTokens)}</p>
  return (
    <div className="stack">
      <div className="wide-table">
        <table className="simple-table">
          <thead>
            <tr>
              <th>{t(says.field.tokenName)}</th>
              <th>{t(says.field.tokenScopes)}</th>
              <th>{t(says.field.endsAt)}</th>
              <th>{t(says.field.usedAt)}</th>
              <th>{t(says.field.act)}</th>
            </tr>
          </thead>
          <tbody>
            {tokens.map((token) => (
              <tr key={token.id}>
                <td>{token.name}</td>
                <td>{token.scopes.join(' ')}</td>
                <td className="num">{token.endsAt.slice(0, 10)}</td>
                <td className="num">{token.lastUsedAt ? clockText(token.lastUsedAt) : '–'}</td>
                <td>
                  {token.revokedAt || token.endsAt <= now ? (
                    <StatusTag state="overdue">{t(token.revokedAt ? says.note.tokenRevoked : says.note.seatExpired)}</StatusTag>
                  ) : (
                    mayRevoke && (
                      <Button size="small" loading={revoke.pending} onClick={() => void revoke.run({ id: token.id })}>
                        {t(says.action.revokeToken)}
                      </Button>
                    )
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ErrorNote trouble={revoke.trouble} />
    </div>
  )
}

function Issue({ days }: { days: number }) {
  const t = useSay()
  const create = useAct(createToken)
  const [shown, setShown] = useState(false)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const values = valuesOf(event.currentTarget)
    const scopes = (values.scopes ?? '').split(/\s+/).filter(Boolean)
    void create.run({ name: values.name ?? '', scopes, days: Number(values.days) })
  }
  if (create.value) return <Secret label={t(says.note.tokenOnce)}>{create.value.token}</Secret>
  if (!shown)
    return (
      <div>
        <Button onClick={() => setShown(true)}>{t(says.action.issue)}</Button>
      </div>
    )
  return (
    <form className="stack" aria-label={t(says.action.issue)} onSubmit={submit}>
      <Text label={t(says.field.tokenName)} name="name" />
      <Labelled label={t(says.field.scopes)} hint={t(says.note.tokenHint)}>
        {(id) => <textarea id={id} name="scopes" className="field-control" rows={3} required defaultValue="rectification.list" />}
      </Labelled>
      <Text label={t(says.field.days)} name="days" type="number" initial={String(Math.min(30, days))} />
      <ErrorNote trouble={create.trouble} />
      <div>
        <Button type="primary" htmlType="submit" loading={create.pending}>
          {t(says.action.issue)}
        </Button>
      </div>
    </form>
  )
}

/** My machine tokens, and a new one: shown once. */
export function Tokens({ tokens, days, now }: { tokens: readonly TokenLine[]; days: number; now: string }) {
  return (
    <div className="stack">
      <TokenTable tokens={tokens} now={now} mayRevoke />
      <Issue days={days} />
    </div>
  )
}
