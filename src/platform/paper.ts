import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { type FileKind, inspect } from './guard.ts'
import { convertFile, findLibreOffice } from './libreoffice.ts'
import { readPdfFile } from './pdffile.ts'
import type { Reading, ReadingCode, ReadText } from './reading.ts'
import { readTextFile } from './textfile.ts'
import { readWordFile } from './wordfile.ts'

export type NamedFile = { path: string; name: string }
/** Extensions under which papers come; what a file is gets decided by its content. */
export const paperExtensions: readonly string[] = ['.docx', '.doc', '.pdf', '.txt', '.md']
const accepts = '.docx .pdf .txt .md'

const no = (code: ReadingCode, facts: Record<string, string> = {}): Reading<never> => ({ refusal: { code, facts } })
const extensionOf = (file: NamedFile) => extname(file.name).toLowerCase()

/** A password-protected .docx or .xlsx is an OLE container that says EncryptedPackage. */
export const isEncryptedOffice = async (path: string): Promise<boolean> =>
  (await readFile(path)).includes(Buffer.from('EncryptedPackage', 'utf16le'))

async function readOldOffice(file: NamedFile): Promise<Reading<ReadText>> {
  if (await isEncryptedOffice(file.path)) return no('encryptedFile')
  if (extensionOf(file) !== '.doc') return no('oldOfficeFile', { kind: extensionOf(file), accepts })
  if (!findLibreOffice()) return no('noLibreOffice')
  const converted = await convertFile(file.path, 'docx')
  if (!converted) return no('conversionFailed')
  try {
    return await readWordFile(converted.file)
  } finally {
    await converted.done()
  }
}

function readKind(file: NamedFile, kind: FileKind): Promise<Reading<ReadText>> | Reading<ReadText> {
  const extension = extensionOf(file)
  if (kind === 'word') return readWordFile(file.path)
  if (kind === 'pdf') return readPdfFile(file.path)
  if (kind === 'ole') return readOldOffice(file)
  if (kind === 'empty') return no('emptyFile')
  if (kind === 'workbook') return no('unsupportedFile', { kind: '.xlsx', accepts })
  if (kind !== 'text') return no('archiveNotRead', { kind: `.${kind}` })
  if (extension === '.txt' || extension === '.md') return readTextFile(file.path)
  return paperExtensions.includes(extension) ? no('contentUnlikeName', { extension }) : no('unsupportedFile', { kind: extension, accepts })
}

/** A paper's text, in this very process: guarded first, read by what it is. */
export async function readPaperHere(file: NamedFile): Promise<Reading<ReadText>> {
  const inspected = await inspect(file.path)
  if ('refusal' in inspected) return inspected
  const read = await readKind(file, inspected.kind)
  return 'value' in read && read.value.text.trim() === '' ? no('emptyFile') : read
}
