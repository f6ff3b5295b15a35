import { useState } from 'react'
import { useAsk } from '../../../web/ask.ts'
import { Go, place } from '../../../web/go.tsx'
import { Shown } from '../../../web/notes.tsx'
import { Card } from '../../../web/page-frame.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { compareVersions } from '../contract.ts'
import type { ComparedPair, VersionHead } from '../rules/shapes.ts'
import { words } from '../words.ts'
import type { Opened } from './reader-address.tsx'

type Side = 'old' | 'new'

/** One side of a pair: its own words, what the other side lacks marked. */
function Words({ pair, side }: { pair: ComparedPair; side: Side }) {
  const t = useSay()
  const article = pair[side]
  if (!article) return <span className="muted">{t(words.note.goneArticle)}</span>
  return (
    <>
      <span className="law-label">{article.label}</span>
      {pair.parts.map((part, at) => {
        const key = `${at}${part.op}`
        if (part.op === 'same') return <span key={key}>{part.text}</span>
        if (part.op === 'gone') return side === 'old' && <del key={key}>{part.text}</del>
        return side === 'new' && <ins key={key}>{part.text}</ins>
      })}
    </>
  )
}

const textOf = (version: VersionHead) => version.countsFrom ?? version.name

/** Two texts of one title side by side, the older left: articles as they correspond, every changed word marked. */
export function Compare({ opened, other }: { opened: Opened; other: string }) {
  const t = useSay()
  const [all, setAll] = useState(false)
  const [from, to] = opened.versions.filter(({ id }) => id === other || id === opened.version.id).map(({ id }) => id)
  const asked = useAsk(compareVersions, { from: from ?? other, to: to ?? opened.version.id }, { keep: true })
  const back = <Go to={place(`/regulations/${opened.regulation.id}`, { version: opened.version.id })}>{t(words.action.leaveCompare)}</Go>
  return (
    <Shown ask={asked}>
      {({ pairs, counts, ...sides }) => (
        <Card title={t(words.title.compare)} aside={back} flush>
          <div className="row card-body">
            <span>{t(words.note.same, { count: counts.same })}</span>
            <span>{t(words.note.changed, { count: counts.changed })}</span>
            <span>{t(words.note.gone, { count: counts.gone })}</span>
            <span>{t(words.note.fresh, { count: counts.new })}</span>
            <label className="row">
              <input type="checkbox" checked={!all} onChange={(event) => setAll(!event.target.checked)} />
              {t(words.note.onlyChanges)}
            </label>
          </div>
          <table className="law-compare">
            <thead>
              <tr>
                <th scope="col">{textOf(sides.from)}</th>
                <th scope="col">{textOf(sides.to)}</th>
              </tr>
            </thead>
            <tbody>
              {pairs
                .filter((pair) => all || !pair.same)
                .map((pair) => (
                  <tr key={`${pair.old?.label}${pair.new?.label}`}>
                    <td>
                      <Words pair={pair} side="old" />
                    </td>
                    <td>
                      <Words pair={pair} side="new" />
                    </td>
                  </tr>
                ))}
            </tbody>
          </table>
        </Card>
      )}
    </Shown>
  )
}
