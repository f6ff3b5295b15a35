import { wanYuan } from '../../../kernel/money.ts'
import type { Phrase } from '../../../kernel/say.ts'
import { words as places } from '../../../registers/places/words.ts'
import { useToday } from '../../../web/session.tsx'
import { Dialog } from '../../../web/shell/dialog.tsx'
import { useChoices, useSay } from '../../../web/tongue.tsx'
import { Nature, OrganKind } from '../model.ts'
import { words } from '../page.words.ts'
import { graded } from '../rules/outcomes.ts'
import { Authority, RouteRule, type SanctionRule } from '../rules/records.ts'
import { saveRoute, saveSanction } from '../rules.contract.ts'
import { words as own } from '../words.ts'
import { type FormField, StepForm } from './form.tsx'

type Dated = Pick<RouteRule | SanctionRule, 'id' | 'version' | 'title' | 'region' | 'citation'>
/** What every row says: its name, where and from which day it holds, by which paper, and whether somebody read that paper. */
function useDated(rule: Dated | null): { names: readonly FormField[]; ground: readonly FormField[] } {
  const t = useSay()
  const { field } = words
  const name = (tongue: 'zh' | 'en'): FormField => ({
    ...{ name: tongue, label: `${t(field.rule)} (${tongue})`, required: true, value: rule?.title[tongue] },
  })
  return {
    names: [name('zh'), name('en')],
    ground: [
      { name: 'region', label: t(places.field.jurisdiction), kind: 'code', value: rule?.region },
      { name: 'validFrom', label: t(field.validFrom), kind: 'day', required: true, value: useToday() },
      { name: 'citation', label: t(field.citation), required: true, value: rule?.citation },
      { name: 'verified', label: t(words.note.verified), kind: 'yes', value: false },
    ],
  }
}
const follows = (rule: Dated | null) => (rule ? { replaces: rule.id, version: rule.version } : {})
type Options<K extends string> = { values: readonly K[]; says: Readonly<Record<K, Phrase>> }

function useRouteFields(rule: RouteRule | null): readonly FormField[] {
  const t = useSay()
  const choices = useChoices()
  const { field } = words
  const { names, ground } = useDated(rule)
  const several = <K extends string>(name: string, label: Phrase, of: Options<K> & { value: readonly K[] }): FormField => ({
    ...{ name, label: t(label), kind: 'several', options: choices(of.values, of.says), value: of.value },
  })
  const choice = <K extends string>(name: string, label: Phrase, of: Options<K> & { value: K; required: boolean }): FormField => ({
    ...{ name, label: t(label), options: choices(of.values, of.says), required: of.required, value: of.value },
  })
  const yes = (name: 'supervised' | 'copyDiscipline' | 'committeeFirst'): FormField => ({
    ...{ name, label: t(field[name]), kind: 'yes', value: rule?.[name] ?? false },
  })
  const { place, receiverPlace } = RouteRule.shape
  return [
    ...names,
    several('natures', field.nature, { values: Nature.options, says: own.nature, value: rule?.natures ?? [] }),
    several('managed', field.managedBy, { values: Authority.options, says: words.authority, value: rule?.managed ?? [] }),
    choice('place', field.unitPlace, { values: place.options, says: words.unitPlace, value: rule?.place ?? 'any', required: true }),
    { name: 'fromFen', label: t(field.fromWan), kind: 'wan', value: rule?.fromFen == null ? '' : wanYuan(rule.fromFen) },
    { name: 'receiverKind', label: t(field.receiver), options: choices(OrganKind.options, own.organKind), value: rule?.receiverKind },
    choice('receiverPlace', field.receiverPlace, {
      ...{ values: receiverPlace.options, says: words.receiverPlace, value: rule?.receiverPlace ?? 'own', required: true },
    }),
    ...[yes('supervised'), yes('copyDiscipline'), yes('committeeFirst')],
    { name: 'priority', label: t(field.priority), kind: 'number', required: true, value: String(rule?.priority ?? 50) },
    ...ground,
  ]
}

type Props<R> = { rule: R | null; onClose(): void }
/** A rule of routing from a day on; the one it follows ends the day before and stays for the days before. */
export function RouteForm({ rule, onClose }: Props<RouteRule>) {
  const t = useSay()
  const title = t(own.action.saveRoute)
  return (
    <Dialog title={title} onClose={onClose}>
      <StepForm
        title={title}
        contract={saveRoute}
        fixed={follows(rule)}
        fields={useRouteFields(rule)}
        submit={t(words.action.save)}
        note={t(words.note.ruleFollows)}
        onClose={onClose}
      />
    </Dialog>
  )
}

/** How many months a sanction weighs from a day on. */
export function SanctionForm({ rule, onClose }: Props<SanctionRule>) {
  const t = useSay()
  const choices = useChoices()
  const { names, ground } = useDated(rule)
  const title = t(own.action.saveSanction)
  const kind: FormField = {
    ...{ name: 'kind', label: t(words.field.outcome), options: choices(graded, own.outcome), required: true, value: rule?.kind },
  }
  const months: FormField = {
    name: 'months',
    label: t(words.field.months),
    kind: 'number',
    value: rule?.months == null ? '' : String(rule.months),
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <StepForm
        title={title}
        contract={saveSanction}
        fixed={follows(rule)}
        fields={[...names, kind, months, ...ground]}
        submit={t(words.action.save)}
        note={t(words.note.ruleFollows)}
        onClose={onClose}
      />
    </Dialog>
  )
}
