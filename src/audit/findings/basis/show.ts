import type { Day } from '../../../kernel/day.ts'
import type { Reader } from '../../../platform/db.ts'
import { findCitations } from '../../../registers/regulations/rules/citation.ts'
import { articleWords, provisionAt } from '../../../registers/regulations/rules/pieces.ts'
import { versionOn } from '../../../registers/regulations/rules/versions.ts'
import { knownTitles } from '../../../registers/regulations/store.ts'
import { actDay } from '../editing/rules.ts'
import type { Finding } from '../model.ts'
import type { BasisView, LooseBasis } from './contract.ts'
import type { FindingBasis } from './model.ts'
import { numberOf, presentText, warningsOf, whereNow, whyNotInForce } from './rules.ts'
import { basesOf, type Law, lawOf, type Text, textReader } from './store.ts'

type Looking = { read: Reader; today: Day; text(version: string): Promise<Text> }

async function pinnedView({ read, today, text }: Looking, basis: FindingBasis): Promise<BasisView[]> {
  const law = await lawOf(read, { id: basis.regulation })
  const version = law?.versions.find(({ id }) => id === basis.regulationVersion)
  if (!law || !version) return []
  const own = (await text(version.id)).articles.find((each) => each.article === basis.article && each.suffix === basis.suffix)
  const article = own ?? { article: basis.article, suffix: basis.suffix, text: basis.quote }
  const present = presentText(law.versions, version.id, today)
  const now = present ? { version: present, articles: (await text(present.id)).articles } : null
  const became = now ? whereNow(article, now.articles) : null
  const warnings = warningsOf(law, { pinned: version.id, act: basis.actOn, article, today, now })
  const at = became && 'at' in became && present ? { version: present.id, article: became.at.article } : null
  return [{ ...basis, title: law.regulation.title, version: version.name, warnings, now: at }]
}

type Said = { title: string; article: number | null; suffix: number; paragraph: number | null; item: number | null }
/** The words of the provision that a written citation meant, in the text in force on the day of the act. */
async function meant({ text, today }: Looking, law: Law, said: Said, act: Day | null): Promise<Omit<LooseBasis, 'text'>> {
  const { regulation } = law
  const no = act ? whyNotInForce(law, act) : null
  if (no)
    return { would: null, quote: null, warnings: [{ ...no, code: no.code === 'basisRepealed' ? 'basisRepealedThen' : 'basisNotYet' }] }
  const version = act ? versionOn(law.versions, act) : null
  if (!version || said.article === null) return { would: null, quote: null, warnings: [] }
  const { article, suffix, paragraph, item } = said
  const then = await text(version.id)
  const piece = provisionAt(then.pieces, { article, suffix })
  const absent = { code: 'basisArticleThen', facts: { version: version.name, article: numberOf({ article, suffix }) } }
  if (!piece) return { would: null, quote: null, warnings: [absent] }
  const words = articleWords(then.text, piece)
  const present = presentText(law.versions, version.id, today)
  const now = present ? { version: present, articles: (await text(present.id)).articles } : null
  const cited = { pinned: version.id, act: act ?? today, article: { article, suffix, text: words }, today, now }
  return { would: { regulation: regulation.id, article, suffix, paragraph, item }, quote: words, warnings: warningsOf(law, cited) }
}

async function looseView(
  looking: Looking,
  given: string,
  act: Day | null,
  titles: Awaited<ReturnType<typeof knownTitles>>,
): Promise<LooseBasis> {
  const [said] = findCitations(given, titles)
  const law = said?.known ? await lawOf(looking.read, { title: said.title }) : null
  if (!law || !said) return { text: given, would: null, quote: null, warnings: [] }
  return { text: given, ...(await meant(looking, law, said, act)) }
}

/** Every citation of a finding with what must be known of it; those only written are looked up as far as the library knows them. */
export async function basisOf(read: Reader, finding: Finding, today: Day): Promise<{ pinned: BasisView[]; loose: LooseBasis[] }> {
  const looking = { read, today, text: textReader(read) }
  const bases = await basesOf(read, finding.id)
  const pinned = (await Promise.all(bases.map((basis) => pinnedView(looking, basis)))).flat()
  const written = finding.basis.filter((text) => !bases.some((basis) => basis.citation === text))
  const titles = written.length > 0 ? await knownTitles(read) : []
  const loose = await Promise.all(written.map((text) => looseView(looking, text, actDay(finding), titles)))
  return { pinned, loose }
}
