import type { Day } from '../../kernel/day.ts'
import { foldedText } from '../../kernel/fold.ts'
import type { Reader, Writer } from '../../platform/db.ts'
import { newId } from '../../platform/id.ts'
import type { Mention, RegisterPrint } from './model.ts'
import { databaseRegister, metaOf, printsOf, type ReadyRegister, readyRegister, thresholdsOn } from './register.ts'
import { coresOf } from './rules/aliases.ts'
import { type Found, linkPaper } from './rules/link.ts'
import { partsOf } from './rules/places.ts'
import { scorerVersion } from './rules/weights.ts'
import { isAdverse, sentenceAround } from './rules.ts'
import * as store from './store.ts'

type Paper = {
  id: string
  sha256: string
  jurisdiction: string
  text: string
  passages: readonly { no: number; startsAt: number; endsAt: number }[]
}

async function findPaper(read: Reader, document: string): Promise<Paper | null> {
  const paper = await read
    .selectFrom('document')
    .innerJoin('documentText', 'documentText.document', 'document.id')
    .select(['document.id', 'document.sha256', 'document.jurisdiction', 'documentText.text'])
    .where('document.id', '=', document)
    .executeTakeFirst()
  if (!paper) return null
  const passages = await read
    .selectFrom('paragraph')
    .select(['no', 'startsAt', 'endsAt'])
    .where('document', '=', document)
    .orderBy('no')
    .execute()
  return { ...paper, passages }
}

/** Scans one paper against the register and the day's thresholds; null when the paper is gone or unreadable. */
export async function mentionsOf(read: Reader, document: string, today: Day): Promise<Mention[] | null> {
  const paper = await findPaper(read, document)
  if (!paper) return null
  const ready = await readyRegister(read)
  const [meta, thresholds] = [await metaOf(read, document, 'id'), await thresholdsOn(read, today)]
  const found = linkPaper(ready.compiled, paper.text, { meta, thresholds })
  return onceEach(found).flatMap((each) => mentionFrom(each, paper, ready) ?? [])
}

/** A span is kept once for each kind. */
function onceEach(found: readonly Found[]): Found[] {
  const seen = new Map<string, Found>()
  for (const each of found)
    if (!seen.has(`${each.kind}:${each.start}:${each.end}`)) seen.set(`${each.kind}:${each.start}:${each.end}`, each)
  return [...seen.values()]
}

/** Null for a span between paragraphs, and for an unknown regulation's own candidates. */
function mentionFrom(found: Found, paper: Paper, { titles }: ReadyRegister): Mention | null {
  const passage = passageHolding(paper.passages, found.start)
  if (passage === null) return null
  const idOf = (target: string) => (found.kind === 'regulation' ? (titles.get(target) ?? null) : target)
  const candidates = found.candidates.flatMap(({ target, score, reasons }) => {
    const id = idOf(target)
    const kept = reasons.map(({ code, weight, facts }) => (facts ? { code, weight, facts: { ...facts } } : { code, weight }))
    return id === null ? [] : [{ target: id, score, reasons: kept }]
  })
  const target = found.target === null ? null : idOf(found.target)
  return {
    id: newId(),
    document: paper.id,
    sha256: paper.sha256,
    paragraph: passage,
    start: found.start,
    end: found.end,
    surface: found.surface,
    kind: found.kind,
    decision: found.decision === 'link' && target === null ? 'none' : found.decision,
    target,
    score: found.score,
    scorerVersion,
    candidates,
    article: found.article ?? null,
    clause: found.paragraph ?? null,
    item: found.item ?? null,
    adverse: found.kind === 'official' && isAdverse(sentenceAround(paper.text, found)),
    jurisdiction: paper.jurisdiction,
  }
}

function passageHolding(passages: Paper['passages'], at: number): number | null {
  let low = 0
  let high = passages.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((passages[middle]?.startsAt ?? 0) <= at) low = middle
    else high = middle - 1
  }
  const passage = passages[low]
  return passage && passage.startsAt <= at ? passage.no : null
}

/** Papers that the register's changes since the last look may touch: those that hold a name of a changed record. */
export async function touchedPapers(read: Reader): Promise<{ papers: string[]; prints: RegisterPrint[] }> {
  const prints = printsOf(await databaseRegister(read, 'id'))
  const before = new Map((await store.printsKept(read)).map((each) => [each.record, each]))
  const now = new Map(prints.map((each) => [each.record, each]))
  const changed = prints.filter((each) => before.get(each.record)?.print !== each.print)
  const gone = [...before.values()].filter((each) => !now.has(each.record))
  const names = new Set([...changed, ...gone, ...changed.flatMap((each) => before.get(each.record) ?? [])].flatMap(formsOf))
  return { papers: await store.papersSpeakingOf(read, [...names].sort()), prints }
}

/** A unit may also stand under its shortened name. */
const formsOf = ({ kind, names }: RegisterPrint): string[] => {
  const folded = names.map((name) => foldedText(name))
  if (kind === 'official') return folded
  return [...folded, ...folded.flatMap((name) => coresOf(partsOf(name, new Set())))].filter((form) => form.length >= 3)
}

export const keepPrints = (tx: Writer, prints: readonly RegisterPrint[]) => store.keepPrints(tx, prints)
