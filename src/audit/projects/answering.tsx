import { FormField, type Given } from '../../web/deed-form.tsx'
import { useChoices, useSay } from '../../web/tongue.tsx'
import { words } from './rules/room.words.ts'
import { words as side } from './rules/side.words.ts'
import { ReviewOutcome } from './rules/side-records.ts'

type Answered = { id: string; number: string; title: string }
const answered = ['outcome', 'effect', 'correctedText', 'correctedGrade'] as const
/** The answers to the findings as the form gives them: fields are named `<field>.<finding>`; what is not said apart goes as the whole does. */
export const answersIn = (given: Given, findings: readonly { id: string }[]) =>
  findings.map(({ id }) => ({
    finding: id,
    outcome: given.outcome,
    ...Object.fromEntries(answered.flatMap((field) => (given[`${field}.${id}`] ? [[field, given[`${field}.${id}`]]] : []))),
  }))

/** One finding of the objection: whether it is upheld, and how it is corrected then. */
export function Answering({ finding: { id, number, title } }: { finding: Answered }) {
  const t = useSay()
  const choices = useChoices()
  const { field } = words
  const none = { value: '', label: '–' }
  const fields = [
    {
      name: 'outcome',
      label: t(field.answerTo),
      options: [{ value: '', label: t(field.likeTheWhole) }, ...choices(ReviewOutcome.options, side.outcome)],
      optional: true,
    },
    {
      name: 'effect',
      label: t(field.effect),
      options: [none, ...choices(['withdrawn', 'reworded', 'regraded'], side.effect)],
      optional: true,
    },
    { name: 'correctedText', label: t(field.correctedText), optional: true },
    {
      name: 'correctedGrade',
      label: t(field.correctedGrade),
      options: [none, ...choices(['direct', 'leading', 'supervising'], side.grade)],
      optional: true,
    },
  ]
  return (
    <fieldset className="stack stack-tight">
      <legend>
        <span className="num muted">{number}</span> {title}
      </legend>
      {fields.map((each) => (
        <FormField key={each.name} {...each} name={`${each.name}.${id}`} />
      ))}
    </fieldset>
  )
}
