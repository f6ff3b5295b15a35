import { Deed } from '../../../../web/deed.tsx'
import type { Given } from '../../../../web/deed-form.tsx'
import { useMe } from '../../../../web/session.tsx'
import { StatusTag } from '../../../../web/status-tag.tsx'
import { useChoices, useSay } from '../../../../web/tongue.tsx'
import type { SidesView } from '../../room.contract.ts'
import { words as caseWords } from '../../rules/case.words.ts'
import { words } from '../../rules/room.words.ts'
import { words as side } from '../../rules/side.words.ts'
import { whyNotRemedy } from '../../rules/side-procedures.ts'
import * as contract from '../../side.contract.ts'
import { useSaidNo } from './next.tsx'

type Remedies = SidesView['remedies'][number]
/** A remedy sought against the decision and what became of it elsewhere. */
export function Remedy({ remedy }: { remedy: Remedies }) {
  const t = useSay()
  const choices = useChoices()
  const said = useSaidNo()
  const me = useMe()
  const no = (step: Parameters<typeof whyNotRemedy>[0]) => {
    const refusal = whyNotRemedy(step, { remedy, hand: me })
    return refusal ? said(refusal) : null
  }
  const plain = (given: Given) => ({ id: remedy.id, version: remedy.version, ...given })
  const result = { name: 'result', label: t(words.field.result), kind: 'area' as const }
  const { step } = caseWords
  return (
    <li className="stack stack-tight">
      <p className="row">
        <StatusTag state={remedy.decidedOn ? 'done' : 'running'}>{t(side.remedy[remedy.state])}</StatusTag>
        {t(side.route[remedy.route])} <span className="muted small">{`${remedy.requestedOn} ${remedy.body}`}</span>
        {remedy.outcome && <span>{t(side.result[remedy.outcome])}</span>}
      </p>
      <p className="reading">{remedy.reason}</p>
      {remedy.result && <p className="muted">{remedy.result}</p>}
      {!remedy.decidedOn && (
        <div className="row">
          <Deed title={t(step.acceptRemedy)} contract={contract.acceptRemedy} why={no('acceptRemedy')} fields={[]} input={plain} />
          <Deed
            title={t(step.decideRemedy)}
            contract={contract.decideRemedy}
            why={no('decideRemedy')}
            fields={[
              { name: 'outcome', label: t(words.field.outcome), options: choices(['upheld', 'changed', 'revoked'], side.result) },
              result,
            ]}
            input={plain}
          />
          <Deed
            title={t(step.withdrawRemedy)}
            contract={contract.withdrawRemedy}
            why={no('withdrawRemedy')}
            fields={[result]}
            input={plain}
          />
        </div>
      )}
    </li>
  )
}
