import { wanYuan } from '../../kernel/money.ts'
import { UnitCategory } from '../../registers/places/model.ts'
import { PlacePicker, UnitPicker } from '../../registers/places/picker.tsx'
import { words as places } from '../../registers/places/words.ts'
import { useQueryText } from '../../web/address.ts'
import { useAsk } from '../../web/ask.ts'
import { Go, place } from '../../web/go.tsx'
import { type Column, type Filter, ListPage } from '../../web/list-page/list-page.tsx'
import { useMay } from '../../web/session.tsx'
import { StatusTag } from '../../web/status-tag.tsx'
import { useSay, useTongue } from '../../web/tongue.tsx'
import { getProject } from '../projects/contract.ts'
import { listRemaps } from './classes/contract.ts'
import { words as classes } from './classes/words.ts'
import { exportAnnouncement, exportFindings, type FindingLine, listClasses, listFindings } from './contract.ts'
import { recordFinding } from './editing/contract.ts'
import { words as editing } from './editing/words.ts'
import { showFigures } from './figures/contract.ts'
import { words as figures } from './figures/words.ts'
import { GradeMark } from './grade.tsx'
import { Counted, Established, Grade, MoneyKind } from './model.ts'
import { FindingDrawer } from './page/drawer.tsx'
import { StandingMark } from './page/duty/standing-tag.tsx'
import { words as repeats } from './repeats/words.ts'
import { moneyOf } from './rules.ts'
import { words } from './words.ts'

function useClassOptions() {
  const tongue = useTongue()
  const asked = useAsk(listClasses, {})
  return (asked.data ?? []).map((each) => ({ value: each.code, label: `${each.code} ${each[tongue]}` }))
}

/** One project's findings, come here from that project: its name, and a way back to all. */
function ProjectChip({ id, onClear }: { id: string; onClear(): void }) {
  const t = useSay()
  const asked = useAsk(getProject, { id })
  return (
    <span className="view-chip">
      {asked.data?.project.title ?? '…'}
      <button type="button" className="plain-button" aria-label={t(words.action.allProjects)} onClick={onClear}>
        ×
      </button>
    </span>
  )
}

function useProjectFilter(): readonly Filter[] {
  const t = useSay()
  const [query] = useQueryText()
  if (query.project === undefined) return []
  return [
    {
      key: 'project',
      kind: 'custom',
      label: t(words.field.project),
      render: (value, set) => (value ? <ProjectChip id={value} onClear={() => set(undefined)} /> : null),
    },
  ]
}

/** Shown where a list was come to by a class that is made of others as they were recorded. */
function useRecordedFilter(): readonly Filter[] {
  const t = useSay()
  const options = useClassOptions()
  const [query] = useQueryText()
  return query.classIs === undefined ? [] : [{ key: 'classIs', kind: 'several', label: t(words.field.classIs), options }]
}

function useFilters(): readonly Filter[] {
  const t = useSay()
  const project = useProjectFilter()
  const recorded = useRecordedFilter()
  const unit = t(words.field.unit)
  const place = t(places.field.jurisdiction)
  return [
    ...[...project, ...recorded],
    { key: 'q', kind: 'text', label: t(words.field.q) },
    { key: 'class', kind: 'several', label: t(words.field.class), options: useClassOptions() },
    {
      key: 'grade',
      kind: 'several',
      label: t(words.field.grade),
      options: Grade.options.map((value) => ({ value, label: t(words.grade[value]) })),
    },
    { key: 'year', kind: 'number', label: t(words.field.year) },
    {
      key: 'place',
      kind: 'custom',
      label: place,
      render: (value, set) => <PlacePicker label={place} value={value ?? null} onChange={(code) => set(code ?? undefined)} />,
    },
    {
      key: 'unit',
      kind: 'custom',
      label: unit,
      render: (value, set) => <UnitPicker label={unit} value={value ?? null} onChange={(id) => set(id ?? undefined)} />,
    },
    {
      key: 'unitType',
      kind: 'several',
      label: t(words.field.unitType),
      options: UnitCategory.options.map((value) => ({ value, label: t(places.category[value]) })),
    },
    {
      key: 'counted',
      kind: 'several',
      label: t(words.field.counted),
      options: Counted.options.map((value) => ({ value, label: t(words.counted[value]) })),
    },
    {
      key: 'moneyKind',
      kind: 'choice',
      label: t(words.field.moneyKind),
      options: MoneyKind.options.map((value) => ({ value, label: t(words.money[value]) })),
    },
    { key: 'moneyFrom', kind: 'number', label: t(words.field.moneyFrom) },
    {
      key: 'established',
      kind: 'choice',
      label: t(editing.field.established),
      options: Established.options.map((value) => ({ value, label: t(editing.established[value]) })),
    },
    { key: 'repeat', kind: 'yes', label: t(repeats.verdict.confirmed) },
  ]
}

