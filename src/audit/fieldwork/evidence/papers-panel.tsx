import { Button } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import type { Refusal } from '../../../kernel/refusal.ts'
import { type Phrase, say } from '../../../kernel/say.ts'
import { words as kernelWords } from '../../../kernel/words.ts'
import { MakePaper } from '../../../office/documents/make-paper.tsx'
import { useAddress } from '../../../web/address.ts'
import { useAct, useAsk } from '../../../web/ask.ts'
import { ErrorNote, Shown } from '../../../web/notes.tsx'
import { Card, Fields } from '../../../web/page-frame.tsx'
import { RecordDrawer } from '../../../web/record-drawer.tsx'
import { useMay, useMe } from '../../../web/session.tsx'
import { StatusTag } from '../../../web/status-tag.tsx'
import { useSay, useTongue } from '../../../web/tongue.tsx'
import { RecordForm } from '../parts/form.tsx'
import { Pager, usePages } from '../parts/pager.tsx'
import { Table, type TableColumn } from '../parts/table.tsx'
import { getPaper, listPapers, type PaperLine, type PaperView, reviewPaper, savePaper, submitPaper } from './contract.ts'
import { NotesCard } from './notes-card.tsx'
import { PaperForm } from './paper-form.tsx'
import type { PaperStep } from './procedure.ts'
import { whyNotPaper } from './rules.ts'
import { words } from './words.ts'

const paperTag = { draft: 'planned', submitted: 'soon', returned: 'overdue', reviewed: 'done' } as const
const sentences: Readonly<Record<string, Phrase>> = { ...kernelWords.refusal, ...words.refusal }

function PaperTag({ paper }: { paper: PaperLine }) {
  const t = useSay()
  return (
    <span className="row">
      <StatusTag state={paperTag[paper.state]}>{t(words.paperState[paper.state])}</StatusTag>
      {paper.editedAfterReview && <StatusTag state="overdue">{t(words.note.edited, { on: paper.editedOn, by: paper.editedBy })}</StatusTag>}
    </span>
  )
}

function useWhyShut(view: PaperView): (step: PaperStep) => string | null {
  const me = useMe()
  const tongue = useTongue()
  const said = (no: Refusal | null) => (no ? say(sentences[no.code] ?? { zh: no.code, en: no.code }, tongue, no.facts ?? {}) : null)
  return (step) => said(whyNotPaper(step, { paper: view, notes: view.notes, hand: { account: me.account, role: me.role } }))
}

type Open = 'edit' | 'return' | null
function Deeds({ view, open }: { view: PaperView; open(what: Open): void }) {
  const t = useSay()
  const shut = useWhyShut(view)
  const submit = useAct(submitPaper)
  const review = useAct(reviewPaper)
  const may = { save: useMay(savePaper), submit: useMay(submitPaper), review: useMay(reviewPaper) }
  const { id, version } = view
  const why = view.state === 'submitted' && may.review ? shut('review') : null
  return (
    <div className="stack stack-tight">
      <div className="row">
        <MakePaper kind="workingPaper" subject={`workingPaper:${id}`} of={view.number} />
        {may.save && (
          <Button disabled={shut('edit') !== null} title={shut('edit') ?? undefined} onClick={() => open('edit')}>
            {t(words.action.edit)}
          </Button>
        )}
        {may.submit && view.state !== 'submitted' && (
          <Button type="primary" disabled={shut('submit') !== null} onClick={() => void submit.run({ id, version })}>
            {t(words.action.submitPaper)}
          </Button>
        )}
        {may.review && view.state === 'submitted' && (
          <>
            <Button type="primary" disabled={why !== null} onClick={() => void review.run({ id, version, outcome: 'reviewed' })}>
              {t(words.step.review)}
            </Button>
            <Button disabled={shut('return') !== null} onClick={() => open('return')}>
              {t(words.step.return)}
            </Button>
          </>
        )}
      </div>
      {why && <p className="muted small">{why}</p>}
      <ErrorNote trouble={submit.trouble ?? review.trouble} />
    </div>
  )
}

