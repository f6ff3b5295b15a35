import { Button } from 'antd'
import { z } from 'zod'
import type { Refusal } from '../../../../kernel/refusal.ts'
import { type Phrase, say } from '../../../../kernel/say.ts'
import { words as kernelWords } from '../../../../kernel/words.ts'
import { words as identity } from '../../../../office/identity/words.ts'
import { useAddress } from '../../../../web/address.ts'
import { DeedForm, type Given } from '../../../../web/deed-form.tsx'
import { Card } from '../../../../web/page-frame.tsx'
import { useMay } from '../../../../web/session.tsx'
import { useChoices, useSay, useTongue } from '../../../../web/tongue.tsx'
import { recordService } from '../../case.contract.ts'
import { ServedKind, ServiceMethod } from '../../model.ts'
import { procedureOf } from '../../procedure.ts'
import type { RoomView } from '../../room.contract.ts'
import { words as caseWords } from '../../rules/case.words.ts'
import { words as refusals } from '../../rules/refusals.words.ts'
import { words } from '../../rules/room.words.ts'
import type { CaseStep } from '../../rules/step.ts'
import { words as projectWords } from '../../words.ts'
import { membersIn, TeamRows, VoteRows, votesIn } from './rows.tsx'
import { type FormStep, isFormStep, stepContracts, useStepFields } from './step-fields.tsx'

const sentences: Readonly<Record<string, Phrase>> = { ...kernelWords.refusal, ...refusals.refusal }
const isStep = (name: string): name is CaseStep => name in procedureOf('standard').steps
/** A refusal in this person's tongue. */
export function useSaidNo(): (no: Refusal) => string {
  const tongue = useTongue()
  return (no) => say(sentences[no.code] ?? { zh: no.code, en: no.code }, tongue, no.facts ?? {})
}

function StepForm({ room, step, onDone }: { room: RoomView; step: FormStep; onDone(): void }) {
  const t = useSay()
  const { id, version } = room.project
  const input = (given: Given, data: FormData) => {
    const plain = Object.fromEntries(Object.entries(given).filter(([key]) => !key.includes('.')))
    const rows = step === 'team' ? { members: membersIn(data) } : step === 'meet' ? { votes: votesIn(data) } : {}
    return { id, version, ...plain, ...rows }
  }
  return (
    <DeedForm title={t(caseWords.step[step])} contract={stepContracts[step]} fields={useStepFields(step)} input={input} onDone={onDone}>
      {step === 'team' && <TeamRows />}
      {step === 'meet' && <VoteRows />}
    </DeedForm>
  )
}

const servedIn = { noticed: ['notice'], commented: ['draft'], issued: ['report', 'decision'] } as const
const kindsFor = (state: string): readonly ServedKind[] => {
  const found = Object.entries(servedIn).find(([key]) => key === state)
  return found ? ServedKind.options.filter((kind) => found[1].some((each) => each === kind)) : []
}

/** Proof of service, party by party; what is proven already stands in the list of papers. */
function ServiceForm({ room }: { room: RoomView }) {
  const t = useSay()
  const choices = useChoices()
  const { field } = words
  const kinds = kindsFor(room.project.state)
  const { id, version } = room.project
  const recipients = room.parties.map((party) => ({ value: party.id, label: `${t(words.party[party.party])} ${party.name}` }))
  return (
    <DeedForm
      title={t(projectWords.act.serve)}
      contract={recordService}
      input={(given) => ({ id, version, ...given })}
      fields={[
        { name: 'kind', label: t(field.kind), options: choices(kinds, words.served) },
        { name: 'recipient', label: t(field.recipient), options: recipients },
        { name: 'servedOn', label: t(field.servedOn), kind: 'day' },
        { name: 'method', label: t(field.method), options: choices(ServiceMethod.options, words.method) },
        { name: 'signer', label: t(field.signer) },
        { name: 'proof', label: t(field.proof), kind: 'files', optional: true },
      ]}
    />
  )
}

function StepButton({ name, may, main, open }: { name: FormStep; may: RoomView['may'][number]['may']; main: boolean; open(): void }) {
  const t = useSay()
  const said = useSaidNo()
  const why = may === true ? null : said(may.facts ? { code: may.code, facts: may.facts } : { code: may.code })
  return (
    <div className="stack stack-tight">
      <Button type={main ? 'primary' : 'default'} disabled={why !== null} title={why ?? undefined} onClick={open}>
        {t(caseWords.step[name])}
      </Button>
      {why && <p className="muted small">{why}</p>}
    </div>
  )
}

/** Who takes the main step, when it is not this person's. */
function Awaits({ room }: { room: RoomView }) {
  const t = useSay()
  if (!room.main || !isStep(room.main)) return null
  const step = procedureOf(room.project.track).steps[room.main]
  return (
    <p className="muted">
      {t(step.title)}：{step.acts.map((role) => t(identity.role[role])).join('、')}
      {step.document && ` · ${t(step.document)}`}
    </p>
  )
}

const Address = z.object({ step: z.string().optional() })
/** What can be done now: the main step first, then the others; each shut one says why and what it needs. */
export function NextSteps({ room }: { room: RoomView }) {
  const t = useSay()
  const [{ step }, set] = useAddress(Address)
  const mayServe = useMay(recordService)
  const shown = room.may.flatMap(({ step: name, may }) => (isFormStep(name) ? [{ name, may }] : []))
  const open = shown.find(({ name, may }) => name === step && may === true)
  return (
    <Card title={t(words.title.next)} className="next-card">
      {open ? (
        <StepForm key={open.name} room={room} step={open.name} onDone={() => set({ step: undefined })} />
      ) : (
        <div className="stack">
          <Awaits room={room} />
          <div className="row step-buttons">
            {shown.map(({ name, may }) => (
              <StepButton key={name} name={name} may={may} main={name === room.main} open={() => set({ step: name })} />
            ))}
          </div>
        </div>
      )}
      {mayServe && !open && kindsFor(room.project.state).length > 0 && <ServiceForm room={room} />}
    </Card>
  )
}
