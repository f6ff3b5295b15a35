import { useSay } from '../../../web/tongue.tsx'
import type { BoardItem, Tag } from '../rules/shapes.ts'
import { words } from '../words.ts'

const sentences: Readonly<Record<string, { zh: string; en: string }>> = words.tag

export function Tags({ tags }: { tags: readonly Tag[] }) {
  const t = useSay()
  return tags.map((tag) => (
    <span key={tag.code} className={tag.warns ? 'chip chip-warns' : 'chip'}>
      {t(sentences[tag.code] ?? { zh: tag.code, en: tag.code }, tag.facts)}
    </span>
  ))
}

/** A change that the card proposes, or that it goes with the other head. */
function Kinds({ item }: { item: BoardItem }) {
  const t = useSay()
  const slot = t(words.quarterShort, { window: item.window })
  return (
    <>
      {item.change === 'move' && <span className="chip chip-warns">{t(words.tag.move, { slot })}</span>}
      {item.change === 'drop' && <span className="chip chip-warns">{t(words.tag.drop)}</span>}
      {item.together && <span className="chip">{t(words.tag.together)}</span>}
    </>
  )
}

function Corner({ item }: { item: BoardItem }) {
  const t = useSay()
  const { replies, stage } = item
  if (stage === 'consulting' && replies) return <span className="muted num">{t(words.note.replies, replies)}</span>
  if (stage === 'meeting')
    return (
      <span className="muted">
        {replies && replies.objections > 0 ? t(words.note.reserved, { count: replies.objections }) : t(words.note.unanimous)}
      </span>
    )
  return <span className="muted num">{`Q${item.window}`}</span>
}

export function ClassMark({ value }: { value: string | null }) {
  return value ? <span className={value === 'A' ? 'class-mark class-a' : 'class-mark'}>{value}</span> : null
}

/** What a card shows: whom, where, why now, how heavy the duty is, and how many days it takes. */
export function CardFace({ item }: { item: BoardItem }) {
  const t = useSay()
  return (
    <>
      <span className="plan-card-head">
        <b className="serif">{item.name}</b> <ClassMark value={item.class} />
        <span className="spring" />
        <Corner item={item} />
      </span>
      <span className="plan-card-post">{`${item.unitName} ${item.post}`}</span>
      <span className="plan-card-tags">
        <Kinds item={item} />
        <Tags tags={item.tags} />
      </span>
      <span className="plan-card-foot">
        <span className="score-bar" aria-hidden="true">
          <span style={{ width: `${item.score}%` }} />
        </span>
        <b className="num">{item.score}</b>
        <span className="spring" />
        <span className="muted num">{t(words.note.days, { days: item.effortDays })}</span>
      </span>
    </>
  )
}
