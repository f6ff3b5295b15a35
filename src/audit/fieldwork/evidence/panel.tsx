import { Button } from 'antd'
import { useState } from 'react'
import { MakePaper } from '../../../office/documents/make-paper.tsx'
import { fileUrl, useAct, useAsk } from '../../../web/ask.ts'
import { DeadlineTag } from '../../../web/deadline-tag.tsx'
import { Go, place } from '../../../web/go.tsx'
import { clockText } from '../../../web/moment.ts'
import { ErrorNote, Shown } from '../../../web/notes.tsx'
import { Card } from '../../../web/page-frame.tsx'
import { useMay, useToday } from '../../../web/session.tsx'
import { StatusTag } from '../../../web/status-tag.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { Table, type TableColumn } from '../parts/table.tsx'
import {
  type EvidenceView,
  getEvidenceFile,
  linkEvidence,
  listEvidence,
  type ProofView,
  showProof,
  signEvidence,
  takeEvidence,
  unlinkEvidence,
} from './contract.ts'
import { LinkForm, SignForm, TakeForm } from './evidence-forms.tsx'
import { SignTag } from './sign-tag.tsx'
import { words } from './words.ts'

type Open = { take: EvidenceView | null } | { sign: EvidenceView; how: 'countersigned' | 'refused' } | { link: EvidenceView } | null
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
      cell: (row) => [...row.findings, ...row.checks].map(({ number }) => number).join(' '),
      num: true,
    },
    { key: 'deeds', title: '', cell: (row) => <Deeds row={row} open={open} /> },
  ]
}

function Proof({ proof }: { proof: readonly ProofView[] }) {
  const t = useSay()
  const unlink = useAct(unlinkEvidence)
  const may = useMay(unlinkEvidence)
  if (proof.length === 0) return <p className="muted">{t(words.note.noFinding)}</p>
  return (
    <ul className="stack">
      {proof.map((finding) => (
        <li key={finding.id}>
          <Go to={place('/findings', { open: finding.id })}>{`${finding.number} ${finding.title}`}</Go>
          {finding.behind.length === 0 && (
            <div>
              <StatusTag state="overdue">{t(words.note.bare)}</StatusTag>
            </div>
          )}
          <ul>
            {finding.behind.map((link) => (
              <li key={link.id} className="row">
                <span className="num">{link.evidenceNumber}</span>
                {link.document ? (
                  <Go to={place(`/reports/${link.document}`, { start: link.startsAt, end: link.endsAt })}>{link.evidenceTitle}</Go>
                ) : (
                  <span>{link.evidenceTitle}</span>
                )}
                {link.page && <span className="muted">{t(words.note.one, { page: link.page })}</span>}
                <SignTag sign={link.sign} />
                {may && (
                  <button
                    type="button"
                    className="link-button"
                    aria-label={`${t(words.action.unlink)} ${finding.number} ${link.evidenceNumber}`}
                    onClick={() => void unlink.run({ id: link.id })}
                  >
                    {t(words.action.unlink)}
                  </button>
                )}
              </li>
            ))}
          </ul>
        </li>
      ))}
      <ErrorNote trouble={unlink.trouble} />
    </ul>
  )
}

/** Evidence sheets of a project, and which findings still stand without any. */
export function EvidencePanel({ project }: { project: string; unit: string }) {
  const t = useSay()
  const asked = useAsk(listEvidence, { project, limit: 500 })
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
          {({ rows }) => (
            <Table
              label={t(words.title.evidence)}
              columns={columns}
              rows={rows}
              rowKey={(row) => row.id}
              empty={t(words.note.noEvidence)}
            />
          )}
        </Shown>
      </Card>
      <Card title={t(words.title.proof)}>
        <Shown ask={proof}>{(found) => <Proof proof={found} />}</Shown>
      </Card>
      {open && 'take' in open && <TakeForm project={project} row={open.take} onClose={close} />}
      {open && 'sign' in open && <SignForm row={open.sign} how={open.how} onClose={close} />}
      {open && 'link' in open && <LinkForm row={open.link} findings={proof.data ?? []} onClose={close} />}
    </div>
  )
}
