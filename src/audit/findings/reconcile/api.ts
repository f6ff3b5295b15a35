import type { Reader } from '../../../platform/db.ts'
import { found, type Handler, serve } from '../../../platform/serve.ts'
import { amountsIn } from '../extraction/rules/amounts.ts'
import { paperText } from '../extraction/store.ts'
import type { Finding } from '../model.ts'
import { placesOf } from '../store.ts'
import { reconcileReport } from './contract.ts'
import { agrees, type Printed, reconcile } from './rules.ts'

/** Findings whose own report this paper is, each with where its words begin. */
async function ownIn(read: Reader, paper: { id: string; name: string }): Promise<Printed[]> {
  const findings = await read
    .selectFrom('finding')
    .selectAll()
    .where('established', '=', 'confirmed')
    .where((is) => is.or([is('document', '=', paper.id), is.and([is('document', 'is', null), is('reportFile', '=', paper.name)])]))
    .orderBy('number')
    .execute()
  const places = await placesOf(read, findings)
  return findings.flatMap((finding): Printed[] => {
    const place = places.get(finding.id)
    return place && place.start !== null ? [{ finding, startsAt: place.start, endsAt: place.end }] : []
  })
}

async function alsoIn(read: Reader, document: string): Promise<Printed[]> {
  const rows = await read
    .selectFrom('findingPlace')
    .innerJoin('finding', 'finding.id', 'findingPlace.finding')
    .select(['finding.id', 'finding.number', 'finding.title', 'finding.money', 'findingPlace.startsAt', 'findingPlace.endsAt'])
    .where('findingPlace.document', '=', document)
    .where('finding.established', '=', 'confirmed')
    .execute()
  return rows.flatMap(({ startsAt, endsAt, ...finding }) => (startsAt === null ? [] : [{ finding, startsAt, endsAt }]))
}

/** Every finding that a paper prints, once each. */
export async function printedIn(read: Reader, paper: { id: string; name: string }): Promise<Printed[]> {
  const own = await ownIn(read, paper)
  const also = await alsoIn(read, paper.id)
  return [...own, ...also.filter((each) => !own.some(({ finding }) => finding.id === each.finding.id))]
}

export const reconcileApi: readonly Handler[] = [
  serve(reconcileReport, async ({ input, read, seen }) => {
    const { text, ...paper } = found(await paperText(read, input.document))
    seen(`document:${paper.id}`)
    const printed = await printedIn(read, paper)
    const result = reconcile(printed, amountsIn(text), text.length)
    const findings = printed.map(({ finding: { id, number, title } }: { finding: Pick<Finding, 'id' | 'number' | 'title'> }) => ({
      id,
      number,
      title,
    }))
    return { document: { id: paper.id, title: paper.title, name: paper.name }, findings, ...result, agrees: agrees(result) }
  }),
]
