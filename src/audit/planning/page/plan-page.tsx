import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { useAddress } from '../../../web/address.ts'
import { fileUrl, useAct, useAsk } from '../../../web/ask.ts'
import { Go, place, useParam } from '../../../web/go.tsx'
import { EmptyNote, Shown } from '../../../web/notes.tsx'
import { Page } from '../../../web/page-frame.tsx'
import { useMay, useMe } from '../../../web/session.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { exportPlan, getPlan, saveVersion, takeStep, undoEdit } from '../contract.ts'
import type { Stage } from '../model.ts'
import { fewFirst } from '../rules/filter.ts'
import type { PlanStepName } from '../rules/records.ts'
import type { BoardItem, PlanView } from '../rules/shapes.ts'
import { stepsFrom } from '../rules/steps.ts'
import { words } from '../words.ts'
import { Board } from './columns.tsx'
import { ConflictsCard } from './conflicts.tsx'
import { Address, type Asked, type BarProps, Filters } from './filters.tsx'
import { Figures, Lead } from './head.tsx'
import './plan.css'
import { Recommend } from './run.tsx'
import { StepDialog } from './step-dialog.tsx'
import { CalendarView, GanttView, MapView, TableView } from './views.tsx'
import { WhyPanel } from './why.tsx'

/** Whether every item of the year is at hand: then the page filters by itself. */
const isWhole = ({ total }: PlanView) => total <= fewFirst
/** Views that show a whole year or nothing. */
const showsAll = (view: Asked['view']) => view !== 'board' && view !== 'table'

const fits = (item: BoardItem, asked: Asked) =>
  (!asked.q || `${item.name}${item.unitName}${item.post}`.includes(asked.q)) &&
  (!asked.class || item.class === asked.class) &&
  (!asked.team || item.team === asked.team) &&
  (!asked.only || item.tags.some(({ code }) => code === 'clash'))

/** Ctrl Z takes the last deed back for as long as nobody has touched it since. */
function useUndoKey(board: PlanView | undefined) {
  const undo = useAct(undoEdit)
  const edit = board?.undo?.id
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const typing = event.target instanceof Element && event.target.closest('input, textarea, select, dialog')
      if (typing || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z' || !edit) return
      event.preventDefault()
      void undo.run({ edit })
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [edit, undo])
}

function Actions({ board }: { board: PlanView }) {
  const t = useSay()
  const id = board.plan.id
  const save = useAct(saveVersion)
  const maySave = useMay(saveVersion)
  return (
    <div className="plan-actions">
      <div className="row">
        <Button href={fileUrl(exportPlan, { plan: id })} download>
          {t(words.action.export)}
        </Button>
        <Go className="plan-link" to={`/plans/${id}/compare`}>
          {board.versions > 1 ? t(words.action.compareWith, { no: board.versions - 1 }) : t(words.action.versions)}
        </Go>
        {maySave && (
          <Button loading={save.pending} onClick={() => void save.run({ plan: id, note: null })}>
            {t(words.action.save)}
          </Button>
        )}
      </div>
      <Recommend view={board} />
    </div>
  )
}

const stagesOf = (items: readonly BoardItem[]): Stage | null => {
  const stages = new Set(items.map(({ stage }) => stage))
  return stages.size === 1 ? ([...stages][0] ?? null) : null
}

/** The steps that lead on for what is marked; without a mark, for the whole of each column. */
function BatchSteps({ marked, onStep }: { marked: readonly BoardItem[]; onStep(step: PlanStepName, items: readonly BoardItem[]): void }) {
  const t = useSay()
  const { role } = useMe()
  const stage = stagesOf(marked)
  if (!useMay(takeStep) || marked.length === 0) return null
  if (!stage) return <p className="muted small">{t(words.note.oneStage)}</p>
  const drops = marked.every(({ change }) => change === 'drop')
  const steps = stepsFrom(stage, role).filter((step) => (drops ? step !== 'approve' : step !== 'strike'))
  return (
    <div className="row batch-bar" role="status">
      <b className="num">{t(words.note.marked, { count: marked.length })}</b>
      {steps.map((step, at) => (
        <Button key={step} type={at === 0 ? 'primary' : 'default'} onClick={() => onStep(step, marked)}>
          {t(words.step[step])}
        </Button>
      ))}
    </div>
  )
}

