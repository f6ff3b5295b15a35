import type { GivenFile } from '../../kernel/given.ts'
import { say, type Tongue } from '../../kernel/say.ts'
import { templateBytes, xlsxType } from '../../platform/sheetwrite.ts'
import type { Column, Sheet } from './model.ts'
import { exampleHeader } from './rules/lexicon.ts'
import { words } from './words.ts'

const noteOf = (column: Column, tongue: Tongue): string[] => [
  column.header,
  say(column.required ? words.yes : words.no, tongue),
  column.options?.join(' / ') ?? '',
  column.example,
]

/** The workbook to fill in: headers, drop-downs, one example row marked as such, and a sheet of notes. */
export async function templateOf(sheet: Sheet, tongue: Tongue): Promise<GivenFile> {
  const columns = sheet.columns.map(({ header, required, example, options }) => ({
    header,
    required,
    example,
    ...(options ? { options } : {}),
  }))
  const marker = { header: exampleHeader, required: false, example: words.hint.example.zh }
  const { column, required, options, example } = words.template
  const bytes = await templateBytes({
    name: say(words.template.sheet, tongue),
    columns: [...columns, marker],
    notes: {
      name: say(words.template.notes, tongue),
      headers: [column, required, options, example].map((phrase) => say(phrase, tongue)),
      rows: sheet.columns.map((each) => noteOf(each, tongue)),
    },
  })
  return { name: say(words.template.name, tongue, { title: say(sheet.title, tongue) }), type: xlsxType, bytes }
}
