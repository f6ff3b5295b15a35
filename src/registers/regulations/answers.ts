import type { z } from 'zod'
import type { Day } from '../../kernel/day.ts'
import type { Reader } from '../../platform/db.ts'
import { found } from '../../platform/serve.ts'
import type { compareVersions, oneProvision, Which } from './contract.ts'
import type { ClockRow, Provision, Regulation } from './model.ts'
import { citation } from './rules/cite.ts'
import { type ArticleText, comparison } from './rules/compare.ts'
import { articleWords, holdersOf, provisionAt } from './rules/pieces.ts'
import type { ClockLine, RegulationLine, VersionHead } from './rules/shapes.ts'
import { countsFrom, isAssumed, type Settled, settled, standing, versionToShow } from './rules/versions.ts'
import type { Head } from './store.ts'
import * as store from './store.ts'
import { words } from './words.ts'

export const headOn = ({ history: _, ended, ...head }: Settled<Head>, on: Day): VersionHead => ({
  ...head,
  standing: standing({ ...head, ended }, on),
  countsFrom: countsFrom(head),
  assumed: isAssumed(head),
})

export type Opened = { regulation: Regulation; heads: Settled<Head>[]; head: Settled<Head>; on: Day }

/** The regulation and the text meant: the version named, else the one in force on the day, else the latest. */
export async function opened(read: Reader, which: Which, today: Day): Promise<Opened> {
  const named = which.version ? found(await store.findHead(read, which.version)) : null
  const regulation = found(await store.findRegulation(read, named ? { id: named.regulation } : which))
  const heads = settled(await store.headsOf(read, [regulation.id]), regulation.repealedOn)
  const on = which.on ?? today
  return { regulation, heads, head: found(heads.find((head) => head.id === named?.id) ?? versionToShow(heads, on)), on }
}

export async function linesOn(read: Reader, on: Day): Promise<RegulationLine[]> {
  const regulations = await store.allRegulations(read)
  const heads = await store.headsOf(
    read,
    regulations.map(({ id }) => id),
  )
  const places = await store.placeNames(read)
  return regulations.map((regulation) => {
    const versions = settled(
      heads.filter((head) => head.regulation === regulation.id),
      regulation.repealedOn,
    )
    const current = versionToShow(versions, on)
    return {
      ...regulation,
      place: places.get(regulation.jurisdiction) ?? null,
      current: current && headOn(current, on),
      versions: versions.length,
    }
  })
}

type Place = { article: number; suffix: number; paragraph?: number | undefined; item?: number | undefined }
export async function provisionAnswer(
  read: Reader,
  { regulation, head, on }: Opened,
  place: Place,
): Promise<z.input<typeof oneProvision.output>> {
  const pieces = await store.provisionsOf(read, head.id)
  const piece = found(provisionAt(pieces, place))
  const text = await store.textOf(read, head.id)
  const article = holdersOf(piece, pieces).find((each) => each.kind === 'article') ?? piece
  const headings = holdersOf(article, pieces).map((each) => firstLine(text, each))
  return {
    regulation,
    version: headOn(head, on),
    under: headings,
    citation: citation({ title: regulation.title, ...place }),
    text: text.slice(piece.startsAt, piece.endsAt),
    start: piece.startsAt,
    end: piece.endsAt,
    provisions: pieces.filter((each) => each.position >= piece.position && each.startsAt < piece.endsAt),
  }
}
const firstLine = (text: string, piece: Provision) => text.slice(piece.startsAt).split('\n', 1)[0]?.trim() ?? ''

async function articlesOf(read: Reader, version: string): Promise<ArticleText[]> {
  const [pieces, text] = await Promise.all([store.provisionsOf(read, version), store.textOf(read, version)])
  return pieces
    .filter((piece) => piece.kind === 'article')
    .map((piece) => ({ article: piece.article ?? 0, suffix: piece.suffix, label: piece.label, text: articleWords(text, piece) }))
}

export async function compareAnswer(
  read: Reader,
  ids: { from: string; to: string },
  today: Day,
): Promise<z.input<typeof compareVersions.output>> {
  const { head: from } = await opened(read, { version: ids.from }, today)
  const { head: to, regulation } = await opened(read, { version: ids.to }, today)
  const pairs = comparison(await articlesOf(read, from.id), await articlesOf(read, to.id))
  const side = (each: ArticleText | null) => each && { article: each.article, suffix: each.suffix, label: each.label }
  return {
    title: regulation.title,
    from: headOn(from, today),
    to: headOn(to, today),
    pairs: pairs.map((pair) => ({ old: side(pair.old), new: side(pair.new), same: pair.same, parts: [...pair.parts] })),
    counts: {
      same: pairs.filter((pair) => pair.same).length,
      changed: pairs.filter((pair) => pair.old && pair.new && !pair.same).length,
      gone: pairs.filter((pair) => !pair.new).length,
      new: pairs.filter((pair) => !pair.old).length,
    },
  }
}

const events: Readonly<Record<string, { zh: string; en: string }>> = words.event
export const eventOf = (code: string) => events[code] ?? { zh: code, en: code }

/** The rows of clocks with their citations, linked to the text on file that they cite. */
export async function clockLines(read: Reader, rows: readonly ClockRow[]): Promise<ClockLine[]> {
  const regulations = new Map((await store.allRegulations(read)).map((each) => [each.title, each.id]))
  const heads = await store.headsOf(read, [...regulations.values()])
  return rows.map((row) => {
    const regulation = regulations.get(row.lawTitle) ?? null
    const text = heads.find((head) => head.regulation === regulation && head.adoptedOn === row.lawVersion)
    const place = { title: row.lawTitle, article: row.article, paragraph: row.paragraph, item: row.item, version: row.lawVersion }
    return { ...row, citation: citation(place), event: eventOf(row.startEvent), regulation, textVersion: text?.id ?? null }
  })
}
