import { useEffect, useRef } from 'react'
import type { Day } from '../../kernel/day.ts'
import type { Phrase } from '../../kernel/say.ts'
import { useAsk } from '../../web/ask.ts'
import { DeadlineTag } from '../../web/deadline-tag.tsx'
import { Go, place } from '../../web/go.tsx'
import { Icon } from '../../web/icons.tsx'
import { clockText } from '../../web/moment.ts'
import { EmptyNote, Shown } from '../../web/notes.tsx'
import { Card, Page } from '../../web/page-frame.tsx'
import { useMe, useToday } from '../../web/session.tsx'
import { type State, StatusTag } from '../../web/status-tag.tsx'
import { useSay } from '../../web/tongue.tsx'
import { workbench } from './contract.ts'
import type { RecentImport, Stock, Todo, Workbench } from './model.ts'
import { soonWithin, type Urgency, urgencyOf } from './rules.ts'
import { words } from './words.ts'

/** J and K walk the to-dos; Enter opens the one in focus, as any link. */
function useWalk() {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const walk = (event: KeyboardEvent) => {
      const by = { j: 1, k: -1 }[event.key]
      const typing = event.target instanceof Element && event.target.closest('input, textarea, select')
      if (by === undefined || typing || event.ctrlKey || event.metaKey || event.altKey) return
      const links = [...(list.current?.querySelectorAll<HTMLElement>('.todo') ?? [])]
      const at = links.findIndex((link) => link.matches(':focus'))
      links[Math.max(0, Math.min(links.length - 1, at + by))]?.focus()
    }
    document.addEventListener('keydown', walk)
    return () => document.removeEventListener('keydown', walk)
  }, [])
  return list
}

function Line({ todo, today }: { todo: Todo; today: Day }) {
  const t = useSay()
  return (
    <li>
      <Go to={todo.to} className="todo">
        <span className="todo-act">{t(todo.says, todo.facts)}</span>
        <span className="grow">{todo.about}</span>
        {todo.dueOn && <DeadlineTag dueOn={todo.dueOn} today={today} soonWithin={soonWithin} />}
        <Icon name="right" size={12} />
      </Go>
    </li>
  )
}

function Todos({ todos, today }: { todos: readonly Todo[]; today: Day }) {
  const t = useSay()
  const list = useWalk()
  const groups: readonly Urgency[] = ['late', 'soon', 'later']
  if (todos.length === 0)
    return (
      <Card title={t(words.room)}>
        <EmptyNote says={t(words.note.none)} />
      </Card>
    )
  return (
    <div className="stack" ref={list}>
      {groups.map((group) => {
        const lines = todos.filter((todo) => urgencyOf(todo, today) === group)
        if (lines.length === 0) return null
        return (
          <Card key={group} title={t(words.title[group], { days: soonWithin })} aside={<span className="num">{lines.length}</span>} flush>
            <ul>
              {lines.slice(0, 200).map((todo) => (
                <Line key={`${todo.room}${todo.id}`} todo={todo} today={today} />
              ))}
            </ul>
          </Card>
        )
      })}
    </div>
  )
}

const pageOf = { units: '/places', officials: '/auditees', tenures: '/auditees', reports: '/reports' } as const

function Step({ stock, at, mayImport }: { stock: Stock; at: number; mayImport: boolean }) {
  const t = useSay()
  const { what, count } = stock
  return (
    <li className="step-line">
      <span className={count > 0 ? 'step-no step-no-done num' : 'step-no num'} aria-hidden="true">
        {count > 0 ? '✓' : at + 1}
      </span>
      <div className="grow">
        {count === 0 && mayImport ? (
          <Go to={place('/imports/new', { what })}>{t(words.step[what])}</Go>
        ) : (
          <Go to={pageOf[what]}>{t(words.stock[what])}</Go>
        )}
        {count === 0 && <div className="muted small">{t(words.why[what])}</div>}
      </div>
      <b className="num">{count}</b>
    </li>
  )
}

function Steps({ stocks }: { stocks: readonly Stock[] }) {
  const t = useSay()
  const me = useMe()
  const filled = stocks.filter(({ count }) => count > 0).length
  return (
    <Card title={t(words.title.steps)} aside={t(words.note.steady, { done: filled, all: stocks.length })} flush>
      <ol>
        {stocks.map((stock, at) => (
          <Step key={stock.what} stock={stock} at={at} mayImport={me.may.some((name) => name.startsWith('intake.'))} />
        ))}
      </ol>
    </Card>
  )
}

const stateOf = (state: string): { tag: State; says: keyof typeof words.state } => {
  switch (state) {
    case 'done':
      return { tag: 'done', says: 'done' }
    case 'failed':
      return { tag: 'overdue', says: 'failed' }
    case 'undone':
      return { tag: 'planned', says: 'undone' }
    case 'running':
      return { tag: 'running', says: 'running' }
    default:
      return { tag: 'planned', says: 'waiting' }
  }
}

const kinds: Readonly<Record<string, Phrase>> = words.kind

function Imports({ imports }: { imports: readonly RecentImport[] }) {
  const t = useSay()
  return (
    <Card title={t(words.title.imports)} flush>
      {imports.length === 0 && <p className="card-body muted">{t(words.note.noImports)}</p>}
      <ul>
        {imports.map((each) => {
          const { tag, says } = stateOf(each.state)
          const kind = kinds[each.what]
          const title = kind ? t(kind) : each.what
          return (
            <li key={each.id} className="step-line">
              <div className="grow">
                <Go to={place('/imports', { open: each.id })}>{title}</Go>
                <div className="muted small num">
                  {t(words.note.importLine, { accepted: each.accepted, updated: each.updated, refused: each.refused })}
                </div>
              </div>
              <div className="stack stack-tight end">
                <StatusTag state={tag}>{t(words.state[says])}</StatusTag>
                <span className="muted small num">{clockText(each.startedAt)}</span>
              </div>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}

function Desk({ bench }: { bench: Workbench }) {
  const today = useToday()
  const me = useMe()
  const keepsRegisters = me.may.some((name) => name.startsWith('intake.'))
  return (
    <div className={keepsRegisters ? 'grid-side' : ''}>
      <Todos todos={bench.todos} today={today} />
      {keepsRegisters && (
        <div className="stack stack-wide">
          <Steps stocks={bench.stocks} />
          <Imports imports={bench.imports} />
        </div>
      )}
    </div>
  )
}

/** The first page: what waits, what falls due, and how far the registers are filled. */
export function WorkbenchPage() {
  const t = useSay()
  const today = useToday()
  const asked = useAsk(workbench, {})
  const lead = (
    <>
      {t(words.note.day, { today })} · {t(words.note.count, { count: asked.data?.todos.length ?? 0 })} · {t(words.note.keys)}
    </>
  )
  return (
    <Page title={t(words.room)} lead={lead}>
      <Shown ask={asked}>{(bench) => <Desk bench={bench} />}</Shown>
    </Page>
  )
}
