import { type Phrase, say, type Tongue } from '../../kernel/say.ts'
import type { Reader } from '../../platform/db.ts'
import { serve } from '../../platform/serve.ts'
import { sheetBytes, xlsxType } from '../../platform/sheetwrite.ts'
import { findUnits } from '../places/store.ts'
import { exportOfficials, type OfficialLine } from './contract.ts'
import { officialsToExport } from './listing.ts'
import type { Because } from './model.ts'
import { officialCells, officialsSheet } from './officials.sheet.ts'
import { officialsByIds, tenuresOf } from './store.ts'
import { tenureCells, tenuresSheet } from './tenures.sheet.ts'
import { words } from './words.ts'

type Written = { name: string; headers: string[]; rows: string[][] }

const phrases: Readonly<Record<string, Phrase>> = words.because
/** The sentence of a reason, with its numbers. */
const sentence = ({ code, facts }: Because, tongue: Tongue): string => {
  const phrase = phrases[code]
  return phrase ? say(phrase, tongue, facts) : code
}

const listHeaders = [
  'number',
  'name',
  'unit',
  'post',
  'headship',
  'startsOn',
  'class',
  'standing',
  'lastAudit',
  'due',
  'state',
  'why',
] as const

function listRow(line: OfficialLine, tongue: Tongue): string[] {
  const { tenure, status } = line
  if (!tenure || !status) return [line.number, line.name, '', '', '', '', '', words.standing.noPost[tongue], '', '', '', '']
  return [
    ...[line.number, line.name, line.unitName ?? '', tenure.post, words.headship[tenure.headship][tongue], tenure.startsOn],
    ...[status.class.value ?? '', words.standing[status.standing.value][tongue], status.lastAudit.value ?? '', status.due.value ?? ''],
    ...[words.state[status.state.value][tongue], sentence(status.state.because, tongue)],
  ]
}

const asList = (lines: readonly OfficialLine[], tongue: Tongue): Written => ({
  name: words.sheet.list[tongue],
  headers: listHeaders.map((key) => words.field[key][tongue]),
  rows: lines.map((line) => listRow(line, tongue)),
})

async function asOfficials(read: Reader, place: string, lines: readonly OfficialLine[]): Promise<Written> {
  const byId = new Map(
    (
      await officialsByIds(
        read,
        place,
        lines.map(({ id }) => id),
      )
    ).map((official) => [official.id, official]),
  )
  const rows = lines.flatMap(({ id }) => byId.get(id) ?? []).map(officialCells)
  return { name: officialsSheet.title.zh, headers: officialsSheet.columns.map(({ header }) => header), rows }
}

async function asTenures(read: Reader, lines: readonly OfficialLine[]): Promise<Written> {
  const numbers = new Map(lines.map(({ id, number }) => [id, number]))
  const tenures = await tenuresOf(read, [...numbers.keys()])
  const units = new Map(
    (
      await findUnits(
        read,
        tenures.map(({ unit }) => unit),
      )
    ).map(({ id, number }) => [id, number]),
  )
  const rows = tenures.map((tenure) =>
    tenureCells(tenure, { official: numbers.get(tenure.official) ?? '', unit: units.get(tenure.unit) ?? '' }),
  )
  return { name: tenuresSheet.title.zh, headers: tenuresSheet.columns.map(({ header }) => header), rows }
}

export const exportApi = [
  serve(exportOfficials, async ({ input, read, actor, today, tongue, seen }) => {
    const lines = await officialsToExport(read, { place: actor.jurisdiction, today }, input)
    seen('official:list', ...lines.slice(0, 2000).map(({ id }) => `official:${id}` as const))
    const whole = {
      officials: () => asOfficials(read, actor.jurisdiction, lines),
      tenures: () => asTenures(read, lines),
      list: async () => asList(lines, tongue),
    }
    const { name, headers, rows } = await whole[input.as]()
    return { name: `${name}-${today}.xlsx`, type: xlsxType, bytes: await sheetBytes({ name, headers }, rows) }
  }),
]
