import { Button } from 'antd'
import { useState } from 'react'
import { ChoiceField, DayField, TextField } from '../../../registers/places/form-parts.tsx'
import { ActDialog } from '../../../web/act-dialog.tsx'
import { Card } from '../../../web/page-frame.tsx'
import { useToday } from '../../../web/session.tsx'
import { StatusTag } from '../../../web/status-tag.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { saveRule } from '../contract.ts'
import type { RiskRule } from '../model.ts'
import { words } from '../words.ts'

/** A rule follows from a day on; the former one stays for the days before. */
function Revise({ rule, onClose }: { rule: RiskRule; onClose(): void }) {
  const t = useSay()
  const { id: replaces, ...kept } = rule
  const [draft, setDraft] = useState({ ...kept, startsOn: useToday(), endsOn: null, verified: false })
  const [amount, setAmount] = useState(String(rule.amount))
  const checked = [
    { value: 'yes', label: t(words.note.verified) },
    { value: 'no', label: t(words.note.unverified) },
  ] as const
  return (
    <ActDialog
      submit={t(words.action.confirm)}
      title={`${t(words.action.revise)} · ${t(words.rule[rule.kind])}`}
      contract={saveRule}
      input={() => ({ ...draft, amount: Number(amount), replaces })}
      lead={t(words.note.endsOld)}
      onClose={onClose}
    >
      <TextField label={t(words.field.rule)} value={draft.title} required wide onChange={(title) => setDraft({ ...draft, title })} />
      <TextField label={t(words.field.amount)} value={amount} numeric required onChange={setAmount} />
      <DayField label={t(words.field.from)} value={draft.startsOn} required onChange={(on) => on && setDraft({ ...draft, startsOn: on })} />
      <TextField
        label={t(words.field.citation)}
        value={draft.citation}
        required
        wide
        onChange={(citation) => setDraft({ ...draft, citation })}
      />
      <ChoiceField
        label={t(words.note.verified)}
        value={draft.verified ? 'yes' : 'no'}
        options={checked}
        onChange={(value) => setDraft({ ...draft, verified: value === 'yes' })}
      />
    </ActDialog>
  )
}

/** By which rules problems are counted: with ground, day and mark, and a way to revise them. */
export function RulesCard({ rules, may }: { rules: readonly RiskRule[]; may: boolean }) {
  const t = useSay()
  const [open, setOpen] = useState<RiskRule | null>(null)
  const heads = [words.field.rule, words.field.amount, words.field.place, words.field.from, words.field.citation]
  return (
    <Card title={t(words.title.rules)} flush>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling part must be reachable by keyboard */}
      <div className="table-scroll" tabIndex={0}>
        <table className="simple-table" aria-label={t(words.title.rules)}>
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
          <tbody>
            {rules.map((rule) => (
              <tr key={rule.id}>
                <td>{rule.title}</td>
                <td className="num">{`${rule.amount} ${t(words.measure[rule.measure])}`}</td>
                <td className="num">{rule.region ?? t(words.note.region)}</td>
                <td className="num">{`${rule.startsOn} ~ ${rule.endsOn ?? ''}`}</td>
                <td>
                  {rule.citation}{' '}
                  <StatusTag state={rule.verified ? 'done' : 'soon'}>
                    {t(rule.verified ? words.note.verified : words.note.unverified)}
                  </StatusTag>
                </td>
                <td className="no-print">
                  {may && rule.endsOn === null && (
                    <Button size="small" aria-label={`${t(words.action.revise)} ${rule.title}`} onClick={() => setOpen(rule)}>
                      {t(words.action.revise)}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {open && <Revise rule={open} onClose={() => setOpen(null)} />}
    </Card>
  )
}
