import type { Day } from '../../../kernel/day.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { say } from '../../../kernel/say.ts'
import type { Reader, Writer } from '../../../platform/db.ts'
import { newId } from '../../../platform/id.ts'
import { found, type Handler, serve, stopIf, stopIfChanged } from '../../../platform/serve.ts'
import { citation } from '../../../registers/regulations/rules/cite.ts'
import { articleWords, provisionAt } from '../../../registers/regulations/rules/pieces.ts'
import { versionOn } from '../../../registers/regulations/rules/versions.ts'
import { note, writingOn } from '../editing/api.ts'
import { actDay, whyNotEdit } from '../editing/rules.ts'
import { changeFinding, lockFinding } from '../editing/store.ts'
import type { Finding } from '../model.ts'
import { findFinding } from '../store.ts'
import { findingBasis, pinBasis, unpinBasis } from './contract.ts'
import type { FindingBasis } from './model.ts'
import { numberOf, whyNotInForce } from './rules.ts'
import { basisOf } from './show.ts'
import { addBasis, articlesIn, findBasis, type Law, lawOf, removeBasis } from './store.ts'
import { words } from './words.ts'

type Place = Pick<FindingBasis, 'article' | 'suffix' | 'paragraph' | 'item'>

/** In which other text of the law the article number does stand, for the sentence that says it is not in this one. */
async function elsewhere(read: Reader, law: Law, place: Place, not: string): Promise<string> {
  for (const version of law.versions.filter(({ id }) => id !== not))
    if ((await articlesIn(read, version.id)).articles.some((each) => each.article === place.article && each.suffix === place.suffix))
      return say(words.moved, 'zh', { version: version.name })
  return ''
}

/** The provision in the text in force on the day of the act, quoted; stops with the sentence that says why there is none. */
async function quotedOn(tx: Writer, law: Law, place: Place, act: Day): Promise<Pick<FindingBasis, 'regulationVersion' | 'quote'>> {
  stopIf(whyNotInForce(law, act))
  const version = found(versionOn(law.versions, act))
  const { pieces, text } = await articlesIn(tx, version.id)
  const { article, suffix, paragraph, item } = place
  const piece = provisionAt(pieces, { article, suffix, ...(paragraph ? { paragraph } : {}), ...(item ? { item } : {}) })
  if (piece) return { regulationVersion: version.id, quote: articleWords(text, piece) }
  const moved = await elsewhere(tx, law, place, version.id)
  const facts = { title: law.regulation.title, version: version.name, article: numberOf(place), moved }
  stopIf(refuse('basisArticleAbsent', facts))
  return { regulationVersion: version.id, quote: '' }
}

const pin = serve(pinBasis, (desk) =>
  desk.change(`finding:${desk.input.finding}`, async (tx) => {
    const { finding, version, replaces, use, regulation, ...place } = desk.input
    const kept = await lockedOn(tx, desk, { id: finding, version })
    const act = actDay(kept)
    if (!act) stopIf(refuse('basisNeedsActDay'))
    const actOn = found(act)
    const law = found(await lawOf(tx, { id: regulation }))
    const quoted = await quotedOn(tx, law, place, actOn)
    const cited = citation({ title: law.regulation.title, ...place }).zh
    const basis = await addBasis(tx, { id: newId(), finding, use, regulation, ...place, ...quoted, citation: cited, actOn })
    if (!basis) stopIf(refuse('basisTwice'))
    const others = kept.basis.filter((text) => text !== replaces && text !== cited)
    const changed = await changeFinding(tx, kept, { basis: [...others, cited], established: 'draft' })
    await note(tx, desk, changed, { deed: 'edited' })
    return found(basis)
  }),
)

async function lockedOn(tx: Writer, desk: Parameters<typeof note>[1], target: { id: string; version: number }): Promise<Finding> {
  const seen = found(await findFinding(tx, target.id))
  stopIf(whyNotEdit(await writingOn(tx, desk, seen.project)))
  const finding = found(await lockFinding(tx, target.id))
  stopIfChanged({ given: target.version, kept: finding.version })
  return finding
}

const unpin = serve(unpinBasis, async (desk) => {
  const basis = found(await findBasis(desk.read, desk.input.id))
  return desk.change(`finding:${basis.finding}`, async (tx) => {
    const kept = await lockedOn(tx, desk, { id: basis.finding, version: desk.input.version })
    await removeBasis(tx, basis.id)
    const changed = await changeFinding(tx, kept, { basis: kept.basis.filter((text) => text !== basis.citation), established: 'draft' })
    await note(tx, desk, changed, { deed: 'edited' })
    return {}
  })
})

export const basisApi: readonly Handler[] = [
  serve(findingBasis, async ({ input, read, today, seen }) => {
    const finding = found(await findFinding(read, input.id))
    seen(`finding:${finding.id}`)
    return basisOf(read, finding, today)
  }),
  pin,
  unpin,
]
