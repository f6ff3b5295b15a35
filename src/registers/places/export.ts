import { serve } from '../../platform/serve.ts'
import { sheetBytes, xlsxType } from '../../platform/sheetwrite.ts'
import { exportUnits } from './contract.ts'
import { findUnits, unitsThatFit } from './store.ts'
import { unitCells, unitsSheet } from './units.sheet.ts'
import { words } from './words.ts'

const most = 1_000_000

/** The units that fit as the very workbook they can be imported from. */
export const exportUnitsApi = [
  serve(exportUnits, async ({ input, read, today, tongue }) => {
    const { rows } = await unitsThatFit(read, input, { offset: 0, limit: most })
    const above = new Map(
      (
        await findUnits(
          read,
          rows.flatMap(({ superior }) => superior ?? []),
        )
      ).map(({ id, number }) => [id, number]),
    )
    const sheet = {
      name: words.sheet.title[tongue],
      headers: unitsSheet.columns.map(({ header }) => header),
      widths: [12, 36, 24, 12, 12, 12, 14, 24, 40],
    }
    const bytes = await sheetBytes(
      sheet,
      rows.map((unit) => unitCells(unit, above.get(unit.superior ?? '') ?? null)),
    )
    return { name: `${words.sheet.title[tongue]}-${today}.xlsx`, type: xlsxType, bytes }
  }),
]
