import { Button } from 'antd'
import { useState } from 'react'
import { useQueryText } from '../../web/address.ts'
import { Go } from '../../web/go.tsx'
import { type Column, type Filter, ListPage } from '../../web/list-page/list-page.tsx'
import { useMay, useMe } from '../../web/session.tsx'
import { useChoices, useSay } from '../../web/tongue.tsx'
import { Branches } from './branches.tsx'
import { exportUnits, saveUnit, type UnitLine, units } from './contract.ts'
import { UnitCategory, UnitLevel } from './model.ts'
import { LocalPlaces } from './page/local-places.tsx'
import { UnitDrawer } from './page/unit-drawer.tsx'
import { newUnit, UnitForm } from './page/unit-form.tsx'
import { UnitPicker } from './picker.tsx'
import { words } from './words.ts'

function AddUnit() {
  const t = useSay()
  const me = useMe()
  const may = useMay(saveUnit)
  const [query, set] = useQueryText()
  const [shown, setShown] = useState(false)
  if (!may) return null
  const start = newUnit({ superior: [query.under].flat()[0] ?? null, jurisdiction: /^\d+$/.test(me.jurisdiction) ? me.jurisdiction : '' })
  const saved = (id: string) => {
    setShown(false)
    set({ open: id })
  }
  return (
    <>
      <Button type="primary" onClick={() => setShown(true)}>
        {t(words.page.add)}
      </Button>
      {shown && <UnitForm start={start} onClose={() => setShown(false)} onSaved={({ id }) => saved(id)} />}
    </>
  )
}

function useFilters(): readonly Filter[] {
  const t = useSay()
  const several = useChoices()
  const under = t(words.field.under)
  return [
    { key: 'keyword', kind: 'text', label: t(words.page.find), hint: t(words.field.keyword) },
    { key: 'category', kind: 'several', label: t(words.field.category), options: several(UnitCategory.options, words.category) },
    { key: 'level', kind: 'several', label: t(words.field.level), options: several(UnitLevel.options, words.level) },
    {
      key: 'under',
      kind: 'custom',
      label: under,
      render: (value, set) => <UnitPicker label={under} value={value ?? null} onChange={(id) => set(id ?? undefined)} />,
    },
  ]
}

function useColumns(): readonly Column<UnitLine>[] {
  const t = useSay()
  const rank = ({ grade, level }: UnitLine) => `${grade ? t(words.grade[grade]) : ''}${t(words.level[level])}`
  return [
    { key: 'number', title: t(words.field.number), width: 110, sort: 'number', cell: (row) => <span className="num">{row.number}</span> },
    { key: 'name', title: t(words.field.name), sort: 'name', serif: true, cell: (row) => row.name },
    { key: 'category', title: t(words.field.category), width: 110, sort: 'category', cell: (row) => t(words.category[row.category]) },
    { key: 'level', title: t(words.field.level), width: 100, sort: 'level', cell: rank },
    { key: 'superior', title: t(words.field.superior), width: 200, optional: true, cell: (row) => row.superiorName ?? '' },
    {
      key: 'jurisdiction',
      title: t(words.field.jurisdiction),
      width: 120,
      optional: true,
      cell: (row) => row.jurisdictionName ?? row.jurisdiction,
    },
  ]
}

/** Places and units: the tree of superiors, the list, and one unit beside it. */
export function PlacesPage() {
  const t = useSay()
  return (
    <ListPage
      title={t(words.page.title)}
      name="places"
      contract={units}
      rowKey={(row) => row.id}
      rowLabel={(row) => row.name}
      filters={useFilters()}
      columns={useColumns()}
      drawer={(id) => <UnitDrawer id={id} />}
      exports={[{ label: t(words.contract.export), contract: exportUnits }]}
      actions={
        <>
          <LocalPlaces />
          <AddUnit />
        </>
      }
      beside={<Branches />}
      empty={{ says: t(words.page.empty), action: <Go to="/imports">{t(words.page.import)}</Go> }}
    />
  )
}
