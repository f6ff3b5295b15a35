import type { Sheet } from '../../../office/intake/model.ts'
import type { Reader } from '../../../platform/db.ts'
import { type Handler, serve } from '../../../platform/serve.ts'
import { workbook } from '../../projects/export.ts'
import type { Project } from '../../projects/model.ts'
import { knownProject } from '../shelf.ts'
import { checkCells, decisionCells, dutyCells, type Numbers, needCells } from './cells.sheet.ts'
import { exportList } from './contract.ts'
import { checksSheet, decisionsSheet, dutiesSheet, needsSheet } from './lists.sheet.ts'
import type { ListName } from './rules.ts'
import * as store from './store.ts'
import { words } from './words.ts'

type Book = { sheet: Pick<Sheet, 'columns'>; rows: string[][] }

async function numbersOf(read: Reader, project: Project): Promise<Numbers> {
  const lines = await Promise.all((['duties', 'decisions', 'checks'] as const).map((list) => store.linesOf(read, list, project.id)))
  const known = new Map([...lines.flat(), ...(await store.findingsNamed(read, project.id))].map((line) => [line.id, line.number]))
  return { project: project.number ?? '', of: (id) => known.get(id ?? '') ?? '' }
}

async function bookOf(read: Reader, project: Project, list: ListName): Promise<Book> {
  const numbers = await numbersOf(read, project)
  const { id } = project
  if (list === 'duties') return { sheet: dutiesSheet, rows: (await store.dutiesOf(read, id)).map((row) => dutyCells(row, numbers)) }
  if (list === 'decisions')
    return { sheet: decisionsSheet, rows: (await store.decisionsOf(read, id)).map((row) => decisionCells(row, numbers)) }
  if (list === 'needs') return { sheet: needsSheet, rows: (await store.needsOf(read, id)).map((row) => needCells(row, numbers)) }
  const evidence = await store.evidenceOfChecks(read, id)
  const checks = await store.checksOf(read, id)
  return { sheet: checksSheet, rows: checks.map((row) => checkCells({ ...row, evidence: evidence.get(row.id) ?? [] }, numbers)) }
}

/** One list as the workbook it can be imported from. */
export const exportListApi: readonly Handler[] = [
  serve(exportList, async ({ input, actor, read, today, tongue }) => {
    const project = await knownProject(read, actor, input.project)
    const { sheet, rows } = await bookOf(read, project, input.list)
    const headers = sheet.columns.map(({ header }) => header)
    return workbook(words.title[input.list][tongue], headers, rows, today)
  }),
]
