import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import { Day } from '../../../kernel/day.ts'
import { useAct, useAsk } from '../../../web/ask.ts'
import { ErrorNote, Shown } from '../../../web/notes.tsx'
import { useMay, useToday } from '../../../web/session.tsx'
import { Dialog } from '../../../web/shell/dialog.tsx'
import { StatusTag } from '../../../web/status-tag.tsx'
import { useChoices, useSay } from '../../../web/tongue.tsx'
import { ChoiceOf, LineOf } from '../../sharing/fields.tsx'
import { words as sharing } from '../../sharing/words.ts'
import { listClearances, setClearance } from '../contract.ts'
import { type ClearanceRule, SecrecyLevel } from '../model.ts'
import { words } from '../words.ts'

const heads = ['organ', 'clearance', 'validFrom', 'citation'] as const

function Revise({ rule, onClose }: { rule: ClearanceRule; onClose(): void }) {
  const t = useSay()
  const labelled = useChoices()
  const today = useToday()
  const act = useAct(setClearance)
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const outcome = await act.run({
      organ: rule.organ,
      level: SecrecyLevel.catch(rule.level).parse(form.get('level')),
      citation: String(form.get('citation') ?? ''),
      verified: form.get('verified') !== null,
      validFrom: Day.catch(today).parse(form.get('validFrom')),
    })
    if (outcome.ok) onClose()
  }
  return (
    <Dialog title={`${t(words.action.revise)} · ${t(sharing.organ[rule.organ])}`} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void send(event)}>
        <ChoiceOf label={t(words.field.clearance)} name="level" options={labelled(SecrecyLevel.options, words.level)} />
        <LineOf label={t(words.field.citation)} name="citation" required value={rule.citation} />
        <LineOf label={t(words.field.validFrom)} name="validFrom" type="date" required value={today} />
        <label className="row">
          <input name="verified" type="checkbox" /> {t(words.field.verified)}
        </label>
        <ErrorNote trouble={act.trouble} />
        <Button type="primary" htmlType="submit" loading={act.pending}>
          {t(words.action.save)}
        </Button>
      </form>
    </Dialog>
  )
}

function Line({ rule, onRevise }: { rule: ClearanceRule; onRevise: (() => void) | null }) {
  const t = useSay()
  return (
    <tr>
      <td>{t(sharing.organ[rule.organ])}</td>
      <td>{t(words.level[rule.level])}</td>
      <td className="num">{`${rule.validFrom} ~ ${rule.validUntil ?? ''}`}</td>
      <td>
        {rule.citation} {!rule.verified && <StatusTag state="soon">{t(words.field.unverified)}</StatusTag>}
      </td>
      <td>
        {onRevise && (
          <Button size="small" onClick={onRevise}>
            {t(words.action.revise)}
          </Button>
        )}
      </td>
    </tr>
  )
}

/** How high a level each organ may know, from when and by which paper. */
export function Clearances() {
  const t = useSay()
  const may = useMay(setClearance)
  const [revising, setRevising] = useState<ClearanceRule | null>(null)
  const asked = useAsk(listClearances, {})
  return (
    <Shown ask={asked}>
      {(rules) => (
        <>
          <p className="muted">{t(words.note.clearances)}</p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
          <section className="table-scroll" aria-label={t(words.title.clearances)} tabIndex={0}>
            <table className="simple-table">
              <thead>
                <tr>
                  {heads.map((head) => (
                    <th key={head} scope="col">
                      {t(words.field[head])}
                    </th>
                  ))}
                  <td />
                </tr>
              </thead>
              <tbody>
                {rules.map((rule) => (
                  <Line key={rule.id} rule={rule} onRevise={may && rule.validUntil === null ? () => setRevising(rule) : null} />
                ))}
              </tbody>
            </table>
          </section>
          {revising && <Revise rule={revising} onClose={() => setRevising(null)} />}
        </>
      )}
    </Shown>
  )
}
