import { useState } from 'react'
import type { Day } from '../../../kernel/day.ts'
import { FormField } from '../../../registers/places/form-parts.tsx'
import { UnitPicker } from '../../../registers/places/picker.tsx'
import { words as places } from '../../../registers/places/words.ts'
import { useAsk } from '../../../web/ask.ts'
import { Go, place } from '../../../web/go.tsx'
import { Shown } from '../../../web/notes.tsx'
import { Card } from '../../../web/page-frame.tsx'
import { StatusTag } from '../../../web/status-tag.tsx'
import { useSay, useTongue } from '../../../web/tongue.tsx'
import { compareUnit } from '../contract.ts'
import type { Comparison } from '../rules/compare.ts'
import { type Count, listedBy } from '../rules/tally.ts'
import { words } from '../words.ts'
import { useShare } from './heat.tsx'

function Judged({ row, least }: { row: Comparison; least: number }) {
  const t = useSay()
  const shareText = useShare(least)
  if (row.above === null) return <span className="muted small">{shareText(row.ofType)}</span>
  return <StatusTag state={row.above ? 'soon' : 'done'}>{t(row.above ? words.note.above : words.note.below)}</StatusTag>
}

type Props = { years: readonly number[]; least: number; classesOn: Day }
function Rows({ unit, years, least, classesOn }: Props & { unit: string }) {
  const t = useSay()
  const tongue = useTongue()
  const asked = useAsk(compareUnit, { unit, year: [...years], classesOn })
  const counts = ({ findings, base }: Count) => t(words.note.apart, { findings, audits: base })
  return (
    <Shown ask={asked}>
      {({ rows, unit: { category } }) => (
        <table className="simple-table" aria-label={t(words.title.compare)}>
          <thead>
            <tr>
              <th scope="col">{t(words.field.class)}</th>
              <th scope="col">{t(words.field.own)}</th>
              <th scope="col">{`${t(words.field.ofType)}（${t(places.category[category])}）`}</th>
              <th scope="col">{t(words.field.judged)}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const filter = { ...listedBy(row), year: years, counted: 'stands' }
              return (
                <tr key={row.code}>
                  <th scope="row">{row[tongue]}</th>
                  <td className="num">
                    <Go to={place('/findings', { ...filter, audited: unit })}>{counts(row.own)}</Go>
                  </td>
                  <td className="num">
                    <Go to={place('/findings', { ...filter, unitType: category })}>{counts(row.ofType)}</Go>
                  </td>
                  <td>
                    <Judged row={row} least={least} />
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
    </Shown>
  )
}

/** One unit beside the units of its type, class by class. */
export function CompareCard({ years, least, classesOn }: Props) {
  const t = useSay()
  const [unit, setUnit] = useState<string | null>(null)
  const label = t(words.field.unit)
  return (
    <Card title={t(words.title.compare)}>
      <div className="stack">
        <div className="row no-print">
          <FormField label={label}>{(id) => <UnitPicker id={id} label={label} value={unit} onChange={setUnit} />}</FormField>
        </div>
        {unit && <Rows {...{ unit, years, least, classesOn }} />}
      </div>
    </Card>
  )
}
