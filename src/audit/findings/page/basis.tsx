import { Button } from 'antd'
import { useState } from 'react'
import type { Phrase } from '../../../kernel/say.ts'
import { ChoiceField, FormField, TextField } from '../../../registers/places/form-parts.tsx'
import { listRegulations } from '../../../registers/regulations/contract.ts'
import { useAct, useAsk } from '../../../web/ask.ts'
import { Go, place } from '../../../web/go.tsx'
import { ErrorNote, Shown } from '../../../web/notes.tsx'
import { Card } from '../../../web/page-frame.tsx'
import { Dialog } from '../../../web/shell/dialog.tsx'
import { StatusTag } from '../../../web/status-tag.tsx'
import { useChoices, useSay } from '../../../web/tongue.tsx'
import { type BasisView, findingBasis, type LooseBasis, pinBasis, unpinBasis } from '../basis/contract.ts'
import { BasisUse } from '../basis/model.ts'
import { words } from '../basis/words.ts'
import type { FindingView } from '../contract.ts'

const sentences: Readonly<Record<string, Phrase>> = words.warning

function Warnings({ of }: { of: BasisView['warnings'] }) {
  const t = useSay()
  if (of.length === 0) return null
  return (
    <ul className="stack stack-tight">
      {of.map(({ code, facts }) => (
        <li key={code} role="note">
          <StatusTag state={code === 'basisReworded' || code === 'basisMoved' ? 'soon' : 'overdue'}>
            {t(sentences[code] ?? { zh: code, en: code }, facts ?? {})}
          </StatusTag>
        </li>
      ))}
    </ul>
  )
}

const lawAt = (regulation: string, version: string, article: number) => place(`/regulations/${regulation}`, { version, article })

type Target = { finding: FindingView['finding']; mayEdit: boolean }
function Pinned({ basis, finding, mayEdit }: Target & { basis: BasisView }) {
  const t = useSay()
  const unpin = useAct(unpinBasis)
  return (
    <li className="stack stack-tight">
      <p>
        <StatusTag state="done">{t(words.use[basis.use])}</StatusTag> <b className="serif">{basis.citation}</b>{' '}
        <span className="muted small">{t(words.note.onDay, { on: basis.actOn, version: basis.version })}</span>
      </p>
      <blockquote className="quote">{basis.quote}</blockquote>
      <Warnings of={basis.warnings} />
      <p className="row small">
        <Go to={lawAt(basis.regulation, basis.regulationVersion, basis.article)}>{t(words.action.open)}</Go>
        {basis.now && <Go to={lawAt(basis.regulation, basis.now.version, basis.now.article)}>{t(words.action.openNow)}</Go>}
        {mayEdit && (
          <button type="button" className="link-button" onClick={() => void unpin.run({ id: basis.id, version: finding.version })}>
            {t(words.action.unpin)}
          </button>
        )}
      </p>
      <ErrorNote trouble={unpin.trouble} />
    </li>
  )
}

function Loose({ basis, finding, mayEdit }: Target & { basis: LooseBasis }) {
  const t = useSay()
  const pin = useAct(pinBasis)
  const { would } = basis
  return (
    <li className="stack stack-tight">
      <p>
        <StatusTag state="planned">{t(words.title.loose)}</StatusTag> <span className="serif">{basis.text}</span>
      </p>
      {basis.quote && <blockquote className="quote">{basis.quote}</blockquote>}
      {!would && basis.warnings.length === 0 && <p className="muted small">{t(words.note.unknown)}</p>}
      <Warnings of={basis.warnings} />
      {would && mayEdit && (
        <div>
          <Button
            loading={pin.pending}
            onClick={() =>
              void pin.run({ ...would, finding: finding.id, version: finding.version, use: 'qualification', replaces: basis.text })
            }
          >
            {t(words.action.pinThis)}
          </Button>
        </div>
      )}
      <ErrorNote trouble={pin.trouble} />
    </li>
  )
}

function PinDialog({ finding, onClose }: { finding: FindingView['finding']; onClose(): void }) {
  const t = useSay()
  const choices = useChoices()
  const act = useAct(pinBasis)
  const [q, setQ] = useState('')
  const [regulation, setRegulation] = useState<string | null>(null)
  const [use, setUse] = useState<BasisUse>('qualification')
  const [at, setAt] = useState({ article: '', paragraph: '', item: '' })
  const laws = useAsk(listRegulations, { q, limit: 100 }, { keep: true })
  const options = (laws.data?.rows ?? []).map(({ id, title }) => ({ value: id, label: title }))
  const number = (text: string) => (/^\d+$/.test(text) ? Number(text) : null)
  const save = async () => {
    const place = { article: number(at.article) ?? 0, suffix: 0, paragraph: number(at.paragraph), item: number(at.item) }
    const outcome = await act.run({ ...place, finding: finding.id, version: finding.version, use, regulation: regulation ?? '' })
    if (outcome.ok) onClose()
  }
  return (
    <Dialog title={t(words.action.pin)} onClose={onClose}>
      <div className="stack">
        <div className="form-grid">
          <FormField label={t(words.action.choose)} wide>
            {(id) => <input id={id} className="field-control" value={q} onChange={(event) => setQ(event.target.value)} />}
          </FormField>
          <ChoiceField label={t(words.field.regulation)} wide value={regulation} options={options} onChange={setRegulation} />
          <ChoiceField
            label={t(words.field.use)}
            value={use}
            options={choices(BasisUse.options, words.use)}
            onChange={(value) => value && setUse(value)}
          />
          <TextField label={t(words.field.article)} numeric value={at.article} onChange={(article) => setAt({ ...at, article })} />
          <TextField label={t(words.field.paragraph)} numeric value={at.paragraph} onChange={(paragraph) => setAt({ ...at, paragraph })} />
          <TextField label={t(words.field.item)} numeric value={at.item} onChange={(item) => setAt({ ...at, item })} />
        </div>
        <ErrorNote trouble={act.trouble} />
        <div className="row">
          <Button
            type="primary"
            loading={act.pending}
            disabled={regulation === null || number(at.article) === null}
            onClick={() => void save()}
          >
            {t(words.action.pin)}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}

/** The basis of a finding: pinned to the text of the day of the act and quoted, or as it was written, with every warning. */
export function BasisCard({ view }: { view: FindingView }) {
  const t = useSay()
  const [pinning, setPinning] = useState(false)
  const { finding, may } = view
  const asked = useAsk(findingBasis, { id: finding.id })
  const target = { finding, mayEdit: may.edit === true }
  return (
    <Card title={t(words.title.basis)} aside={target.mayEdit && <Button onClick={() => setPinning(true)}>{t(words.action.pin)}</Button>}>
      <Shown ask={asked}>
        {({ pinned, loose }) => (
          <ul className="stack">
            {pinned.length + loose.length === 0 && <li className="muted">{t(words.note.none)}</li>}
            {pinned.map((basis) => (
              <Pinned key={basis.id} basis={basis} {...target} />
            ))}
            {loose.map((basis) => (
              <Loose key={basis.text} basis={basis} {...target} />
            ))}
          </ul>
        )}
      </Shown>
      {pinning && <PinDialog finding={finding} onClose={() => setPinning(false)} />}
    </Card>
  )
}
