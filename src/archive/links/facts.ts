import { papersOf, projectsOfOfficials } from '../../audit/projects/store.ts'
import type { Day } from '../../kernel/day.ts'
import { say } from '../../kernel/say.ts'
import type { Fact } from '../../kernel/source.ts'
import type { Reader } from '../../platform/db.ts'
import { thresholdsOn } from './register.ts'
import { sentenceAround, usableUnconfirmed } from './rules.ts'
import * as store from './store.ts'
import { words } from './words.ts'

/**
 * Sentences of papers that speak of an official: confirmed links, and automatic ones above the strict threshold, marked
 * as unconfirmed; that the report of the official's own audit names him goes without saying. A sentence that speaks of a fault appears only once a person has confirmed the link. One statement a
 * sentence, however often it names the official.
 */
export async function facts(read: Reader, about: { official: string; on: Day }): Promise<readonly Fact[]> {
  const { strict } = await thresholdsOn(read, about.on)
  const own = await ownReports(read, about.official)
  const lines = (await store.linesOfOfficial(read, about.official)).filter(
    (line) => line.standing !== 'link' || (!own.has(line.document) && usableUnconfirmed(line, strict)),
  )
  const papers = new Map<string, string>()
  for (const { document } of lines) if (!papers.has(document)) papers.set(document, (await store.textOf(read, document))?.text ?? '')
  const seen = new Set<string>()
  return lines.flatMap((line): Fact[] => {
    const sentence = sentenceAround(papers.get(line.document) ?? '', line)
    const once = `${line.sha256}:${line.paragraph}:${sentence}`
    if (seen.has(once)) return []
    seen.add(once)
    return [factOf(line, sentence)]
  })
}

/** Reports of audits that were about this official: what they established is told by the rooms of the audit. */
async function ownReports(read: Reader, official: string): Promise<ReadonlySet<string>> {
  const projects = (await projectsOfOfficials(read, [official])).map(({ project }) => project)
  const paperOf = await papersOf(read, projects)
  return new Set(projects.flatMap((project) => paperOf(project)?.id ?? []))
}

type Line = Awaited<ReturnType<typeof store.linesOfOfficial>>[number]

const factOf = (line: Line, sentence: string): Fact => ({
  id: `links:${line.sha256.slice(0, 16)}:${line.start}-${line.end}`,
  section: 'mentions',
  order: `${line.documentName}:${String(line.start).padStart(9, '0')}`,
  text: say(words.fact.spoken, 'zh', { title: line.documentTitle, paragraph: line.paragraph, sentence }),
  state: line.standing === 'link' ? 'unconfirmed' : 'recorded',
  sources: [
    {
      room: 'links',
      record: line.id,
      field: 'surface',
      document: line.documentName,
      documentId: line.document,
      sha256: line.sha256,
      paragraph: line.paragraph,
      start: line.start,
      end: line.end,
    },
  ],
})
