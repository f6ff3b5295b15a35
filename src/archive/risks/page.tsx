import { Button } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import { Day } from '../../kernel/day.ts'
import { severalOf, Years } from '../../kernel/paging.ts'
import { DayField } from '../../registers/places/form-parts.tsx'
import { UnitCategory } from '../../registers/places/model.ts'
import { words as places } from '../../registers/places/words.ts'
import { useAddress } from '../../web/address.ts'
import { fileUrl, useAsk } from '../../web/ask.ts'
import { Go, place } from '../../web/go.tsx'
import { Several } from '../../web/list-page/several.tsx'
import { MayButton } from '../../web/may-button.tsx'
import { EmptyNote, Shown } from '../../web/notes.tsx'
import { Card, Page, Segmented } from '../../web/page-frame.tsx'
import { PrintSheet, printNow } from '../../web/print-sheet.tsx'
import { useChoices, useSay, useTongue } from '../../web/tongue.tsx'
import { exportProblems, getProblems, type ProblemView } from './contract.ts'
import { CompareCard } from './page/compare.tsx'
import { NewList, NewReport } from './page/forms.tsx'
import { HeatTable } from './page/heat.tsx'
import { RulesCard } from './page/rules.tsx'
import './page/risks.css'
import { type HeatColumn, type HeatRow, listedBy } from './rules/tally.ts'
import { words } from './words.ts'

const Address = z.object({
  year: Years,
  unitType: severalOf(UnitCategory),
  class: z.string().max(8).optional(),
  classesOn: Day.optional().catch(undefined),
  side: z.enum(['type', 'year']).default('type'),
})

function Choices({ view }: { view: ProblemView }) {
  const t = useSay()
  const choices = useChoices()
  const [at, set] = useAddress(Address)
  const years = view.years.map((year) => ({ value: String(year), label: String(year) }))
  return (
    <div className="row no-print">
      <Several
        id="problem-years"
        label={t(words.field.years)}
        options={years}
        chosen={view.asked.year.map(String)}
        onChange={(year) => set({ year })}
      />
      <Several
        id="problem-types"
        label={t(words.field.unitType)}
        options={choices(UnitCategory.options, places.category)}
        chosen={at.unitType}
        onChange={(unitType) => set({ unitType })}
      />
      <DayField label={t(words.field.classesOn)} value={view.asked.classesOn} onChange={(on) => set({ classesOn: on ?? undefined })} />
      <Segmented
        label={t(words.title.heatType)}
        value={at.side}
        options={[
          { value: 'type', label: t(words.view.byType) },
          { value: 'year', label: t(words.view.byYear) },
        ]}
        onChange={(side) => set({ side })}
      />
    </div>
  )
}

/** A class by name; on the first level it opens its second. */
function RowHead({ row }: { row: HeatRow }) {
  const t = useSay()
  const tongue = useTongue()
  const [, set] = useAddress(Address)
  const name = `${row.code} ${row[tongue]}`
  if (row.code.length > 3) return name
  return (
    <button type="button" className="link-button" aria-label={`${name} ${t(words.action.level2)}`} onClick={() => set({ class: row.code })}>
      {name}
    </button>
  )
}

function HeatCard({ view, least }: { view: ProblemView; least: number }) {
  const t = useSay()
  const tongue = useTongue()
  const [at, set] = useAddress(Address)
  const byType = at.side === 'type'
  const heat = byType ? view.byType : view.byYear
  const { year, unitType } = view.asked
  const part = ({ key }: HeatColumn) => (byType ? { year, unitType: key } : { year: key, unitType })
  const typeName = ({ key }: HeatColumn) => {
    const type = UnitCategory.safeParse(key)
    return type.success ? t(places.category[type.data]) : key
  }
  const title = t(byType ? words.title.heatType : words.title.heatYear)
  const parent = view.parent && (
    <span className="row">
      {`${view.parent.code} ${view.parent[tongue]}`}
      <Button size="small" onClick={() => set({ class: undefined })}>
        {t(words.action.level1)}
      </Button>
    </span>
  )
  return (
    <Card title={title} aside={parent ?? <span className="no-print">{t(words.note.keys)}</span>} flush>
      {heat.rows.length === 0 && <EmptyNote says={t(words.empty.problems)} />}
      {heat.rows.length > 0 && (
        <HeatTable
          label={title}
          heat={heat}
          least={least}
          columnName={typeName}
          columnTo={(column) => place('/projects', { ...part(column), reported: true })}
          cellTo={(row, column, counted) =>
            place('/findings', { ...listedBy(row), ...(column ? part(column) : { year, unitType }), counted })
          }
          rowHead={(row) => <RowHead row={row} />}
        />
      )}
    </Card>
  )
}

type Drafting = 'list' | 'report' | null
function Acts({ view, open }: { view: ProblemView; open(what: Drafting): void }) {
  const t = useSay()
  const { year, unitType, classesOn, class: parent } = view.asked
  const asked = { year, unitType, classesOn, ...(parent ? { class: parent } : {}) }
  return (
    <>
      <MayButton may={view.may.draftList} says={t(words.action.draftList)} refusals={words.refusal} onClick={() => open('list')} />
      <MayButton may={view.may.draftReport} says={t(words.action.draftReport)} refusals={words.refusal} onClick={() => open('report')} />
      <Button href={fileUrl(exportProblems, asked)}>{t(words.action.export)}</Button>
      <Button onClick={printNow}>{t(words.action.print)}</Button>
      <Go to="/compilations">{t(words.action.compilations)}</Go>
    </>
  )
}

function Problems({ view }: { view: ProblemView }) {
  const t = useSay()
  const [drafting, setDrafting] = useState<Drafting>(null)
  const { year, unitType } = view.asked
  const { least } = view
  return (
    <Page title={t(words.title.problems)} lead={t(words.note.withdrawn)} actions={<Acts view={view} open={setDrafting} />}>
      <PrintSheet title={t(words.title.problems)}>
        <div className="stack">
          <Choices view={view} />
          <HeatCard view={view} least={least} />
          <CompareCard years={year} least={least} classesOn={view.asked.classesOn} />
          <RulesCard rules={view.rules} may={view.may.saveRule === true} />
        </div>
      </PrintSheet>
      {drafting === 'list' && <NewList years={year.slice(-2)} unitType={unitType[0] ?? null} onClose={() => setDrafting(null)} />}
      {drafting === 'report' && <NewReport year={year.at(-1) ?? null} onClose={() => setDrafting(null)} />}
    </Page>
  )
}

/** Which problems are common in which units, and how that changed; every number opens the rows behind it. */
export function ProblemsPage() {
  const [at] = useAddress(Address)
  const { side: _, ...asked } = at
  const answer = useAsk(getProblems, asked, { keep: true })
  return <Shown ask={answer}>{(view) => <Problems view={view} />}</Shown>
}
