import type { z } from 'zod'
import type { Reader } from '../../platform/db.ts'
import type { one } from './contract.ts'
import type { Document, DocumentEdition } from './model.ts'
import { headingTitle, paragraphsIn } from './rules/paragraphs.ts'
import * as store from './store.ts'

type Wanted = z.output<typeof one.input>
type Piece = Awaited<ReturnType<typeof store.passagesOf>>[number]
type Reading = {
  text: string
  pieces: Piece[]
  from: number
  total: number
  headings: Pick<Piece, 'no' | 'startsAt' | 'endsAt' | 'heading'>[]
}

/** Pages of paragraphs begin at 1, 1 + limit, …: an offset opens the page its paragraph stands on. */
const pageFrom = (no: number, limit: number) => no - ((no - 1) % limit)

async function current(read: Reader, document: Document, wanted: Wanted): Promise<Reading> {
  const text = (await store.findText(read, document.id))?.text ?? ''
  const hit = wanted.at === undefined ? null : await store.passageAt(read, document.id, wanted.at)
  const from = hit ? pageFrom(hit.no, wanted.limit) : wanted.from
  const pieces = await store.passagesOf(read, document.id, { from, limit: wanted.limit })
  return { text, pieces, from, total: document.paragraphs, headings: await store.headingsOf(read, document.id) }
}

/** An earlier edition is cut anew: it keeps only its text. */
function former(edition: DocumentEdition, wanted: Wanted): Reading {
  const all = paragraphsIn(edition.text, edition.pageStarts).map(({ no, start, end, page, heading }) => ({
    no,
    startsAt: start,
    endsAt: end,
    page,
    heading,
  }))
  const hit = wanted.at === undefined ? undefined : all.findLast(({ startsAt }) => startsAt <= (wanted.at ?? 0))
  const from = hit ? pageFrom(hit.no, wanted.limit) : wanted.from
  return {
    text: edition.text,
    pieces: all.slice(from - 1, from - 1 + wanted.limit),
    from,
    total: all.length,
    headings: all.filter(({ heading }) => heading !== null),
  }
}

/** One page of a paper as the reader sees it. */
export async function readingOf(read: Reader, document: Document, edition: DocumentEdition | null, wanted: Wanted) {
  const { text, pieces, from, total, headings } = edition ? former(edition, wanted) : await current(read, document, wanted)
  const textStartsAt = pieces[0]?.startsAt ?? 0
  return {
    sha256: edition?.sha256 ?? document.sha256,
    current: edition === null,
    length: text.length,
    from,
    total,
    text: text.slice(textStartsAt, pieces.at(-1)?.endsAt ?? textStartsAt),
    textStartsAt,
    paragraphs: pieces,
    outline: headings.map(({ no, heading, startsAt, endsAt }) => ({
      no,
      level: heading ?? 1,
      title: headingTitle(text, { start: startsAt, end: endsAt }),
    })),
  }
}