function Parts({ view }: { view: PaperView }) {
  const t = useSay()
  const [open, setOpen] = useState<Open>(null)
  const close = () => setOpen(null)
  return (
    <>
      <PaperTag paper={view} />
      <Deeds view={view} open={setOpen} />
      <Fields
        rows={[
          { label: t(words.field.matter), value: view.matter },
          { label: t(words.field.process), value: view.process },
          { label: t(words.field.facts), value: <span className="reading">{view.facts}</span> },
          { label: t(words.field.conclusion), value: view.conclusion },
          { label: t(words.title.evidence), value: view.evidence.map(({ number, title }) => `${number} ${title}`).join('；') },
          { label: t(words.field.check), value: view.checkNumber },
          { label: t(words.field.preparer), value: `${view.preparedName} ${view.preparedOn}` },
          { label: t(words.field.reviewer), value: view.reviewedName && `${view.reviewedName} ${view.reviewedOn ?? ''}` },
          { label: t(words.field.reviewOpinion), value: view.opinion },
        ]}
      />
      <NotesCard paper={view} />
      {open === 'edit' && <PaperForm project={view.project} paper={view} onClose={close} />}
      {open === 'return' && (
        <RecordForm
          title={t(words.step.return)}
          contract={reviewPaper}
          fixed={{ id: view.id, version: view.version, outcome: 'returned' }}
          fields={[{ name: 'opinion', label: t(words.field.reviewOpinion), kind: 'area', required: true }]}
          submit={t(words.step.return)}
          onClose={close}
        />
      )}
    </>
  )
}

function PaperDrawer({ id, onClose }: { id: string; onClose(): void }) {
  const t = useSay()
  const asked = useAsk(getPaper, { id })
  return (
    <RecordDrawer title={asked.data?.matter ?? t(words.title.paper)} lead={asked.data?.number} onClose={onClose}>
      <Shown ask={asked}>{(view) => <Parts view={view} />}</Shown>
    </RecordDrawer>
  )
}

const Opened = z.object({ open: z.string().optional(), row: z.string().optional() })

/** Working papers of a project; one of them beside the list. */
export function PapersPanel({ project }: { project: string; unit: string }) {
  const t = useSay()
  const pages = usePages()
  const [{ open }, set] = useAddress(Opened)
  const asked = useAsk(listPapers, { project, offset: pages.offset, limit: pages.limit, row: pages.row ?? open }, { keep: true })
  const may = useMay(savePaper)
  const [adding, setAdding] = useState(false)
  const columns: readonly TableColumn<PaperLine>[] = [
    {
      key: 'number',
      title: t(words.field.number),
      cell: (row) => (
        <button
          type="button"
          className="link-button num"
          aria-label={`${row.number} ${row.matter}`}
          onClick={() => set({ open: row.id, row: row.id })}
        >
          {row.number}
        </button>
      ),
    },
    { key: 'matter', title: t(words.field.matter), cell: (row) => <span className="serif">{row.matter}</span> },
    { key: 'check', title: t(words.field.check), num: true, cell: (row) => row.checkNumber },
    { key: 'preparer', title: t(words.field.preparer), cell: (row) => `${row.preparedName} ${row.preparedOn}` },
    { key: 'reviewer', title: t(words.field.reviewer), cell: (row) => row.reviewedName && `${row.reviewedName} ${row.reviewedOn ?? ''}` },
    { key: 'notes', title: `${t(words.title.notes)}（${t(words.note.open)}）`, num: true, cell: (row) => row.openNotes },
    { key: 'state', title: t(words.field.state), cell: (row) => <PaperTag paper={row} /> },
  ]
  return (
    <Card
      flush
      title={t(words.title.papers)}
      aside={
        may && (
          <Button type="primary" onClick={() => setAdding(true)}>
            {t(words.action.newPaper)}
          </Button>
        )
      }
    >
      <Shown ask={asked}>
        {({ rows, total, offset }) => (
          <>
            <Table label={t(words.title.papers)} columns={columns} rows={rows} rowKey={(row) => row.id} empty={t(words.note.noPaper)} />
            <Pager pages={{ ...pages, offset }} total={total} label={t(words.title.papers)} />
          </>
        )}
      </Shown>
      {adding && <PaperForm project={project} paper={null} onClose={() => setAdding(false)} />}
      {open && <PaperDrawer id={open} onClose={() => set({ open: undefined })} />}
    </Card>
  )
}