type MarksProps = { board: PlanView; items: readonly BoardItem[]; onMark(stage: Stage): void; onConflicts(): void }
/** Marks a whole column; and the ways to the conflicts, the course and the years. */
function Marks({ board, items, onMark, onConflicts }: MarksProps) {
  const t = useSay()
  return (
    <div className="row plan-marks no-print">
      {(['candidate', 'consulting', 'meeting', 'committee'] as const)
        .filter((stage) => items.some((item) => item.stage === stage))
        .map((stage) => (
          <button key={stage} type="button" className="link-button small" onClick={() => onMark(stage)}>
            {t(words.action.markAll, { stage: t(words.stage[stage]) })}
          </button>
        ))}
      <span className="spring" />
      <button type="button" className="link-button small" onClick={onConflicts}>
        {t(words.action.conflicts)}
      </button>
      <Go className="small" to={`/plans/${board.plan.id}/course`}>
        {t(words.action.course)}
      </Go>
      <Go className="small" to={`/plans/${board.plan.id}/years`}>
        {t(words.action.years)}
      </Go>
    </div>
  )
}

type ContentProps = { board: PlanView; asked: Asked; set: BarProps['set']; onMore(): void }
function Content({ board, asked, set, onMore }: ContentProps) {
  const t = useSay()
  const { role } = useMe()
  const [marks, setMarks] = useState<ReadonlySet<string>>(new Set())
  const [step, setStep] = useState<{ step: PlanStepName; items: readonly BoardItem[] } | null>(null)
  const items = board.items.filter((item) => fits(item, asked))
  const marked = board.items.filter(({ id }) => marks.has(id))
  const mark = (id: string) => setMarks(new Set(marks.has(id) ? [...marks].filter((each) => each !== id) : [...marks, id]))
  const take = (name: PlanStepName, chosen: readonly BoardItem[]) => setStep({ step: name, items: chosen })
  const shared = {
    view: board,
    items,
    open: asked.open,
    marked: marks,
    onMark: mark,
    onMore,
    onOpen: (tenure: string) => set({ open: tenure, deed: undefined }),
  }
  const markColumn = (stage: Stage) => setMarks(new Set(items.filter((item) => item.stage === stage).map(({ id }) => id)))
  return (
    <>
      <Filters
        board={board}
        asked={asked}
        set={set}
        count={isWhole(board) ? items.length : board.columns.reduce((sum, { count }) => sum + count, 0)}
        marked={marked}
      />
      <Marks board={board} items={items} onMark={markColumn} onConflicts={() => set({ conflicts: 'shown' })} />
      <BatchSteps marked={marked} onStep={take} />
      {asked.conflicts && <ConflictsCard board={board} onOpen={shared.onOpen} onClose={() => set({ conflicts: undefined })} />}
      <div className={asked.open ? 'plan-split' : undefined}>
        <div className="plan-main">
          {board.items.length === 0 && <EmptyNote says={t(words.empty.items)} />}
          {asked.view === 'board' && <Board {...shared} role={role} onStep={take} onHold={(open, deed) => set({ open, deed })} />}
          {asked.view === 'table' && <TableView {...shared} />}
          {asked.view === 'gantt' && <GanttView {...shared} />}
          {asked.view === 'calendar' && <CalendarView {...shared} />}
          {asked.view === 'map' && <MapView {...shared} />}
        </div>
        {asked.open && (
          <WhyPanel
            board={board}
            tenure={asked.open}
            deed={asked.deed}
            onDeed={() => set({ deed: undefined })}
            onClose={() => set({ open: undefined, deed: undefined })}
          />
        )}
      </div>
      {step && <StepDialog {...step} plan={board.plan} onClose={() => setStep(null)} onDone={() => setMarks(new Set())} />}
    </>
  )
}

/** One year's plan: its numbers, its board in five views, why each one is there, and the steps to the approval. */
export function PlanPage() {
  const t = useSay()
  const id = useParam('id')
  const [asked, set] = useAddress(Address)
  const [first, setFirst] = useState(fewFirst)
  const [isLarge, setLarge] = useState(false)
  const { q, class: cls, team, only } = asked
  const wanted = isLarge ? { first: showsAll(asked.view) ? 5000 : first, q, class: cls, team, only } : {}
  const answer = useAsk(getPlan, { id, ...(asked.year ? { year: asked.year } : {}), ...wanted }, { keep: true })
  const grown = answer.data !== undefined && !isWhole(answer.data)
  useEffect(() => setLarge(grown), [grown])
  useUndoKey(answer.data)
  const change: BarProps['set'] = (part) => set(part, { replace: true })
  const title = t(words.title.plan, { year: answer.data?.plan.year ?? '' })
  return (
    <Page
      title={title}
      crumbs={[{ says: t(words.title.plans), to: place('/plans') }]}
      className="plan-page"
      head={
        <header className="plan-head">
          <div className="page-title">
            <h1>{title}</h1>
            <div className="muted">{answer.data && <Lead view={answer.data} />}</div>
          </div>
          {answer.data && <Figures view={answer.data} onClashes={() => change({ only: 'clash' })} />}
          {answer.data && <Actions board={answer.data} />}
        </header>
      }
    >
      <Shown ask={answer} lines={8}>
        {(board) => <Content board={board} asked={asked} set={change} onMore={() => setFirst(first + fewFirst)} />}
      </Shown>
    </Page>
  )
}
