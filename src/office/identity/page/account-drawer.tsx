import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useAct, useAsk } from '../../../web/ask.ts'
import { ErrorNote, Shown } from '../../../web/notes.tsx'
import { Fields } from '../../../web/page-frame.tsx'
import { RecordDrawer } from '../../../web/record-drawer.tsx'
import { useMay, useMe, useToday } from '../../../web/session.tsx'
import { useSay } from '../../../web/tongue.tsx'
import type { AccountLine } from '../accounts.contract.ts'
import { disableAccount, endSeat, account as oneAccount, proposeReset, proposeSeat, proposeSubject } from '../accounts.contract.ts'
import { says } from '../rules/page.words.ts'
import { whyNotSit } from '../rules/seats.ts'
import { words } from '../words.ts'
import { AccountState } from './account-state.tsx'
import { SeatTable } from './mine/seats.tsx'
import { TokenTable } from './mine/tokens.tsx'
import { OrderTable } from './order-table.tsx'
import { ResetDialog, type ResetKind, SeatDialog, SubjectDialog } from './propose.tsx'

function Disable({ row }: { row: AccountLine }) {
  const t = useSay()
  const [asked, setAsked] = useState(false)
  const disable = useAct(disableAccount)
  const run = async () => {
    if ((await disable.run({ account: row.account })).ok) setAsked(false)
  }
  return (
    <>
      <Button danger onClick={() => setAsked(true)}>
        {t(says.action.disable)}
      </Button>
      <Modal
        open={asked}
        title={t(words.contract.disableAccount)}
        okText={t(says.action.disable)}
        okButtonProps={{ danger: true, loading: disable.pending }}
        onOk={() => void run()}
        onCancel={() => setAsked(false)}
      >
        <p>{t(says.note.willDisable, { name: row.name, account: row.account })}</p>
        <ErrorNote trouble={disable.trouble} />
      </Modal>
    </>
  )
}

type Open = ResetKind | 'seat' | 'subject' | null
/** What an administrator may set going for this account; all but disabling waits for the second person. */
function Acts({ row }: { row: AccountLine }) {
  const t = useSay()
  const me = useMe()
  const [open, setOpen] = useState<Open>(null)
  const may = { seat: useMay(proposeSeat), reset: useMay(proposeReset), subject: useMay(proposeSubject), disable: useMay(disableAccount) }
  const close = () => setOpen(null)
  if (row.account === me.account) return <p className="muted small">{t(says.note.notOwn)}</p>
  return (
    <div className="row">
      {may.seat && <Button onClick={() => setOpen('seat')}>{t(words.contract.proposeSeat)}</Button>}
      {may.reset && <Button onClick={() => setOpen('password')}>{t(words.orderKind.password)}</Button>}
      {may.reset && row.secondFactor && <Button onClick={() => setOpen('secondFactor')}>{t(words.orderKind.secondFactor)}</Button>}
      {may.reset && row.disabledOn && <Button onClick={() => setOpen('enable')}>{t(words.orderKind.enable)}</Button>}
      {may.subject && <Button onClick={() => setOpen('subject')}>{t(words.orderKind.subject)}</Button>}
      {may.disable && !row.disabledOn && <Disable row={row} />}
      {open === 'seat' && <SeatDialog account={row.account} onClose={close} />}
      {open === 'subject' && <SubjectDialog account={row.account} onClose={close} />}
      {open !== null && open !== 'seat' && open !== 'subject' && <ResetDialog account={row.account} what={open} onClose={close} />}
    </div>
  )
}

function Seats({ seats }: { seats: AccountLine['seats'] }) {
  const t = useSay()
  const end = useAct(endSeat)
  const may = useMay(endSeat)
  const today = useToday()
  const acts = (seat: AccountLine['seats'][number]) =>
    ['seatNotYet', undefined].includes(whyNotSit(seat, today)?.code) && (
      <Button size="small" loading={end.pending} onClick={() => void end.run({ id: seat.id })}>
        {t(says.action.end)}
      </Button>
    )
  return (
    <div className="stack">
      <SeatTable seats={seats} {...(may ? { acts } : {})} />
      <ErrorNote trouble={end.trouble} />
    </div>
  )
}

/** One account: who, its seats past and present, what was decided about it, its tokens. */
export function AccountDrawer({ account }: { account: string }) {
  const t = useSay()
  const me = useMe()
  const asked = useAsk(oneAccount, { account })
  return (
    <Shown ask={asked}>
      {({ account: row, officialName, orders, sessions, tokens, subjects, seats, now }) => (
        <RecordDrawer
          title={row.name}
          lead={row.account}
          actions={<Acts row={row} />}
          tabs={[
            { key: 'seats', label: t(says.field.seats), children: <Seats seats={seats} /> },
            { key: 'orders', label: t(says.title.orders), children: <OrderTable orders={orders} /> },
            {
              key: 'tokens',
              label: t(says.title.tokens),
              children: <TokenTable tokens={tokens} now={now} mayRevoke={me.role === 'securityAdmin'} />,
            },
          ]}
        >
          <Fields
            rows={[
              { label: t(says.field.state), value: <AccountState row={row} /> },
              { label: t(says.field.person), value: row.person },
              { label: t(says.field.official), value: officialName },
              { label: t(says.field.secondFactor), value: t(row.secondFactor ? says.note.active : says.note.secondFactorOff) },
              { label: t(says.title.sessions), value: sessions },
              { label: t(says.field.subject), value: subjects.map((each) => `${each.issuer} ${each.subject}`).join('；') },
            ]}
          />
        </RecordDrawer>
      )}
    </Shown>
  )
}
