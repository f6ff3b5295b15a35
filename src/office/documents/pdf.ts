import { z } from 'zod'
import { refuse } from '../../kernel/refusal.ts'
import type { Writer } from '../../platform/db.ts'
import { enqueue } from '../../platform/jobs.ts'
import { findLibreOffice } from '../../platform/libreoffice.ts'
import { found, type Handler, Missing, Refused, serve } from '../../platform/serve.ts'
import { makePdf } from './contract.ts'
import type { IssuedPaper, PdfState } from './model.ts'
import { findPaper, liesWithin, lockPaper } from './store.ts'

export const pdfJob = 'documents.pdf'
export const PdfTask = z.object({ paper: z.uuid(), for: z.string() })

/** Sets how far a paper's PDF has come. */
export const setPdf = (tx: Writer, id: string, to: { pdfState: PdfState; pdfSha256?: string }): Promise<IssuedPaper> =>
  tx.updateTable('issuedPaper').set(to).where('id', '=', id).returningAll().executeTakeFirstOrThrow()

const make = serve(makePdf, (desk) =>
  desk.change(`issuedPaper:${desk.input.id}`, async (tx) => {
    const paper = found(await lockPaper(tx, desk.input.id))
    if (!liesWithin(paper.jurisdiction, desk.actor.jurisdiction)) throw new Missing()
    if (paper.sha256 === null) throw new Refused(refuse('pdfOfDraft'))
    if (findLibreOffice() === null) return setPdf(tx, paper.id, { pdfState: 'absent' })
    if (paper.pdfState === 'done' || paper.pdfState === 'waiting') return found(await findPaper(tx, paper.id))
    await enqueue(tx, pdfJob, { paper: paper.id, for: desk.actor.account }, `${pdfJob} ${paper.id}`)
    return setPdf(tx, paper.id, { pdfState: 'waiting' })
  }),
)

export const pdfApi: readonly Handler[] = [make]
