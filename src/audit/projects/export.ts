import { type Handler, serve } from '../../platform/serve.ts'
import { sheetBytes, xlsxType } from '../../platform/sheetwrite.ts'
import { findUnits } from '../../registers/places/store.ts'
import { auditCells, auditsSheet } from './audits.sheet.ts'
import { exportProjects } from './contract.ts'
import { listProjects, officialsById, subjectsOf } from './store.ts'
import { words } from './words.ts'

const most = 1_000_000

/** A workbook of one sheet under a name and a day. */
export async function workbook(title: string, headers: readonly string[], rows: readonly (readonly string[])[], today: string) {
  const sheet = { name: title, headers: [...headers], widths: headers.map(() => 18) }
  const bytes = await sheetBytes(
    sheet,
    rows.map((row) => [...row]),
  )
  return { name: `${title}-${today}.xlsx`, type: xlsxType, bytes }
}

/** The audits that fit, one row an official, as the workbook they can be imported from. */
export const exportProjectsApi: readonly Handler[] = [
  serve(exportProjects, async ({ input, read, today, tongue, seen }) => {
    seen('project:list')
    const { rows } = await listProjects(read, { ...input, offset: 0, limit: most })
    const subjects = await subjectsOf(
      read,
      rows.map((row) => row.id),
    )
    const officials = await officialsById(
      read,
      subjects.map((subject) => subject.official),
    )
    const units = new Map((await findUnits(read, [...new Set(rows.map((row) => row.unit))])).map((unit) => [unit.id, unit.number]))
    const cells = rows.flatMap((project) =>
      subjects
        .filter((subject) => subject.project === project.id)
        .map((subject) => {
          const { name = '', number = '' } = officials.get(subject.official) ?? {}
          return auditCells({ project, subject, name, official: number, unit: units.get(project.unit) ?? '' })
        }),
    )
    return workbook(
      words.title.audits[tongue],
      auditsSheet.columns.map(({ header }) => header),
      cells,
      today,
    )
  }),
]
