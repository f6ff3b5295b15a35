import { Button } from 'antd'
import { useState } from 'react'
import { useAct, useAsk } from '../../../web/ask.ts'
import { DeadlineTag } from '../../../web/deadline-tag.tsx'
import { Go, place } from '../../../web/go.tsx'
import { ErrorNote, Shown } from '../../../web/notes.tsx'
import { Card } from '../../../web/page-frame.tsx'
import { Pop } from '../../../web/pop.tsx'
import { useMay, useToday } from '../../../web/session.tsx'
import { StatusTag } from '../../../web/status-tag.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { nameLines } from '../lists/contract.ts'
import { RecordForm } from '../parts/form.tsx'
import { dropTask, logDay, type MemberView, moveTask, saveTask, showTasks, type TaskView } from './contract.ts'
import { TaskState } from './model.ts'
import { words } from './words.ts'

type Open = { task: TaskView | null } | { log: TaskView } | null
type CardProps = { task: TaskView; members: readonly MemberView[]; open(what: Open): void }

function CardMenu({ task, move, open }: { task: TaskView; move(state: TaskState): void; open(what: Open): void }) {
  const t = useSay()
  const drop = useAct(dropTask)
  const mayMove = useMay(moveTask)
  const mayLog = useMay(logDay)
  const leave = (what: Open, close: () => void) => {
    close()
    open(what)
  }
  return (
    <Pop className="link-button" shown="⋯" label={`${t(words.field.title)} ${task.title}`}>
      {(close) => (
        <div className="stack stack-tight">
          {mayMove &&
            TaskState.options
              .filter((state) => state !== task.state)
              .map((state) => (
                <button key={state} type="button" className="link-button" onClick={() => move(state)}>
                  {t(words.action.moveTo, { state: t(words.state[state]) })}
                </button>
              ))}
          {mayLog && (
            <button type="button" className="link-button" onClick={() => leave({ log: task }, close)}>
              {t(words.action.log)}
            </button>
          )}
          {mayMove && (
            <button type="button" className="link-button" onClick={() => leave({ task }, close)}>
              {t(words.action.edit)}
            </button>
          )}
          {mayMove && (
            <button type="button" className="link-button" onClick={() => void drop.run({ id: task.id, version: task.version })}>
              {t(words.action.dropTask)}
            </button>
          )}
          <ErrorNote trouble={drop.trouble} />
        </div>
      )}
    </Pop>
  )
}

function UsedDays({ task, members }: { task: TaskView; members: readonly MemberView[] }) {
  const t = useSay()
  const nameOf = (account: string) => members.find((member) => member.account === account)?.name ?? account
  const shown = `${task.used} / ${task.days}`
  if (task.logs.length === 0) return <span className="num">{shown}</span>
  return (
    <Pop className="link-button num" shown={shown} label={`${t(words.title.used)} ${task.title} ${shown}`}>
      <ul className="stack stack-tight">
        {task.logs.map((log) => (
          <li key={log.id} className="num">
            {log.workedOn} {nameOf(log.account)} {log.days} {log.note}
          </li>
        ))}
      </ul>
    </Pop>
  )
}

function TaskCard({ task, members, open }: CardProps) {
  const t = useSay()
  const today = useToday()
  const move = useAct(moveTask)
  const may = useMay(moveTask)
  const at = TaskState.options.indexOf(task.state)
  const to = (state: TaskState | undefined) => state && may && void move.run({ id: task.id, version: task.version, state })
  return (
    <li className="board-card stack stack-tight" aria-label={`${task.title} · ${t(words.state[task.state])}`}>
      <div className="row">
        <button
          type="button"
          className="link-button"
          onClick={() => may && open({ task })}
          onKeyDown={(event) => {
            if (event.key === 'ArrowRight') to(TaskState.options[at + 1])
            if (event.key === 'ArrowLeft') to(TaskState.options[at - 1])
          }}
        >
          <b>{task.title}</b>
        </button>
        <span className="spring" />
        <CardMenu task={task} move={to} open={open} />
      </div>
      <div className="row muted small">
        <span>{task.name ?? t(words.note.nobody)}</span>
        {task.checkNumber && (
          <Go
            to={place(`/projects/${task.project}/fieldwork`, {
              tab: 'lists',
              list: 'checks',
              ...(task.auditCheck ? { row: task.auditCheck } : {}),
            })}
            className="num"
          >
            {task.checkNumber}
          </Go>
        )}
        <UsedDays task={task} members={members} />
        {task.used > task.days && <StatusTag state="overdue">{t(words.note.over)}</StatusTag>}
      </div>
      {task.dueOn && <DeadlineTag dueOn={task.dueOn} today={today} done={task.state === 'done'} />}
      <ErrorNote trouble={move.trouble} />
    </li>
  )
}

