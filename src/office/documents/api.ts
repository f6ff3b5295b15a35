import { refuse } from '../../kernel/refusal.ts'
import type { Reader, Writer } from '../../platform/db.ts'
import type { Desk } from '../../platform/desk.ts'
import { findLibreOffice } from '../../platform/libreoffice.ts'
import { found, type Handler, Missing, Refused, serve, stopIf, stopIfChanged } from '../../platform/serve.ts'
import * as contract from './contract.ts'
import { draftPaper, freeze, issuePaper, keepEdition, revisePaper, voidPaper } from './deeds.ts'
import { exportApi } from './export.ts'
import { pdfOf, wordOf, zipOf } from './given.ts'
import { frozenPapers, linesOfSubject, listPapers } from './list-store.ts'
import type { IssuedPaper } from './model.ts'
import { paragraphsIn } from './paragraphs.ts'
import { pdfApi } from './pdf.ts'
import { printOf } from './print.ts'
import { type Documents, gathered, typeNamed } from './registry.ts'
import { compared } from './rules/compare.ts'
import { whyNotRevise, whyNotWithdraw } from './rules/paper.ts'
import { seriesApi } from './series-api.ts'
import { serviceApi } from './service-api.ts'
import { findPaper, liesWithin, lockPaper } from './store.ts'
import { templateApi } from './template-api.ts'
import { typeset } from './typeset.ts'
import { isSound, readable, typeView, viewOf } from './views.ts'

type House = () => Documents
type Target = { id: string; version: number }

/** Locks the paper on the very version the hand saw; outside his place it is not there. */
async function lockFor(tx: Writer, { input, actor }: Pick<Desk<Target>, 'input' | 'actor'>): Promise<IssuedPaper> {
  const paper = found(await lockPaper(tx, input.id))
  if (!liesWithin(paper.jurisdiction, actor.jurisdiction)) throw new Missing()
  stopIfChanged({ given: input.version, kept: paper.version })
  return paper
}

const draft = (house: House) =>
  serve(contract.draftPaper, async (desk) => {
    const { kind, subject, values = {}, head = {} } = desk.input
    const type = typeNamed(house(), kind)
    if (type.apart) throw new Refused(refuse('paperApart', { name: type.name.zh }))
    const known = await gathered(house(), desk.read, { type, subject })
    return desk.change(asSubject(subject), async (tx) => {
      const paper = await draftPaper(tx, desk, type, { subject, values: { ...known, ...values }, head: given(head) })
      if (!liesWithin(paper.jurisdiction, desk.actor.jurisdiction)) throw new Missing()
      return paper
    })
  })
/** Without the keys that were not given. */
const given = <T extends object>(part: T): { [K in keyof T]: Exclude<T[K], undefined> } => JSON.parse(JSON.stringify(part))

const revise = (house: House) =>
  serve(contract.revisePaper, (desk) =>
    desk.change(`issuedPaper:${desk.input.id}`, async (tx) => {
      const before = await lockFor(tx, desk)
      stopIf(whyNotRevise(before))
      const type = typeNamed(house(), before.kind)
      const { title, secrecy, paperOn, head, values } = desk.input
      const paper = await revisePaper(tx, type, before, { title, secrecy, paperOn, head, values })
      await keepEdition(tx, desk, paper, await typeset({ read: tx, store: desk.store }, type, paper))
      return paper
    }),
  )

const fix = (house: House, which: 'freeze' | 'issue') =>
  serve(which === 'freeze' ? contract.freezePaper : contract.issuePaper, (desk) =>
    desk.change(`issuedPaper:${desk.input.id}`, async (tx) => {
      const type = typeNamed(house(), (await lockFor(tx, desk)).kind)
      return (which === 'freeze' ? freeze : issuePaper)(tx, desk, type, desk.input)
    }),
  )

