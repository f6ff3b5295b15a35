import type { ReactNode } from 'react'
import { words as findings } from '../../../audit/findings/words.ts'
import { wanYuan } from '../../../kernel/money.ts'
import { useToday } from '../../../web/session.tsx'
import { StatusTag } from '../../../web/status-tag.tsx'
import { useSay } from '../../../web/tongue.tsx'
import type { Portrait } from '../model.ts'
import { countersOf, dueTags, postOn, timeInPost } from '../rules.ts'
import { words } from '../words.ts'

function Post({ portrait }: { portrait: Portrait }) {
  const t = useSay()
  const today = useToday()
  const { figures, asOf, official } = portrait
  const post = postOn(figures.posts, asOf)
  const last = figures.posts.at(-1)
  const parts = [
    post ? `${post.unitName}${post.post}` : last ? `${last.unitName}${last.post} · ${t(words.note.leftPost)}` : t(words.note.noPost),
    ...(official.bornIn ? [t(words.note.born, { month: official.bornIn })] : []),
    ...(post ? [t(words.note.inPost, timeInPost(post, asOf))] : []),
    ...(asOf === today ? [] : [`${t(words.field.asOf)} ${asOf}`]),
  ]
  return (
    <p className="portrait-post">
      {parts.map((part) => (
        <span key={part}>{part}</span>
      ))}
    </p>
  )
}

function Tags({ portrait }: { portrait: Portrait }) {
  const t = useSay()
  const { figures, asOf } = portrait
  const post = postOn(figures.posts, asOf)
  const { overdue, soon, within, allDone } = dueTags(figures.findings, asOf)
  return (
    <p className="row portrait-tags">
      {post?.class && <span className="tag tag-planned">{t(words.note.classTag, { class: post.class })}</span>}
      {overdue > 0 && <StatusTag state="overdue">{t(words.note.overdueTag, { count: overdue })}</StatusTag>}
      {soon > 0 && <StatusTag state="soon">{t(words.note.dueTag, { count: soon, days: within })}</StatusTag>}
      {allDone && <StatusTag state="done">{t(words.note.allDone)}</StatusTag>}
    </p>
  )
}

type CounterProps = { label: string; value: string; measure: string; title?: string | undefined }
const Counter = ({ label, value, measure, title }: CounterProps) => (
  <div title={title}>
    <dt>{label}</dt>
    <dd>
      <b className="num">{value}</b> <span>{measure}</span>
    </dd>
  </div>
)

/** Five plain counts; money in breach stands alone, the other kinds are named apart on demand. */
function Counters({ portrait }: { portrait: Portrait }) {
  const t = useSay()
  const counted = countersOf(portrait.figures)
  const breach = counted.money.find((line) => line.kind === 'breach')
  const apart = counted.money.map((line) => `${t(findings.money[line.kind])} ${wanYuan(line.fen)}`).join('；')
  const { counter, measure } = words
  return (
    <dl className="portrait-counters">
      <Counter label={t(counter.audits)} value={String(counted.audits)} measure={t(measure.times)} />
      <Counter label={t(counter.findings)} value={String(counted.findings)} measure={t(measure.items)} />
      <Counter label={t(counter.direct)} value={String(counted.direct)} measure={t(measure.items)} />
      <Counter
        label={t(counter.rectified)}
        value={counted.percent === null ? '–' : String(counted.percent)}
        measure={counted.percent === null ? '' : t(measure.percent)}
        title={t(words.note.doneOf, { done: counted.done, of: counted.items })}
      />
      <Counter
        label={t(counter.breach)}
        value={breach ? wanYuan(breach.fen) : '0'}
        measure={t(measure.wanYuan)}
        title={apart ? t(words.note.byKind, { list: apart }) : undefined}
      />
    </dl>
  )
}

/** Name, post, tags, counts, and what one may do with the portrait. */
export function Head({ portrait, actions }: { portrait: Portrait; actions: ReactNode }) {
  const { name } = portrait.official
  return (
    <header className="portrait-head">
      <span className="portrait-seal serif" aria-hidden="true">
        {[...name][0]}
      </span>
      <div className="portrait-name">
        <h1>{name}</h1>
        <Post portrait={portrait} />
        <Tags portrait={portrait} />
      </div>
      <Counters portrait={portrait} />
      {actions}
    </header>
  )
}
