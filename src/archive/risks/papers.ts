import { bareHead, draftPaper, issuePaper, proposedHead } from '../../office/documents/deeds.ts'
import type { FieldValues, IssuedPaper } from '../../office/documents/model.ts'
import { seriesFor } from '../../office/documents/numbers.ts'
import { proposedTitle } from '../../office/documents/rules/facts.ts'
import type { AnyDocument } from '../../office/documents/rules/type.ts'
import { paperDay } from '../../office/documents/rules.ts'
import { typeset } from '../../office/documents/typeset.ts'
import { wordType } from '../../office/documents/word.ts'
import type { Writer } from '../../platform/db.ts'
import type { Desk } from '../../platform/desk.ts'
import { words as places } from '../../registers/places/words.ts'
import { typicalCasesPaper } from './cases.doc.ts'
import type { Cases, Compilation, Content, RiskList, YearReport } from './model.ts'
import { riskListPaper } from './risk-list.doc.ts'
import { masked } from './rules/names.ts'
import { printedText } from './rules/report.ts'
import { words } from './words.ts'
import { yearReportPaper } from './year-report.doc.ts'

/** The document types of this room. */
export const riskPapers: readonly AnyDocument[] = [riskListPaper, typicalCasesPaper, yearReportPaper]

const typeOf: Readonly<Record<Content['kind'], AnyDocument>> = {
  riskList: riskListPaper,
  cases: typicalCasesPaper,
  report: yearReportPaper,
}

const listValues = (listTitle: string, { unitType, years, rows }: RiskList): FieldValues => ({
  listTitle,
  unitType: places.category[unitType].zh,
  years: years.join('、'),
  risks: rows.map(({ point, forms, level, measures, basis, owner }) => ({
    ...{ point, forms, measures, basis, owner },
    level: words.level[level].zh,
  })),
})
const casesValues = (collection: string, { preface, cases }: Cases): FieldValues => ({
  collection,
  preface,
  cases: cases.map(({ replacements, ...each }) => {
    const print = (text: string) => masked(text, replacements)
    const { title, facts, analysis, lesson, basis } = each
    return { title: print(title), facts: print(facts), analysis: print(analysis), lesson: print(lesson), basis: print(basis) }
  }),
})
const reportValues = (reportTitle: string, { sections, figures }: YearReport, about: { year: number; drawnOn: string }): FieldValues => ({
  ...{ reportTitle, year: String(about.year), drawnOn: about.drawnOn },
  sections: sections.map(({ heading, text }) => ({ heading, text: printedText(text, figures) })),
})

function valuesOf({ title, content, year, editedOn }: Compilation): FieldValues {
  switch (content.kind) {
    case 'riskList':
      return listValues(title, content)
    case 'cases':
      return casesValues(title, content)
    case 'report':
      return reportValues(title, content, { year, drawnOn: paperDay(editedOn) })
  }
}

/** A compilation as it would be printed now, as a Word file: names are gone, tags are numbers. */
export async function previewOf(desk: Pick<Desk, 'read' | 'store' | 'today'>, compilation: Compilation) {
  const { read, store, today } = desk
  const type = typeOf[compilation.kind]
  const { jurisdiction, number, title } = compilation
  const issuer = (await seriesFor(read, { kind: type.id, jurisdiction }))?.organ
  const fieldValues = valuesOf(compilation)
  const set = await typeset({ read, store }, type, {
    ...{ subject: `compilation:${compilation.id}`, jurisdiction, secrecy: type.secrecy, number: number ?? '' },
    head: { ...bareHead, issuers: issuer ? [issuer] : [], ...proposedHead(type, fieldValues) },
    ...{ title: proposedTitle(type, fieldValues), paperOn: compilation.issuedOn ?? today, fieldValues },
  })
  return { name: `${title}.docx`, type: wordType, bytes: new Uint8Array(set.bytes) }
}

/** Puts a compilation out as an official paper with a number from the series of its type; names are gone, tags are numbers. */
export async function issueAsPaper(
  tx: Writer,
  desk: Pick<Desk, 'actor' | 'today' | 'store'>,
  compilation: Compilation,
): Promise<IssuedPaper> {
  const type = typeOf[compilation.kind]
  const hand = { ...desk, actor: { ...desk.actor, jurisdiction: compilation.jurisdiction } }
  const draft = { subject: `compilation:${compilation.id}`, values: valuesOf(compilation), paperOn: desk.today }
  const paper = await draftPaper(tx, hand, type, draft)
  return issuePaper(tx, hand, type, { id: paper.id })
}
