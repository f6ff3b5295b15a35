import { Button } from 'antd'
import { type FormEvent, type ReactNode, useState } from 'react'
import type { z } from 'zod'
import { Day } from '../../../kernel/day.ts'
import { useAct } from '../../../web/ask.ts'
import { ErrorNote } from '../../../web/notes.tsx'
import { useMe, useToday } from '../../../web/session.tsx'
import { Dialog } from '../../../web/shell/dialog.tsx'
import { useSay } from '../../../web/tongue.tsx'
import type { Trouble } from '../../../web/trouble.ts'
import { createAccount, proposeReset, proposeSeat, proposeSubject } from '../accounts.contract.ts'
import { Role } from '../model.ts'
import { says } from '../rules/page.words.ts'
import { words } from '../words.ts'
import { RoleChoice, UnitChoice } from './choices.tsx'
import { Secret, Text, valuesOf } from './parts.tsx'

type FrameProps = {
  title: string
  action: string
  act: { trouble: Trouble | null; pending: boolean }
  onClose(): void
  onSubmit(values: Record<string, string>): void
  children: ReactNode
}
/** A form that ends in a proposal: two people are needed, and it says so. */
function ProposalForm({ title, action, act, onClose, onSubmit, children }: FrameProps) {
  const t = useSay()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    onSubmit(valuesOf(event.currentTarget))
  }
  return (
    <Dialog title={title} onClose={onClose} className="dialog-wide">
      <form className="stack" onSubmit={submit}>
        {children}
        <p className="muted small">{t(says.note.twoPeople)}</p>
        <ErrorNote trouble={act.trouble} />
        <div className="row">
          <Button type="primary" htmlType="submit" loading={act.pending}>
            {action}
          </Button>
          <Button onClick={onClose}>{t(says.action.cancel)}</Button>
        </div>
      </form>
    </Dialog>
  )
}

const dayOf = (text: string | undefined): Day | null => Day.safeParse(text).data ?? null

/** The seat wanted: role, unit, place, from and until. */
function SeatFields({ unit, onUnit }: { unit: string | null; onUnit(id: string | null): void }) {
  const t = useSay()
  const { jurisdiction } = useMe()
  return (
    <>
      <div className="two-columns">
        <RoleChoice />
        <UnitChoice value={unit} onChange={onUnit} />
        <Text label={t(says.field.jurisdiction)} name="jurisdiction" initial={jurisdiction} hint={t(says.note.placeHint)} />
        <Text label={t(says.field.fromOn)} name="fromOn" type="date" initial={useToday()} />
        <Text label={t(says.field.untilOn)} name="untilOn" type="date" required={false} hint={t(says.note.untilHint)} />
      </div>
      <Text label={t(says.field.ground)} name="ground" required={false} hint={t(says.note.groundHint)} />
    </>
  )
}

function useSeatValues() {
  const today = useToday()
  const [unitId, setUnit] = useState<string | null>(null)
  const of = (values: Record<string, string>) => ({
    role: Role.parse(values.role),
    jurisdiction: values.jurisdiction ?? '',
    unitId,
    fromOn: dayOf(values.fromOn) ?? today,
    untilOn: dayOf(values.untilOn),
    ground: values.ground ?? '',
  })
  return { of, unitId, setUnit }
}

/** A new account with its first seat; the first password is shown once. */
export function NewAccountDialog({ onClose }: { onClose(): void }) {
  const t = useSay()
  const create = useAct(createAccount)
  const seat = useSeatValues()
  if (create.value)
    return (
      <Dialog title={t(words.contract.createAccount)} onClose={onClose}>
        <Secret label={t(says.note.firstPassword, { account: create.value.account })}>{create.value.password}</Secret>
        <p>{t(says.note.createdWaits)}</p>
        <Button type="primary" onClick={onClose}>
          {t(says.action.kept)}
        </Button>
      </Dialog>
    )
  const save = (values: Record<string, string>) => {
    const { account = '', name = '', person = '', official = '' } = values
    const more = { ...(person ? { person } : {}), ...(official ? { official } : {}) }
    void create.run({ account, name, ...more, ...seat.of(values) })
  }
  return (
    <ProposalForm
      title={t(words.contract.createAccount)}
      action={t(words.contract.createAccount)}
      act={create}
      onClose={onClose}
      onSubmit={save}
    >
      <div className="two-columns">
        <Text label={t(says.field.account)} name="account" />
        <Text label={t(says.field.name)} name="name" />
        <Text label={t(says.field.person)} name="person" required={false} hint={t(says.note.personHint)} />
        <Text label={t(says.field.official)} name="official" required={false} hint={t(says.note.officialHint)} />
      </div>
      <SeatFields unit={seat.unitId} onUnit={seat.setUnit} />
    </ProposalForm>
  )
}

type About = { account: string; onClose(): void }
/** A further seat for somebody who has an account. */
export function SeatDialog({ account, onClose }: About) {
  const t = useSay()
  const propose = useAct(proposeSeat)
  const seat = useSeatValues()
  const save = async (values: Record<string, string>) => {
    if ((await propose.run({ account, ...seat.of(values) })).ok) onClose()
  }
  return (
    <ProposalForm
      title={`${t(words.contract.proposeSeat)} · ${account}`}
      action={t(says.action.propose)}
      act={propose}
      onClose={onClose}
      onSubmit={(values) => void save(values)}
    >
      <SeatFields unit={seat.unitId} onUnit={seat.setUnit} />
    </ProposalForm>
  )
}

export type ResetKind = z.infer<typeof proposeReset.input>['what']
/** A reset of password or second factor, or a disabled account to be enabled. */
export function ResetDialog({ account, what, onClose }: About & { what: ResetKind }) {
  const t = useSay()
  const propose = useAct(proposeReset)
  const save = async ({ ground = '' }: Record<string, string>) => {
    if ((await propose.run({ account, what, ground })).ok) onClose()
  }
  return (
    <ProposalForm
      title={`${t(words.orderKind[what])} · ${account}`}
      action={t(says.action.propose)}
      act={propose}
      onClose={onClose}
      onSubmit={(values) => void save(values)}
    >
      <Text label={t(says.field.ground)} name="ground" />
    </ProposalForm>
  )
}

/** Which identity of a provider this account is. */
export function SubjectDialog({ account, onClose }: About) {
  const t = useSay()
  const propose = useAct(proposeSubject)
  const save = async ({ issuer = '', subject = '', ground = '' }: Record<string, string>) => {
    if ((await propose.run({ account, issuer, subject, ground })).ok) onClose()
  }
  return (
    <ProposalForm
      title={`${t(words.contract.proposeSubject)} · ${account}`}
      action={t(says.action.propose)}
      act={propose}
      onClose={onClose}
      onSubmit={(values) => void save(values)}
    >
      <Text label={t(says.field.issuer)} name="issuer" />
      <Text label={t(says.field.subject)} name="subject" />
      <Text label={t(says.field.ground)} name="ground" required={false} />
    </ProposalForm>
  )
}
