import { useAsk } from '../../../web/ask.ts'
import { Go, place } from '../../../web/go.tsx'
import { Shown } from '../../../web/notes.tsx'
import { Card } from '../../../web/page-frame.tsx'
import { StatusTag } from '../../../web/status-tag.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { citedBy } from '../contract.ts'
import type { Citing } from '../rules/shapes.ts'
import { words } from '../words.ts'
import type { Opened, ReaderAddress } from './reader-address.tsx'

/** The citing words, in the sentence they stand in. */
function Citation({ row }: { row: Citing }) {
  const t = useSay()
  const to = place(`/regulations/${row.regulation}`, { version: row.version, article: row.article, suffix: row.suffix || null })
  const at = row.text.indexOf(row.words)
  return (
    <li>
      <Go to={to} className="serif">
        {row.title} {row.label}
      </Go>
      <p>
        {at < 0 ? (
          row.text
        ) : (
          <>
            {row.text.slice(Math.max(0, at - 40), at)}
            <mark className="mark mark-cited">{row.words}</mark>
            {row.text.slice(at + row.words.length)}
          </>
        )}
      </p>
      {row.earlier && (
        <StatusTag state="soon">{row.earlier.on ? t(words.note.earlier, { on: row.earlier.on }) : t(words.note.earlierUnknown)}</StatusTag>
      )}
    </li>
  )
}

/** Which provisions of other texts cite the chosen article; a citation of an older version says so. */
export function CitedBy({ opened, address }: { opened: Opened; address: ReaderAddress }) {
  const t = useSay()
  const { article, suffix } = address
  const asked = useAsk(citedBy, { version: opened.version.id, article, suffix: article ? suffix : 0, on: address.on }, { keep: true })
  const title = t(words.note.citedBy, { count: asked.data?.total ?? 0 })
  return (
    <Card title={title} aside={article ? `${t(words.field.article)} ${article}` : undefined}>
      <Shown ask={asked}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p className="muted">{article ? t(words.note.citedByNobody) : t(words.note.chooseArticle)}</p>
          ) : (
            <ul className="law-rows">
              {rows.slice(0, 60).map((row) => (
                <Citation key={`${row.version}${row.start}-${row.cited.article}`} row={row} />
              ))}
            </ul>
          )
        }
      </Shown>
    </Card>
  )
}
