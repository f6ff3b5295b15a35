import { extname } from 'node:path'
import { csvRows } from './csvfile.ts'
import { inspect } from './guard.ts'
import { isEncryptedOffice, type NamedFile } from './paper.ts'
import type { Reading, ReadingCode } from './reading.ts'
import { openWorkbook, type SheetReader, shareOf, type Tally } from './spreadsheet.ts'

/** Extensions under which tables come. */
export const tableExtensions: readonly string[] = ['.xlsx', '.csv']
const accepts = '.xlsx .csv'
const no = (code: ReadingCode, facts: Record<string, string> = {}): Reading<never> => ({ refusal: { code, facts } })

function csvReader(path: string): SheetReader {
  const tally: Tally = { read: 0, size: 0 }
  return { sheets: [''], rows: () => csvRows(path, tally), share: () => shareOf(tally), close: () => undefined }
}

/** A workbook or .csv, in this very process: guarded first, opened by what it is. */
export async function openTableHere(file: NamedFile): Promise<Reading<SheetReader>> {
  const extension = extname(file.name).toLowerCase()
  const inspected = await inspect(file.path)
  if ('refusal' in inspected) return inspected
  const { kind } = inspected
  if (kind === 'workbook') return openWorkbook(file.path)
  if (kind === 'empty') return no('emptyFile')
  if (kind === 'text') {
    if (extension === '.csv' || extension === '.txt') return { value: csvReader(file.path) }
    return extension === '.xlsx' ? no('contentUnlikeName', { extension }) : no('unsupportedFile', { kind: extension, accepts })
  }
  if (kind === 'ole') return (await isEncryptedOffice(file.path)) ? no('encryptedFile') : no('oldOfficeFile', { kind: extension, accepts })
  if (kind === 'rar' || kind === '7z' || kind === 'zip') return no('archiveNotRead', { kind: `.${kind}` })
  return no('unsupportedFile', { kind: extension, accepts })
}
