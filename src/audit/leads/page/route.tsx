import { Button } from 'antd'
import { useState } from 'react'
import { useAsk } from '../../../web/ask.ts'
import { Shown } from '../../../web/notes.tsx'
import { Card, Fields } from '../../../web/page-frame.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { type LeadView, routeLead } from '../contract.ts'
import { words } from '../page.words.ts'
import { listOrgans } from '../sealed.contract.ts'
import { words as own } from '../words.ts'
import { StepForm } from './form.tsx'

/** What the rules of the place propose, and why; what is not checked yet says so. */
function Proposed({ view }: { view: LeadView }) {
  const t = useSay()
  const { proposal } = view
  if (!proposal) return null
  const { rule, receiver, overseer, copy, major } = proposal
  const checked = (verified: boolean) => t(verified ? words.note.verified : words.note.unverified)
  const parts = [
    rule && receiver && t(words.note.proposal, { receiver: receiver.name, rule: t(rule.title) }),
    rule && !receiver && rule.receiverKind && t(words.note.noReceiver, { kind: t(own.organKind[rule.receiverKind]) }),
    !rule && t(words.note.noProposal),
    overseer && t(words.note.overseen, { name: overseer.name }),
    copy && t(words.note.copied, { name: copy.name }),
  ].filter((part) => part !== null && part !== false)
  return (
    <div className="stack stack-tight">
      <p>{parts.join('；')}</p>
      {rule && <p className="muted small">{`${rule.citation} · ${checked(rule.verified)}`}</p>}
      {major && <p>{t(words.note.committeeFirst, { rule: t(major.title) })}</p>}
      {major && <p className="muted small">{`${major.citation} · ${checked(major.verified)}`}</p>}
      <p className="muted small">{t(words.note.decides)}</p>
    </div>
  )
}

function RouteForm({ view, onClose }: { view: LeadView; onClose(): void }) {
  const t = useSay()
  const asked = useAsk(listOrgans, {})
  const { lead, proposal } = view
  const { field } = words
  return (
    <Shown ask={asked}>
      {({ rows }) => {
        const organs = rows.map(({ id, name }) => ({ value: id, label: name }))
        const discipline = rows.filter(({ kind }) => kind === 'discipline').map(({ id, name }) => ({ value: id, label: name }))
        return (
          <StepForm
            title={t(words.action.route)}
            contract={routeLead}
            fixed={{ id: lead.id, version: lead.version }}
            fields={[
              {
                name: 'receiver',
                label: t(field.receiver),
                options: organs,
                required: true,
                value: lead.receiver ?? proposal?.receiver?.id,
              },
              { name: 'overseer', label: t(field.overseer), options: organs, value: lead.overseer ?? proposal?.overseer?.id },
              { name: 'copy', label: t(field.copy), options: discipline, value: lead.copy ?? proposal?.copy?.id },
              { name: 'major', label: t(field.major), kind: 'yes', value: lead.major || proposal?.major !== null },
              { name: 'reason', label: t(field.routeReason), value: lead.routeReason },
            ]}
            submit={t(words.action.confirm)}
            onClose={onClose}
          />
        )
      }}
    </Shown>
  )
}

/** Where the lead goes: what the rules propose with their reason, and what a person decided. */
export function RouteCard({ view }: { view: LeadView }) {
  const t = useSay()
  const [open, setOpen] = useState(false)
  const { lead, receiver, overseer, copy, may } = view
  return (
    <Card title={t(words.title.route)}>
      <div className="stack">
        <Proposed view={view} />
        {receiver && (
          <Fields
            rows={[
              { label: t(words.field.receiver), value: receiver.name },
              { label: t(words.field.mode), value: lead.mode && t(own.mode[lead.mode]) },
              { label: t(words.field.overseer), value: overseer?.name },
              { label: t(words.field.copy), value: copy?.name },
              { label: t(words.field.routeReason), value: lead.routeReason },
              { label: t(words.field.majorRef), value: lead.major ? (lead.majorRef ?? t(words.note.nothing)) : null },
            ]}
          />
        )}
        {receiver?.organ === null && <p className="muted small">{t(words.note.seatless)}</p>}
        {open && <RouteForm view={view} onClose={() => setOpen(false)} />}
        {!open && may.route === true && (
          <div className="no-print">
            <Button onClick={() => setOpen(true)}>{t(words.action.route)}</Button>
          </div>
        )}
      </div>
    </Card>
  )
}
