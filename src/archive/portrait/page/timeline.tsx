import { finished } from '../../../audit/rectification/rules.ts'
import { type Day, day } from '../../../kernel/day.ts'
import type { Phrase } from '../../../kernel/say.ts'
import { useSay } from '../../../web/tongue.tsx'
import type { Figures, PortraitAudit, PortraitFinding } from '../model.ts'
import { words } from '../words.ts'
import { auditOn, fitted, frame, inRows, type PlacedPost, type Scale, scaleOf } from './scale.tsx'

type Group = { audit: PortraitAudit; findings: readonly PortraitFinding[]; x: number }

const Label = ({ y, says }: { y: number; says: Phrase }) => {
  const t = useSay()
  return (
    <text x={0} y={y + 4} className="tl-label">
      {t(says)}
    </text>
  )
}

function Years({ scale, height }: { scale: Scale; height: number }) {
  return scale.years.map((year) => {
    const x = scale.x(day(`${year}-01-01`))
    return (
      <g key={year}>
        <line x1={x} x2={x} y1={frame.axis - 4} y2={height} className="tl-grid" />
        <text x={x} y={12} className="tl-year">
          {year}
        </text>
      </g>
    )
  })
}

function Post({ placed: { post, row }, scale, asOf }: { placed: PlacedPost; scale: Scale; asOf: Day }) {
  const t = useSay()
  const x = scale.x(post.startsOn)
  const width = Math.max(4, scale.x(post.endsOn ?? asOf) - x - 1)
  const y = frame.axis + row * frame.post
  const under = post.endsOn === null ? `${post.unitName} · ${t(words.note.now)}` : post.unitName
  return (
    <g>
      <rect x={x} y={y} width={width} height={frame.post - 3} rx={3} className={post.endsOn === null ? 'tl-post tl-post-now' : 'tl-post'} />
      <text x={x + 7} y={y + 12} className="tl-post-name">
        {fitted(post.post, width, 11)}
      </text>
      <text x={x + 7} y={y + 23} className="tl-small">
        {fitted(under, width, 9.5)}
      </text>
    </g>
  )
}

function AuditMark({ group: { audit, findings, x }, y, room }: { group: Group; y: number; room: number }) {
  const t = useSay()
  return (
    <g>
      <rect x={x - 12} y={y - 8} width={24} height={16} rx={2} className="tl-audit" />
      <text x={x} y={y + 4} className="tl-count">
        {findings.length}
      </text>
      {room > 44 && (
        <text x={x + 16} y={y + 4} className="tl-note">
          {t(words.kind[audit.kind])}
        </text>
      )}
    </g>
  )
}

const Diamond = ({ x, y, size }: { x: number; y: number; size: number }) => (
  <path d={`M${x} ${y - size}L${x + size} ${y}L${x} ${y + size}L${x - size} ${y}Z`} className="tl-direct" />
)

/** A blue circle of leading, a red diamond of direct, a grey square of supervising responsibility; the count inside. */
function GradeMarks({ group: { findings, x }, y }: { group: Group; y: number }) {
  const count = (grade: PortraitFinding['grade']) => findings.filter((finding) => finding.grade === grade).length
  const marks = (['leading', 'direct', 'supervising'] as const).filter((grade) => count(grade) > 0)
  return marks.map((grade, at) => {
    const cx = x + (at - (marks.length - 1) / 2) * 23
    return (
      <g key={grade}>
        {grade === 'leading' && <circle cx={cx} cy={y} r={10} className="tl-leading" />}
        {grade === 'direct' && <Diamond x={cx} y={y} size={11} />}
        {grade === 'supervising' && <rect x={cx - 9} y={y - 9} width={18} height={18} className="tl-supervising" />}
        <text x={cx} y={y + 4} className="tl-count">
          {count(grade)}
        </text>
      </g>
    )
  })
}

