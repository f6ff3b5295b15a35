import type { Reader } from '../../platform/db.ts'
import { textsOf } from './drafting.ts'
import type { Cases, Content, RiskList } from './model.ts'
import { remaining } from './rules/deidentify.ts'
import { namesInCitation, namesLeft } from './rules/names.ts'
import { namesFor, namesToAvoid, sourceOf } from './store-names.ts'

/** What a print would still show of somebody's name or number, and in which row or case (from 1; 0 is the preface). */
export type Named = { surface: string; where: number }

async function inList(read: Reader, { rows }: RiskList): Promise<Named[]> {
  const index = await namesToAvoid(
    read,
    rows.flatMap(({ findings }) => findings),
  )
  const namedInRow = ({ point, forms, measures, basis, owner }: RiskList['rows'][number]) => [
    ...[point, forms, measures, owner].flatMap((text) => namesLeft(text, index)),
    ...namesInCitation(basis, index),
  ]
  return rows.flatMap((row, at) => namedInRow(row).map(({ surface }) => ({ surface, where: at + 1 })))
}

async function inCases(read: Reader, { cases, preface }: Cases): Promise<Named[]> {
  const all = await namesToAvoid(
    read,
    cases.map(({ finding }) => finding),
  )
  const named: Named[] = namesLeft(preface, all).map(({ surface }) => ({ surface, where: 0 }))
  for (const [at, each] of cases.entries()) {
    const texts = textsOf(each)
    const index = await namesFor(read, texts, await sourceOf(read, [each.finding]))
    named.push(...remaining(texts, index, each.replacements).map(({ surface }) => ({ surface, where: at + 1 })))
  }
  return named
}

/** Registered names and numbers that lists and cases would still print; a report to the committee may name. */
export async function namedIn(read: Reader, content: Content): Promise<Named[]> {
  if (content.kind === 'riskList') return inList(read, content)
  return content.kind === 'cases' ? inCases(read, content) : []
}
