import type { Reader } from '../../platform/db.ts'
import { superiorCodes } from '../../registers/places/rules/jurisdiction.ts'
import { readyRegister } from '../links/register.ts'
import { linkPaper } from '../links/rules/link.ts'
import { masks } from './rules/masks.words.ts'
import { indexNames, type KnownName, type NameIndex } from './rules/names.ts'

/** Whose case it is: the officials, units and places that must not be told, and the numbers of its own papers. */
export type CaseSource = {
  officials: ReadonlySet<string>
  units: ReadonlySet<string>
  places: ReadonlySet<string>
  papers: readonly string[]
}
const nobody: CaseSource = { officials: new Set(), units: new Set(), places: new Set(), papers: [] }

async function peopleNamed(read: Reader, source: CaseSource): Promise<KnownName[]> {
  const rows = await read.selectFrom('official').select(['id', 'name', 'formerNames']).execute()
  return rows.flatMap(({ id, name, formerNames }) =>
    [name, ...formerNames].map((text) => ({
      text,
      kind: 'person' as const,
      record: id,
      ofSource: source.officials.has(id),
      label: 'person',
    })),
  )
}

async function unitsNamed(read: Reader, source: CaseSource): Promise<KnownName[]> {
  const rows = await read.selectFrom('unit').select(['id', 'name', 'shortNames', 'formerNames', 'category']).execute()
  return rows.flatMap(({ id, name, shortNames, formerNames, category }) =>
    [name, ...shortNames, ...formerNames.map((former) => former.name)].map((text) => ({
      ...{ text, kind: 'unit' as const, record: id, ofSource: source.units.has(id), label: masks.unit[category] },
    })),
  )
}

/** Places by their full names; those of the case by their bare names too (澜江 for 澜江市). */
async function placesNamed(read: Reader, source: CaseSource): Promise<KnownName[]> {
  const rows = await read.selectFrom('jurisdiction').select(['code', 'name', 'level']).execute()
  const general: readonly string[] = masks.general
  return rows
    .filter(({ name }) => !general.includes(name))
    .flatMap(({ code, name, level }) => {
      const ofSource = source.places.has(code)
      const bare = name.replace(masks.placeEnds, '')
      const texts = ofSource && bare.length >= 2 ? [name, bare] : [name]
      return [...new Set(texts)].map((text) => ({ text, kind: 'place' as const, record: code, ofSource, label: masks.place[level] }))
    })
}

const papersNamed = ({ papers }: CaseSource): KnownName[] =>
  papers.map((text) => ({ text, kind: 'paper' as const, record: null, ofSource: true, label: 'paper' }))

/** Everything the registers know by name, marked where it belongs to the case. */
export async function namesKnown(read: Reader, source: CaseSource = nobody): Promise<KnownName[]> {
  return [
    ...(await peopleNamed(read, source)),
    ...(await unitsNamed(read, source)),
    ...(await placesNamed(read, source)),
    ...papersNamed(source),
  ]
}

/** The ways the texts themselves call registered units and people, as the linker of mentions reads them: 市交通局, 周局长. */
async function calledIn(read: Reader, texts: readonly string[], source: CaseSource): Promise<KnownName[]> {
  const { compiled } = await readyRegister(read)
  const found = texts
    .flatMap((text) => linkPaper(compiled, text))
    .filter(({ kind, decision }) => kind !== 'regulation' && decision !== 'none')
  return found.flatMap(({ surface, kind, candidates }): KnownName[] => {
    const record = candidates[0]?.target ?? null
    if (kind === 'official')
      return [{ text: surface, kind: 'person', record, ofSource: record !== null && source.officials.has(record), label: 'person' }]
    return [{ text: surface, kind: 'unit', record, ofSource: record !== null && source.units.has(record), label: masks.unit.other }]
  })
}

/** What is to be looked for in a case's texts: the registers' names, then what the linker reads as a way of naming them. */
export async function namesFor(read: Reader, texts: readonly string[], source: CaseSource): Promise<NameIndex> {
  const known = await namesKnown(read, source)
  const labels = new Map(known.flatMap(({ record, kind, label }) => (record && kind === 'unit' ? [[record, label] as const] : [])))
  const taken = new Set(known.map(({ text }) => text))
  const called = (await calledIn(read, texts, source)).filter(({ text }) => !taken.has(text))
  return indexNames([...known, ...called.map((each) => ({ ...each, label: labels.get(each.record ?? '') ?? each.label }))])
}

const surelyAName = ({ kind, text, ofSource }: KnownName): boolean =>
  ofSource || (kind === 'unit' && text.length >= 4) || (kind === 'person' && text.length >= 3)
/** For a text of general advice: names that are surely none of its words, and all names of the cases it was drawn from. */
export const namesToAvoid = async (read: Reader, findings: readonly string[]): Promise<NameIndex> =>
  indexNames((await namesKnown(read, await sourceOf(read, findings))).filter(surelyAName))

const chainOf = (code: string): string[] => [code, ...superiorCodes(code)]

/** Whose cases these findings are: their officials, units with the units audited, places with their superiors, own numbers. */
export async function sourceOf(read: Reader, findings: readonly string[]): Promise<CaseSource> {
  if (findings.length === 0) return nobody
  const rows = await read
    .selectFrom('finding')
    .innerJoin('project', 'project.id', 'finding.project')
    .innerJoin('unit', 'unit.id', 'finding.unit')
    .innerJoin('unit as audited', 'audited.id', 'project.unit')
    .select(['finding.project', 'finding.unit', 'project.unit as auditedUnit', 'project.number', 'project.reportNumber'])
    .select(['finding.jurisdiction', 'unit.jurisdiction as unitPlace', 'audited.jurisdiction as auditedPlace'])
    .where('finding.id', 'in', [...findings])
    .execute()
  const projects = rows.map(({ project }) => project)
  const subjects = await read.selectFrom('projectSubject').select('official').where('project', 'in', projects).execute()
  const bearers = await read
    .selectFrom('responsibility')
    .select('official')
    .where('finding', 'in', [...findings])
    .execute()
  return {
    officials: new Set([...subjects, ...bearers].map(({ official }) => official)),
    units: new Set(rows.flatMap(({ unit, auditedUnit }) => [unit, auditedUnit])),
    places: new Set(rows.flatMap(({ jurisdiction, unitPlace, auditedPlace }) => [jurisdiction, unitPlace, auditedPlace]).flatMap(chainOf)),
    papers: [...new Set(rows.flatMap(({ number, reportNumber }) => [number, reportNumber]).filter((each) => each !== null))],
  }
}
