import { Button } from 'antd'
import { useState } from 'react'
import { useAsk } from '../../web/ask.ts'
import { Shown } from '../../web/notes.tsx'
import { Card } from '../../web/page-frame.tsx'
import { useMay } from '../../web/session.tsx'
import { useSay } from '../../web/tongue.tsx'
import { giveGrant, type Knower, whoSees } from './contract.ts'
import type { SharedKind } from './model.ts'
import { GiveForm } from './page/give.tsx'
import { useWhyNot } from './page/why.tsx'
import { words } from './words.ts'

function useOrgan(): (organ: string) => string {
  const t = useSay()
  return (organ) => {
    const known = Object.entries(words.organ).find(([key]) => key === organ)
    return known ? t(known[1]) : organ
  }
}

function Line({ knower }: { knower: Knower }) {
  const t = useSay()
  const organ = useOrgan()
  const { who, jurisdiction, why, purpose, basis, until, fields } = knower
  const says = t(words.why[why], { purpose: purpose ?? '', basis: basis ?? '' })
  return (
    <li>
      <b>{why === 'recused' ? who : organ(knower.organ)}</b> {why !== 'recused' && who} <span className="num muted">{jurisdiction}</span>
      <br />
      <span className="muted small">
        {says}
        {fields && ` · ${fields.map((field) => t(words.field[field])).join('、')}`}
        {until && ` · ${t(words.label.until)} ${until}`}
      </span>
    </li>
  )
}

function Knowers({ kind, record }: { kind: SharedKind; record: string }) {
  const t = useSay()
  const asked = useAsk(whoSees, { kind, record })
  const mayGive = useMay(giveGrant)
  const [giving, setGiving] = useState(false)
  const whyNot = useWhyNot()
  const shut = asked.data ? whyNot(asked.data.may.give) : null
  return (
    <Card
      title={t(words.title.whoSees)}
      aside={
        mayGive && (
          <Button size="small" disabled={shut !== null} title={shut ?? undefined} onClick={() => setGiving(true)}>
            {t(words.action.give)}
          </Button>
        )
      }
    >
      <Shown ask={asked}>
        {({ knowers, label }) => (
          <>
            <ul className="stack">
              {knowers.map((knower) => (
                <Line key={JSON.stringify(knower)} knower={knower} />
              ))}
            </ul>
            {shut && <p className="muted small">{shut}</p>}
            {giving && <GiveForm at={{ kind, record, label }} onClose={() => setGiving(false)} />}
          </>
        )}
      </Shown>
    </Card>
  )
}

/** Everybody who can see a record, each with the reason, and those who are kept from it; asked for when it is wanted. */
export function WhoSees({ kind, record }: { kind: SharedKind; record: string }) {
  const t = useSay()
  const may = useMay(whoSees)
  const [open, setOpen] = useState(false)
  if (!may) return null
  return open ? <Knowers kind={kind} record={record} /> : <Button onClick={() => setOpen(true)}>{t(words.title.whoSees)}</Button>
}
