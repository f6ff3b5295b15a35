import { Button } from 'antd'
import { useState } from 'react'
import { rules as auditeeRules, saveRule as saveAuditeeRule } from '../../../registers/auditees/contract.ts'
import type { AuditeeRule } from '../../../registers/auditees/model.ts'
import { ChoiceField, DayField, TextField } from '../../../registers/places/form-parts.tsx'
import { ActDialog } from '../../../web/act-dialog.tsx'
import { useAsk } from '../../../web/ask.ts'
import { Shown } from '../../../web/notes.tsx'
import { Card, Page } from '../../../web/page-frame.tsx'
import { useMay, useToday } from '../../../web/session.tsx'
import { StatusTag } from '../../../web/status-tag.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { listRules, saveRule } from '../force.contract.ts'
import type { PlanningRule } from '../model.ts'
import { words } from '../words.ts'
import { useOpen } from './forms.tsx'
import { Scroller } from './scroller.tsx'

type Either = Pick<PlanningRule, 'title' | 'citation' | 'verified' | 'startsOn' | 'endsOn' | 'region'>
type Draft = Either & { amount: string }

const draftOf = (rule: Either & { amount: number | null }, today: PlanningRule['startsOn']): Draft => ({
  ...rule,
  amount: rule.amount === null ? '' : String(rule.amount),
  startsOn: today,
  endsOn: null,
  verified: false,
})

function Fields({ draft, change, numeric }: { draft: Draft; change(part: Partial<Draft>): void; numeric: boolean }) {
  const t = useSay()
  const checked = [
    { value: 'yes', label: t(words.field.verified) },
    { value: 'no', label: t(words.note.unverified) },
  ] as const
  return (
    <>
      <TextField label={t(words.field.rule)} value={draft.title} required wide onChange={(title) => change({ title })} />
      {numeric && (
        <TextField label={t(words.field.amount)} value={draft.amount} numeric required onChange={(amount) => change({ amount })} />
      )}
      <DayField label={t(words.field.from)} value={draft.startsOn} required onChange={(startsOn) => startsOn && change({ startsOn })} />
      <TextField
        label={t(words.field.region)}
        value={draft.region ?? ''}
        onChange={(region) => change({ region: region.trim() || null })}
      />
      <TextField label={t(words.field.citation)} value={draft.citation} required wide onChange={(citation) => change({ citation })} />
      <ChoiceField
        label={t(words.field.verified)}
        value={draft.verified ? 'yes' : 'no'}
        options={checked}
        onChange={(value) => change({ verified: value === 'yes' })}
      />
    </>
  )
}

function RevisePlanning({ rule, onClose }: { rule: PlanningRule; onClose(): void }) {
  const t = useSay()
  const [draft, setDraft] = useState(draftOf(rule, useToday()))
  const { id, ...kept } = rule
  return (
    <ActDialog
      title={`${t(words.action.revise)} · ${t(words.ruleKind[rule.kind])}`}
      contract={saveRule}
      input={() => ({ ...kept, ...draft, amount: Number(draft.amount), replaces: id })}
      lead={t(words.note.endsOld)}
      onClose={onClose}
    >
      <Fields draft={draft} change={(part) => setDraft({ ...draft, ...part })} numeric />
    </ActDialog>
  )
}

function ReviseAuditee({ rule, onClose }: { rule: AuditeeRule; onClose(): void }) {
  const t = useSay()
  const [draft, setDraft] = useState(draftOf(rule, useToday()))
  const { id, ...kept } = rule
  const numeric = rule.kind !== 'class'
  const amount = draft.amount.trim() === '' ? null : Number(draft.amount)
  return (
    <ActDialog
      title={`${t(words.action.revise)} · ${rule.title}`}
      contract={saveAuditeeRule}
      input={() => ({
        ...kept,
        ...draft,
        amount: numeric ? amount : null,
        measure: numeric && amount !== null ? (rule.measure ?? 'years') : null,
        replaces: id,
      })}
      lead={t(words.note.endsOld)}
      onClose={onClose}
    >
      <Fields draft={draft} change={(part) => setDraft({ ...draft, ...part })} numeric={numeric} />
    </ActDialog>
  )
}

