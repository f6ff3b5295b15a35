import type { Day } from '../../../../kernel/day.ts'
import { Card } from '../../../../web/page-frame.tsx'
import { useToday } from '../../../../web/session.tsx'
import { useSay } from '../../../../web/tongue.tsx'
import type { ProjectStep } from '../../model.ts'
import type { DeadlineView } from '../../room.contract.ts'
import { words as caseWords } from '../../rules/case.words.ts'
import { rights } from '../../rules/counting.ts'
import { type LaneKey, laneOf, lanes, monthsIn, placeOn, type Span, spanOf } from '../../rules/lanes.ts'
import { words } from '../../rules/room.words.ts'

const width = 1000
const gutter = 104
const lane = 46
const top = 26
const drawn = width - gutter - 16

const isKnown = (step: string): step is keyof typeof caseWords.step => step in caseWords.step
const x = (day: Day, span: Span) => gutter + placeOn(day, span, drawn)

function Frame({ span, today }: { span: Span; today: Day }) {
  const t = useSay()
  const bottom = top + lanes.length * lane
  return (
    <>
      {lanes.map((key, index) => (
        <g key={key}>
          <rect x={0} y={top + index * lane} width={width} height={lane} className={index % 2 === 0 ? 'lane-even' : 'lane-odd'} />
          <text x={8} y={top + index * lane + lane / 2 + 4} className="lane-name">
            {t(words.lane[key])}
          </text>
        </g>
      ))}
      {monthsIn(span, 10).map((month) => (
        <g key={month}>
          <line x1={x(month, span)} x2={x(month, span)} y1={top} y2={bottom} className="lane-month" />
          <text x={x(month, span) + 3} y={17} className="lane-tick">
            {month.slice(0, 7)}
          </text>
        </g>
      ))}
      <line x1={x(today, span)} x2={x(today, span)} y1={top - 6} y2={bottom} className="lane-today" />
    </>
  )
}

/** Steps of one lane that share a day stand a little apart. */
function offsets(steps: readonly ProjectStep[], span: Span): ReadonlyMap<string, number> {
  const last = new Map<LaneKey, number>()
  return new Map(
    steps.map((step) => {
      const key = laneOf(step)
      const at = Math.max(x(step.takenOn, span), (last.get(key) ?? -99) + 13)
      last.set(key, at)
      return [step.id, at]
    }),
  )
}

function Taken({ step, at }: { step: ProjectStep; at: number }) {
  const t = useSay()
  const title = isKnown(step.step) ? t(caseWords.step[step.step]) : step.step
  const y = top + lanes.indexOf(laneOf(step)) * lane + lane / 2
  return (
    <circle cx={at} cy={y} r={5} className={step.from === step.to ? 'lane-step lane-beside' : 'lane-step'}>
      <title>{`${step.takenOn} ${title} ${step.name}`}</title>
    </circle>
  )
}

const laneOfDeadline = ({ party }: DeadlineView): LaneKey => (party ? 'parties' : 'office')
function Diamond({ deadline, span, today }: { deadline: DeadlineView; span: Span; today: Day }) {
  const cx = x(deadline.dueOn, span)
  const y = top + lanes.indexOf(laneOfDeadline(deadline)) * lane + lane / 2
  const late = deadline.state === 'running' && deadline.kind === 'latest' && !rights.includes(deadline.rule) && deadline.dueOn < today
  const kind = deadline.state === 'running' ? (late ? 'overdue' : 'running') : 'done'
  return (
    <path d={`M${cx} ${y - 8}L${cx + 7} ${y}L${cx} ${y + 8}L${cx - 7} ${y}Z`} className={`lane-diamond lane-diamond-${kind}`}>
      <title>{`${deadline.dueOn} ${deadline.title} ${deadline.partyName ?? ''}`}</title>
    </path>
  )
}

/** Who did what when: a lane for each side, a dot for each step, a diamond for each statutory day, a line for today. */
export function Lanes({ steps, deadlines }: { steps: readonly ProjectStep[]; deadlines: readonly DeadlineView[] }) {
  const t = useSay()
  const today = useToday()
  const span = spanOf(steps, deadlines, today)
  const at = offsets(steps, span)
  return (
    <Card
      title={t(words.title.lanes)}
      aside={
        <span className="muted">
          ● {t(words.title.history)} · ◆ {t(words.title.deadlines)}
        </span>
      }
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling part must be reachable by keyboard */}
      <section className="lanes-scroll" aria-label={t(words.title.lanes)} tabIndex={0}>
        <svg viewBox={`0 0 ${width} ${top + lanes.length * lane + 6}`} className="lanes" role="img" aria-label={t(words.title.lanes)}>
          <Frame span={span} today={today} />
          {deadlines.map((deadline) => (
            <Diamond key={deadline.id} deadline={deadline} span={span} today={today} />
          ))}
          {steps.map((step) => (
            <Taken key={step.id} step={step} at={at.get(step.id) ?? 0} />
          ))}
        </svg>
      </section>
    </Card>
  )
}
