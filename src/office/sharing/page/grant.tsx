import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import { useAct } from '../../../web/ask.ts'
import { Go, place } from '../../../web/go.tsx'
import { ErrorNote } from '../../../web/notes.tsx'
import { Fields } from '../../../web/page-frame.tsx'
import { RecordDrawer } from '../../../web/record-drawer.tsx'
import { useMay } from '../../../web/session.tsx'
import { StatusTag } from '../../../web/status-tag.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { type GrantLine, revokeGrant, settleGrant } from '../contract.ts'
import { LineOf } from '../fields.tsx'
import { WhoSees } from '../who-sees.tsx'
import { words } from '../words.ts'
import { useWhyNot } from './why.tsx'

export const tagOf = {
  waiting: 'soon',
  notYet: 'planned',
  given: 'done',
  expired: 'overdue',
  refused: 'planned',
  revoked: 'planned',
} as const

function Settle({ grant }: { grant: GrantLine }) {
  const t = useSay()
  const act = useAct(settleGrant)
  const shut = useWhyNot()(grant.may.confirm)
  const say = (outcome: 'given' | 'refused') => void act.run({ id: grant.id, version: grant.version, outcome })
  return (
    <div className="stack stack-tight">
      <div className="row">
        <Button type="primary" disabled={shut !== null} loading={act.pending} onClick={() => say('given')}>
          {t(words.action.confirmIt)}
        </Button>
        <Button disabled={shut !== null} onClick={() => say('refused')}>
          {t(words.action.refuse)}
        </Button>
      </div>
      {shut && <p className="muted small">{shut}</p>}
      <ErrorNote trouble={act.trouble} />
    </div>
  )
}

function Revoke({ grant }: { grant: GrantLine }) {
  const t = useSay()
  const act = useAct(revokeGrant)
  const [open, setOpen] = useState(false)
  const shut = useWhyNot()(grant.may.revoke)
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const reason = String(new FormData(event.currentTarget).get('reason') ?? '')
    void act.run({ id: grant.id, version: grant.version, reason })
  }
  if (!open)
    return (
      <div className="row">
        <Button disabled={shut !== null} onClick={() => setOpen(true)}>
          {t(words.action.revoke)}
        </Button>
        {shut && <span className="muted small">{shut}</span>}
      </div>
    )
  return (
    <form className="stack" onSubmit={send}>
      <LineOf label={t(words.label.reason)} name="reason" required />
      <ErrorNote trouble={act.trouble} />
      <Button htmlType="submit" danger loading={act.pending}>
        {t(words.action.revoke)}
      </Button>
    </form>
  )
}

function Acts({ grant }: { grant: GrantLine }) {
  const mayConfirm = useMay(settleGrant)
  const mayRevoke = useMay(revokeGrant)
  return (
    <>
      {mayConfirm && grant.standing === 'waiting' && grant.direction === 'given' && <Settle grant={grant} />}
      {mayRevoke && grant.direction === 'given' && <Revoke grant={grant} />}
    </>
  )
}

/** The page on which a shared record stands. */
function whereIs(kind: GrantLine['kind'], record: string) {
  if (kind === 'project') return place('/projects', { open: record })
  if (kind === 'finding') return place('/findings', { open: record })
  return kind === 'document' ? place(`/reports/${record}`) : place(`/papers/${record}`)
}

/** One share: what it opens, to whom, why and until when; the second person's word; and who else can see the record. */
export function GrantDrawer({ grant }: { grant: GrantLine | undefined }) {
  const t = useSay()
  if (!grant) return <RecordDrawer title={t(words.title.sharing)} />
  const { label, kind, organ, jurisdiction, account, fields, purpose, legalBasis, startsOn, until, issued, givenBy, settledBy, reason } =
    grant
  return (
    <RecordDrawer title={label} lead={<StatusTag state={tagOf[grant.standing]}>{t(words.state[grant.standing])}</StatusTag>}>
      <p>
        <Go to={whereIs(kind, grant.record)}>{t(words.action.openIt)}</Go>
      </p>
      <Acts grant={grant} />
      <Fields
        rows={[
          { label: t(words.label.kind), value: t(words.kind[kind]) },
          { label: t(words.label.organ), value: `${t(words.organ[organ])} ${jurisdiction}` },
          { label: t(words.label.account), value: account },
          { label: t(words.label.fields), value: fields.map((field) => t(words.field[field])).join('、') },
          { label: t(words.label.ceiling), value: t(words.ceiling[grant.ceiling]) },
          { label: t(words.label.purpose), value: purpose },
          { label: t(words.label.legalBasis), value: legalBasis },
          { label: t(words.label.startsOn), value: startsOn },
          { label: t(words.label.until), value: until ?? (issued ? t(words.label.standing) : null) },
          { label: t(words.label.givenBy), value: givenBy },
          { label: t(words.label.settledBy), value: settledBy },
          { label: t(words.label.reason), value: reason },
        ]}
      />
      <WhoSees kind={kind} record={grant.record} />
    </RecordDrawer>
  )
}
