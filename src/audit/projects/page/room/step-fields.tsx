import type { Contract } from '../../../../kernel/contract.ts'
import type { FieldSpec } from '../../../../web/deed-form.tsx'
import { useChoices, useSay } from '../../../../web/tongue.tsx'
import * as contract from '../../case.contract.ts'
import { Retention } from '../../model.ts'
import { words } from '../../rules/room.words.ts'
import type { CaseStep } from '../../rules/step.ts'

/** The contract behind each step that is taken by filling one form. */
export const stepContracts = {
  tell: contract.tellFirm,
  team: contract.formTeam,
  notice: contract.signNotice,
  urge: contract.approveUrgent,
  plan: contract.approvePlan,
  enter: contract.enterUnit,
  begin: contract.beginFieldwork,
  amendPlan: contract.amendPlan,
  hear: contract.hearOpinions,
  report: contract.handInReport,
  sendDraft: contract.sendDraft,
  adopt: contract.stateAdoption,
  review: contract.reviewProject,
  adjudicate: contract.adjudicateProject,
  sendBack: contract.sendBackProject,
  meet: contract.holdMeeting,
  issue: contract.issueReport,
  brief: contract.holdFeedback,
  follow: contract.followUp,
  archive: contract.archiveProject,
  upgrade: contract.upgradeProject,
} as const satisfies Partial<Record<CaseStep, Contract>>
export type FormStep = keyof typeof stepContracts
export const isFormStep = (step: string): step is FormStep => step in stepContracts

/** The fields of each step's form. */
export function useStepFields(step: FormStep): readonly FieldSpec[] {
  const t = useSay()
  const choices = useChoices()
  const { field } = words
  const text: FieldSpec = { name: 'text', label: t(field.text), kind: 'area' }
  const on: FieldSpec = { name: 'on', label: t(field.on), kind: 'day', optional: true }
  const number: FieldSpec = { name: 'number', label: t(field.ownNumber), optional: true }
  const optional = (name: 'reportNumber' | 'resultNumber' | 'decisionNumber' | 'transferNumber' | 'withheld'): FieldSpec => ({
    name,
    label: t(field[name]),
    optional: true,
  })
  const own: Partial<Record<FormStep, readonly FieldSpec[]>> = {
    tell: [number, text, on],
    team: [{ name: 'declaration', label: t(field.declaration), kind: 'area' }, on],
    notice: [number, text, on],
    urge: [
      { name: 'reason', label: t(field.reason), kind: 'area' },
      { name: 'approval', label: t(field.approval) },
    ],
    sendDraft: [number, text, optional('withheld'), on],
    meet: [{ name: 'chair', label: t(field.chair) }, { name: 'minutes', label: t(field.minutes), kind: 'area' }, on],
    issue: [
      optional('reportNumber'),
      optional('resultNumber'),
      optional('decisionNumber'),
      optional('transferNumber'),
      { name: 'conclusion', label: t(field.conclusion), kind: 'area' },
      on,
    ],
    archive: [{ name: 'retention', label: t(field.retention), options: choices(Retention.options, words.retention) }, text],
  }
  return own[step] ?? [text, on]
}
