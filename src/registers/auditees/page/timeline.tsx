import type { Day } from '../../../kernel/day.ts'
import { useSay } from '../../../web/tongue.tsx'
import type { HeldPost, One } from '../contract.ts'
import { words } from '../words.ts'
import { exactly } from './reasons.tsx'
import './parts.css'

const width = 560
const left = 4
const lane = 38
const top = 22

const yearsSince1900 = (day: string) =>
  Number(day.slice(0, 4)) - 1900 + (Number(day.slice(5, 7)) - 1) / 12 + (Number(day.slice(8, 10)) - 1) / 365

type Scale = { x(day: string): number; years: readonly number[] }

function scaleOf(from: string, to: string): Scale {
  const first = Math.floor(yearsSince1900(from))
  const last = Math.ceil(yearsSince1900(to) + 0.3)
  const x = (day: string) => left + ((yearsSince1900(day) - first) / Math.max(1, last - first)) * (width - left * 2)
  const every = Math.ceil((last - first) / 9)
  return { x, years: Array.from({ length: Math.floor((last - first) / every) + 1 }, (_, at) => 1900 + first + at * every) }
}

type Placed = { held: HeldPost; row: number }
/** Posts that overlap stand under each other. */
function placed(tenures: readonly HeldPost[], today: Day): Placed[] {
  const ends: string[] = []
  return tenures
    .toSorted((one, other) => (one.tenure.startsOn < other.tenure.startsOn ? -1 : 1))
    .map((held) => {
      const free = ends.findIndex((end) => end <= `${held.tenure.startsOn.slice(0, 7)}-31`)
      const row = free < 0 ? ends.length : free
      ends[row] = held.tenure.endsOn ?? today
      return { held, row }
    })
}

function Post({ held, row, scale, today, main }: Placed & { scale: Scale; today: Day; main: boolean }) {
  const t = useSay()
  const { tenure, nameThen } = held
  const x = scale.x(tenure.startsOn)
  const wide = Math.max(6, scale.x(tenure.endsOn ?? today) - x - 2)
  const span = `${exactly(tenure.startsOn, tenure.precision)}～${tenure.endsOn ? exactly(tenure.endsOn, tenure.precision) : t(words.page.toNow)}`
  return (
    <svg
      x={x}
      y={top + row * lane}
      width={wide}
      height={lane - 6}
      className="post"
      data-main={main || undefined}
      data-headship={tenure.headship}
    >
      <title>{`${span} ${nameThen} ${tenure.post} ${t(words.headship[tenure.headship])}`}</title>
      <rect x="0.500" y="0.500" width={Math.max(1, wide - 1)} height={lane - 7} rx="3" />
      <text x="6" y="14" className="post-name">
        {tenure.post}
      </text>
      <text x="6" y="27">
        {nameThen}
      </text>
    </svg>
  )
}

function Audits({ audits, scale, y }: { audits: One['audits']; scale: Scale; y: number }) {
  const t = useSay()
  return (
    <g className="audits">
      {audits.map((audit) => {
        const x = scale.x(audit.on)
        return (
          <g key={audit.id}>
            <title>{`${audit.on} ${t(words.auditKind[audit.kind])} ${audit.unitName}`}</title>
            <path d={`M${x} ${y - 6}l6 6-6 6-6-6Z`} />
          </g>
        )
      })}
    </g>
  )
}

/** Posts as bars over the years, audits as diamonds under them, today as a line; every mark also stands as text beside it. */
export function Timeline({ tenures, audits, main, today }: Pick<One, 'tenures' | 'audits' | 'main' | 'today'>) {
  const t = useSay()
  const first = tenures.map(({ tenure }) => tenure.startsOn).toSorted()[0]
  if (first === undefined) return null
  const lastDay = [today, ...tenures.flatMap(({ tenure }) => tenure.endsOn ?? [])].toSorted().at(-1) ?? today
  const scale = scaleOf(first, lastDay)
  const posts = placed(tenures, today)
  const rows = Math.max(...posts.map(({ row }) => row)) + 1
  const bottom = top + rows * lane + (audits.length > 0 ? 22 : 4)
  const now = scale.x(today)
  return (
    <figure className="tenure-line">
      <svg
        viewBox={`0 0 ${width} ${bottom + 14}`}
        role="img"
        aria-label={`${t(words.page.timeline)}：${posts.map(({ held }) => `${held.tenure.startsOn.slice(0, 4)} ${held.nameThen}${held.tenure.post}`).join('；')}`}
      >
        {scale.years.map((year) => (
          <g key={year} className="year">
            <line x1={scale.x(`${year}-01-01`)} x2={scale.x(`${year}-01-01`)} y1={16} y2={bottom} />
            {scale.x(`${year}-01-01`) < width - 26 && (
              <text x={scale.x(`${year}-01-01`) + 2} y={11}>
                {year}
              </text>
            )}
          </g>
        ))}
        {posts.map((post) => (
          <Post key={post.held.tenure.id} {...post} scale={scale} today={today} main={post.held.tenure.id === main} />
        ))}
        <Audits audits={audits} scale={scale} y={top + rows * lane + 8} />
        <line className="today" x1={now} x2={now} y1={16} y2={bottom} />
        <text className="today-word" x={Math.min(now, width - 2)} y={bottom + 11} textAnchor="end">
          {t(words.page.today)} {today.slice(5)}
        </text>
      </svg>
    </figure>
  )
}
