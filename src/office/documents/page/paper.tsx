import { Button } from 'antd'
import { z } from 'zod'
import { fileUrl, useAct, useAsk } from '../../../web/ask.ts'
import { useEvents } from '../../../web/events.tsx'
import { Go, place, useGo, useParam } from '../../../web/go.tsx'
import { ErrorNote, Shown } from '../../../web/notes.tsx'
import { Card, Fields, Page } from '../../../web/page-frame.tsx'
import { useMay } from '../../../web/session.tsx'
import { StatusTag } from '../../../web/status-tag.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { getFile, getPaper, listTypes, makePdf, type PaperView, papersOfSubject } from '../contract.ts'
import { words } from '../page.words.ts'
import { stateTag } from '../panel.tsx'
import { words as records } from '../words.ts'
import { PaperActs } from './acts.tsx'
import { Editor } from './editor.tsx'
import { Service } from './service.tsx'

/** The PDF: taken out when there is one, else asked for; says honestly when it cannot be made here. */
function Pdf({ view }: { view: PaperView }) {
  const t = useSay()
  const act = useAct(makePdf)
  const may = useMay(makePdf)
  const able = useAsk(listTypes, {}).data?.pdf ?? true
  const { id, pdfState, sha256 } = view.paper
  if (sha256 === null) return null
  if (pdfState === 'done') return <a href={fileUrl(getFile, { id, as: 'pdf' })}>{t(words.action.pdf)}</a>
  if (!able || pdfState === 'absent') return <p className="muted small">{t(words.note.pdfAbsent)}</p>
  if (pdfState === 'waiting') return <p role="status">{t(words.note.pdfWaiting)}</p>
  return (
    <>
      {may && (
        <Button loading={act.pending} onClick={() => void act.run({ id })}>
          {t(words.action.makePdf)}
        </Button>
      )}
      {pdfState === 'failed' && <p className="muted small">{t(words.note.pdfFailed)}</p>}
      <ErrorNote trouble={act.trouble} />
    </>
  )
}

function FileCard({ view }: { view: PaperView }) {
  const t = useSay()
  const { paper, sound, names } = view
  const nameOf = (account: string | null) => (account === null ? '' : (names[account] ?? account))
  return (
    <Card title={t(words.title.file)}>
      <div className="stack">
        <div className="row">
          {sound && <a href={fileUrl(getFile, { id: paper.id })}>{t(words.action.word)}</a>}
          <Pdf view={view} />
        </div>
        {paper.pdfState === 'done' && <p className="muted small">{t(words.note.pdfFonts)}</p>}
        <Fields
          rows={[
            {
              label: t(words.field.hash),
              value: paper.sha256 && (
                <>
                  <code>{paper.sha256.slice(0, 16)}</code>{' '}
                  <StatusTag state={sound ? 'done' : 'overdue'}>{t(sound ? words.note.sound : words.note.broken)}</StatusTag>
                </>
              ),
            },
            { label: t(words.field.draftedBy), value: t(words.note.byOn, { by: nameOf(paper.draftedBy), on: paper.draftedOn }) },
            {
              label: t(words.field.frozenBy),
              value: paper.frozenOn && t(words.note.byOn, { by: nameOf(paper.frozenBy), on: paper.frozenOn }),
            },
            {
              label: t(words.field.issuedBy),
              value: paper.issuedOn && t(words.note.byOn, { by: nameOf(paper.issuedBy), on: paper.issuedOn }),
            },
            { label: t(records.field.voidReason), value: paper.voidReason },
            { label: t(words.field.blank), value: paper.blank.join('、') },
          ]}
        />
      </div>
    </Card>
  )
}

function Editions({ view: { paper, editions, names } }: { view: PaperView }) {
  const t = useSay()
  if (editions.length === 0) return null
  return (
    <Card title={t(words.title.editions)}>
      <ul className="stack stack-tight">
        {editions.map((each) => (
          <li key={each.id} className="row">
            <a href={fileUrl(getFile, { id: paper.id, edition: each.edition })}>{`v${each.edition}`}</a>
            <span className="muted">{t(words.note.byOn, { by: names[each.madeBy] ?? each.madeBy, on: each.madeOn })}</span>
            {each.edition > 1 && (
              <Go
                to={place('/paper-compare', {
                  left: paper.id,
                  leftEdition: String(each.edition - 1),
                  right: paper.id,
                  rightEdition: String(each.edition),
                })}
              >
                {t(words.action.compare)}
              </Go>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** Another paper of the same matter to hold this one against: the draft for comment and the report that followed it. */
function CompareWith({ view: { paper } }: { view: PaperView }) {
  const t = useSay()
  const go = useGo()
  const papers = useAsk(papersOfSubject, { subject: paper.subject }).data?.papers ?? []
  const others = papers.filter(({ id }) => id !== paper.id)
  if (others.length === 0) return null
  const label = t(words.action.compareWith)
  return (
    <Card title={label}>
      <select
        className="field-control"
        aria-label={label}
        value=""
        onChange={(event) => event.target.value && go(place('/paper-compare', { left: event.target.value, right: paper.id }))}
      >
        <option value="">{t(words.note.chooseOther)}</option>
        {others.map((other) => (
          <option key={other.id} value={other.id}>
            {`${other.number ?? ''} ${other.title.replace(/\s+/g, '')}`}
          </option>
        ))}
      </select>
    </Card>
  )
}

function Contents({ view: { paper, type } }: { view: PaperView }) {
  const t = useSay()
  const rows = type.fields.map((field) => {
    const value = paper.fieldValues[field.key]
    const text = typeof value === 'object' ? value.map((row) => Object.values(row).join(' · ')).join('\n') : (value ?? '')
    return { label: t(field.label), value: text && <span style={{ whiteSpace: 'pre-wrap' }}>{text}</span> }
  })
  return (
    <Card title={t(words.title.body)}>
      <Fields rows={rows} />
    </Card>
  )
}

function Parts({ view }: { view: PaperView }) {
  return (
    <div className="grid-side">
      <div className="stack">
        {view.paper.state === 'draft' ? <Editor key={view.paper.version} view={view} /> : <Contents view={view} />}
      </div>
      <div className="stack">
        <PaperActs view={view} />
        <FileCard view={view} />
        <Service view={view} />
        <Editions view={view} />
        <CompareWith view={view} />
      </div>
    </div>
  )
}

const News = z.object({ paper: z.string(), state: z.string() })

/** One paper: filled in as a draft, then fixed, issued, served, taken out. */
export function PaperPage() {
  const t = useSay()
  const id = useParam('id')
  const asked = useAsk(getPaper, { id })
  useEvents('documents.pdf', News, (news) => {
    if (news.paper === id) void asked.refetch()
  })
  const view = asked.data
  return (
    <Page
      title={view?.paper.title.replace(/\s+/g, '') ?? t(words.title.paper)}
      crumbs={[{ says: t(words.title.papers), to: '/papers' }]}
      lead={
        view && (
          <span className="row">
            <StatusTag state={stateTag[view.paper.state]}>{t(records.state[view.paper.state])}</StatusTag>
            <span>{t(view.type.name)}</span>
            <span className="num">{view.paper.number}</span>
            <span>{t(records.secrecy[view.paper.secrecy])}</span>
          </span>
        )
      }
    >
      <Shown ask={asked}>{(shown) => <Parts view={shown} />}</Shown>
    </Page>
  )
}
