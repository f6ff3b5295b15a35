import { type Handler, serve } from '../../platform/serve.ts'
import { workbook } from '../projects/export.ts'
import { exportItems } from './contract.ts'
import { rectificationCells, rectificationSheet } from './rectification.sheet.ts'
import { listItems } from './store.ts'
import { words } from './words.ts'

const most = 1_000_000

/** The items that fit, as the workbook they can be imported from. */
export const exportItemsApi: readonly Handler[] = [
  serve(exportItems, async ({ input, read, today, tongue }) => {
    const { rows } = await listItems(read, { filter: { ...input, offset: 0, limit: most }, today })
    const headers = rectificationSheet.columns.map(({ header }) => header)
    return workbook(
      words.title.sheet[tongue],
      headers,
      rows.map((item) => rectificationCells(item, item.findingNumber)),
      today,
    )
  }),
]
