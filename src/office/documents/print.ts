import { PDFDocument } from '@cantoo/pdf-lib'
import type { GivenFile } from '../../kernel/given.ts'
import { say, type Tongue } from '../../kernel/say.ts'
import type { Desk } from '../../platform/desk.ts'
import { pdfsOf } from '../../platform/libreoffice.ts'
import { pdfOf, wordOf, zipOf } from './given.ts'
import type { IssuedPaper } from './model.ts'
import { words } from './page.words.ts'
import type { Documents } from './registry.ts'

const a4 = [595.28, 841.89] as const

/** Several PDFs as one, in the order given; printed on both sides, each begins on the front of a sheet. */
export async function mergedPdf(files: readonly Uint8Array[]): Promise<Uint8Array<ArrayBuffer>> {
  const whole = await PDFDocument.create()
  for (const [at, bytes] of files.entries()) {
    const one = await PDFDocument.load(bytes)
    for (const page of await whole.copyPages(one, one.getPageIndices())) whole.addPage(page)
    if (at < files.length - 1 && one.getPageCount() % 2 === 1) whole.addPage([...a4])
  }
  return new Uint8Array(await whole.save())
}

type Files = Pick<Desk, 'read' | 'rest' | 'store' | 'today'>
/**
 * Each paper as PDF: the one made when it was fixed, else set now, all in one run; null where none can be made here. The
 * database is let go of before the run, which may take minutes.
 */
async function asPdfs(desk: Files, house: Documents, papers: readonly IssuedPaper[]): Promise<Uint8Array[] | null> {
  const bare = papers.filter(({ pdfSha256 }) => pdfSha256 === null)
  const set: Uint8Array[] = []
  for (const paper of bare) set.push((await wordOf(desk, house, paper)).bytes)
  await desk.rest()
  const made = await pdfsOf(set)
  if (made === null) return null
  const ready: Uint8Array[] = []
  for (const paper of papers) ready.push(made[bare.indexOf(paper)] ?? (await pdfOf(desk, paper)).bytes)
  return ready
}

/** Papers for printing at one go: one PDF; where none can be made, an archive of Word files that says why. */
export async function printOf(desk: Files & { tongue: Tongue }, house: Documents, papers: readonly IssuedPaper[]): Promise<GivenFile> {
  const pdfs = await asPdfs(desk, house, papers)
  if (pdfs) return { name: `${desk.today}.pdf`, type: 'application/pdf', bytes: await mergedPdf(pdfs) }
  const why = {
    name: `00 ${say(words.note.whyZip, desk.tongue)}.txt`,
    bytes: new TextEncoder().encode(say(words.note.whyZipLong, desk.tongue)),
  }
  return { name: `${desk.today}.zip`, type: 'application/zip', bytes: await zipOf(desk, house, { papers, beside: [why] }) }
}
