import { StatusTag } from '../../../web/status-tag.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { quarterOf } from '../rules/capacity.ts'
import { fewFirst } from '../rules/filter.ts'
import type { BoardItem, PlanView } from '../rules/shapes.ts'
import { words } from '../words.ts'
import { ClassMark, Tags } from './card.tsx'
import { awayIn, More, useFirst } from './more.tsx'
import { Scroller } from './scroller.tsx'

type Props = {
  view: PlanView
  items: readonly BoardItem[]
  open: string | undefined
  onOpen(tenure: string): void
  marked: ReadonlySet<string>
  onMark(id: string): void
  /** More of each column is asked for. */
  onMore(): void
}
const quarters = [1, 2, 3, 4] as const
const tableStep = 100

function Name({ item, onOpen }: { item: BoardItem; onOpen(tenure: string): void }) {
  return (
    <button type="button" className="link-button serif" onClick={() => onOpen(item.tenure)}>
      {item.name}
    </button>
  )
}

export function TableView({ view, items, onOpen, marked, onMark, onMore }: Props) {
  const t = useSay()
  const { shown, rest, more, fewer } = useFirst(items, tableStep, tableStep)
  const away = awayIn(view)
  const heads = ['official', 'unit', 'class', 'kind', 'window', 'team', 'effort', 'score', 'stage'] as const
  return (
    <Scroller className="card">
      <table className="simple-table" aria-label={t(words.view.table)}>
        <thead>
          <tr>
            <th scope="col">
              <span className="hidden-visually">{t(words.field.stage)}</span>
            </th>
            {heads.map((head) => (
              <th key={head} scope="col">
                {t(words.field[head])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((item) => (
            <tr key={item.id}>
              <td>
                <input type="checkbox" aria-label={item.name} checked={marked.has(item.id)} onChange={() => onMark(item.id)} />
              </td>
              <td>
                <Name item={item} onOpen={onOpen} />
              </td>
              <td>
                {`${item.unitName} ${item.post}`} <Tags tags={item.tags} />
              </td>
              <td>
                <ClassMark value={item.class} />
              </td>
              <td>{t(words.auditKind[item.kind])}</td>
              <td className="num">{t(words.quarterShort, { window: item.window })}</td>
              <td>{item.teamName}</td>
              <td className="num end">{item.effortDays}</td>
              <td className="num end">{item.score}</td>
              <td>
                <StatusTag state={item.stage === 'issued' ? 'done' : 'running'}>{t(words.stage[item.stage])}</StatusTag>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rest > 0 || away === 0 ? (
        <More rest={rest} isOpen={shown.length > tableStep} step={tableStep} onMore={more} onFewer={fewer} />
      ) : (
        <More rest={away} isOpen step={fewFirst} onMore={onMore} onFewer={fewer} />
      )}
    </Scroller>
  )
}

/** Teams down, quarters across: each bar an audit, each cell with the days it has and uses. */
export function GanttView({ view, items, open, onOpen }: Props) {
  const t = useSay()
  return (
    <Scroller className="card plan-gantt">
      <table className="simple-table" aria-label={t(words.view.gantt)}>
        <thead>
          <tr>
            <th scope="col">{t(words.field.team)}</th>
            {quarters.map((window) => (
              <th key={window} scope="col">
                {t(words.quarterShort, { window })} <span className="num small">{quarterOf(view.year, window).from.slice(5)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.teams.map((team) => {
            const load = view.figures.load.find((each) => each.team === team.id)
            return (
              <tr key={team.id}>
                <th scope="row">{team.name}</th>
                {quarters.map((window) => {
                  const { have, used } = load?.windows[window - 1] ?? { have: 0, used: 0 }
                  return (
                    <td key={window}>
                      <div className={used > have ? 'small num load-over' : 'small num muted'}>{`${used}/${have}`}</div>
                      {items
                        .filter((item) => item.team === team.id && item.window === window)
                        .map((item) => (
                          <button
                            type="button"
                            key={item.id}
                            className={`plan-strip plan-strip-${item.stage}`}
                            data-open={open === item.tenure || undefined}
                            style={{ width: `${Math.max(30, have > 0 ? (100 * item.effortDays) / have : 100)}%` }}
                            onClick={() => onOpen(item.tenure)}
                          >
                            {item.name} <span className="num">{item.effortDays}</span>
                          </button>
                        ))}
                    </td>
                  )
                })}
              </tr>
            )
          })}
        </tbody>
      </table>
    </Scroller>
  )
}

/** The year by quarters: who is audited when. */
export function CalendarView({ view, items, onOpen }: Props) {
  const t = useSay()
  return (
    <div className="plan-quarters">
      {quarters.map((window) => {
        const own = items.filter((item) => item.window === window)
        const { from, to } = quarterOf(view.year, window)
        return (
          <section key={window} className="card" aria-label={t(words.quarter, { year: view.year, window })}>
            <header className="card-head">
              <h2>{t(words.quarter, { year: view.year, window })}</h2>
              <span className="card-aside num">{`${from} ~ ${to} · ${own.length}`}</span>
            </header>
            <ul className="card-body stack stack-tight">
              {own.map((item) => (
                <li key={item.id}>
                  <Name item={item} onOpen={onOpen} /> <ClassMark value={item.class} /> <span className="muted">{item.unitName}</span>{' '}
                  <span className="muted small">{item.teamName}</span>
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}

/** A treemap by district: each tile as large as its days, each district as large as its share. */
export function MapView({ view, items, open, onOpen }: Props) {
  const t = useSay()
  const districts = [...new Set(items.map(({ district }) => district))].toSorted()
  const days = (own: readonly BoardItem[]) => own.reduce((sum, { effortDays }) => sum + effortDays, 0)
  return (
    <section className="plan-map" aria-label={t(words.view.map)}>
      {districts.map((district) => {
        const own = items.filter((item) => item.district === district).toSorted((one, other) => other.effortDays - one.effortDays)
        return (
          <section key={district} className="plan-district" style={{ flexGrow: days(own) }} aria-label={view.places[district] ?? district}>
            <header className="small num">{`${view.places[district] ?? district} · ${own.length} · ${t(words.note.days, { days: days(own) })}`}</header>
            <div>
              {own.map((item) => (
                <button
                  type="button"
                  key={item.id}
                  className={`plan-tile plan-strip-${item.stage}`}
                  data-open={open === item.tenure || undefined}
                  style={{ flexGrow: item.effortDays, flexBasis: `${Math.max(70, item.effortDays)}px` }}
                  onClick={() => onOpen(item.tenure)}
                >
                  <b className="serif">{item.name}</b>
                  <span className="small">{item.unitName}</span>
                </button>
              ))}
            </div>
          </section>
        )
      })}
    </section>
  )
}