function Tolerances({ figures, scale, y }: { figures: Figures; scale: Scale; y: number }) {
  const t = useSay()
  const decided = figures.findings.flatMap((finding) => (finding.tolerance ? [finding.tolerance.decidedOn] : []))
  return [...new Set(decided)].map((on) => {
    const x = scale.x(on)
    const left = x > frame.width - 150
    const count = decided.filter((each) => each === on).length
    return (
      <g key={on}>
        <circle cx={x} cy={y} r={6} className="tl-tolerance" />
        <path d={`M${x - 3} ${y}l2.200 2.400l4 -4.600`} className="tl-tick" />
        <text x={left ? x - 11 : x + 11} y={y + 4} className={left ? 'tl-note tl-end' : 'tl-note'}>
          {t(words.note.tolerated, { count })}
        </text>
      </g>
    )
  })
}

/** From the audit to its last due or closing day; filled as far as its items are recognised as done. */
type BarProps = { group: Group; scale: Scale; y: number; asOf: Day; room: number }
function ItemBar({ group: { findings, x }, scale, y, asOf, room }: BarProps) {
  const items = findings.flatMap((finding) => (finding.item ? [finding.item] : []))
  if (items.length === 0) return null
  const done = items.filter((item) => finished(item.recognised)).length
  const ends = items.flatMap((item) => item.closedOn ?? item.recognisedOn ?? item.dueOn ?? []).sort()
  const last = ends.at(-1)
  const until = last && last < asOf ? last : asOf
  const start = Math.min(x, frame.width - frame.right - 34)
  const width = Math.max(30, scale.x(until) - start)
  const whole = done === items.length
  const above = room < width + 40
  return (
    <g>
      <rect x={start} y={y - 6} width={width} height={12} rx={2} className={whole ? 'tl-bar tl-bar-done' : 'tl-bar'} />
      <rect x={start} y={y - 6} width={(width * done) / items.length} height={12} rx={2} className={whole ? 'tl-fill-done' : 'tl-fill'} />
      <text x={above ? start + width : start + width + 5} y={above ? y - 10 : y + 4} className={above ? 'tl-strong tl-end' : 'tl-strong'}>
        {done}/{items.length}
      </text>
    </g>
  )
}

const groupsOf = ({ audits, findings }: Figures, scale: Scale): Group[] =>
  audits.map((audit) => ({ audit, findings: findings.filter((finding) => finding.project === audit.id), x: scale.x(auditOn(audit)) }))

/** Posts, audits, findings by grade, tolerance, rectification, and the day of the portrait. */
export function Timeline({ figures, asOf }: { figures: Figures; asOf: Day }) {
  const t = useSay()
  const scale = scaleOf(figures, asOf)
  const { placed, rows } = inRows(figures.posts)
  const groups = groupsOf(figures, scale)
  const lane = (at: number) => frame.axis + rows * frame.post + 20 + at * frame.lane
  const height = lane(3) + 22
  const now = scale.x(asOf)
  const said = [words.lane.posts, words.lane.audits, words.lane.findings].map((each) => t(each)).join('、')
  return (
    <svg viewBox={`0 0 ${frame.width} ${height + 16}`} role="img" aria-label={`${t(words.title.timeline)}：${said}`} className="timeline">
      <Years scale={scale} height={height} />
      <Label y={frame.axis + 13} says={words.lane.posts} />
      {placed.map((each) => (
        <Post key={each.post.id} placed={each} scale={scale} asOf={asOf} />
      ))}
      {(['audits', 'findings', 'tolerance', 'rectification'] as const).map((name, at) => (
        <Label key={name} y={lane(at)} says={words.lane[name]} />
      ))}
      {groups.map((group, at) => (
        <g key={group.audit.id}>
          <AuditMark group={group} y={lane(0)} room={(groups[at + 1]?.x ?? frame.width) - group.x - 12} />
          <GradeMarks group={group} y={lane(1)} />
          <ItemBar group={group} scale={scale} y={lane(3)} asOf={asOf} room={(groups[at + 1]?.x ?? now) - group.x} />
        </g>
      ))}
      <Tolerances figures={figures} scale={scale} y={lane(2)} />
      <line x1={now} x2={now} y1={frame.axis - 6} y2={height} className="tl-now" />
      <text x={now} y={height + 12} className="tl-now-day tl-end">
        {asOf}
      </text>
    </svg>
  )
}
