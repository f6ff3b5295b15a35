import { Go, place } from '../../../web/go.tsx'
import { Card, type FieldRow, Fields } from '../../../web/page-frame.tsx'
import { useSay } from '../../../web/tongue.tsx'
import type { OnePaper } from '../contract.ts'
import type { GuessRule } from '../model.ts'
import { words } from '../words.ts'

type Spot = { start: number; end: number } | { paragraph: number } | undefined

function Found({ rule }: { rule: GuessRule }) {
  const t = useSay()
  return <span className="muted small paper-rule">{t(words.rule[rule])}</span>
}

/** Which words the link has landed on. */
function quoted(paper: OnePaper, spot: Spot): { no: number; start: number; end: number } | null {
  if (!spot) return null
  const holder = paper.paragraphs.find((each) =>
    'paragraph' in spot ? each.no === spot.paragraph : each.startsAt <= spot.start && spot.start < each.endsAt,
  )
  if (!holder) return null
  const { no, startsAt, endsAt } = holder
  return 'paragraph' in spot ? { no, start: startsAt, end: endsAt } : { no, ...spot }
}

/** Where this text comes from: file, fingerprint, who brought it, and how its facts were found. */
export function Provenance({ paper, spot }: { paper: OnePaper; spot: Spot }) {
  const t = useSay()
  const { document, sha256 } = paper
  const { guessed } = document
  const at = quoted(paper, spot)
  const facts: FieldRow[] = [
    { label: t(words.field.kind), value: t(words.kind[document.kind]), cite: <Found rule={guessed.kind} /> },
    { label: t(words.field.number), value: document.number, cite: <Found rule={guessed.number} /> },
    { label: t(words.field.year), value: document.year, cite: <Found rule={guessed.year} /> },
    { label: t(words.field.unit), value: document.unitName ?? t(words.page.noUnit) },
  ]
  const file: FieldRow[] = [
    { label: t(words.field.name), value: document.name },
    { label: t(words.field.sha256), value: <code className="paper-print">{sha256}</code> },
    {
      label: t(words.field.importedOn),
      value: [document.importedOn, document.importedBy === 'system' ? null : document.importedBy].filter(Boolean).join(' '),
    },
    { label: t(words.field.paragraphs), value: document.paragraphs },
    ...(document.pages === null ? [] : [{ label: t(words.field.pages), value: document.pages }]),
  ]
  return (
    <>
      <Card title={t(words.page.provenance)}>
        {at && <p className="paper-quoted num">{t(words.page.quoted, at)}</p>}
        <Fields rows={file} />
        {document.silentPages.length > 0 && (
          <p className="note note-error">{t(words.refusal.reportSilentPages, { pages: document.silentPages.join(', ') })}</p>
        )}
      </Card>
      <Card title={t(words.page.facts)}>
        <Fields rows={facts} />
      </Card>
    </>
  )
}

/** Earlier editions of the paper, and other files with the same content. */
export function Editions({ paper }: { paper: OnePaper }) {
  const t = useSay()
  const { editions, twins, document } = paper
  if (editions.length === 0 && twins.length === 0) return null
  return (
    <Card title={t(editions.length > 0 ? words.page.editions : words.page.twins)}>
      <ul className="stack stack-tight">
        {editions.length > 0 && (
          <li>
            <Go to={`/reports/${document.id}`} current={paper.current}>
              {t(words.page.now)}
            </Go>
          </li>
        )}
        {editions.map(({ sha256, importedOn, replacedOn }) => (
          <li key={sha256}>
            <Go to={place(`/reports/${document.id}`, { v: sha256 })} current={paper.sha256 === sha256}>
              {t(words.page.edition, { from: importedOn, until: replacedOn })}
            </Go>
          </li>
        ))}
        {twins.map(({ id, name }) => (
          <li key={id}>
            {editions.length > 0 && <span className="muted">{t(words.page.twins)} </span>}
            <Go to={`/reports/${id}`}>{name}</Go>
          </li>
        ))}
      </ul>
    </Card>
  )
}
