import { z } from 'zod'
import { Day } from '../../../kernel/day.ts'
import { wanYuan } from '../../../kernel/money.ts'
import { DayField } from '../../../registers/places/form-parts.tsx'
import { UnitCategory } from '../../../registers/places/model.ts'
import { words as places } from '../../../registers/places/words.ts'
import { type Query, useAddress, useQueryText } from '../../../web/address.ts'
import { useAsk } from '../../../web/ask.ts'
import { Go, place } from '../../../web/go.tsx'
import { Shown } from '../../../web/notes.tsx'
import { Card, Page, Segmented } from '../../../web/page-frame.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { type FigureRow, FiguresBy, showFigures } from '../figures/contract.ts'
import { words } from '../figures/words.ts'
import { MoneyKind } from '../model.ts'
import './findings.css'
import { words as findingWords } from '../words.ts'

const Address = z.object({ by: FiguresBy.catch('class1'), classesOn: Day.optional().catch(undefined) })
const carried = ['q', 'class', 'grade', 'year', 'unit', 'unitType', 'counted', 'project', 'moneyKind', 'moneyFrom', 'repeat'] as const

/** The list's own conditions, taken along from its address. */
const conditions = (query: Query): Query =>
  Object.fromEntries(carried.flatMap((key) => (query[key] === undefined ? [] : [[key, query[key]]])))

const filterOf: Readonly<Record<FiguresBy, string>> = { class1: 'class', class: 'class', year: 'year', unit: 'unit', unitType: 'unitType' }

type RowProps = { row: FigureRow; by: FiguresBy; kinds: readonly MoneyKind[]; given: Query; plain: boolean }
function Line({ row, by, kinds, given, plain }: RowProps) {
  const t = useSay()
  const category = UnitCategory.safeParse(row.key).data
  const named = by === 'unitType' && category ? t(places.category[category]) : (row.label ?? '')
  const to = place('/findings', {
    counted: 'stands',
    established: 'confirmed',
    ...given,
    ...(row.key === 'total' ? {} : { [filterOf[by]]: row.key }),
  })
  const amount = (kind: MoneyKind) => row.money.find((line) => line.kind === kind)
  const opens = (text: string) => (plain ? text : <Go to={to}>{text}</Go>)
  return (
    <tr>
      <th scope="row">{row.key === 'total' ? t(words.title.total) : `${by === 'unit' || by === 'unitType' ? '' : row.key} ${named}`}</th>
      <td className="num figure">{opens(String(row.count))}</td>
      {kinds.map((kind) => {
        const line = amount(kind)
        return (
          <td key={kind} className="num figure">
            {line ? wanYuan(line.fen) : ''}
          </td>
        )
      })}
    </tr>
  )
}

function Table({
  total,
  rows,
  by,
  given,
  plain,
}: {
  total: FigureRow
  rows: readonly FigureRow[]
  by: FiguresBy
  given: Query
  plain: boolean
}) {
  const t = useSay()
  const kinds = MoneyKind.options.filter((kind) => total.money.some((line) => line.kind === kind))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className="table-scroll" tabIndex={0} aria-label={t(words.title.figures)}>
      <table className="simple-table figures-table">
        <thead>
          <tr>
            <th scope="col">{t(words.field.key)}</th>
            <th scope="col">{t(words.field.count)}</th>
            {kinds.map((kind) => (
              <th key={kind} scope="col">
                {t(findingWords.money[kind])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...rows, total].map((row) => (
            <Line key={row.key} row={row} by={by} kinds={kinds} given={given} plain={plain} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** How many findings and how much of each kind of money, by class, year or unit; a number opens its rows. */
export function FiguresPage() {
  const t = useSay()
  const [{ by, classesOn }, set] = useAddress(Address)
  const [query] = useQueryText()
  const given = conditions(query)
  const asked = useAsk(showFigures, { ...given, by, ...(classesOn ? { classesOn } : {}) }, { keep: true })
  const options = FiguresBy.options.map((value) => ({ value, label: t(words.by[value]) }))
  return (
    <Page
      title={t(words.title.figures)}
      lead={`${t(words.note.counted)} · ${t(words.note.wan)}`}
      crumbs={[{ says: t(findingWords.title.findings), to: place('/findings', given) }]}
    >
      <div className="stack">
        <div className="row">
          <Segmented label={t(words.field.by)} value={by} options={options} onChange={(value) => set({ by: value })} />
          {(by === 'class' || by === 'class1') && (
            <DayField label={t(words.field.classesOn)} value={classesOn ?? null} onChange={(on) => set({ classesOn: on })} />
          )}
        </div>
        <Card flush>
          <Shown ask={asked}>
            {({ total, rows }) => <Table total={total} rows={rows} by={by} given={given} plain={classesOn !== undefined} />}
          </Shown>
        </Card>
      </div>
    </Page>
  )
}
