import type { Reader, Writer } from '../../../platform/db.ts'
import type { Provision, Regulation } from '../../../registers/regulations/model.ts'
import { articleWords } from '../../../registers/regulations/rules/pieces.ts'
import { settled } from '../../../registers/regulations/rules/versions.ts'
import { findRegulation, headsOf, provisionsOf, textOf } from '../../../registers/regulations/store.ts'
import type { FindingBasis } from './model.ts'
import type { Article, Version } from './rules.ts'

export type Law = { regulation: Regulation; versions: Version[] }
export type Text = { pieces: readonly Provision[]; text: string; articles: Article[] }

export const basesOf = (read: Reader, finding: string): Promise<FindingBasis[]> =>
  read.selectFrom('findingBasis').selectAll().where('finding', '=', finding).orderBy('use', 'desc').orderBy('id').execute()
export const findBasis = (read: Reader, id: string): Promise<FindingBasis | undefined> =>
  read.selectFrom('findingBasis').selectAll().where('id', '=', id).executeTakeFirst()
export const addBasis = (tx: Writer, basis: FindingBasis): Promise<FindingBasis | undefined> =>
  tx
    .insertInto('findingBasis')
    .values(basis)
    .onConflict((on) => on.doNothing())
    .returningAll()
    .executeTakeFirst()
export const removeBasis = (tx: Writer, id: string) => tx.deleteFrom('findingBasis').where('id', '=', id).execute()

/** The regulation with every text it has had; null when the library does not know it. */
export async function lawOf(read: Reader, which: { id?: string; title?: string }): Promise<Law | null> {
  const regulation = await findRegulation(read, which)
  return regulation ? { regulation, versions: settled(await headsOf(read, [regulation.id]), regulation.repealedOn) } : null
}

/** One text cut into its articles. */
export async function articlesIn(read: Reader, version: string): Promise<Text> {
  const [pieces, text] = await Promise.all([provisionsOf(read, version), textOf(read, version)])
  const articles = pieces
    .filter((piece) => piece.kind === 'article')
    .map((piece) => ({ article: piece.article ?? 0, suffix: piece.suffix, text: articleWords(text, piece) }))
  return { pieces, text, articles }
}

/** Reads each text once, however many citations stand on it. */
export function textReader(read: Reader): (version: string) => Promise<Text> {
  const known = new Map<string, Promise<Text>>()
  return (version) => {
    const text = known.get(version) ?? articlesIn(read, version)
    known.set(version, text)
    return text
  }
}
