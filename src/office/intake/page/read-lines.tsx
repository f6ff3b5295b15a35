import { z } from 'zod'
import { Card } from '../../../web/page-frame.tsx'
import { StatusTag } from '../../../web/status-tag.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { words } from '../words.ts'

const Line = z.object({
  file: z.string(),
  text: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  unit: z.string().nullable(),
  post: z.string().nullable(),
  understood: z.boolean(),
})
export type ReadLine = z.infer<typeof Line>
/** The resume lines a report carries with how each was understood; none when the kind has none. */
export const linesIn = (report: Record<string, unknown>): readonly ReadLine[] => z.array(Line).safeParse(report.lines).data ?? []

function LineRow({ line }: { line: ReadLine }) {
  const t = useSay()
  return (
    <tr>
      <td>{line.file}</td>
      <td>{line.text}</td>
      <td className="num">{line.from}</td>
      <td className="num">{line.to}</td>
      <td>{line.unit}</td>
      <td>{line.post}</td>
      <td>
        <StatusTag state={line.understood ? 'done' : 'soon'}>
          {t(line.understood ? words.note.understood : words.note.notUnderstood)}
        </StatusTag>
      </td>
    </tr>
  )
}

/** Every line of the resumes with its parse, so that a person sees what was understood and what was not. */
export function ReadLines({ lines }: { lines: readonly ReadLine[] }) {
  const t = useSay()
  if (lines.length === 0) return null
  const heads = [
    words.field.file,
    words.field.line,
    words.field.from,
    words.field.until,
    words.field.unit,
    words.field.post,
    words.field.read,
  ]
  return (
    <Card title={t(words.title.lines)} flush>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling part must be reachable by keyboard */}
      <div className="table-scroll" tabIndex={0}>
        <table className="simple-table">
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head.en} scope="col">
                  {t(head)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the lines never change place
              <LineRow key={at} line={line} />
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  )
}
