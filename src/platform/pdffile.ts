import { readFile } from 'node:fs/promises'
import { extractTextItems, getDocumentProxy, type StructuredTextItem } from 'unpdf'
import { joinLines, type VisualLine, visualLines } from './pdflines.ts'
import { type Reading, type ReadText, reading, Unreadable, unreadable } from './reading.ts'

async function opened(bytes: Uint8Array) {
  try {
    return await getDocumentProxy(bytes, { verbosity: 0, isEvalSupported: false })
  } catch (error) {
    const name = error instanceof Error ? error.name : ''
    throw unreadable(name === 'PasswordException' ? 'encryptedPdf' : 'damagedPdf')
  }
}

const lettersOf = (items: readonly StructuredTextItem[]) => items.reduce((sum, { str }) => sum + str.trim().length, 0)

function textOf(pages: readonly (readonly StructuredTextItem[])[]): ReadText {
  const letters = pages.map(lettersOf)
  const total = letters.reduce((sum, count) => sum + count, 0)
  // A scan may carry a stamp or a page number as text: fewer than ten signs a page are no paper.
  if (total < 10 * pages.length) throw unreadable('scannedPdf', { pages: pages.length })
  const lines: VisualLine[] = pages.flatMap((items, at) => visualLines(items, { page: at + 1, pages: pages.length }))
  const silent = letters.flatMap((count, at) => (count === 0 ? [at + 1] : []))
  return { ...joinLines(lines), ...(silent.length > 0 ? { silent } : {}) }
}

/** A .pdf's text: visual lines joined to paragraphs, page numbers left out; no letters recognised in pictures. */
export const readPdfFile = (path: string): Promise<Reading<ReadText>> =>
  reading(
    async () => {
      const document = await opened(new Uint8Array(await readFile(path)))
      try {
        return textOf((await extractTextItems(document)).items)
      } catch (error) {
        throw error instanceof Unreadable ? error : unreadable('damagedPdf')
      } finally {
        await document.cleanup()
      }
    },
    { code: 'damagedPdf' },
  )
