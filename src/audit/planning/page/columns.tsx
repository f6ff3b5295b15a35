import type { DragEvent, KeyboardEvent } from 'react'
import { type State, StatusTag } from '../../../web/status-tag.tsx'
import { useSay } from '../../../web/tongue.tsx'
import type { Stage } from '../model.ts'
import { planProcedure } from '../procedure.ts'
import { fewFirst } from '../rules/filter.ts'
import type { PlanStepName } from '../rules/records.ts'
import type { BoardItem, PlanView } from '../rules/shapes.ts'
import { stepsFrom } from '../rules/steps.ts'
import { words } from '../words.ts'
import { CardFace } from './card.tsx'
import { awayIn, More, useFirst } from './more.tsx'

const shownStages = ['candidate', 'consulting', 'meeting', 'committee', 'issued'] as const satisfies readonly Stage[]
const toneOf: Readonly<Record<Stage, State>> = {
  candidate: 'planned',
  consulting: 'running',
  meeting: 'transferred',
  committee: 'soon',
  issued: 'done',
  deferred: 'overdue',
  removed: 'planned',
}
const few = 5
const many = 50

export type BoardProps = {
  view: PlanView
  /** More of each column is asked for. */
  onMore(): void
  items: readonly BoardItem[]
  open: string | undefined
  marked: ReadonlySet<string>
  role: string
  onOpen(tenure: string): void
  onMark(id: string): void
  /** P or B was pressed on a candidate's card. */
  onHold(tenure: string, deed: 'pin' | 'ban'): void
  /** A card was dropped on a column that a step leads to. */
  onStep(step: PlanStepName, items: readonly BoardItem[]): void
}

const cardAt = (column: number, row: number) => document.querySelector<HTMLElement>(`[data-card="${column}:${row}"]`)
const holds: Readonly<Record<string, 'pin' | 'ban'>> = { p: 'pin', b: 'ban' }
/** Arrows walk the cards, Space marks, Enter opens, P pins and B keeps out. */
function walk(event: KeyboardEvent, at: { column: number; row: number }, hands: { mark(): void; hold(deed: 'pin' | 'ban'): void }): void {
  const deed = event.ctrlKey || event.metaKey || event.altKey ? undefined : holds[event.key.toLowerCase()]
  if (deed) {
    event.preventDefault()
    hands.hold(deed)
  }
  const moves: Readonly<Record<string, readonly [number, number]>> = {
    ArrowDown: [0, 1],
    ArrowUp: [0, -1],
    ArrowRight: [1, 0],
    ArrowLeft: [-1, 0],
  }
  const move = moves[event.key]
  if (event.key === ' ') {
    event.preventDefault()
    hands.mark()
  }
  if (!move) return
  event.preventDefault()
  const column = at.column + move[0]
  const target = cardAt(column, at.row + move[1]) ?? (move[0] !== 0 ? cardAt(column, 0) : null)
  target?.focus()
}

type CardProps = { item: BoardItem; at: { column: number; row: number }; board: BoardProps }
function PlanCard({ item, at, board }: CardProps) {
  const drag = (event: DragEvent) => event.dataTransfer.setData('text/plain', item.id)
  const hold = (deed: 'pin' | 'ban') => item.stage === 'candidate' && item.change === 'add' && board.onHold(item.tenure, deed)
  return (
    <button
      type="button"
      className="plan-card"
      data-card={`${at.column}:${at.row}`}
      data-open={board.open === item.tenure || undefined}
      data-marked={board.marked.has(item.id) || undefined}
      aria-pressed={board.open === item.tenure}
      draggable
      onDragStart={drag}
      onClick={(event) => (event.ctrlKey || event.metaKey ? board.onMark(item.id) : board.onOpen(item.tenure))}
      onKeyDown={(event) => walk(event, at, { mark: () => board.onMark(item.id), hold })}
    >
      <CardFace item={item} />
    </button>
  )
}

/** The step by which a card of one column comes to another, for this role. */
const stepTo = (from: Stage, to: Stage, role: string): PlanStepName | null =>
  stepsFrom(from, role).find((step) => planProcedure.steps[step].to === to) ?? null

function Column({ stage, at, board }: { stage: Stage; at: number; board: BoardProps }) {
  const t = useSay()
  const own = board.items.filter((item) => item.stage === stage)
  const { shown, rest, more, fewer } = useFirst(own, few, many)
  const away = awayIn(board.view, stage)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    const item = board.items.find(({ id }) => id === event.dataTransfer.getData('text/plain'))
    const step = item && stepTo(item.stage, stage, board.role)
    if (item && step)
      board.onStep(
        step,
        board.marked.has(item.id) ? board.items.filter((each) => board.marked.has(each.id) && each.stage === item.stage) : [item],
      )
  }
  return (
    <section className="plan-column" aria-label={t(words.stage[stage])} onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <header>
        <StatusTag state={toneOf[stage]}>{t(words.stage[stage])}</StatusTag>
        <span className="spring" />
        <b className="num">{own.length + away}</b>
      </header>
      {shown.map((item, row) => (
        <PlanCard key={item.id} item={item} at={{ column: at, row }} board={board} />
      ))}
      {own.length === 0 && <p className="plan-empty muted">{t(words.note.emptyColumn)}</p>}
      {rest > 0 || away === 0 ? (
        <More rest={rest} isOpen={shown.length > few} step={many} onMore={more} onFewer={fewer} />
      ) : (
        <More rest={away} isOpen step={fewFirst} onMore={board.onMore} onFewer={fewer} />
      )}
    </section>
  )
}

/** The board: a column for each stage of the procedure. Deferred items stand in a column of their own when there are any. */
export function Board(board: BoardProps) {
  const stages: readonly Stage[] = board.items.some(({ stage }) => stage === 'deferred') ? [...shownStages, 'deferred'] : shownStages
  return (
    <div className="plan-board" style={{ gridTemplateColumns: `repeat(${stages.length}, minmax(168px, 1fr))` }}>
      {stages.map((stage, at) => (
        <Column key={stage} stage={stage} at={at} board={board} />
      ))}
    </div>
  )
}
