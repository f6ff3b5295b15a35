import type { Contract } from '../../../kernel/contract.ts'
import { useAsk } from '../../../web/ask.ts'
import { ErrorNote } from '../../../web/notes.tsx'
import { useChoices, useSay } from '../../../web/tongue.tsx'
import { Grade } from '../../findings/model.ts'
import { words as findings } from '../../findings/words.ts'
import { type Choice, type FormField, RecordForm } from '../parts/form.tsx'
import { type LineNames, type ListsView, nameLines, saveCheck, saveDecision, saveDuty, saveNeed } from './contract.ts'
import { CheckResult, Confidentiality, DecisionKind, Disposal, Holding, Quality } from './model.ts'
import type { ListName } from './rules.ts'
import { words } from './words.ts'

const contracts: Readonly<Record<ListName, Contract>> = { duties: saveDuty, decisions: saveDecision, checks: saveCheck, needs: saveNeed }
const saveSays = { duties: 'saveDuty', decisions: 'saveDecision', checks: 'saveCheck', needs: 'saveNeed' } as const
const chosen = (lines: LineNames['duties']): Choice[] => lines.map(({ id, number, text }) => ({ value: id, label: `${number} ${text}` }))

type Field = (name: keyof typeof words.field, more?: Partial<FormField>) => FormField
const must = { required: true }
const date = { kind: 'date' } as const
const count = { kind: 'number' } as const
const area = { kind: 'area' } as const

function useField(): Field {
  const t = useSay()
  return (name, more = {}) => ({ name, label: t(words.field[name]), ...more })
}
const period = (f: Field) => [f('periodFrom', date), f('periodTo', date)]

function useDutyFields(): readonly FormField[] {
  const f = useField()
  const choices = useChoices()
  return [
    f('number', must),
    f('duty', { ...area, ...must }),
    f('basis', must),
    f('article'),
    f('post', must),
    ...period(f),
    f('holding', { options: choices(Holding.options, words.holding), ...must }),
    f('divisionDocument'),
    f('relatedFunds'),
  ]
}

function useDecisionFields(duties: readonly Choice[]): readonly FormField[] {
  const f = useField()
  const choices = useChoices()
  return [
    f('number', must),
    { ...f('ofDuty', { options: duties }), name: 'duty' },
    f('matter', { ...area, ...must }),
    f('kind', { options: choices(DecisionKind.options, words.decisionKind), ...must }),
    f('decidedOn', date),
    f('meeting'),
    f('presidedBy'),
    f('attendance', count),
    f('votesFor', count),
    f('votesAgainst', count),
    f('objection', area),
    f('amount'),
    f('result', area),
    f('executingUnit'),
    f('papers'),
  ]
}

function useCheckFields(names: LineNames): readonly FormField[] {
  const f = useField()
  const choices = useChoices()
  return [
    f('number', must),
    { ...f('ofDuty', { options: chosen(names.duties) }), name: 'duty' },
    { ...f('ofDecision', { options: chosen(names.decisions) }), name: 'decision' },
    f('step', { ...area, ...must }),
    f('method', must),
    f('auditor'),
    f('result', { options: choices(CheckResult.options, words.result) }),
    f('reason'),
    f('finding', { options: chosen(names.findings) }),
    f('responsibility', { options: choices(Grade.options, findings.grade) }),
  ]
}

function useNeedFields(checks: readonly Choice[]): readonly FormField[] {
  const f = useField()
  const choices = useChoices()
  return [
    f('number', must),
    { ...f('ofCheck', { options: checks }), name: 'auditCheck' },
    f('dataSet', must),
    f('ownerUnit', must),
    f('system'),
    f('fields', area),
    ...period(f),
    f('format'),
    f('purpose', { ...area, ...must }),
    f('requestedOn', date),
    f('dueOn', date),
    f('receivedOn', date),
    f('quality', { options: choices(Quality.options, words.quality) }),
    f('qualityNote'),
    f('confidentiality', { options: choices(Confidentiality.options, words.confidentiality), ...must }),
    f('disposal', { options: choices(Disposal.options, words.disposal) }),
    f('disposedOn', date),
  ]
}

/** The fields of each list, before a line's own values are put in. */
function useFields(names: LineNames): Readonly<Record<ListName, readonly FormField[]>> {
  return {
    duties: useDutyFields(),
    decisions: useDecisionFields(chosen(names.duties)),
    checks: useCheckFields(names),
    needs: useNeedFields(chosen(names.checks)),
  }
}

const plain = (value: unknown): FormField['value'] => (typeof value === 'string' || typeof value === 'number' ? value : null)
/** The value a line has for a field, as the form writes it. */
function heldValue(line: Readonly<Record<string, unknown>>, name: string): FormField['value'] {
  const value = plain(line[name])
  return name === 'amount' && typeof value === 'number' ? wanYuanText(value) : value
}
const wanYuanText = (amount: number): string => String(amount / 1_000_000)

type Line = ListsView['lines']['rows'][number]
type Props = { project: string; list: ListName; line: Line | undefined; onClose(): void }
function NamedForm({ project, list, line, names, onClose }: Props & { names: LineNames }) {
  const t = useSay()
  const fields = useFields(names)[list]
  const held: Readonly<Record<string, unknown>> = line ?? {}
  return (
    <RecordForm
      title={t(words.title[list])}
      contract={contracts[list]}
      fixed={{ project, ...(line ? { id: line.id, version: line.version } : {}) }}
      fields={fields.map((field) => ({ ...field, value: heldValue(held, field.name) }))}
      submit={t(words.action[saveSays[list]])}
      onClose={onClose}
    />
  )
}

/** One line of one list, new or changed; it opens once the lines it may point to are known. */
export function LineForm(props: Props) {
  const names = useAsk(nameLines, { project: props.project })
  return (
    <>
      <ErrorNote trouble={names.error} />
      {names.data && <NamedForm {...props} names={names.data} />}
    </>
  )
}
