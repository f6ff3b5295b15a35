import { useState } from 'react'
import { list as listOfficials } from '../../../registers/auditees/contract.ts'
import { UnitPicker } from '../../../registers/places/picker.tsx'
import { useQueryText } from '../../../web/address.ts'
import { useAsk } from '../../../web/ask.ts'
import { useGo } from '../../../web/go.tsx'
import { Shown } from '../../../web/notes.tsx'
import { Card, Page } from '../../../web/page-frame.tsx'
import { useToday } from '../../../web/session.tsx'
import { useChoices, useSay } from '../../../web/tongue.tsx'
import { openProject } from '../case.contract.ts'
import { JointMode, ProjectKind, Track } from '../model.ts'
import { words } from '../rules/room.words.ts'
import { words as own } from '../words.ts'
import { DeedForm, type Given } from './form.tsx'
import './projects.css'

function Subjects({ unit, chosen }: { unit: string; chosen: string | undefined }) {
  const t = useSay()
  const asked = useAsk(listOfficials, { under: unit, limit: 60 })
  return (
    <Shown ask={asked}>
      {({ rows }) => (
        <fieldset className="stack stack-tight">
          <legend className="muted">{t(own.title.subjects)}</legend>
          {rows.map((row) => (
            <label key={row.id}>
              <input type="checkbox" name={`official.${row.id}`} defaultChecked={row.id === chosen} /> {row.name}{' '}
              <span className="muted small">{row.tenure?.post}</span>
            </label>
          ))}
        </fieldset>
      )}
    </Shown>
  )
}

const subjectsIn = (data: FormData) =>
  [...data.keys()].filter((key) => key.startsWith('official.')).map((key) => ({ official: key.slice('official.'.length) }))

/** Opens a project by hand or from a plan item; the address may bring the item, the unit and the official, so that nothing is typed again. */
export function OpenProjectPage() {
  const t = useSay()
  const today = useToday()
  const go = useGo()
  const choices = useChoices()
  const [query] = useQueryText()
  const given = (key: string) => (typeof query[key] === 'string' ? query[key] : undefined)
  const [unit, setUnit] = useState<string | null>(given('unit') ?? null)
  const planItem = given('planItem')
  const input = ({ year, jointMode, jointRef, ...texts }: Given, data: FormData) => {
    const plain = Object.fromEntries(Object.entries(texts).filter(([key]) => !key.startsWith('official.')))
    const joint = jointMode ? { jointMode, ...(jointRef ? { jointRef } : {}) } : {}
    return { ...plain, ...joint, ...(planItem ? { planItem } : {}), unit, year: Number(year), subjects: subjectsIn(data) }
  }
  const { field } = own
  return (
    <Page title={t(words.title.open)} crumbs={[{ says: t(own.title.projects), to: '/projects' }]}>
      <Card>
        <div className="stack open-project">
          <span className="muted">{t(field.unit)}</span>
          <UnitPicker label={t(field.unit)} value={unit} onChange={setUnit} />
          <DeedForm
            title={t(words.title.open)}
            contract={openProject}
            input={input}
            onDone={() => go('/portfolio')}
            fields={[
              { name: 'kind', label: t(field.kind), options: choices(ProjectKind.options, own.kind), initial: given('kind') },
              { name: 'track', label: t(words.field.track), options: choices(Track.options, words.track) },
              { name: 'year', label: t(field.year), kind: 'number', initial: given('year') ?? today.slice(0, 4) },
              { name: 'auditedBy', label: t(field.auditedBy) },
              { name: 'periodFrom', label: t(own.note.periodFrom), kind: 'day', optional: true },
              { name: 'periodTo', label: t(own.note.periodTo), kind: 'day', optional: true },
              { name: 'number', label: t(field.number), optional: true },
              {
                name: 'jointMode',
                label: t(words.field.joint),
                options: [{ value: '', label: '–' }, ...choices(JointMode.options, words.joint)],
                optional: true,
              },
              { name: 'jointRef', label: t(words.field.jointRef), optional: true },
            ]}
          >
            {unit && <Subjects unit={unit} chosen={given('official')} />}
          </DeedForm>
        </div>
      </Card>
    </Page>
  )
}
