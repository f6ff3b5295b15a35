import { Go, place } from '../../../web/go.tsx'
import { Card } from '../../../web/page-frame.tsx'
import { useSay } from '../../../web/tongue.tsx'
import type { NamedInReport } from '../model.ts'
import { words } from '../words.ts'

/** Others named in the reports on this official's audits; a name nobody has confirmed says so. */
export function Named({ named }: { named: readonly NamedInReport[] }) {
  const t = useSay()
  const heads = [words.field.name, words.field.postThen, words.field.findings, words.field.report, words.field.status]
  return (
    <Card title={<span id="named">{t(words.title.named)}</span>} flush={named.length > 0}>
      {named.length === 0 && <p className="muted">{t(words.note.noNamed)}</p>}
      {named.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling part must be reachable by keyboard
        <section className="portrait-scroll" tabIndex={0} aria-label={t(words.title.named)}>
          <table className="simple-table">
            <thead>
              <tr>
                {heads.map((head) => (
                  <th key={head.zh} scope="col">
                    {t(head)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {named.map((each) => (
                <tr key={each.id}>
                  <td>
                    <b className="serif">{each.name}</b>
                  </td>
                  <td>{each.post}</td>
                  <td>{each.finding ?? <span className="muted">–</span>}</td>
                  <td>
                    <Go to={place(`/reports/${each.documentId}`, { p: each.paragraph, s: each.start, e: each.end })}>{each.document}</Go>
                  </td>
                  <td>{t(each.confirmed ? words.note.confirmed : words.note.unconfirmed)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Card>
  )
}
