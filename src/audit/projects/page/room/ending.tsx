import { Deed } from '../../../../web/deed.tsx'
import { useMe } from '../../../../web/session.tsx'
import { StatusTag } from '../../../../web/status-tag.tsx'
import { useSay } from '../../../../web/tongue.tsx'
import type { SidesView } from '../../room.contract.ts'
import { words as caseWords } from '../../rules/case.words.ts'
import { words } from '../../rules/room.words.ts'
import { words as side } from '../../rules/side.words.ts'
import { whyNotEnding } from '../../rules/side-procedures.ts'
import * as contract from '../../side.contract.ts'
import { useSaidNo } from './next.tsx'

type Endings = SidesView['endings'][number]
/** A termination with what was asked and answered, and its next steps. */
export function Ending({ ending }: { ending: Endings }) {
  const t = useSay()
  const said = useSaidNo()
  const me = useMe()
  const no = (step: Parameters<typeof whyNotEnding>[0]) => {
    const refusal = whyNotEnding(step, { ending, hand: me })
    return refusal ? said(refusal) : null
  }
  const target = { id: ending.id, version: ending.version }
  const ref = [{ name: 'decisionRef', label: t(words.field.decisionRef) }]
  const open = ending.state === 'proposed' || ending.state === 'consulted'
  return (
    <li className="stack stack-tight">
      <p className="row">
        <StatusTag state={ending.state === 'approved' ? 'overdue' : open ? 'running' : 'planned'}>{t(side.ending[ending.state])}</StatusTag>
        {t(side.ground[ending.ground])} <span className="muted small">{ending.proposedOn}</span>
      </p>
      <p className="reading">{ending.reason}</p>
      {ending.consulted.map((each) => (
        <p key={each.body} className="muted small">
          {each.on} {each.body}：{each.answer}
        </p>
      ))}
      {ending.decisionRef && <p className="muted small">{ending.decisionRef}</p>}
      {open && (
        <div className="row">
          <Deed
            title={t(caseWords.step.consultEnd)}
            contract={contract.consultEnd}
            why={no('consultEnd')}
            fields={[
              { name: 'body', label: t(words.field.body) },
              { name: 'answer', label: t(words.field.answer) },
              { name: 'on', label: t(words.field.on), kind: 'day' },
            ]}
            input={(given) => ({ ...target, consulted: [given] })}
          />
          <Deed
            title={t(caseWords.step.approveEnd)}
            contract={contract.approveEnd}
            why={no('approveEnd')}
            fields={ref}
            input={(given) => ({ ...target, ...given })}
          />
          <Deed
            title={t(caseWords.step.refuseEnd)}
            contract={contract.refuseEnd}
            why={no('refuseEnd')}
            fields={ref}
            input={(given) => ({ ...target, ...given })}
          />
        </div>
      )}
    </li>
  )
}
