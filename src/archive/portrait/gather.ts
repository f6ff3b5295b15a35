import { facts as findingFacts } from '../../audit/findings/facts.ts'
import { facts as leadFacts } from '../../audit/leads/facts.ts'
import { facts as projectFacts } from '../../audit/projects/facts.ts'
import { facts as rectificationFacts } from '../../audit/rectification/facts.ts'
import type { Day } from '../../kernel/day.ts'
import type { Fact, Source } from '../../kernel/source.ts'
import type { Reader } from '../../platform/db.ts'
import type { Actor } from '../../platform/desk.ts'
import { facts as auditeeFacts } from '../../registers/auditees/facts.ts'
import type { Official } from '../../registers/auditees/model.ts'
import { facts as linkFacts } from '../links/facts.ts'
import { figuresOf } from './figures.ts'
import type { Portrait, Quote, QuotedPaper, Sentence } from './model.ts'
import { compose, figuresFor, forReader } from './rules.ts'

type Room = (read: Reader, about: { official: string; on: Day }) => Promise<readonly Fact[]>
/** The rooms that have something to say of an official; the portrait adds nothing of its own. */
const rooms: readonly Room[] = [auditeeFacts, projectFacts, findingFacts, rectificationFacts, leadFacts, linkFacts]

async function allFacts(read: Reader, about: { official: string; on: Day }): Promise<Fact[]> {
  const told: Fact[] = []
  for (const room of rooms) told.push(...(await room(read, about)))
  return told
}

const cited = (sentences: readonly Sentence[]): Source[] => sentences.flatMap((sentence) => sentence.sources)

async function papersCited(read: Reader, sources: readonly Source[]): Promise<QuotedPaper[]> {
  const ids = [...new Set(sources.flatMap((source) => (source.documentId ? [source.documentId] : [])))]
  if (ids.length === 0) return []
  return read.selectFrom('document').select(['id', 'name', 'title', 'number', 'sha256']).where('id', 'in', ids).orderBy('id').execute()
}

/** The words each source points at, cut from the paper's text by its offsets. */
async function quotesOf(read: Reader, sources: readonly Source[]): Promise<Quote[]> {
  const ids = [...new Set(sources.flatMap((source) => (source.documentId && source.start !== null ? [source.documentId] : [])))]
  if (ids.length === 0) return []
  const texts = await read.selectFrom('documentText').select(['document', 'text']).where('document', 'in', ids).execute()
  const textOf = new Map(texts.map((row) => [row.document, row.text]))
  const quotes = sources.flatMap(({ documentId, start, end }): [string, Quote][] => {
    const text = documentId ? textOf.get(documentId) : undefined
    if (!documentId || text === undefined || start === null || end === null) return []
    return [[`${documentId}:${start}:${end}`, { documentId, start, end, text: text.slice(start, end) }]]
  })
  return [...new Map(quotes).values()]
}

/** All that a reader may see of an official on a day. Same records, same day, same reader: same portrait. */
export async function portraitOf(read: Reader, about: { official: Official; on: Day; actor: Pick<Actor, 'role'> }): Promise<Portrait> {
  const { official, on, actor } = about
  const told = await allFacts(read, { official: official.id, on })
  const { sentences, withheld } = forReader(compose(told), actor.role)
  const sources = cited(sentences)
  const { id, number, name, bornIn, jurisdiction } = official
  return {
    official: { id, number, name, bornIn, jurisdiction },
    asOf: on,
    sentences,
    withheld,
    figures: figuresFor(await figuresOf(read, { official: official.id, on }), actor.role),
    papers: await papersCited(read, sources),
    quotes: await quotesOf(read, sources),
  }
}