function TaskForm({
  project,
  task,
  members,
  onClose,
}: {
  project: string
  task: TaskView | null
  members: readonly MemberView[]
  onClose(): void
}) {
  const checks = useAsk(nameLines, { project }).data?.checks ?? []
  const t = useSay()
  return (
    <RecordForm
      title={t(words.field.title)}
      contract={saveTask}
      fixed={{ project, ...(task ? { id: task.id, version: task.version } : {}) }}
      fields={[
        { name: 'title', label: t(words.field.title), required: true, value: task?.title ?? null },
        {
          name: 'account',
          label: t(words.field.assignee),
          options: members.map(({ account, name }) => ({ value: account, label: name })),
          value: task?.account ?? null,
        },
        {
          name: 'auditCheck',
          label: t(words.field.check),
          options: checks.map(({ id, number, text }) => ({ value: id, label: `${number} ${text}` })),
          value: task?.auditCheck ?? null,
        },
        { name: 'days', label: t(words.field.days), kind: 'number', required: true, value: task?.days ?? 1 },
        { name: 'dueOn', label: t(words.field.dueOn), kind: 'date', value: task?.dueOn ?? null },
        { name: 'detail', label: t(words.field.detail), kind: 'area', value: task?.detail ?? null },
      ]}
      submit={t(words.action.saveTask)}
      onClose={onClose}
    />
  )
}

function LogForm({ task, onClose }: { task: TaskView; onClose(): void }) {
  const t = useSay()
  const today = useToday()
  return (
    <RecordForm
      title={`${t(words.action.log)} · ${task.title}`}
      contract={logDay}
      fixed={{ task: task.id }}
      fields={[
        { name: 'workedOn', label: t(words.field.workedOn), kind: 'date', required: true, value: today },
        {
          name: 'days',
          label: t(words.field.worked),
          options: [
            { value: '1', label: '1' },
            { value: '0.5', label: '0.5' },
          ],
          required: true,
          value: '1',
        },
        { name: 'note', label: t(words.field.note) },
      ]}
      submit={t(words.action.log)}
      onClose={onClose}
    />
  )
}

/** Tasks in four columns; a card moves by its menu or with the arrow keys. */
export function TaskBoard({ project, members }: { project: string; members: readonly MemberView[] }) {
  const t = useSay()
  const asked = useAsk(showTasks, { project })
  const may = useMay(saveTask)
  const [open, setOpen] = useState<Open>(null)
  return (
    <Card
      title={t(words.title.tasks)}
      aside={
        <span className="row">
          <span className="muted small">{t(words.note.keys)}</span>
          {may && <Button onClick={() => setOpen({ task: null })}>{t(words.action.addTask)}</Button>}
        </span>
      }
    >
      <Shown ask={asked}>
        {(tasks) => (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling part must be reachable by keyboard
          <section className="board" aria-label={t(words.title.tasks)} tabIndex={0}>
            {TaskState.options.map((state) => {
              const own = tasks.filter((task) => task.state === state)
              return (
                <section key={state} className="board-column" aria-label={t(words.state[state])}>
                  <h3>
                    {t(words.state[state])} <span className="num muted">{own.length}</span>
                  </h3>
                  <ul className="stack stack-tight">
                    {own.map((task) => (
                      <TaskCard key={task.id} task={task} members={members} open={setOpen} />
                    ))}
                  </ul>
                </section>
              )
            })}
          </section>
        )}
      </Shown>
      {open && 'task' in open && <TaskForm project={project} task={open.task} members={members} onClose={() => setOpen(null)} />}
      {open && 'log' in open && <LogForm task={open.log} onClose={() => setOpen(null)} />}
    </Card>
  )
}
