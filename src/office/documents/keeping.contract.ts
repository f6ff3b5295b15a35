import { z } from 'zod'
import { act, ask } from '../../kernel/contract.ts'
import { GivenFile } from '../../kernel/given.ts'
import { PaperNumber, PaperSeries, PaperTemplate, SeriesSide } from './model.ts'
import { words } from './words.ts'

/** A series with how many numbers it gave this year and the next one. */
export const SeriesLine = PaperSeries.extend({ used: z.number().int(), voided: z.number().int(), next: z.string() })
export type SeriesLine = z.infer<typeof SeriesLine>
export const listSeries = ask({
  name: 'documents.series',
  title: words.contract.series,
  input: z.object({}),
  output: z.object({ rows: z.array(SeriesLine) }),
})
export const saveSeries = act({
  name: 'documents.saveSeries',
  title: words.contract.saveSeries,
  input: z.object({
    id: z.uuid().optional(),
    version: z.number().int().optional(),
    organ: z.string().trim().min(2).max(60),
    side: SeriesSide,
    word: z.string().trim().min(1).max(20),
    kinds: z.array(z.string().max(60)).max(200),
    firstNumber: z.number().int().min(1).max(99_999).default(1),
  }),
  output: PaperSeries,
})
export const closeSeries = act({
  name: 'documents.closeSeries',
  title: words.contract.closeSeries,
  input: z.object({ id: z.uuid(), version: z.number().int() }),
  output: PaperSeries,
})
/** Every number a series gave in a year, voided ones with their reason. */
export const listNumbers = ask({
  name: 'documents.numbers',
  title: words.contract.numbers,
  input: z.object({ series: z.uuid(), year: z.coerce.number().int().min(1949).max(2200) }),
  output: z.object({ rows: z.array(PaperNumber.extend({ text: z.string(), title: z.string().nullable() })) }),
})

export const TemplateLine = PaperTemplate
/** The office's own templates of every type, newest first. */
export const listTemplates = ask({
  name: 'documents.templates',
  title: words.contract.templates,
  input: z.object({ kind: z.string().max(60).optional() }),
  output: z.object({ rows: z.array(TemplateLine) }),
})
/** A template as it is: an office's own version, or the house's when only a kind is given. */
export const getTemplate = ask({
  name: 'documents.template',
  title: words.contract.template,
  gives: 'file',
  asKept: 'form',
  input: z.object({ kind: z.string().max(60), id: z.uuid().optional() }),
  output: GivenFile,
})
/** The template filled with the sample record of its type. */
export const tryTemplate = ask({
  name: 'documents.tryTemplate',
  title: words.contract.tryTemplate,
  gives: 'file',
  input: z.object({ kind: z.string().max(60), id: z.uuid().optional() }),
  output: GivenFile,
})
/** Checks an edited Word template against the field catalogue and keeps it as the next version; it is used once activated. */
export const uploadTemplate = act({
  name: 'documents.uploadTemplate',
  title: words.contract.uploadTemplate,
  takes: 'files',
  input: z.object({ kind: z.string().max(60), note: z.string().trim().max(300).default('') }),
  output: PaperTemplate,
})
const Target = z.object({ id: z.uuid(), version: z.number().int() })
export const activateTemplate = act({
  name: 'documents.activateTemplate',
  title: words.contract.activateTemplate,
  input: Target,
  output: PaperTemplate,
})
export const withdrawTemplate = act({
  name: 'documents.withdrawTemplate',
  title: words.contract.withdrawTemplate,
  input: Target,
  output: PaperTemplate,
})
