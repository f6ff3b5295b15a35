import { type Handler, serve } from '../../platform/serve.ts'
import { sheetBytes, xlsxType } from '../../platform/sheetwrite.ts'
import { exportPapers, type PaperLine } from './contract.ts'
import { listPapers } from './list-store.ts'
import type { Documents } from './registry.ts'
import { words } from './words.ts'

const most = 100_000
const columns = ['number', 'title', 'kind', 'state', 'secrecy', 'paperOn', 'issuers', 'sent', 'served', 'sha256', 'voidReason'] as const

/** The register that fits, as a workbook. */
export const exportApi = (house: () => Documents): readonly Handler[] => [
  serve(exportPapers, async ({ input, read, today, tongue, seen }) => {
    seen('issuedPaper:list')
    const { rows } = await listPapers(read, { ...input, offset: 0, limit: most })
    const names = new Map(house().types.map((type) => [type.id, type.name[tongue]]))
    const cells = (row: PaperLine): Record<(typeof columns)[number], string> => ({
      number: row.number ?? '',
      title: row.title.replace(/\s+/g, ''),
      kind: names.get(row.kind) ?? row.kind,
      state: words.state[row.state][tongue],
      secrecy: words.secrecy[row.secrecy][tongue],
      paperOn: row.paperOn ?? '',
      issuers: row.issuers.join('、'),
      sent: String(row.sent),
      served: String(row.served),
      sha256: row.sha256 ?? '',
      voidReason: row.voidReason ?? '',
    })
    const title = words.title.register[tongue]
    const headers = columns.map((key) => words.field[key][tongue])
    const bytes = await sheetBytes(
      { name: title, headers, widths: columns.map(() => 18) },
      rows.map((row) => columns.map((key) => cells(row)[key])),
    )
    return { name: `${title}-${today}.xlsx`, type: xlsxType, bytes }
  }),
]
