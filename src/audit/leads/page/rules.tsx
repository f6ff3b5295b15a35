import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { wanYuan } from '../../../kernel/money.ts'
import { useAsk } from '../../../web/ask.ts'
import { Shown } from '../../../web/notes.tsx'
import { Card } from '../../../web/page-frame.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { getRules } from '../contract.ts'
import { words } from '../page.words.ts'
import type { RouteRule, SanctionRule } from '../rules/records.ts'
import { words as own } from '../words.ts'
import { RouteForm, SanctionForm } from './rule-forms.tsx'

function Table({ heads, children }: { heads: readonly string[]; children: ReactNode }) {
  const t = useSay()
  return (
    <div className="table-scroll">
      <table className="simple-table">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
            <th scope="col">
              <span className="hidden-visually">{t(words.action.revise)}</span>
            </th>
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  )
}

const span = ({ validFrom, validUntil }: RouteRule | SanctionRule) => `${validFrom} – ${validUntil ?? ''}`

type LineProps<R> = { rule: R; edit: ((rule: R) => void) | null }
/** The last cell of a row: a row in force may be revised, one that has ended is kept as it was. */
function Revise<R extends RouteRule | SanctionRule>({ rule, edit }: LineProps<R>) {
  const t = useSay()
  if (!edit || rule.validUntil !== null) return <td />
  return (
    <td className="no-print">
      <Button size="small" aria-label={`${t(words.action.revise)} ${t(rule.title)}`} onClick={() => edit(rule)}>
        {t(words.action.revise)}
      </Button>
    </td>
  )
}

function RouteLine({ rule, edit }: LineProps<RouteRule>) {
  const t = useSay()
  const natures = rule.natures.map((nature) => t(own.nature[nature])).join('、')
  return (
    <tr>
      <th scope="row">{t(rule.title)}</th>
      <td>{rule.fromFen === null ? natures : `≥ ${wanYuan(rule.fromFen)}`}</td>
      <td>{rule.receiverKind && t(own.organKind[rule.receiverKind])}</td>
      <td className="num">{span(rule)}</td>
      <td>{`${rule.citation}（${t(rule.verified ? words.note.verified : words.note.unverified)}）`}</td>
      <Revise rule={rule} edit={edit} />
    </tr>
  )
}

function SanctionLine({ rule, edit }: LineProps<SanctionRule>) {
  const t = useSay()
  return (
    <tr>
      <th scope="row">{t(rule.title)}</th>
      <td>{t(own.outcome[rule.kind])}</td>
      <td className="num">{rule.months ?? t(words.note.noPeriod)}</td>
      <td className="num">{span(rule)}</td>
      <td>{`${rule.citation}（${t(rule.verified ? words.note.verified : words.note.unverified)}）`}</td>
      <Revise rule={rule} edit={edit} />
    </tr>
  )
}

type RouteCard = { routes: readonly RouteRule[]; may: boolean }
function Routes({ routes, may }: RouteCard) {
  const t = useSay()
  const [open, setOpen] = useState<RouteRule | 'new' | null>(null)
  const { field } = words
  const heads = [field.rule, field.nature, field.receiver, field.validity, field.citation].map((each) => t(each))
  return (
    <Card title={t(words.title.routeRules)} aside={may && <Button onClick={() => setOpen('new')}>{t(words.action.addRule)}</Button>} flush>
      <Table heads={heads}>
        {routes.map((rule) => (
          <RouteLine key={rule.id} rule={rule} edit={may ? setOpen : null} />
        ))}
      </Table>
      {open && <RouteForm rule={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </Card>
  )
}

function Sanctions({ sanctions, may }: { sanctions: readonly SanctionRule[]; may: boolean }) {
  const t = useSay()
  const [open, setOpen] = useState<SanctionRule | 'new' | null>(null)
  const { field } = words
  const heads = [field.sanction, field.outcome, field.months, field.validity, field.citation].map((each) => t(each))
  return (
    <Card
      title={t(words.title.sanctionRules)}
      aside={may && <Button onClick={() => setOpen('new')}>{t(words.action.addRule)}</Button>}
      flush
    >
      <Table heads={heads}>
        {sanctions.map((rule) => (
          <SanctionLine key={rule.id} rule={rule} edit={may ? setOpen : null} />
        ))}
      </Table>
      {open && <SanctionForm rule={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </Card>
  )
}

/** The dated rows that a proposal and a period of influence are read from. */
export function RulesCards() {
  const asked = useAsk(getRules, {})
  return (
    <Shown ask={asked}>
      {({ routes, sanctions, may }) => (
        <>
          <Routes routes={routes} may={may.saveRoute === true} />
          <Sanctions sanctions={sanctions} may={may.saveSanction === true} />
        </>
      )}
    </Shown>
  )
}
