import type { Source } from '../../../kernel/source.ts'
import { useAsk } from '../../../web/ask.ts'
import { place } from '../../../web/go.tsx'
import type { Described } from '../../../web/provenance.tsx'
import { useSay, useTongue } from '../../../web/tongue.tsx'
import { checkPaper } from '../contract.ts'
import type { OwnStatement, Portrait, Quote } from '../model.ts'
import { recordText } from '../portrait.doc.ts'
import { recordNamed } from '../rules.ts'
import { words } from '../words.ts'

/** Hashes the kept file on the server and says whether it is still the one that came in. */
function Seal({ document }: { document: string }) {
  const t = useSay()
  const asked = useAsk(checkPaper, { document })
  if (!asked.data) return null
  return (
    <span className={`tag tag-${asked.data.unchanged ? 'done' : 'overdue'}`} title={asked.data.sha256}>
      {t(asked.data.unchanged ? words.note.shaOk : words.note.shaBad)}
    </span>
  )
}

/** The words a source points at. */
export function Excerpt({ source, quotes }: { source: Source; quotes: readonly Quote[] }) {
  const quote = quotes.find((each) => each.documentId === source.documentId && each.start === source.start && each.end === source.end)
  return quote ? <blockquote className="quote">{quote.text}</blockquote> : null
}

/** Where the record itself is shown. */
function recordPlace(source: Source, { figures, official }: Portrait): string | null {
  const { table, id, finding } = recordNamed(source, figures)
  if (table === 'project') return place('/projects', { open: id })
  if (table === 'rectification') return place('/rectification', { open: id })
  if (table === 'finding' || finding) return place('/findings', { open: finding ?? id })
  return table === 'official' || table === 'tenure' ? place('/auditees', { open: official.id }) : null
}

const paperPlace = ({ documentId, paragraph, start, end }: Source) =>
  documentId ? place(`/reports/${documentId}`, { p: paragraph, s: start, e: end }) : null

export function useOutcome() {
  const t = useSay()
  const { statement } = words
  return ({ kind, outcome }: OwnStatement): string => {
    if (kind === 'objection' && outcome === 'partly') return t(statement.partlyUpheld)
    const known = Object.entries(statement).find(([key]) => key === outcome)
    return known ? t(known[1]) : outcome
  }
}

/** How a source is called, what stands in it, and where it opens. */
export function useDescribe(portrait: Portrait): (source: Source) => Described {
  const t = useSay()
  const tongue = useTongue()
  const outcome = useOutcome()
  return (source) => {
    const { figures, papers } = portrait
    const paper = papers.find((each) => each.id === source.documentId)
    const { table, id, finding } = recordNamed(source, figures)
    const found = figures.findings.find((each) => each.id === finding)
    const audit = figures.audits.find((each) => each.id === (found?.project ?? id))
    const own = figures.statements.filter((each) => each.finding === finding)
    const where = source.paragraph === null ? t(words.note.wholePaper) : t(words.note.paragraph, { no: source.paragraph })
    const lines = [
      ...(paper ? [{ label: t(words.field.paperNumber), value: paper.number ?? audit?.reportNumber ?? null }] : []),
      ...(paper ? [{ label: t(words.field.place), value: where }] : []),
      ...(audit?.reportedOn ? [{ label: t(words.field.date), value: audit.reportedOn }] : []),
      ...(table === 'responsibility' && found ? [{ label: t(words.field.grade), value: t(words.grade[found.grade]) }] : []),
      ...(own.length > 0 ? [{ label: t(words.field.own), value: own.map(outcome).join('、') }] : []),
      { label: t(words.field.record), value: recordText(source, figures, tongue) },
    ]
    const kind = Object.entries(words.record).find(([name]) => name === table)?.[1]
    const called = kind ? t(kind) : table
    return {
      title: paper?.title ?? called,
      lines,
      to: paperPlace(source) ?? recordPlace(source, portrait),
      seal: paper ? <Seal document={paper.id} /> : undefined,
    }
  }
}