type RowProps = { rule: Either; kind: string; part: string; amount: string; onRevise: (() => void) | null }
function RuleRow({ rule, kind, part, amount, onRevise }: RowProps) {
  const t = useSay()
  return (
    <tr>
      <td>{kind}</td>
      <td className="serif">
        {rule.title} <span className="muted small">{part}</span>
      </td>
      <td className="num end">{amount}</td>
      <td className="num">{rule.region ?? ''}</td>
      <td className="num">{`${rule.startsOn} ~ ${rule.endsOn ?? ''}`}</td>
      <td>
        {rule.citation}
        <div>
          <StatusTag state={rule.verified ? 'done' : 'soon'}>{t(rule.verified ? words.field.verified : words.note.unverified)}</StatusTag>
        </div>
      </td>
      <td>{onRevise && <Button onClick={onRevise}>{t(words.action.revise)}</Button>}</td>
    </tr>
  )
}

function Table({ label, children }: { label: string; children: React.ReactNode }) {
  const t = useSay()
  const heads = [words.title.rules, words.field.rule, words.field.amount, words.field.region, words.field.from, words.field.citation]
  return (
    <Scroller>
      <table className="simple-table rule-table" aria-label={label}>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head.zh} scope="col">
                {t(head)}
              </th>
            ))}
            <th scope="col">
              <span className="hidden-visually">{t(words.action.revise)}</span>
            </th>
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </Scroller>
  )
}

function PlanningRules() {
  const t = useSay()
  const asked = useAsk(listRules, {})
  const may = useMay(saveRule)
  const { open, show, close } = useOpen<PlanningRule>()
  return (
    <Card title={t(words.title.rules)} flush>
      <Shown ask={asked}>
        {({ rules }) => (
          <Table label={t(words.title.rules)}>
            {rules.map((rule) => (
              <RuleRow
                key={rule.id}
                rule={rule}
                kind={t(words.ruleKind[rule.kind])}
                part={[rule.class, rule.key].filter(Boolean).join(' · ')}
                amount={`${rule.amount} ${t(words.measure[rule.measure])}`}
                onRevise={may && rule.endsOn === null ? () => show(rule) : null}
              />
            ))}
          </Table>
        )}
      </Shown>
      {open && <RevisePlanning rule={open} onClose={close} />}
    </Card>
  )
}

function AuditeeRules() {
  const t = useSay()
  const asked = useAsk(auditeeRules, {})
  const may = useMay(saveAuditeeRule)
  const { open, show, close } = useOpen<AuditeeRule>()
  const measure = ({ measure: unit }: AuditeeRule) => (unit ? t(words.measure[unit]) : '')
  return (
    <Card title={t(words.title.auditeeRules)} flush>
      <Shown ask={asked}>
        {({ rules }) => (
          <Table label={t(words.title.auditeeRules)}>
            {rules.map((rule) => (
              <RuleRow
                key={rule.id}
                rule={rule}
                kind={t(words.auditeeRuleKind[rule.kind])}
                part={rule.class ?? ''}
                amount={rule.amount === null ? '–' : `${rule.amount} ${measure(rule)}`}
                onRevise={may && rule.endsOn === null ? () => show(rule) : null}
              />
            ))}
          </Table>
        )}
      </Shown>
      {open && <ReviseAuditee rule={open} onClose={close} />}
    </Card>
  )
}

/** Every number the plan is made by: dated, regional, with its source; revised by a new row, the old one stays on file. */
export function PlanRulesPage() {
  const t = useSay()
  return (
    <Page title={t(words.title.rules)} lead={t(words.note.rulesLead)}>
      <div className="stack">
        <PlanningRules />
        <AuditeeRules />
      </div>
    </Page>
  )
}
