import { strFromU8, unzipSync } from 'fflate'

/** The rows of a workbook's first sheet, each as the text of its cells; a row that is left out or empty is empty here. */
export function rowsIn(bytes: Uint8Array): string[][] {
  const parts = unzipSync(bytes)
  const shared = strFromU8(parts['xl/sharedStrings.xml'] ?? new Uint8Array())
  const strings = [...shared.matchAll(/<si>(.*?)<\/si>/gs)].map(([, item = '']) => item.replace(/<[^>]+>/g, ''))
  const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
  const rows: string[][] = []
  for (const [, number = '', cells = ''] of sheet.matchAll(/<row\b[^>]*\br="(\d+)"[^>]*?(?:\/>|>(.*?)<\/row>)/gs)) {
    const texts = [...cells.matchAll(/<c\b([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map(([, head = '', body = '']) => {
      const value = body.replace(/<[^>]+>/g, '')
      return /t="s"/.test(head) ? (strings[Number(value)] ?? '') : value
    })
    rows[Number(number) - 1] = texts.filter((text) => text !== '')
  }
  return Array.from(rows, (row) => row ?? [])
}
