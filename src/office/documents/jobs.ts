import { readFile } from 'node:fs/promises'
import type { Desk } from '../../platform/desk.ts'
import { type AnyJob, job } from '../../platform/jobs.ts'
import { convertFile } from '../../platform/libreoffice.ts'
import { PdfTask, pdfJob, setPdf } from './pdf.ts'
import { findPaper } from './store.ts'
import { keepBytes } from './typeset.ts'

type Told = { account: string; paper: string; state: 'running' | 'done' | 'failed' }
const tell = (desk: Desk, { account, paper, state }: Told) =>
  desk.publish({ kind: 'documents.pdf', audience: account, payload: { paper, state } })

/** Makes the PDF of a frozen paper with LibreOffice, and says so to whoever asked for it. */
async function makePdf(desk: Desk, task: { paper: string; for: string }): Promise<void> {
  const paper = await findPaper(desk.read, task.paper)
  if (!paper?.sha256 || paper.pdfState === 'done') return
  const told = { account: task.for, paper: paper.id }
  await tell(desk, { ...told, state: 'running' })
  const made = await convertFile(desk.store.path(paper.sha256), 'pdf')
  try {
    const kept = made ? await keepBytes(desk.store, `${paper.id}.pdf`, await readFile(made.file)) : null
    const to = kept ? { pdfState: 'done' as const, pdfSha256: kept.sha256 } : { pdfState: 'failed' as const }
    await desk.change(`issuedPaper:${paper.id}`, (tx) => setPdf(tx, paper.id, to))
    await tell(desk, { ...told, state: kept ? 'done' : 'failed' })
  } finally {
    await made?.done()
  }
}

export const documentsJobs: readonly AnyJob[] = [job({ kind: pdfJob, payload: PdfTask, run: makePdf })]
