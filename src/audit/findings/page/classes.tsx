import { Button } from 'antd'
import { useState } from 'react'
import { Day } from '../../../kernel/day.ts'
import { ChoiceField, DayField, TextField, useNo } from '../../../registers/places/form-parts.tsx'
import { useAct, useAsk } from '../../../web/ask.ts'
import { Go, place } from '../../../web/go.tsx'
import { ErrorNote, Shown } from '../../../web/notes.tsx'
import { Card, Page } from '../../../web/page-frame.tsx'
import { useMay, useToday } from '../../../web/session.tsx'
import { Dialog } from '../../../web/shell/dialog.tsx'
import { useSay, useTongue } from '../../../web/tongue.tsx'
import { listRemaps, saveClass, saveRemap } from '../classes/contract.ts'
import { whyNotClass, whyNotRemap } from '../classes/rules.ts'
import { words } from '../classes/words.ts'
import { listClasses } from '../contract.ts'
import { showFigures } from '../figures/contract.ts'
import type { ProblemClass } from '../model.ts'
import { words as findingWords } from '../words.ts'

function ClassDialog({ kept, classes, onClose }: { kept: ProblemClass | null; classes: readonly ProblemClass[]; onClose(): void }) {
  const t = useSay()
  const tongue = useTongue()
  const today = useToday()
  const act = useAct(saveClass)
  const [given, setGiven] = useState({
    ...{ code: kept?.code ?? '', parent: kept?.parent ?? null, zh: kept?.zh ?? '', en: kept?.en ?? '' },
    ...{ validFrom: kept?.validFrom ?? today, validUntil: kept?.validUntil ?? null },
  })
  const set = (part: Partial<typeof given>) => setGiven({ ...given, ...part })
  const others = classes.filter((each) => each.id !== kept?.id)
  const no = useNo(words.refusal)(given.code && given.parent ? whyNotClass(given, others) : null)
  const save = async () => {
    const outcome = await act.run({ ...given, parent: given.parent ?? '', id: kept?.id ?? null, version: kept?.version ?? 0 })
    if (outcome.ok) onClose()
  }
  const firsts = classes.filter((each) => each.parent === null).map((each) => ({ value: each.code, label: `${each.code} ${each[tongue]}` }))
  return (
    <Dialog title={t(kept ? words.action.edit : words.action.add)} onClose={onClose}>
      <div className="stack">
        <div className="form-grid">
          <ChoiceField label={t(words.field.parent)} value={given.parent} options={firsts} onChange={(parent) => set({ parent })} />
          <TextField label={t(words.field.code)} value={given.code} required no={no} onChange={(code) => set({ code })} />
          <TextField label={t(words.field.zh)} value={given.zh} required most={60} onChange={(zh) => set({ zh })} />
          <TextField label={t(words.field.en)} value={given.en} required most={120} onChange={(en) => set({ en })} />
          <DayField label={t(words.field.validFrom)} value={given.validFrom} required onChange={(day) => day && set({ validFrom: day })} />
          <DayField label={t(words.field.validUntil)} value={given.validUntil} onChange={(validUntil) => set({ validUntil })} />
        </div>
        <ErrorNote trouble={act.trouble} />
        <div className="row">
          <Button type="primary" disabled={no !== null} loading={act.pending} onClick={() => void save()}>
            {t(words.action.save)}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}

type Target = { key: string; newCode: string | null; share: string }
function RemapDialog({ classes, onClose }: { classes: readonly ProblemClass[]; onClose(): void }) {
  const t = useSay()
  const tongue = useTongue()
  const act = useAct(saveRemap)
  const remaps = useAsk(listRemaps, {})
  const [oldCode, setOldCode] = useState<string | null>(null)
  const [given, setGiven] = useState({ startsOn: Day.safeParse(`${useToday().slice(0, 4)}-01-01`).data ?? null, reason: '' })
  const [to, setTo] = useState<Target[]>([{ key: 'first', newCode: null, share: '1000' }])
  const options = classes
    .filter((each) => each.parent !== null)
    .map((each) => ({ value: each.code, label: `${each.code} ${each[tongue]}` }))
  const targets = to.map(({ newCode, share }) => ({ newCode: newCode ?? '', share: Number(share) || 0 }))
  const asked = { oldCode: oldCode ?? '', startsOn: given.startsOn, to: targets }
  const refusal = asked.startsOn && asked.oldCode ? whyNotRemap({ ...asked, startsOn: asked.startsOn }, classes, remaps.data ?? []) : null
  const no = useNo(words.refusal)(refusal)
  const change = (at: number, part: Partial<Target>) => setTo(to.map((each, index) => (index === at ? { ...each, ...part } : each)))
  const save = async () => {
    const outcome = await act.run({ ...asked, startsOn: given.startsOn ?? '', reason: given.reason })
    if (outcome.ok) onClose()
  }
  return (
    <Dialog title={t(words.action.addRemap)} onClose={onClose}>
      <div className="stack">
        <p className="muted small">{t(words.note.remap)}</p>
        <div className="form-grid">
          <ChoiceField label={t(words.field.oldCode)} wide value={oldCode} options={options} onChange={setOldCode} />
          <DayField label={t(words.field.startsOn)} value={given.startsOn} onChange={(startsOn) => setGiven({ ...given, startsOn })} />
          <TextField label={t(words.field.reason)} value={given.reason} most={300} onChange={(reason) => setGiven({ ...given, reason })} />
          {to.map((each, at) => (
            <TargetFields key={each.key} target={each} options={options} change={(part) => change(at, part)} />
          ))}
        </div>
        {no && (
          <p className="form-no" role="status">
            {no}
          </p>
        )}
        <ErrorNote trouble={act.trouble} />
        <div className="row">
          <Button onClick={() => setTo([...to, { key: `${to.length}`, newCode: null, share: '' }])}>{t(words.action.addTarget)}</Button>
          <Button type="primary" disabled={refusal !== null || oldCode === null} loading={act.pending} onClick={() => void save()}>
            {t(words.action.remap)}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}

type TargetProps = { target: Target; options: readonly { value: string; label: string }[]; change(part: Partial<Target>): void }
function TargetFields({ target, options, change }: TargetProps) {
  const t = useSay()
  return (
    <>
      <ChoiceField label={t(words.field.newCode)} value={target.newCode} options={options} onChange={(newCode) => change({ newCode })} />
      <TextField label={t(words.field.share)} numeric value={target.share} onChange={(share) => change({ share })} />
    </>
  )
}

function Scheme({ classes, onEdit }: { classes: readonly ProblemClass[]; onEdit: ((each: ProblemClass) => void) | null }) {
  const t = useSay()
  const tongue = useTongue()
  const figures = useAsk(showFigures, { by: 'class' })
  const counts = new Map((figures.data?.rows ?? []).map((row) => [row.key, row.count]))
  return (
    <Card title={t(words.title.classes)} flush>
      <table className="simple-table">
        <thead>
          <tr>
            {[
              words.field.code,
              words.field.zh,
              words.field.findings,
              words.field.origin,
              words.field.validFrom,
              words.field.validUntil,
            ].map((field) => (
              <th key={field.en} scope="col">
                {t(field)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {classes.map((each) => (
            <tr key={each.id}>
              <td className="num">{each.code}</td>
              <td className={each.parent === null ? 'serif' : undefined}>{each.parent === null ? <b>{each[tongue]}</b> : each[tongue]}</td>
              <td className="num">
                {counts.has(each.code) && (
                  <Go to={place('/findings', { class: each.code, counted: 'stands', established: 'confirmed' })}>
                    {String(counts.get(each.code))}
                  </Go>
                )}
              </td>
              <td>
                {each.jurisdiction ? t(words.title.local) : t(words.title.national)}{' '}
                {each.jurisdiction && onEdit && (
                  <button type="button" className="link-button" onClick={() => onEdit(each)}>
                    {t(words.action.edit)}
                  </button>
                )}
              </td>
              <td className="num">{each.validFrom}</td>
              <td className="num">{each.validUntil}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  )
}

function Remaps() {
  const t = useSay()
  const asked = useAsk(listRemaps, {})
  return (
    <Card title={t(words.title.remaps)} aside={<span className="muted small">{t(words.note.remap)}</span>}>
      <Shown ask={asked}>
        {(rows) => (
          <ul className="stack stack-tight">
            {rows.length === 0 && <li className="muted">{t(words.note.noRemap)}</li>}
            {rows.map((row) => (
              <li key={row.id} className="row spread">
                <span className="num">{`${row.oldCode} → ${row.newCode} ${row.share}‰`}</span>
                <span className="muted small">{`${row.startsOn} ${row.reason}`}</span>
              </li>
            ))}
          </ul>
        )}
      </Shown>
    </Card>
  )
}

/** The scheme of problem classes: common and local, dated, and how older classes are told in newer ones. */
export function ClassesPage() {
  const t = useSay()
  const may = useMay(saveClass)
  const asked = useAsk(listClasses, {})
  const [open, setOpen] = useState<ProblemClass | 'new' | 'remap' | null>(null)
  const actions = may && (
    <>
      <Button onClick={() => setOpen('new')}>{t(words.action.add)}</Button>
      <Button onClick={() => setOpen('remap')}>{t(words.action.addRemap)}</Button>
    </>
  )
  return (
    <Page title={t(words.title.classes)} crumbs={[{ says: t(findingWords.title.findings), to: '/findings' }]} actions={actions}>
      <Shown ask={asked}>
        {(classes) => (
          <div className="stack">
            <Remaps />
            <Scheme classes={classes} onEdit={may ? setOpen : null} />
            {open === 'remap' && <RemapDialog classes={classes} onClose={() => setOpen(null)} />}
            {open !== null && open !== 'remap' && (
              <ClassDialog kept={open === 'new' ? null : open} classes={classes} onClose={() => setOpen(null)} />
            )}
          </div>
        )}
      </Shown>
    </Page>
  )
}
