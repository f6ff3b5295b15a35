import { Button } from 'antd'
import { useState } from 'react'
import { useAct, useAsk } from '../../../web/ask.ts'
import { fileUrl } from '../../../web/call.ts'
import { MayButton } from '../../../web/may-button.tsx'
import { ErrorNote, Shown } from '../../../web/notes.tsx'
import { Card, Page } from '../../../web/page-frame.tsx'
import { useMay } from '../../../web/session.tsx'
import { StatusTag } from '../../../web/status-tag.tsx'
import { useChoices, useSay } from '../../../web/tongue.tsx'
import { OrganKind } from '../model.ts'
import { words } from '../page.words.ts'
import { confirmKey, getOpener, type KeyView, listOrgans, type OrganView, proposeKey, retireKey, saveOrgan } from '../sealed.contract.ts'
import { words as own } from '../words.ts'
import { StepForm } from './form.tsx'
import { LedgerCard } from './ledger.tsx'
import { RulesCards } from './rules.tsx'

const keyTag = { proposed: 'soon', active: 'done', retired: 'planned' } as const

function KeyLine({ value: key }: { value: KeyView }) {
  const t = useSay()
  const retire = useAct(retireKey)
  const [confirming, setConfirming] = useState(false)
  return (
    <li className="stack stack-tight">
      <div className="row">
        <StatusTag state={keyTag[key.state]}>{t(own.keyState[key.state])}</StatusTag>
        <span className="num">{key.fingerprint}</span>
        <span className="muted small num">{`${key.proposedBy} ${key.proposedOn}${key.confirmedBy ? ` · ${key.confirmedBy} ${key.confirmedOn}` : ''}`}</span>
        {key.state === 'proposed' && (
          <MayButton may={key.may.confirm} says={t(words.action.confirmKey)} refusals={own.refusal} onClick={() => setConfirming(true)} />
        )}
        {key.state === 'active' && (
          <MayButton
            may={key.may.retire}
            says={t(words.action.retireKey)}
            refusals={own.refusal}
            onClick={() => void retire.run({ id: key.id, version: key.version })}
          />
        )}
      </div>
      <ErrorNote trouble={retire.trouble} />
      {confirming && (
        <StepForm
          title={t(words.action.confirmKey)}
          contract={confirmKey}
          fixed={{ id: key.id, version: key.version }}
          fields={[{ name: 'fingerprint', label: t(words.field.fingerprint), required: true }]}
          note={t(words.note.readOut)}
          submit={t(words.action.confirm)}
          onClose={() => setConfirming(false)}
        />
      )}
    </li>
  )
}

function Organ({ organ, mayPropose }: { organ: OrganView; mayPropose: boolean }) {
  const t = useSay()
  const [bringing, setBringing] = useState(false)
  return (
    <li className="stack stack-tight">
      <div className="row spread">
        <span>
          <b className="serif">{organ.name}</b>{' '}
          <span className="muted small">{`${t(own.organKind[organ.kind])} · ${organ.jurisdiction}${organ.organ === null ? ` · ${t(words.field.seat)}` : ''}`}</span>
        </span>
        {mayPropose && organ.organ === null && <Button onClick={() => setBringing(true)}>{t(words.action.addKey)}</Button>}
      </div>
      {organ.organ === null && organ.keys.length === 0 && <p className="muted small">{t(words.note.noKey)}</p>}
      <ul className="stack stack-tight">
        {organ.keys.map((key) => (
          <KeyLine key={key.id} value={key} />
        ))}
      </ul>
      {bringing && (
        <StepForm
          title={t(words.action.addKey)}
          contract={proposeKey}
          fixed={{ organ: organ.id }}
          fields={[]}
          files={{ label: t(words.field.keyFile), accept: '.json' }}
          submit={t(words.action.take)}
          onClose={() => setBringing(false)}
        />
      )}
    </li>
  )
}

function OrganForm({ onClose }: { onClose(): void }) {
  const t = useSay()
  const choices = useChoices()
  const { field } = words
  return (
    <OrganFields
      onClose={onClose}
      fields={[
        { name: 'name', label: t(field.name), required: true },
        { name: 'kind', label: t(field.kind), options: choices(OrganKind.options, own.organKind), required: true },
        { name: 'jurisdiction', label: t(field.place), required: true },
      ]}
    />
  )
}
function OrganFields({ onClose, fields }: { onClose(): void; fields: Parameters<typeof StepForm>[0]['fields'] }) {
  const t = useSay()
  const [away, setAway] = useState(false)
  return (
    <div className="stack">
      <label className="row">
        <input type="checkbox" checked={away} onChange={(event) => setAway(event.currentTarget.checked)} />
        {t(words.field.seat)}
      </label>
      <StepForm
        title={t(words.action.addOrgan)}
        contract={saveOrgan}
        fixed={{ seat: !away }}
        fields={fields}
        submit={t(words.action.save)}
        onClose={onClose}
      />
    </div>
  )
}

/** Whom leads are sent to, by which key their packages are sealed, by which rules they go, and the ledger of former years. */
export function OrgansPage() {
  const t = useSay()
  const asked = useAsk(listOrgans, {})
  const mayOpener = useMay(getOpener)
  const [adding, setAdding] = useState(false)
  return (
    <Page title={t(words.title.organs)} crumbs={[{ says: t(own.title.leads), to: '/leads' }]}>
      <Shown ask={asked}>
        {({ rows, issuer, may }) => (
          <div className="stack">
            <Card
              title={t(own.title.organs)}
              aside={<MayButton may={may.save} says={t(words.action.addOrgan)} onClick={() => setAdding(true)} />}
            >
              {adding && <OrganForm onClose={() => setAdding(false)} />}
              <ul className="stack">
                {rows.map((organ) => (
                  <Organ key={organ.id} organ={organ} mayPropose={may.propose === true} />
                ))}
              </ul>
            </Card>
            {mayOpener && (
              <Card title={t(words.title.sealed)}>
                <p>{t(words.note.issuer, { print: issuer })}</p>
                <Button href={fileUrl(getOpener, {})} download>
                  {t(words.action.opener)}
                </Button>
              </Card>
            )}
            {may.ledger === true && <LedgerCard />}
            <RulesCards />
          </div>
        )}
      </Shown>
    </Page>
  )
}
