import { useState } from 'react'
import { GradeMark } from '../../../audit/findings/grade.tsx'
import { finished } from '../../../audit/rectification/rules.ts'
import type { Day } from '../../../kernel/day.ts'
import { Card, Segmented } from '../../../web/page-frame.tsx'
import { useSay } from '../../../web/tongue.tsx'
import type { Figures, PortraitFinding } from '../model.ts'
import { postOn } from '../rules.ts'
import { words } from '../words.ts'
import { Timeline } from './timeline.tsx'

const views = ['all', 'current', 'open'] as const
type View = (typeof views)[number]

const isOpen = ({ item }: PortraitFinding) => item !== null && !finished(item.recognised)

/** What one view leaves: everything, the present post, or what is not yet put right. */
function seenIn(figures: Figures, view: View, asOf: Day): Figures {
  if (view === 'all') return figures
  if (view === 'open') return { ...figures, findings: figures.findings.filter(isOpen) }
  const post = postOn(figures.posts, asOf)
  if (!post) return figures
  const audits = figures.audits.filter((audit) => audit.tenure === post.id)
  const findings = figures.findings.filter((finding) => audits.some((audit) => audit.id === finding.project))
  return { ...figures, posts: [post], audits, findings }
}

/** Posts and supervision over time, with its legend and its views. */
export function TimelineCard({ figures, asOf }: { figures: Figures; asOf: Day }) {
  const t = useSay()
  const [view, setView] = useState<View>('all')
  const grades = [...new Set(figures.findings.map((finding) => finding.grade))].sort().reverse()
  const aside = (
    <span className="row portrait-legend">
      {grades.map((grade) => (
        <GradeMark key={grade} grade={grade} word />
      ))}
      <span className="no-print">
        <Segmented<View>
          label={t(words.view.label)}
          value={view}
          options={views.map((value) => ({ value, label: t(words.view[value]) }))}
          onChange={setView}
        />
      </span>
    </span>
  )
  return (
    <Card title={t(words.title.timeline)} aside={aside} className="portrait-timeline">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling part must be reachable by keyboard */}
      <section className="portrait-scroll" tabIndex={0} aria-label={t(words.title.timeline)}>
        <Timeline figures={seenIn(figures, view, asOf)} asOf={asOf} />
      </section>
    </Card>
  )
}
