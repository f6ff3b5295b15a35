import { Go, type Place, place } from '../../../web/go.tsx'
import { Card } from '../../../web/page-frame.tsx'
import { StatusTag } from '../../../web/status-tag.tsx'
import { useSay } from '../../../web/tongue.tsx'
import type { CompilationView } from '../contract.ts'
import type { Figure, FigureRoom, ReportSection, YearReport } from '../model.ts'
import { figureText, piecesOf } from '../rules/report.ts'
import { words } from '../words.ts'
import { AreaField } from './forms.tsx'

type Props = { view: CompilationView; content: YearReport; editable: boolean; onChange(content: YearReport): void }

const pathOf: Readonly<Record<FigureRoom, string>> = {
  projects: '/projects',
  findings: '/findings',
  rectification: '/rectification',
  leads: '/leads',
}
/** The list that holds the rows behind a number. */
const rowsOf = ({ room, query }: Figure): Place => place(pathOf[room], query)

const nowOf = (view: CompilationView, { tag }: Figure): number | null => view.figures.find((each) => each.tag === tag)?.value ?? null

/** A text with its numbers in place, each a link to its rows; one that differs from today says so. */
function Printed({ text, figures, view }: { text: string; figures: readonly Figure[]; view: CompilationView }) {
  const t = useSay()
  return (
    <p className="printed-text">
      {piecesOf(text).map((piece, at) => {
        const figure = 'tag' in piece ? figures.find(({ tag }) => tag === piece.tag) : undefined
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a text have no identity but their place
        if (!figure) return 'tag' in piece ? <mark key={at}>{`{${piece.tag}}`}</mark> : piece.text
        const now = nowOf(view, figure)
        const differs = now !== null && now !== figure.value
        const title = `${figure.tag}${differs ? ` · ${t(words.note.differs, { now: figureText(figure, now) })}` : ''}`
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <Go key={at} to={rowsOf(figure)} title={title} className={differs ? 'figure-differs num' : 'num'}>
            {`${figureText(figure, figure.value)}${differs ? '▲' : ''}`}
          </Go>
        )
      })}
    </p>
  )
}

type SectionProps = {
  section: ReportSection
  at: number
  content: YearReport
  view: CompilationView
  onChange: ((section: ReportSection) => void) | null
}
function Section({ section, at, content, view, onChange }: SectionProps) {
  const t = useSay()
  return (
    <section className="stack" aria-label={section.heading}>
      <h3>{section.heading}</h3>
      <Printed text={section.text} figures={content.figures} view={view} />
      {onChange && (
        <div className="no-print">
          <AreaField
            label={`${t(words.field.text)} ${at + 1}`}
            value={section.text}
            rows={4}
            onChange={(text) => onChange({ ...section, text })}
          />
        </div>
      )}
    </section>
  )
}

function FigureRow({ figure, now }: { figure: Figure; now: number | null }) {
  const t = useSay()
  const differs = now !== null && now !== figure.value
  return (
    <tr>
      <th scope="row">{figure.tag}</th>
      <td className="num end">
        <Go to={rowsOf(figure)} label={`${figure.tag} ${t(words.field.rows)}`}>
          {figureText(figure, figure.value)}
        </Go>
      </td>
      <td className="num end">{now === null ? '' : figureText(figure, now)}</td>
      <td>
        <StatusTag state={differs ? 'soon' : 'done'}>
          {differs && now !== null ? t(words.note.differs, { now: figureText(figure, now) }) : t(words.note.same)}
        </StatusTag>
      </td>
    </tr>
  )
}

type FiguresProps = { title: string; figures: readonly Figure[]; nowOf(figure: Figure): number | null }
function Figures({ title, figures, nowOf }: FiguresProps) {
  const t = useSay()
  const differing = figures.filter((each) => (nowOf(each) ?? each.value) !== each.value).length
  const aside = differing > 0 ? <StatusTag state="soon">{t(words.note.differing, { count: differing })}</StatusTag> : null
  const heads = [words.field.tag, words.field.drawn, words.field.now, words.field.judged]
  return (
    <Card title={title} aside={aside} className="no-print" flush>
      <table className="simple-table" aria-label={title}>
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
          {figures.map((figure) => (
            <FigureRow key={figure.tag} figure={figure} now={nowOf(figure)} />
          ))}
        </tbody>
      </table>
    </Card>
  )
}

/** The report: its text with numbers that open their rows, and each number beside what it comes to today. */
export function ReportEditor({ view, content, editable, onChange }: Props) {
  const t = useSay()
  const { sections, figures } = content
  const put = (at: number) => (section: ReportSection) =>
    onChange({ ...content, sections: sections.map((each, no) => (no === at ? section : each)) })
  return (
    <>
      <Card
        title={t(words.kind.report)}
        aside={editable && <span className="no-print">{t(words.note.tagHelp, { tag: `{${figures[0]?.tag ?? ''}}` })}</span>}
      >
        <div className="stack">
          {sections.map((section, at) => (
            <Section key={section.heading} {...{ section, at, content, view }} onChange={editable ? put(at) : null} />
          ))}
        </div>
      </Card>
      <Figures title={t(words.title.figures)} figures={figures} nowOf={(figure) => nowOf(view, figure)} />
      {view.leads && (
        <Figures
          title={t(words.title.restricted)}
          figures={view.leads}
          nowOf={({ tag }) => view.leads?.find((each) => each.tag === tag)?.now ?? null}
        />
      )}
    </>
  )
}
