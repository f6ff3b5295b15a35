import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import { useAct } from '../../../../web/ask.ts'
import { ErrorNote } from '../../../../web/notes.tsx'
import { StatusTag } from '../../../../web/status-tag.tsx'
import { useSay } from '../../../../web/tongue.tsx'
import type { Trouble } from '../../../../web/trouble.ts'
import { beginSecondFactor, confirmSecondFactor, dropSecondFactor, renewRecoveryCodes } from '../../own.contract.ts'
import { says } from '../../rules/page.words.ts'
import { Text, valuesOf } from '../parts.tsx'
import { Qr } from '../qr.tsx'

/** Recovery codes, shown once. */
function Codes({ codes, onDone }: { codes: readonly string[]; onDone(): void }) {
  const t = useSay()
  return (
    <div className="stack">
      <p role="status">{t(says.note.keepCodes)}</p>
      <ul className="recovery-codes num" aria-label={t(says.field.recoveryCodes)}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div>
        <Button onClick={onDone}>{t(says.action.kept)}</Button>
      </div>
    </div>
  )
}

type FormProps = {
  label: string
  act: { trouble: Trouble | null; pending: boolean }
  onSubmit(values: Record<string, string>): Promise<void>
  fields: readonly ('password' | 'code')[]
}
function ProofForm({ label, act, onSubmit, fields }: FormProps) {
  const t = useSay()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    void onSubmit(valuesOf(event.currentTarget))
  }
  return (
    <form className="stack" aria-label={label} onSubmit={submit}>
      {fields.includes('password') && (
        <Text label={t(says.field.password)} name="password" type="password" autoComplete="current-password" />
      )}
      {fields.includes('code') && <Text label={t(says.field.code)} name="code" autoComplete="one-time-code" />}
      <ErrorNote trouble={act.trouble} />
      <div>
        <Button type="primary" htmlType="submit" loading={act.pending}>
          {label}
        </Button>
      </div>
    </form>
  )
}

/** Setting up: the password, then the picture or the secret as text, then a first code. */
function SetUp({ onCodes }: { onCodes(codes: readonly string[]): void }) {
  const t = useSay()
  const begin = useAct(beginSecondFactor)
  const confirm = useAct(confirmSecondFactor)
  const start = async ({ password = '' }: Record<string, string>) => void (await begin.run({ password }))
  const finish = async ({ code = '' }: Record<string, string>) => {
    const outcome = await confirm.run({ code })
    if (outcome.ok) onCodes(outcome.value.codes)
  }
  if (!begin.value) return <ProofForm label={t(says.action.begin)} act={begin} onSubmit={start} fields={['password']} />
  return (
    <div className="stack">
      <p>{t(says.note.scan)}</p>
      <Qr text={begin.value.address} label={t(says.field.secondFactor)} />
      <p>
        {t(says.field.secret)} <code className="secret-text num">{begin.value.secret}</code>
      </p>
      <ProofForm label={t(says.action.enable)} act={confirm} onSubmit={finish} fields={['code']} />
    </div>
  )
}

type Deed = 'drop' | 'renew' | null
function Standing({ must, onCodes }: { must: boolean; onCodes(codes: readonly string[]): void }) {
  const t = useSay()
  const [deed, setDeed] = useState<Deed>(null)
  const drop = useAct(dropSecondFactor)
  const renew = useAct(renewRecoveryCodes)
  const proof = ({ password = '', code = '' }: Record<string, string>) => ({ password, code })
  const dropIt = async (values: Record<string, string>) => void ((await drop.run(proof(values))).ok && setDeed(null))
  const renewThem = async (values: Record<string, string>) => {
    const outcome = await renew.run(proof(values))
    if (outcome.ok) onCodes(outcome.value.codes)
  }
  const both = ['password', 'code'] as const
  if (deed === 'drop') return <ProofForm label={t(says.action.drop)} act={drop} onSubmit={dropIt} fields={both} />
  if (deed === 'renew') return <ProofForm label={t(says.action.renewCodes)} act={renew} onSubmit={renewThem} fields={both} />
  return (
    <div className="stack stack-tight">
      <div className="row">
        <Button onClick={() => setDeed('renew')}>{t(says.action.renewCodes)}</Button>
        <Button disabled={must} onClick={() => setDeed('drop')}>
          {t(says.action.drop)}
        </Button>
      </div>
      {must && <p className="muted small">{t(says.note.factorMust)}</p>}
    </div>
  )
}

type Props = { since: string | null; codesLeft: number; must: boolean }
/** One-time codes: whether they are on, setting up, new recovery codes, turning off. */
export function SecondFactor({ since, codesLeft, must }: Props) {
  const t = useSay()
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  if (codes) return <Codes codes={codes} onDone={() => setCodes(null)} />
  return (
    <div className="stack">
      <div>
        {since ? (
          <StatusTag state="done">{t(says.note.secondFactorOn, { on: since.slice(0, 10), left: codesLeft })}</StatusTag>
        ) : (
          <StatusTag state="planned">{t(says.note.secondFactorOff)}</StatusTag>
        )}
      </div>
      {since ? <Standing must={must} onCodes={setCodes} /> : <SetUp onCodes={setCodes} />}
    </div>
  )
}
