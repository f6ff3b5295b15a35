import { useState } from 'react'
import { finished } from '../../../audit/rectification/rules.ts'
import type { Day } from '../../../kernel/day.ts'
import { DeadlineTag } from '../../../web/deadline-tag.tsx'
import { Go, place } from '../../../web/go.tsx'
import { Card } from '../../../web/page-frame.tsx'
import { usePrinting } from '../../../web/printing.ts'
import { StatusTag } from '../../../web/status-tag.tsx'
import { useSay } from '../../../web/tongue.tsx'
import type { PortraitFinding, PortraitItem } from '../model.ts'
import { words } from '../words.ts'

type Row = { finding: PortraitFinding; item: PortraitItem }
/** What is open stands first, by its due day; then what is done. */
const inOrder = (one: Row, other: Row) => {
  const done = Number(finished(one.item.recognised)) - Number(finished(other.item.recognised))
  if (done !== 0) return done
  return (one.item.dueOn ?? '9999') < (other.item.dueOn ?? '9999') ? -1 : 1
}

function Standing({ item, asOf }: { item: PortraitItem; asOf: Day }) {
  const t = useSay()
  if (item.closedOn) return <StatusTag state="done">{t(words.note.closedOn, { day: item.closedOn })}</StatusTag>
  if (finished(item.recognised)) return <StatusTag state="done">{t(words.note.recognised)}</StatusTag>
  return <DeadlineTag dueOn={item.dueOn} today={asOf} soonWithin={30} />
}

const shownFirst = 8

/** The rectification of every finding this official answers for; what is open first. */
export function Items({ findings, asOf }: { findings: readonly PortraitFinding[]; asOf: Day }) {
  const t = useSay()
  const [all, setAll] = useState(false)
  const printing = usePrinting()
  const rows = findings.flatMap((finding): Row[] => (finding.item ? [{ finding, item: finding.item }] : [])).sort(inOrder)
  return (
    <Card title={t(words.title.rectification)} aside={t(words.note.manyAudits, { count: rows.length })}>
      {rows.length === 0 && <p className="muted">{t(words.note.noItems)}</p>}
      <ul className="portrait-items">
        {(all || printing ? rows : rows.slice(0, shownFirst)).map(({ finding, item }) => (
          <li key={item.id}>
            <Go to={place('/rectification', { open: item.id })}>{finding.title}</Go>
            <Standing item={item} asOf={asOf} />
          </li>
        ))}
      </ul>
      {!all && rows.length > shownFirst && (
        <button type="button" className="link-button no-print" onClick={() => setAll(true)}>
          {t(words.note.allItems, { count: rows.length })}
        </button>
      )}
    </Card>
  )
}