function useColumns(): readonly Column<FindingLine>[] {
  const t = useSay()
  const amount = (row: FindingLine, kind: 'breach' | 'irregular') => {
    const sum = moneyOf(row, kind)
    return sum === 0 ? <span className="muted">–</span> : <span className="num">{wanYuan(sum)}</span>
  }
  return [
    { key: 'number', title: t(words.field.number), width: 110, sort: 'number', cell: (row) => <span className="num">{row.number}</span> },
    {
      key: 'title',
      title: t(words.field.title),
      serif: true,
      cell: (row) => (
        <>
          {row.title} <StandingMark state={row.standing} />
          {row.established === 'draft' && <StatusTag state="running">{t(editing.established.draft)}</StatusTag>}
          {row.repeat === 'confirmed' && <StatusTag state="overdue">{t(repeats.verdict.confirmed)}</StatusTag>}
        </>
      ),
    },
    {
      key: 'class',
      title: t(words.field.class),
      width: 90,
      sort: 'class',
      optional: true,
      cell: (row) => <span className="num">{row.problemClass}</span>,
    },
    { key: 'unit', title: t(words.field.unit), width: 180, sort: 'unit', optional: true, cell: (row) => row.unitName },
    { key: 'year', title: t(words.field.year), width: 80, sort: 'year', cell: (row) => <span className="num">{row.year}</span> },
    {
      key: 'responsible',
      title: t(words.field.responsible),
      width: 170,
      cell: (row) =>
        row.responsible.length === 0 ? (
          <span className="muted">–</span>
        ) : (
          row.responsible.map(({ official, name, grade }) => (
            <span key={official} className="person-grade">
              <GradeMark grade={grade} /> {name}{' '}
            </span>
          ))
        ),
    },
    { key: 'breach', title: t(words.field.breach), width: 110, align: 'end', sort: 'breach', cell: (row) => amount(row, 'breach') },
    {
      key: 'irregular',
      title: t(words.field.irregular),
      width: 110,
      align: 'end',
      sort: 'irregular',
      optional: true,
      cell: (row) => amount(row, 'irregular'),
    },
  ]
}

/** What fits, in one line: how many and how much of each kind; the figures open from it with the same conditions. */
function Summary() {
  const t = useSay()
  const [query] = useQueryText()
  const { page: _, sort: __, open: ___, ...given } = query
  const asked = useAsk(showFigures, { ...given, by: 'year' }, { keep: true, when: useMay(showFigures) })
  if (!asked.data) return null
  const { total } = asked.data
  return (
    <span className="row small">
      <Go to={place('/findings/figures', given)}>{t(words.note.standing, { count: total.count })}</Go>
      {total.money.map((line) => (
        <span key={line.kind} className="muted">
          {t(words.money[line.kind])} <span className="num">{t(words.note.wanYuan, { amount: wanYuan(line.fen) })}</span>
        </span>
      ))}
    </span>
  )
}

function Actions() {
  const t = useSay()
  const [query] = useQueryText()
  const mayRecord = useMay(recordFinding)
  const mayClasses = useMay(listRemaps)
  const project = typeof query.project === 'string' ? query.project : undefined
  return (
    <>
      {mayRecord && <Go to={place('/findings/new', { project })}>{t(editing.title.fresh)}</Go>}
      {mayClasses && <Go to="/findings/figures">{t(figures.title.figures)}</Go>}
      {mayClasses && <Go to="/findings/repeats">{t(repeats.title.repeats)}</Go>}
      {mayClasses && <Go to="/findings/classes">{t(classes.title.classes)}</Go>}
    </>
  )
}

/** Findings and who answers for them; one finding beside the list with reply and tolerance at the level of the facts. */
export function FindingsPage() {
  const t = useSay()
  return (
    <ListPage
      title={t(words.title.findings)}
      name="findings"
      contract={listFindings}
      rowKey={(row) => row.id}
      rowLabel={(row) => row.title}
      filters={useFilters()}
      columns={useColumns()}
      lead={<Summary />}
      actions={<Actions />}
      drawer={(id) => <FindingDrawer id={id} />}
      exports={[
        { label: t(words.title.export), contract: exportFindings },
        { label: t(words.title.announcement), contract: exportAnnouncement },
      ]}
      empty={{ says: t(words.empty.findings), action: <Go to="/imports">{t(words.action.import)}</Go> }}
    />
  )
}
