import type { Tables } from '../../tables.ts'

type Reference = { [Table in keyof Tables]: { table: Table; column: keyof Tables[Table] & string } }[keyof Tables]

/** The columns whose sha256 names a stored file that must be there. */
export const references: readonly Reference[] = [
  { table: 'document', column: 'sha256' },
  { table: 'documentEdition', column: 'sha256' },
  { table: 'issuedPaper', column: 'sha256' },
  { table: 'issuedPaper', column: 'pdfSha256' },
  { table: 'paperEdition', column: 'sha256' },
  { table: 'paperTemplate', column: 'sha256' },
  { table: 'serviceReceipt', column: 'proofSha256' },
  { table: 'projectService', column: 'proofSha256' },
  { table: 'answerFile', column: 'sha256' },
  { table: 'evidenceFile', column: 'sha256' },
  { table: 'leadPaper', column: 'sha256' },
  { table: 'leadInsidePaper', column: 'sha256' },
  { table: 'leadExhibit', column: 'sha256' },
]

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** Every stored file that a record stands on, once, as one column `sha256`. */
export const referencedSql = references
  .map(({ table, column }) => `select ${snake(column)} as sha256 from ${snake(table)} where ${snake(column)} is not null`)
  .join(' union ')
