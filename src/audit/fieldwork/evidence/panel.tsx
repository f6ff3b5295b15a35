import { Button } from 'antd'
import { useState } from 'react'
import { MakePaper } from '../../../office/documents/make-paper.tsx'
import { fileUrl, useAsk } from '../../../web/ask.ts'
import { DeadlineTag } from '../../../web/deadline-tag.tsx'
import { Go, place } from '../../../web/go.tsx'
import { clockText } from '../../../web/moment.ts'
import { Shown } from '../../../web/notes.tsx'
import { Card } from '../../../web/page-frame.tsx'
import { useMay, useToday } from '../../../web/session.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { Pager, usePages } from '../parts/pager.tsx'
import { Table, type TableColumn } from '../parts/table.tsx'
import { type EvidenceView, getEvidenceFile, linkEvidence, listEvidence, showProof, signEvidence, takeEvidence } from './contract.ts'
import { CheckForm, LinkForm, SignForm, TakeForm } from './evidence-forms.tsx'
import { Proof } from './proof.tsx'
import { SignTag } from './sign-tag.tsx'
import { words } from './words.ts'

type Open =
  | { take: EvidenceView | null }
  | { sign: EvidenceView; how: 'countersigned' | 'refused' }
  | { link: EvidenceView }
  | { check: EvidenceView }
  | null
type Opening = { open(what: Open): void }

function Source({ row }: { row: EvidenceView }) {
  const t = useSay()
  return (
    <ul className="stack stack-tight">
      {row.document && (
        <li>
          <Go to={place(`/reports/${row.document}`, { paragraph: row.paragraph })}>{row.documentName ?? t(words.field.document)}</Go>{' '}
          {row.page && <span className="muted">{t(words.note.one, { page: row.page })}</span>}
        </li>
      )}
      {row.files.map((file) => (
        <li key={file.id}>
          <a href={fileUrl(getEvidenceFile, { id: file.id })}>{file.name}</a>
          <div className="hash muted" title={`SHA-256 ${file.sha256}`}>
            {file.sha256.slice(0, 20)}…
          </div>
        </li>
      ))}
    </ul>
  )
}

function Signed({ row }: { row: EvidenceView }) {
  const today = useToday()
  return (
    <div className="stack stack-tight">
      <SignTag sign={row.sign} />
      {row.sign === 'pending' && row.replyDueOn && <DeadlineTag dueOn={row.replyDueOn} today={today} done={false} />}
      {row.signedOn && (
        <span className="muted small">
          <span className="num">{row.signedOn}</span> {row.signedBy}
        </span>
      )}
      {row.refusal && <span className="small">{row.refusal}</span>}
      {row.opinion && <span className="small muted">{row.opinion}</span>}
    </div>
  )
}

/** What a sheet stands behind: each finding and each check, to be opened. */
function Behind({ row }: { row: EvidenceView }) {
  return (
    <ul className="stack stack-tight">
      {row.findings.map(({ link, id, number }) => (
        <li key={link}>
          <Go to={place('/findings', { open: id })}>{number}</Go>
        </li>
      ))}
      {row.checks.map(({ link, id, number }) => (
        <li key={link}>
          <Go to={place(`/projects/${row.project}/fieldwork`, { tab: 'lists', list: 'checks', row: id })}>{number}</Go>
        </li>
      ))}
    </ul>
  )
}

