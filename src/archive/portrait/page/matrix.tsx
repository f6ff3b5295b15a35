import { Card } from '../../../web/page-frame.tsx'
import { useSay, useTongue } from '../../../web/tongue.tsx'
import type { Figures } from '../model.ts'
import { matrixOf } from '../rules.ts'
import { words } from '../words.ts'

const shade = (count: number) => Math.min(4, count)

/** How many findings of each class fall into each post; a class that recurs in several posts is framed. */
export function ClassMatrix({ figures }: { figures: Figures }) {
  const t = useSay()
  const tongue = useTongue()
  const { rows, recurring } = matrixOf(figures)
  const codes = [...new Set(rows.flatMap((row) => [...row.counts.keys()]))].sort()
  const nameOf = (code: string) => figures.classes.find((each) => each.code === code)?.[tongue] ?? code
  return (
    <Card title={t(words.title.matrix)} aside={t(words.note.repeated)}>
      {rows.length === 0 && <p className="muted">{t(words.note.noFindings)}</p>}
      {rows.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling part must be reachable by keyboard
        <section className="portrait-scroll" tabIndex={0} aria-label={t(words.title.matrix)}>
          <table className="portrait-matrix">
            <thead>
              <tr>
                <th scope="col" className="row-head">
                  <span className="hidden-visually">{t(words.field.tenure)}</span>
                </th>
                {codes.map((code) => (
                  <th key={code} scope="col">
                    {nameOf(code)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ post, counts, recurring: again }) => (
                <tr key={post?.id ?? '-'}>
                  <th scope="row">{post ? `${post.unitName}${post.post}` : t(words.note.noPost)}</th>
                  {codes.map((code) => {
                    const count = counts.get(code) ?? 0
                    return (
                      <td key={code} data-shade={shade(count)} data-recurring={(count > 0 && again.has(code)) || undefined}>
                        {count === 0 ? '–' : count}
                      </td>
                    )
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {recurring.length > 0 && (
        <p className="portrait-recurring">
          {recurring
            .slice(0, 4)
            .map((each) => t(words.note.repeatedIn, { class: nameOf(each.code), count: each.posts }))
            .join('；')}
        </p>
      )}
    </Card>
  )
}
