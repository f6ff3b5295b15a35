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
 * as unconfirmed. A sentence that speaks of a fault appears only once a person has confirmed the link. One statement a
 * sentence, however often it names the official.
 */
export async function facts(read: Reader, about: { official: string; on: Day }): Promise<readonly Fact[]> {
  const { strict } = await thresholdsOn(read, about.on)
  const lines = (await store.linesOfOfficial(read, '*', about.official)).filter(
    (line) => line.standing !== 'link' || usableUnconfirmed(line, strict),
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
