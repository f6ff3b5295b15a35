import type { ReactNode } from 'react'
import { wanYuan } from '../../../kernel/money.ts'
import { useAsk } from '../../../web/ask.ts'
import { Shown } from '../../../web/notes.tsx'
import { Card } from '../../../web/page-frame.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { getRules } from '../contract.ts'
import { words } from '../page.words.ts'
import type { RouteRule, SanctionRule } from '../rules/records.ts'
import { words as own } from '../words.ts'

function Table({ heads, children }: { heads: readonly string[]; children: ReactNode }) {
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
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  )
}

const span = ({ validFrom, validUntil }: RouteRule | SanctionRule) => `${validFrom} – ${validUntil ?? ''}`

function RouteLine({ rule }: { rule: RouteRule }) {
  const t = useSay()
  const natures = rule.natures.map((nature) => t(own.nature[nature])).join('、')
  return (
    <tr>
      <th scope="row">{t(rule.title)}</th>
      <td>{rule.fromFen === null ? natures : `≥ ${wanYuan(rule.fromFen)}`}</td>
      <td>{rule.receiverKind && t(own.organKind[rule.receiverKind])}</td>
      <td className="num">{span(rule)}</td>
      <td>{`${rule.citation}（${t(rule.verified ? words.note.verified : words.note.unverified)}）`}</td>
    </tr>
  )
}

function SanctionLine({ rule }: { rule: SanctionRule }) {
  const t = useSay()
  return (
    <tr>
      <th scope="row">{t(rule.title)}</th>
      <td>{t(own.outcome[rule.kind])}</td>
      <td className="num">{rule.months ?? t(words.note.noPeriod)}</td>
      <td className="num">{span(rule)}</td>
      <td>{`${rule.citation}（${t(rule.verified ? words.note.verified : words.note.unverified)}）`}</td>
    </tr>
  )
}

/** The dated rows that a proposal and a period of influence are read from. */
export function RulesCards() {
  const t = useSay()
  const asked = useAsk(getRules, {})
  const { field } = words
  const ends = [t(field.validity), t(field.citation)]
  return (
    <Shown ask={asked}>
      {({ routes, sanctions }) => (
        <>
          <Card title={t(words.title.routeRules)} flush>
            <Table heads={[t(field.rule), t(field.nature), t(field.receiver), ...ends]}>
              {routes.map((rule) => (
                <RouteLine key={rule.id} rule={rule} />
              ))}
            </Table>
          </Card>
          <Card title={t(words.title.sanctionRules)} flush>
            <Table heads={[t(field.sanction), t(field.outcome), t(field.months), ...ends]}>
              {sanctions.map((rule) => (
                <SanctionLine key={rule.id} rule={rule} />
              ))}
            </Table>
          </Card>
        </>
      )}
    </Shown>
  )
}
