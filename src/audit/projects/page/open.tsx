import { useState } from 'react'
import type { z } from 'zod'
import { one as getOfficial, list as listOfficials } from '../../../registers/auditees/contract.ts'
import { UnitPicker } from '../../../registers/places/picker.tsx'
import { useQueryText } from '../../../web/address.ts'
import { useAsk } from '../../../web/ask.ts'
import { DeedForm, type Given } from '../../../web/deed-form.tsx'
import { place, useGo } from '../../../web/go.tsx'
import { ErrorNote, Shown } from '../../../web/notes.tsx'
import { Card, Page } from '../../../web/page-frame.tsx'
import { useToday } from '../../../web/session.tsx'
import { useChoices, useSay } from '../../../web/tongue.tsx'
import { openProject } from '../case.contract.ts'
import { JointMode, Project, ProjectKind, Track } from '../model.ts'
import { words } from '../rules/room.words.ts'
import { words as own } from '../words.ts'
import './projects.css'

type Line = z.output<typeof listOfficials.output>['rows'][number]

/** The posts an official held, of which some or all are audited together; those in the unit are marked. */
function Posts({ official, unit }: { official: string; unit: string }) {
  const t = useSay()
  const asked = useAsk(getOfficial, { id: official })
  const held = asked.data?.tenures ?? []
  if (held.length < 2) return <ErrorNote trouble={asked.error} />
  return (
    <fieldset className="stack stack-tight open-posts">
      <legend className="muted small">{t(own.field.posts)}</legend>
      {held.map(({ tenure, unitName }) => (
        <label key={tenure.id}>
          <input
            type="checkbox"
            name={`post.${official}.${tenure.id}`}
            value={postName(tenure, { unit, unitName })}
            defaultChecked={tenure.unit === unit}
          />{' '}
          {unitName} {tenure.post}{' '}
          <span className="muted small num">
            {tenure.startsOn} – {tenure.endsOn}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
/** A post elsewhere is told with its unit. */
const postName = (tenure: { post: string; unit: string }, { unit, unitName }: { unit: string; unitName: string }): string =>
  tenure.unit === unit || tenure.post.startsWith(unitName) ? tenure.post : `${unitName}${tenure.post}`

function Subject({ row, unit, chosen }: { row: Line; unit: string; chosen: boolean }) {
  const [ticked, setTicked] = useState(chosen)
  return (
    <div className="stack stack-tight">
      <label>
        <input type="checkbox" name={`official.${row.id}`} checked={ticked} onChange={(event) => setTicked(event.target.checked)} />{' '}
        {row.name} <span className="muted small">{row.tenure?.post}</span>
      </label>
      {ticked && <Posts official={row.id} unit={unit} />}
    </div>
  )
}

function Subjects({ unit, chosen }: { unit: string; chosen: string | undefined }) {
  const t = useSay()
  const asked = useAsk(listOfficials, { under: unit, limit: 60 })
  return (
    <Shown ask={asked}>
      {({ rows }) => (
        <fieldset className="stack stack-tight">
          <legend className="muted">{t(own.title.subjects)}</legend>
          {rows.map((row) => (
            <Subject key={row.id} row={row} unit={unit} chosen={row.id === chosen} />
          ))}
        </fieldset>
      )}
    </Shown>
  )
}

const after = (data: FormData, prefix: string) =>
  [...data.keys()].filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length))
/** Each official ticked, once for each of his posts that are audited; without a post told, the register says which. */
const subjectsIn = (data: FormData) =>
  after(data, 'official.').flatMap((official): { official: string; tenure?: string; post?: string }[] => {
    const posts = after(data, `post.${official}.`)
    if (posts.length === 0) return [{ official }]
    return posts.map((tenure) => ({ official, tenure, post: String(data.get(`post.${official}.${tenure}`)) }))
  })

const Made = Project.pick({ id: true })
const roomOf = (made: z.output<typeof Made> | undefined) => (made ? place(`/projects/${made.id}`) : '/portfolio')

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
    const plain = Object.fromEntries(Object.entries(texts).filter(([key]) => !key.includes('.')))
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
            onDone={(made) => go(roomOf(Made.safeParse(made).data))}
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