function Deeds({ row, open }: { row: EvidenceView } & Opening) {
  const t = useSay()
  const maySign = useMay(signEvidence)
  const mayLink = useMay(linkEvidence)
  const label = (says: string) => `${says} ${row.number}`
  return (
    <div className="stack stack-tight">
      <MakePaper kind="evidenceSheet" subject={`evidence:${row.id}`} of={row.number} />
      {mayLink && (
        <button type="button" className="link-button" aria-label={label(t(words.action.link))} onClick={() => open({ link: row })}>
          {t(words.action.link)}
        </button>
      )}
      {mayLink && (
        <button type="button" className="link-button" aria-label={label(t(words.action.linkCheck))} onClick={() => open({ check: row })}>
          {t(words.action.linkCheck)}
        </button>
      )}
      {maySign && row.sign === 'pending' && (
        <>
          <button
            type="button"
            className="link-button"
            aria-label={label(t(words.sign.countersigned))}
            onClick={() => open({ sign: row, how: 'countersigned' })}
          >
            {t(words.sign.countersigned)}
          </button>
          <button
            type="button"
            className="link-button"
            aria-label={label(t(words.sign.refused))}
            onClick={() => open({ sign: row, how: 'refused' })}
          >
            {t(words.sign.refused)}
          </button>
          <button type="button" className="link-button" aria-label={label(t(words.action.edit))} onClick={() => open({ take: row })}>
            {t(words.action.edit)}
          </button>
        </>
      )}
    </div>
  )
}

function useColumns({ open }: Opening): readonly TableColumn<EvidenceView>[] {
  const t = useSay()
  const { field } = words
  return [
    { key: 'number', title: t(field.number), num: true, cell: (row) => row.number },
    {
      key: 'title',
      title: t(field.title),
      cell: (row) => (
        <>
          <b className="serif">{row.title}</b>
          <p className="small">{row.summary}</p>
        </>
      ),
    },
    { key: 'kind', title: t(field.kind), cell: (row) => t(words.kind[row.kind]) },
    { key: 'on', title: t(field.evidenceOn), num: true, cell: (row) => row.evidenceOn },
    { key: 'in', title: t(field.takenInAt), num: true, cell: (row) => `${clockText(row.takenInAt)} ${row.takenName}` },
    { key: 'provider', title: t(field.provider), cell: (row) => row.provider },
    { key: 'source', title: t(field.source), cell: (row) => <Source row={row} /> },
    { key: 'sign', title: t(field.sign), cell: (row) => <Signed row={row} /> },
    {
      key: 'finding',
      title: t(field.finding),
      cell: (row) => <Behind row={row} />,
      num: true,
    },
    { key: 'deeds', title: '', cell: (row) => <Deeds row={row} open={open} /> },
  ]
}

/** Evidence sheets of a project, and which findings still stand without any. */
export function EvidencePanel({ project }: { project: string; unit: string }) {
  const t = useSay()
  const pages = usePages()
  const asked = useAsk(listEvidence, { project, offset: pages.offset, limit: pages.limit, row: pages.row }, { keep: true })
  const proof = useAsk(showProof, { project })
  const may = useMay(takeEvidence)
  const [open, setOpen] = useState<Open>(null)
  const columns = useColumns({ open: setOpen })
  const close = () => setOpen(null)
  return (
    <div className="stack">
      <Card
        flush
        title={t(words.title.evidence)}
        aside={
          may && (
            <Button type="primary" onClick={() => setOpen({ take: null })}>
              {t(words.action.take)}
            </Button>
          )
        }
      >
        <Shown ask={asked}>
          {({ rows, total, offset }) => (
            <>
              <Table
                label={t(words.title.evidence)}
                columns={columns}
                rows={rows}
                rowKey={(row) => row.id}
                empty={t(words.note.noEvidence)}
              />
              <Pager pages={{ ...pages, offset }} total={total} label={t(words.title.evidence)} />
            </>
          )}
        </Shown>
      </Card>
      <Card title={t(words.title.proof)}>
        <Shown ask={proof}>{(found) => <Proof proof={found} />}</Shown>
      </Card>
      {open && 'take' in open && <TakeForm project={project} row={open.take} onClose={close} />}
      {open && 'sign' in open && <SignForm row={open.sign} how={open.how} onClose={close} />}
      {open && 'check' in open && <CheckForm row={open.check} onClose={close} />}
      {open && 'link' in open && <LinkForm row={open.link} findings={proof.data ?? []} onClose={close} />}
    </div>
  )
}
