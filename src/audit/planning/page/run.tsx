import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { answers, useAct, useAsk } from '../../../web/ask.ts'
import { useEvents } from '../../../web/events.tsx'
import { ErrorNote } from '../../../web/notes.tsx'
import { useMay, useToday } from '../../../web/session.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { cancelRun, getRun, Progress, recommend } from '../contract.ts'
import type { PlanRun } from '../rules/records.ts'
import type { PlanView } from '../rules/shapes.ts'
import { words } from '../words.ts'

const isOver = (state: string) => !['waiting', 'running', 'cancelling'].includes(state)
const gapOf = ({ cost, bound }: { cost: number | null; bound: number | null }) =>
  cost === null || bound === null || cost === 0 ? '–' : ((100 * (cost - bound)) / cost).toFixed(2)
const points = (value: number | null) => (value === null ? '–' : value.toFixed(1))

/** The run that is under way or was the last, as it moves: by events, and by asking again where none come. */
function useRun(given: PlanRun | null) {
  const [id, setId] = useState<string | null>(given && !isOver(given.state) ? given.id : null)
  const [news, setNews] = useState<Progress | null>(null)
  const asked = useAsk(getRun, { id: id ?? '' }, { when: id !== null, every: 700 })
  useEvents('planning.progress', Progress, (told) => told.id === id && setNews(told))
  const run = asked.data
  const over = run ? isOver(run.state) : false
  useEffect(() => {
    if (over)
      void answers.invalidateQueries({
        predicate: ({ queryKey }) => String(queryKey[0]).startsWith('planning.') && queryKey[0] !== 'planning.run',
      })
  }, [over])
  return { run, news, over, follow: setId, forget: () => setId(null) }
}

function Bar({ run, news }: { run: PlanRun; news: Progress | null }) {
  const t = useSay()
  const done = Math.round(100 * Math.max(news?.done ?? 0, run.done))
  const numbers = news ?? run
  const facts = { bound: points(numbers.bound), cost: points(numbers.cost), gap: gapOf(numbers) }
  return (
    <div className="plan-progress" role="status">
      <progress max={100} value={done} aria-label={t(words.runState[run.state])} />
      <span className="num small">{`${t(words.runState[run.state])} ${done}% · ${t(words.note.solving, facts)}`}</span>
    </div>
  )
}

function Result({ run }: { run: PlanRun }) {
  const t = useSay()
  const refusals: Readonly<Record<string, { zh: string; en: string }>> = words.refusal
  if (run.why)
    return (
      <p className="note note-error">
        {refusals[run.why] ? t(refusals[run.why] ?? words.runState.failed, run.facts) : `${t(words.runState.failed)} ${run.why}`}
      </p>
    )
  const facts = { count: run.facts.count ?? 0, no: run.facts.no ?? '', gap: gapOf(run) }
  const released = Number(run.facts.released ?? 0)
  return (
    <>
      <p className="small num muted">{`${t(words.runState[run.state])}：${t(words.note.solved, facts)}`}</p>
      {Number(run.facts.pins ?? 0) > 0 && <p className="note">{t(words.note.pinsOvertaken, { count: run.facts.pins ?? 0 })}</p>}
      {released > 0 && <p className="note">{t(words.note.releasedCount, { count: released })}</p>}
    </>
  )
}

/** The one button: recommends, shows bound, cost and gap while it works, can be stopped, and keeps the best. */
export function Recommend({ view }: { view: PlanView }) {
  const t = useSay()
  const may = useMay(recommend)
  const now = Number(useToday().slice(0, 4))
  const act = useAct(recommend)
  const stop = useAct(cancelRun)
  const { run, news, over, follow } = useRun(view.run)
  const press = async (replan: boolean) => {
    const outcome = await act.run({ plan: view.plan.id, replan })
    if (outcome.ok) follow(outcome.value.id)
  }
  const busy = run !== undefined && !over
  const canReplan = view.plan.state === 'approved'
  if (!may) return null
  return (
    <div className="plan-run">
      {busy && (
        <>
          <Bar run={run} news={news} />
          <Button loading={stop.pending} onClick={() => void stop.run({ id: run.id })}>
            {t(words.action.stop)}
          </Button>
        </>
      )}
      {!busy && (
        <div className="row plan-run-buttons">
          {canReplan && (
            <Button type="primary" disabled={view.plan.year < now} loading={act.pending} onClick={() => void press(true)}>
              {t(words.action.replan)}
            </Button>
          )}
          {!canReplan && (
            <Button type="primary" disabled={view.plan.year < now} loading={act.pending} onClick={() => void press(false)}>
              {t(words.action.recommend)}
            </Button>
          )}
        </div>
      )}
      {over && run && <Result run={run} />}
      <ErrorNote trouble={act.trouble ?? stop.trouble} />
    </div>
  )
}
