import { getDocumentProxy } from 'unpdf'

/** Node before 21 lacks it, and the writer of the PDF library asks for it. */
function lendTransfer(): void {
  const lacking = ArrayBuffer.prototype as { transferToFixedLength?: (length?: number) => ArrayBuffer }
  lacking.transferToFixedLength ??= function (this: ArrayBuffer, length = this.byteLength) {
    return this.slice(0, length)
  }
}

/** What the library's own store of notes takes: a line of free text on a page (its kind 3), in points from the lower left. */
const line = (text: string, at: { page: number; view: readonly number[] }) => {
  const [left = 0, bottom = 0] = at.view
  return {
    ...{ annotationType: 3, pageIndex: at.page, value: text, color: [110, 110, 110], fontSize: 9, rotation: 0 },
    ...{ rect: [left + 28, bottom + 10, left + 388, bottom + 26], structTreeParentId: null },
  }
}

/** Only signs that every PDF reader has a letter for: names in Chinese are left out, the account says who it is. */
const plain = (text: string) =>
  text
    .replace(/[^\x20-\x7e]+/g, ' ')
    .replace(/ +/g, ' ')
    .trim()

type Stamped = { bytes: Uint8Array; pages: number }
/** One page at a time: writing several at once, the library loads its letter twice and stumbles over it. */
async function stampedPage(bytes: Uint8Array, { page, text }: { page: number; text: string }): Promise<Stamped> {
  const document = await getDocumentProxy(bytes.slice(), { verbosity: 0, isEvalSupported: false })
  try {
    const { view } = await document.getPage(page + 1)
    document.annotationStorage.setValue(`pdfjs_internal_editor_${page}`, line(text, { page, view }))
    return { bytes: await document.saveDocument(), pages: document.numPages }
  } finally {
    await document.cleanup()
  }
}

/** A PDF with account and time at the foot of each page, seen and printed; what it held before stays byte by byte in front. */
export async function stampedPdf(bytes: Uint8Array, text: string): Promise<Uint8Array> {
  lendTransfer()
  let stamped: Stamped = { bytes, pages: 1 }
  for (let page = 0; page < stamped.pages; page += 1) stamped = await stampedPage(stamped.bytes, { page, text: plain(text) })
  return stamped.bytes
}
