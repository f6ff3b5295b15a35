import type { Finding } from '../../audit/findings/model.ts'
import { findingsByProject, placesOf } from '../../audit/findings/store.ts'
import type { ProjectOfOfficial } from '../../audit/projects/store.ts'
import { papersOf } from '../../audit/projects/store.ts'
import type { Day } from '../../kernel/day.ts'
import { grouped } from '../../kernel/grouped.ts'
import type { Reader } from '../../platform/db.ts'
import type { Tenure } from '../../registers/auditees/model.ts'
import { tenuresOf } from '../../registers/auditees/store.ts'
import { linesInDocument } from '../links/store.ts'
import type { NamedInReport } from './model.ts'

type Line = Awaited<ReturnType<typeof linesInDocument>>[number]
const confirmed = (line: Line) => line.standing === 'confirmed' || line.standing === 'reassigned'

async function linesOf(read: Reader, papers: readonly string[], official: string): Promise<Line[]> {
  const all: Line[] = []
  for (const paper of papers) all.push(...(await linesInDocument(read, paper)))
  return all.filter(
    (line) => line.kind === 'official' && line.target !== null && line.target !== official && (confirmed(line) || line.standing === 'link'),
  )
}

/** The finding that stands in a paragraph of a paper. */
async function findingsAt(read: Reader, audits: readonly ProjectOfOfficial[]): Promise<(line: Line) => Finding | undefined> {
  const findings = [
    ...(
      await findingsByProject(
        read,
        audits.map(({ project }) => project.id),
      )
    ).values(),
  ].flat()
  const places = await placesOf(read, findings)
  return (line) => findings.find((finding) => places.get(finding.id)?.paper.id === line.document && finding.paragraph === line.paragraph)
}

const postThen = (tenures: readonly Tenure[], official: string, on: Day): string | null =>
  tenures.findLast((tenure) => tenure.official === official && tenure.startsOn <= on)?.post ?? null

/**
 * Other officials named in the reports on this official's audits, once a person and paper. Until somebody has
 * confirmed it, the name stands without a finding beside it.
 */
export async function namedIn(
  read: Reader,
  audits: readonly ProjectOfOfficial[],
  about: { official: string; on: Day },
): Promise<NamedInReport[]> {
  const projects = audits.map(({ project }) => project)
  const paperOf = await papersOf(read, projects)
  const papers = [...new Set(projects.flatMap((project) => paperOf(project)?.id ?? []))]
  const lines = await linesOf(read, papers, about.official)
  const findingAt = await findingsAt(read, audits)
  const people = grouped(lines, (line) => `${line.target}|${line.document}`)
  const tenures = await tenuresOf(
    read,
    lines.flatMap((line) => (line.target ? [line.target] : [])),
  )
  return [...people.values()].flatMap((own) => {
    const line = own.find((each) => confirmed(each) && findingAt(each)) ?? own.find(confirmed) ?? own[0]
    if (!line?.target) return []
    const { id, target, document, documentName, paragraph, start, end } = line
    return [
      {
        id,
        official: target,
        name: line.name ?? line.surface,
        post: postThen(tenures, target, about.on),
        finding: confirmed(line) ? (findingAt(line)?.title ?? null) : null,
        confirmed: confirmed(line),
        document: documentName,
        documentId: document,
        paragraph,
        start,
        end,
      },
    ]
  })
}
