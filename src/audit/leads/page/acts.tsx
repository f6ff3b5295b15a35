import { Button } from 'antd'
import { useState } from 'react'
import type { Contract } from '../../../kernel/contract.ts'
import { type Phrase, say } from '../../../kernel/say.ts'
import { words as kernelWords } from '../../../kernel/words.ts'
import { useAsk } from '../../../web/ask.ts'
import { useToday } from '../../../web/session.tsx'
import { useChoices, useSay, useTongue } from '../../../web/tongue.tsx'
import { words as standing } from '../../findings/standing.words.ts'
import * as contract from '../contract.ts'
import { Assessor, OutcomeKind, Stance, StepName } from '../model.ts'
import { words } from '../page.words.ts'
import { openSteps } from '../rules.ts'
import { words as own } from '../words.ts'
import { type FormField, StepForm } from './form.tsx'

const contracts: Readonly<Record<StepName, Contract>> = {
  ...{ convene: contract.conveneLead, opine: contract.opineLead, assess: contract.assessLead, sendBack: contract.sendBackLead },
  ...{ reportUp: contract.reportUpLead, approve: contract.approveLead, send: contract.sendLead, receive: contract.receiveLead },
  ...{ accept: contract.acceptLead, turnBack: contract.turnBackLead, resubmit: contract.resubmitLead, redraft: contract.redraftLead },
  ...{ begin: contract.beginLead, record: contract.recordOutcome, feedBack: contract.feedBackLead, close: contract.closeLead },
  ...{ remind: contract.remindLead, cancel: contract.cancelLead },
}
const sentences: Readonly<Record<string, Phrase>> = { ...kernelWords.refusal, ...standing.refusal, ...own.refusal }
type View = contract.LeadView

/** The sanctions that may be chosen, each named with its kind. */
function useSanctions(when: boolean) {
  const t = useSay()
  const rules = useAsk(contract.getRules, {}, { when }).data?.sanctions ?? []
  return rules.map(({ code, kind, title }) => ({ value: code, label: `${t(own.outcome[kind])} · ${t(title)}` }))
}

/** The fields of each step; a step of a receiver without a seat also names the letter it is entered from. */
function useFields(step: StepName, { lead, receiver }: View): readonly FormField[] {
  const t = useSay()
  const choices = useChoices()
  const today = useToday()
  const sanctions = useSanctions(step === 'record')
  const text: FormField = { name: 'text', label: t(words.field.text), kind: 'area', required: true }
  const reason: FormField = { ...text, label: t(words.field.reason) }
  const on: FormField = { name: 'on', label: t(words.field.on), kind: 'day', value: today }
  const reference: FormField = { name: 'reference', label: t(words.field.reference), required: true }
  const outside = receiver?.organ === null ? [on, reference] : []
  const number: FormField = { name: 'number', label: t(words.field.letterNumber), required: true, value: lead.letterNumber }
  const asked = choices(Assessor.options, own.organ)
  const special: Partial<Record<StepName, readonly FormField[]>> = {
    convene: [{ name: 'assessors', label: t(words.field.assessors), kind: 'several', options: asked, value: ['discipline'] }, text],
    opine: [{ name: 'stance', label: t(words.field.stance), options: choices(Stance.options, own.stance), required: true }, text],
    assess: [{ ...text, label: t(words.field.conclusion) }],
    reportUp: [{ ...reference, label: t(words.field.majorRef) }, text],
    send: [number, text],
    resubmit: [{ ...number, value: '' }, text],
    receive: [...outside, { ...text, required: false }],
    turnBack: [...outside, reason],
    record: [
      { name: 'kind', label: t(words.field.outcome), options: choices(OutcomeKind.options, own.outcome), required: true },
      { name: 'person', label: t(words.field.person), value: lead.persons },
      { name: 'sanction', label: t(words.field.sanction), options: sanctions },
      { name: 'decidedOn', label: t(words.field.decidedOn), kind: 'day', value: today, required: true },
      reference,
      { name: 'amount', label: t(words.field.recovered), kind: 'wan' },
      { name: 'judged', label: t(words.field.judged), kind: 'yes' },
      text,
    ],
    feedBack: [...(receiver?.organ === null ? [on] : []), reference, text],
    sendBack: [reason],
    redraft: [reason],
    cancel: [reason],
  }
  return special[step] ?? [...(['accept', 'begin'].includes(step) ? outside : []), text]
}

function Deed({ view, step, onDone }: { view: View; step: StepName; onDone(): void }) {
  const t = useSay()
  const { lead, receiver } = view
  const fields = useFields(step, view)
  const leaves = step === 'send' || step === 'resubmit'
  const official = step === 'record' ? { official: lead.official } : {}
  return (
    <StepForm
      title={t(own.step[step])}
      contract={contracts[step]}
      fixed={{ id: lead.id, version: lead.version, ...official }}
      fields={fields}
      submit={t(words.action.confirm)}
      note={leaves ? t(words.note.sendAsks, { receiver: receiver?.name ?? '' }) : undefined}
      onClose={onDone}
    />
  )
}

/** The steps that lead on, as buttons: those this person may ever take; a shut one says why. */
export function LeadActs({ view }: { view: View }) {
  const t = useSay()
  const tongue = useTongue()
  const [step, setStep] = useState<StepName | null>(null)
  const open = openSteps(view.lead)
  const shown = StepName.options.flatMap((each): { each: StepName; why: string | null }[] => {
    const may = view.may[each]
    if (!open.includes(each) || may === undefined) return []
    if (may === true) return [{ each, why: null }]
    if (['forbidden', 'leadReceiverInHouse', 'leadNotInvited', 'leadNotMajor'].includes(may.code)) return []
    return [{ each, why: say(sentences[may.code] ?? { zh: may.code, en: may.code }, tongue, may.facts ?? {}) }]
  })
  if (step) return <Deed view={view} step={step} onDone={() => setStep(null)} />
  if (shown.length === 0) return null
  return (
    <div className="stack stack-tight no-print">
      <div className="row">
        {shown.map(({ each, why }) => (
          <Button key={each} disabled={why !== null} title={why ?? undefined} onClick={() => setStep(each)}>
            {t(own.step[each])}
          </Button>
        ))}
      </div>
      {shown.map(({ each, why }) => why && <p key={each} className="muted small">{`${t(own.step[each])}：${why}`}</p>)}
    </div>
  )
}