const takeBack = serve(contract.voidPaper, (desk) =>
  desk.change(`issuedPaper:${desk.input.id}`, async (tx) => {
    await lockFor(tx, desk)
    return voidPaper(tx, desk, desk.input)
  }),
)
const withdraw = serve(contract.withdrawDraft, (desk) =>
  desk.change(`issuedPaper:${desk.input.id}`, async (tx) => {
    stopIf(whyNotWithdraw(await lockFor(tx, desk)))
    return voidPaper(tx, desk, desk.input)
  }),
)

type Setting = { id: string; edition: number | undefined }
async function paragraphsOfSetting(desk: Desk, house: Documents, { id, edition }: Setting) {
  const paper = await readable(desk, id)
  desk.seen(asSubject(paper.subject))
  const file = await wordOf(desk, house, paper, edition)
  return { name: file.name, paragraphs: await paragraphsIn(file.bytes) }
}
const asSubject = (subject: string): `${string}:${string}` => `${subject.split(':')[0] ?? ''}:${subject.split(':')[1] ?? ''}`

async function readableOnes(desk: { read: Reader }, ids: readonly string[]): Promise<IssuedPaper[]> {
  const papers = await Promise.all(ids.map((id) => findPaper(desk.read, id)))
  return papers.flatMap((paper) => paper ?? [])
}

const reading = (house: House): readonly Handler[] => [
  serve(contract.listTypes, async () => ({ types: house().types.map(typeView), pdf: findLibreOffice() !== null })),
  serve(contract.listPapers, async ({ input, read, seen }) => {
    seen('issuedPaper:list')
    return listPapers(read, input)
  }),
  serve(contract.papersOfSubject, async ({ input, read, seen }) => {
    seen(asSubject(input.subject))
    return { papers: await linesOfSubject(read, input.subject) }
  }),
  serve(contract.getPaper, async (desk) => {
    const view = await viewOf(desk, house(), desk.input.id)
    desk.seen(asSubject(view.paper.subject))
    return view
  }),
  serve(contract.getFile, async (desk) => {
    const { id, as, edition } = desk.input
    const paper = await readable(desk, id)
    desk.seen(asSubject(paper.subject))
    return as === 'pdf' ? pdfOf(desk, paper) : wordOf(desk, house(), paper, edition)
  }),
  serve(contract.getBundle, async (desk) => {
    const papers = await readableOnes(desk, desk.input.ids)
    desk.seen('issuedPaper:list', ...papers.map(({ subject }) => asSubject(subject)))
    if (desk.input.as === 'pdf') return printOf(desk, house(), papers)
    return { name: `${desk.today}.zip`, type: 'application/zip', bytes: await zipOf(desk, house(), { papers }) }
  }),
  serve(contract.comparePapers, async (desk) => {
    const { left, right, leftEdition, rightEdition } = desk.input
    const one = await paragraphsOfSetting(desk, house(), { id: left, edition: leftEdition })
    const other = await paragraphsOfSetting(desk, house(), { id: right, edition: rightEdition })
    return { left: one.name, right: other.name, lines: compared(one.paragraphs, other.paragraphs) }
  }),
  serve(contract.verifyPapers, async (desk) => {
    const papers = await frozenPapers(desk.read, desk.actor.jurisdiction)
    const broken: { id: string; number: string | null; title: string }[] = []
    for (const paper of papers) if (!(await isSound(desk, paper))) broken.push({ id: paper.id, number: paper.number, title: paper.title })
    return { checked: papers.length, broken }
  }),
]

/** The room's handlers; the house hands it the document types and who knows the facts, so that this room knows no room above. */
export const documentsApi = (house: House): readonly Handler[] => [
  ...reading(house),
  ...[draft(house), revise(house), fix(house, 'freeze'), fix(house, 'issue'), takeBack, withdraw],
  ...exportApi(house),
  ...pdfApi,
  ...serviceApi,
  ...seriesApi,
  ...templateApi(house),
]
