import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import { Day } from '../../../kernel/day.ts'
import { useAct, useAsk } from '../../../web/ask.ts'
import { EmptyNote, ErrorNote, Shown } from '../../../web/notes.tsx'
import { Card, Page } from '../../../web/page-frame.tsx'
import { useMay, useToday } from '../../../web/session.tsx'
import { Dialog } from '../../../web/shell/dialog.tsx'
import { StatusTag } from '../../../web/status-tag.tsx'
import { useChoices, useSay } from '../../../web/tongue.tsx'
import { listResultRules, saveResultRule } from '../contract.ts'
import { ChoiceOf, LineOf } from '../fields.tsx'
import { ResultRule } from '../model.ts'
import { words } from '../words.ts'

const yesNo = ['yes', 'no'] as const
const sure = (flag: boolean) => (flag ? 'yes' : 'no')

function useSaving(rule: ResultRule | null, onClose: () => void) {
  const act = useAct(saveResultRule)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    const text = (key: string) => String(given.get(key) ?? '').trim()
    const said = {
      purpose: text('purpose'),
      citation: text('citation'),
      takes: text('takes') === 'yes',
      verified: text('verified') === 'yes',
    }
    const span = { startsOn: Day.parse(text('startsOn')), endsOn: Day.nullable().parse(text('endsOn') || null) }
    const organ = ResultRule.shape.organ.parse(rule?.organ ?? text('organ'))
    const region = rule ? rule.region : text('region') || null
    const outcome = await act.run({ ...said, ...span, organ, region, version: rule?.version ?? 0, replaces: rule?.id ?? null })
    if (outcome.ok) onClose()
  }
  return { act, submit }
}

/** A new rule, or what comes in the place of one from a day on. */
function Revise({ rule, onClose }: { rule: ResultRule | null; onClose(): void }) {
  const t = useSay()
  const labelled = useChoices()
  const today = useToday()
  const { act, submit } = useSaving(rule, onClose)
  const title = rule ? `${t(words.action.revise)} · ${t(words.organ[rule.organ])}` : t(words.action.addResultRule)
  return (
    <Dialog title={title} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        {rule && <p className="muted">{t(words.note.endsOld)}</p>}
        {!rule && <ChoiceOf label={t(words.label.organ)} name="organ" options={labelled(ResultRule.shape.organ.options, words.organ)} />}
        {!rule && <LineOf label={t(words.label.region)} name="region" />}
        <ChoiceOf label={t(words.label.takes)} name="takes" options={labelled(yesNo, words.takes)} />
        <LineOf label={t(words.label.purpose)} name="purpose" required value={rule?.purpose ?? ''} />
        <LineOf label={t(words.label.citation)} name="citation" required value={rule?.citation ?? ''} />
        <ChoiceOf label={t(words.label.verified)} name="verified" options={labelled(yesNo.toReversed(), words.verified)} />
        <LineOf label={t(words.label.startsOn)} name="startsOn" type="date" required value={today} />
        <LineOf label={t(words.label.until)} name="endsOn" type="date" />
        <ErrorNote trouble={act.trouble} />
        <div className="row">
          <Button type="primary" htmlType="submit" loading={act.pending}>
            {t(words.action.save)}
          </Button>
          <Button onClick={onClose}>{t(words.action.cancel)}</Button>
        </div>
      </form>
    </Dialog>
  )
}

function Row({ rule, onRevise }: { rule: ResultRule; onRevise: (() => void) | null }) {
  const t = useSay()
  return (
    <tr>
      <th scope="row">{t(words.organ[rule.organ])}</th>
      <td className="num">{rule.region ?? t(words.note.everywhere)}</td>
      <td>{t(words.takes[sure(rule.takes)])}</td>
      <td className="told">{rule.purpose}</td>
      <td className="num">{`${rule.startsOn} ~ ${rule.endsOn ?? ''}`}</td>
      <td className="told">
        {rule.citation} <StatusTag state={rule.verified ? 'done' : 'soon'}>{t(words.verified[sure(rule.verified)])}</StatusTag>
      </td>
      <td>{onRevise && <Button onClick={onRevise}>{t(words.action.revise)}</Button>}</td>
    </tr>
  )
}

function Rules({ rows, onRevise }: { rows: readonly ResultRule[]; onRevise: ((rule: ResultRule) => void) | null }) {
  const t = useSay()
  const { organ, region, takes, purpose, startsOn, citation } = words.label
  if (rows.length === 0) return <EmptyNote says={t(words.note.noRules)} />
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard
    <section className="table-scroll" tabIndex={0} aria-label={t(words.title.resultRules)}>
      <table className="simple-table">
        <thead>
          <tr>
            {[organ, region, takes, purpose, startsOn, citation].map((title) => (
              <th key={title.en} scope="col">
                {t(title)}
              </th>
            ))}
            <th scope="col">
              <span className="hidden-visually">{t(words.action.revise)}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((rule) => (
            <Row key={rule.id} rule={rule} onRevise={onRevise && rule.endsOn === null ? () => onRevise(rule) : null} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Which organs the results of an audit go to, by what paper, from when, and where. */
export function ResultRulesPage() {
  const t = useSay()
  const asked = useAsk(listResultRules, {})
  const may = useMay(saveResultRule)
  const [open, setOpen] = useState<ResultRule | 'new' | null>(null)
  return (
    <Page
      title={t(words.title.resultRules)}
      lead={t(words.note.resultRules)}
      actions={may && <Button onClick={() => setOpen('new')}>{t(words.action.addResultRule)}</Button>}
    >
      <Shown ask={asked}>
        {({ rows }) => (
          <Card title={t(words.title.resultRules)} flush>
            <Rules rows={rows} onRevise={may ? setOpen : null} />
          </Card>
        )}
      </Shown>
      {open !== null && <Revise rule={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </Page>
  )
}
