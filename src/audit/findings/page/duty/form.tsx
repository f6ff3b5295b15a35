import { Deed } from '../../../../web/deed.tsx'
import type { FieldSpec, Given } from '../../../../web/deed-form.tsx'
import { useChoices, useSay, useTongue } from '../../../../web/tongue.tsx'
import { type DutyLine, type DutyView, setResponsibility } from '../../duty/contract.ts'
import { Slot, Voted } from '../../duty/model.ts'
import { words } from '../../duty/words.ts'

const threeWay = { yes: true, no: false } as const
const boolOf = (text: string | undefined): boolean | null => (text === 'yes' || text === 'no' ? threeWay[text] : null)
const asText = (value: boolean | null | undefined) => (value === true ? 'yes' : value === false ? 'no' : '')
const textOr = (text: string | undefined) => text ?? null

/** What the form says, as the contract takes it. */
function inputOf(given: Given, data: FormData, of: { finding: string; official: string; version: number }) {
  const links = [...data.keys()].flatMap((key) => {
    const [mark, slot, kind, record] = key.split('.')
    return mark === 'link' ? [{ slot, kind, record }] : []
  })
  return {
    ...of,
    ...{ grade: given.grade, situation: given.situation, links, weighing: given.weighing ?? '' },
    ...{ actFrom: textOr(given.actFrom), actTo: textOr(given.actTo) },
    slots: { duty: given.duty ?? '', act: given.act ?? '', cause: given.cause ?? '', effect: given.effect ?? '' },
    decisionTrail: {
      ...{ meeting: textOr(given.meeting), heldOn: textOr(given.heldOn), presidedBy: textOr(given.presidedBy) },
      ...{ voted: textOr(given.voted), majority: boolOf(given.majority), objectionMinuted: boolOf(given.objectionMinuted) },
      approval: textOr(given.approval),
    },
    claims: { privateGain: boolOf(given.privateGain), knowing: boolOf(given.knowing), forbidden: boolOf(given.forbidden) },
  }
}

function useBasics(view: DutyView, line: DutyLine | null): readonly FieldSpec[] {
  const t = useSay()
  const tongue = useTongue()
  const choices = useChoices()
  const of = line?.attribution
  const { field } = words
  return [
    ...(line
      ? []
      : [
          {
            name: 'official',
            label: t(field.official),
            options: view.free.map(({ official, name }) => ({ value: official, label: name })),
          },
        ]),
    { name: 'grade', label: t(field.grade), options: choices(view.grades, words.grade), initial: line?.grade },
    {
      name: 'situation',
      label: t(field.situation),
      options: view.situations.map((each) => ({ value: each.code, label: `${each.code} ${t(words.grade[each.grade])}：${each[tongue]}` })),
      initial: of?.situation,
    },
    { name: 'actFrom', label: t(field.actFrom), kind: 'day', optional: true, initial: of?.actFrom ?? '' },
    { name: 'actTo', label: t(field.actTo), kind: 'day', optional: true, initial: of?.actTo ?? '' },
    ...Slot.options.map((slot) => ({
      name: slot,
      label: t(words.slot[slot]),
      kind: 'area' as const,
      optional: true,
      initial: of?.slots[slot] ?? '',
    })),
  ]
}

function useDecision(line: DutyLine | null): readonly FieldSpec[] {
  const t = useSay()
  const choices = useChoices()
  const { field } = words
  const trail = line?.attribution?.decisionTrail
  const claims = line?.attribution?.claims
  const none = { value: '', label: t(words.yesNo.unknown) }
  const yesNo = [none, ...choices(['yes', 'no'] as const, words.yesNo)]
  const three = (name: keyof typeof field, value: boolean | null | undefined): FieldSpec => ({
    ...{ name, label: t(field[name]), options: yesNo, optional: true, initial: asText(value) },
  })
  return [
    { name: 'meeting', label: t(field.meeting), optional: true, initial: trail?.meeting ?? '' },
    { name: 'heldOn', label: t(field.heldOn), kind: 'day', optional: true, initial: trail?.heldOn ?? '' },
    { name: 'presidedBy', label: t(field.presidedBy), optional: true, initial: trail?.presidedBy ?? '' },
    {
      name: 'voted',
      label: t(field.voted),
      options: [none, ...choices(Voted.options, words.voted)],
      optional: true,
      initial: trail?.voted ?? '',
    },
    three('majority', trail?.majority),
    three('objectionMinuted', trail?.objectionMinuted),
    { name: 'approval', label: t(field.approval), optional: true, initial: trail?.approval ?? '' },
    three('privateGain', claims?.privateGain),
    three('knowing', claims?.knowing),
    three('forbidden', claims?.forbidden),
    { name: 'weighing', label: t(field.weighing), kind: 'area', optional: true, initial: line?.attribution?.weighing ?? '' },
  ]
}

function Links({ view, line }: { view: DutyView; line: DutyLine | null }) {
  const t = useSay()
  const linked = new Set((line?.attribution?.links ?? []).map(({ slot, kind, record }) => `link.${slot}.${kind}.${record}`))
  if (view.proofs.length === 0) return null
  return (
    <details>
      <summary>{t(words.field.proofs)}</summary>
      {Slot.options.map((slot) => (
        <fieldset key={slot} className="stack stack-tight">
          <legend className="muted">{t(words.slot[slot])}</legend>
          {view.proofs.map(({ kind, record, label }) => {
            const name = `link.${slot}.${kind}.${record}`
            return (
              <label key={name} className="small">
                <input type="checkbox" name={name} defaultChecked={linked.has(name)} /> {t(words.proof[kind])} {label}
              </label>
            )
          })}
        </fieldset>
      ))}
    </details>
  )
}

/** Sets an official's responsibility, or completes its argument; the sentence of a refusal stands in the form. */
export function Setting({ view, line }: { view: DutyView; line: DutyLine | null }) {
  const t = useSay()
  const basics = useBasics(view, line)
  const decision = useDecision(line)
  const version = line?.attribution?.version ?? 0
  return (
    <Deed
      title={t(line ? words.act.change : words.act.set)}
      contract={setResponsibility}
      fields={[...basics, ...decision]}
      input={(given, data) => inputOf(given, data, { finding: view.finding, official: line?.official ?? given.official ?? '', version })}
    >
      <Links view={view} line={line} />
    </Deed>
  )
}
