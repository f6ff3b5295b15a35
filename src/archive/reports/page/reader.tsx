import { Button } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import { SecrecyTag } from '../../../office/custody/secrecy-tag.tsx'
import { useAddress } from '../../../web/address.ts'
import { fileUrl, useAsk } from '../../../web/ask.ts'
import { Go, place, useParam } from '../../../web/go.tsx'
import { MayButton } from '../../../web/may-button.tsx'
import { Shown } from '../../../web/notes.tsx'
import { Card, Page } from '../../../web/page-frame.tsx'
import { PrintSheet, printNow } from '../../../web/print-sheet.tsx'
import { ReadingPane } from '../../../web/reading-pane.tsx'
import { useMay } from '../../../web/session.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { type OnePaper, one, original } from '../contract.ts'
import { words } from '../words.ts'
import { FactsDialog } from './facts-dialog.tsx'
import './parts.css'
import { Editions, Provenance } from './side.tsx'

/** `p` paragraph, `s`–`e` exact offsets in the decoded text, `v` the sha256 of an earlier edition. */
const Address = z.object({
  p: z.coerce.number().int().min(1).optional().catch(undefined),
  s: z.coerce.number().int().min(0).optional().catch(undefined),
  e: z.coerce.number().int().min(0).optional().catch(undefined),
  v: z.string().optional(),
})
type Address = z.output<typeof Address>

const size = 1000
const pageOf = (no: number) => no - ((no - 1) % size)

/** What is asked for: the page of paragraphs that holds the place the link points to. */
const wanted = (id: string, { p, s, v }: Address) => ({
  id,
  limit: size,
  ...(v === undefined ? {} : { sha256: v }),
  ...(s === undefined ? { from: pageOf(p ?? 1) } : { at: s }),
})

function spotOf({ p, s, e }: Address) {
  if (s !== undefined && e !== undefined && e > s) return { start: s, end: e }
  return p === undefined ? undefined : { paragraph: p }
}

function Outline({ paper, v }: { paper: OnePaper; v: string | undefined }) {
  const t = useSay()
  if (paper.outline.length === 0) return <p className="muted small">{t(words.page.noOutline)}</p>
  return (
    <ol className="paper-outline">
      {paper.outline.map(({ no, level, title }) => (
        <li key={no} style={{ paddingInlineStart: (level - 1) * 12 }}>
          <Go to={place(`/reports/${paper.document.id}`, { p: no, v })}>{title}</Go>
        </li>
      ))}
    </ol>
  )
}

/** The way to the paragraphs before and after those shown. */
function Onward({ paper, v }: { paper: OnePaper; v: string | undefined }) {
  const t = useSay()
  const { from, total, paragraphs } = paper
  const to = from + paragraphs.length - 1
  if (total <= paragraphs.length) return null
  const turn = (p: number) => place(`/reports/${paper.document.id}`, { p, v })
  return (
    <nav className="row no-print paper-onward" aria-label={t(words.page.paragraphOf, { from, to, total })}>
      {from > 1 && <Go to={turn(Math.max(1, from - size))}>{t(words.page.earlier)}</Go>}
      <span className="muted num">{t(words.page.paragraphOf, { from, to, total })}</span>
      {to < total && <Go to={turn(to + 1)}>{t(words.page.later)}</Go>}
    </nav>
  )
}

function Notes({ paper, address }: { paper: OnePaper; address: Address }) {
  const t = useSay()
  const { s, e, p } = address
  const lost = (e ?? 0) > paper.length || (s ?? 0) > paper.length || (p ?? 1) > paper.total
  return (
    <>
      {!paper.current && <p className="note no-print">{t(words.page.oldEdition)}</p>}
      {lost && (
        <p className="note note-error" role="alert">
          {t(words.page.lostPlace)}
        </p>
      )}
    </>
  )
}

function Body({ paper, address }: { paper: OnePaper; address: Address }) {
  const { document, paragraphs, text, textStartsAt } = paper
  const titles = paragraphs.map((each) => ({ ...each, heading: each.endsAt - each.startsAt <= 60 ? each.heading : null }))
  return (
    <Card className="paper-body">
      <Onward paper={paper} v={address.v} />
      <PrintSheet title={document.title} number={document.number ?? undefined}>
        <ReadingPane
          text={text}
          textStartsAt={textStartsAt}
          paragraphs={titles}
          at={spotOf(address)}
          here={(no) => place(`/reports/${document.id}`, { p: no, v: address.v })}
          numbered
        />
      </PrintSheet>
      <Onward paper={paper} v={address.v} />
    </Card>
  )
}

function Actions({ paper, onEdit }: { paper: OnePaper; onEdit(): void }) {
  const t = useSay()
  const { document, sha256, may } = paper
  const mayExtract = useMay({ name: 'findings.proposals' })
  return (
    <>
      <Button href={fileUrl(original, { id: document.id, sha256 })} download>
        {t(words.page.original)}
      </Button>
      {mayExtract && <Go to={`/findings/extract/${document.id}`}>{t(words.page.extract)}</Go>}
      {mayExtract && <Go to={`/findings/reconcile/${document.id}`}>{t(words.page.reconcile)}</Go>}
      <Button onClick={printNow}>{t(words.page.print)}</Button>
      <MayButton may={may.saveFacts} says={t(words.page.edit)} refusals={words.refusal} onClick={onEdit} />
    </>
  )
}

function Reader({ paper, address }: { paper: OnePaper; address: Address }) {
  const t = useSay()
  const [editing, setEditing] = useState(false)
  const { document } = paper
  const lead = (
    <span className="row">
      {[document.number, document.unitName, document.year].filter(Boolean).join(' · ')}
      <SecrecyTag subject={`document:${document.id}`} />
    </span>
  )
  return (
    <Page
      title={document.title}
      lead={lead}
      crumbs={[{ says: t(words.page.title), to: '/reports' }]}
      actions={<Actions paper={paper} onEdit={() => setEditing(true)} />}
    >
      <div className="paper-grid">
        <nav className="paper-side no-print" aria-label={t(words.page.outline)}>
          <Card title={t(words.page.outline)}>
            <Outline paper={paper} v={address.v} />
          </Card>
        </nav>
        <div className="stack">
          <Notes paper={paper} address={address} />
          <Body paper={paper} address={address} />
        </div>
        <aside className="stack no-print paper-about" aria-label={t(words.page.provenance)}>
          <Provenance paper={paper} spot={spotOf(address)} />
          <Editions paper={paper} />
        </aside>
      </div>
      {editing && <FactsDialog document={document} onClose={() => setEditing(false)} />}
    </Page>
  )
}

/** One paper to read: outline, text with permalinks, provenance; a link lands on the paragraph or the exact words. */
export function ReportReaderPage() {
  const t = useSay()
  const id = useParam('id')
  const [address] = useAddress(Address)
  const asked = useAsk(one, wanted(id, address), { keep: true })
  if (asked.data?.document.id === id) return <Reader paper={asked.data} address={address} />
  return (
    <Page title={t(words.page.title)} crumbs={[{ says: t(words.page.title), to: '/reports' }]}>
      <Shown ask={asked}>{() => null}</Shown>
    </Page>
  )
}
