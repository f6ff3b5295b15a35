import { sql } from 'kysely'
import { standingOf } from '../../../access.ts'
import { Day } from '../../../kernel/day.ts'
import { say } from '../../../kernel/say.ts'
import type { IssuedPaper } from '../../../office/documents/model.ts'
import { receiptsOf } from '../../../office/documents/store.ts'
import { likeText, type Reader } from '../../../platform/db.ts'
import { auditPapers } from '../../papers/types.ts'
import type { Finding } from '../model.ts'
import type { Correction, CorrectionBefore, CorrectionPlace } from './model.ts'
import { tracesOf } from './rules.ts'
import { words } from './words.ts'

export type Found = Pick<CorrectionPlace, 'kind' | 'record' | 'label' | 'recipient' | 'organ' | 'place' | 'state' | 'note'>
export type Sought = { correction: Correction; before: CorrectionBefore; finding: Finding; name: string }
const zh = 'zh'
const plain = { recipient: '', organ: null, place: null, note: null }

/** Papers anywhere in the house that are filled with the old wording; those taken back are left out. */
export const papersQuoting = (read: Reader, before: CorrectionBefore): Promise<IssuedPaper[]> =>
  read
    .selectFrom('issuedPaper')
    .selectAll()
    .where('state', '<>', 'voided')
    .where((is) =>
      is.or(tracesOf(before).map((trace) => sql<boolean>`field_values::text like ${`%${likeText(JSON.stringify(trace).slice(1, -1))}%`}`)),
    )
    .orderBy('id')
    .execute()

const typeName = (kind: string) => auditPapers.find(({ id }) => id === kind)?.name.zh ?? kind
export const paperLabel = ({ kind, number, title }: Pick<IssuedPaper, 'kind' | 'number' | 'title'>) =>
  [typeName(kind), number, title].filter(Boolean).join(' ')

/** Frozen and issued papers, and everybody an issued one was sent to. Drafts are rewritten, not listed here. */
export async function papersOut(read: Reader, papers: readonly IssuedPaper[]): Promise<Found[]> {
  const fixed = papers.filter(({ state }) => state === 'frozen' || state === 'issued')
  const receipts = await receiptsOf(
    read,
    fixed.filter(({ state }) => state === 'issued').map(({ id }) => id),
  )
  return fixed.flatMap((paper) => [
    {
      ...plain,
      kind: paper.state === 'issued' ? ('issued' as const) : ('frozen' as const),
      record: `issuedPaper:${paper.id}`,
      label: paperLabel(paper),
      state: 'flagged' as const,
      note: paper.state === 'frozen' ? words.note.frozen.zh : null,
    },
    ...receipts
      .filter((receipt) => receipt.paper === paper.id)
      .map((receipt) => ({
        ...plain,
        ...{ kind: 'receipt' as const, record: `serviceReceipt:${receipt.id}`, label: paperLabel(paper) },
        ...{ recipient: receipt.recipient, state: 'noticeDue' as const },
      })),
  ])
}

/** Parties the draft, the report or the decision of the case reached. */
async function served(read: Reader, { correction }: Sought): Promise<Found[]> {
  const rows = await read
    .selectFrom('projectService')
    .leftJoin('official', 'official.id', 'projectService.recipient')
    .leftJoin('unit', 'unit.id', 'projectService.recipient')
    .select(['projectService.id', 'projectService.kind', 'projectService.number', 'official.name as person', 'unit.name as unit'])
    .where('projectService.project', '=', correction.project)
    .where('projectService.kind', 'in', ['report', 'decision'])
    .orderBy('projectService.id')
    .execute()
  return rows.map(({ id, kind, number, person, unit }) => ({
    ...plain,
    ...{ kind: 'service' as const, record: `projectService:${id}`, recipient: person ?? unit ?? '', state: 'noticeDue' as const },
    label: say(words.note.served, zh, { kind: words.served[kind === 'decision' ? 'decision' : 'report'].zh, number: number ?? '' }),
  }))
}

const organName = (organ: string) => Object.entries(words.organ).find(([key]) => key === organ)?.[1].zh ?? organ
/** Organs the case, the finding or its report was let known to, also those whose grant has ended since. */
async function sharedWith(read: Reader, { finding, correction }: Sought): Promise<Found[]> {
  const records = [correction.project, finding.id, ...(finding.document ? [finding.document] : [])]
  const grants = await read
    .selectFrom('shareGrant')
    .selectAll()
    .where('record', 'in', records)
    .where('state', 'in', ['given', 'revoked'])
    .orderBy('id')
    .execute()
  return grants.map(({ id, organ, jurisdiction, label, purpose }) => ({
    ...{ kind: 'share' as const, record: `shareGrant:${id}`, label: say(words.note.shared, zh, { label, purpose }), note: null },
    ...{ recipient: `${organName(organ)} ${jurisdiction}`, state: 'noticeDue' as const },
    ...(organ === 'auditedUnit' ? { organ: null, place: null } : { organ, place: jurisdiction }),
  }))
}

/** What takes a whole list of findings out of the house. */
const wholeLists = ['findings.export', 'findings.announcement'] as const
type Taken = { verb: string; detail: unknown }
/** Whether an export of the list may have held the finding: unless its own filter says another unit or project. */
export function mayHaveHeld({ verb, detail }: Taken, { unit, project }: Pick<Finding, 'unit' | 'project'>): boolean {
  if (!wholeLists.some((each) => each === verb)) return true
  const asked: Record<string, unknown> = typeof detail === 'object' && detail !== null ? { ...detail } : {}
  return (asked.unit === undefined || asked.unit === unit) && (asked.project === undefined || asked.project === project)
}

/** Whoever took the person's or the case's records out of the house, by the trail. */
async function takenOut(read: Reader, { finding, correction }: Sought): Promise<Found[]> {
  const answering = await read.selectFrom('responsibility').select('official').where('finding', '=', finding.id).execute()
  const people = new Set([...answering.map(({ official }) => official), ...(correction.official ? [correction.official] : [])])
  const subjects = [...[...people].map((id) => `official:${id}`), `finding:${finding.id}`, `project:${correction.project}`]
  const rows = await read
    .selectFrom('trail')
    .leftJoin('account', 'account.account', 'trail.account')
    .select(['trail.id', 'trail.at', 'trail.account', 'trail.role', 'trail.jurisdiction', 'trail.verb', 'trail.detail', 'trail.kind'])
    .select('account.name')
    .where('trail.kind', 'in', ['export', 'print', 'copy'])
    .where((is) => is.or([is('trail.subject', 'in', subjects), is('trail.verb', 'in', wholeLists)]))
    .orderBy('trail.place')
    .limit(2000)
    .execute()
  return rows
    .filter((row) => mayHaveHeld(row, finding))
    .map(({ id, at, account, role, jurisdiction, kind, name }) => {
      const { organ } = standingOf({ role, jurisdiction })
      const verb = words.took[kind === 'print' ? 'print' : kind === 'copy' ? 'copy' : 'export'].zh
      const own = organ === 'house' || organ === 'nobody' || organ === 'official' || organ === 'auditedUnit'
      return {
        ...{ kind: 'takenOut' as const, record: `trail:${id}`, state: 'noticeDue' as const, note: null },
        label: say(words.note.took, zh, { name: name ?? account, on: Day.parse(at.slice(0, 10)), verb }),
        recipient: say({ zh: words.taker, en: words.taker }, zh, { name: name ?? account, organ: organName(organ) }),
        ...(own ? { organ: null, place: null } : { organ, place: jurisdiction }),
      }
    })
}

/** Papers of the library that print the finding. */
const printedIn = (read: Reader, { id, document }: Finding) =>
  read
    .selectFrom('document')
    .select(['document.id', 'document.name'])
    .where((is) =>
      is.or([
        is('document.id', '=', document),
        is('document.id', 'in', is.selectFrom('findingPlace').select('findingPlace.document').where('findingPlace.finding', '=', id)),
      ]),
    )
    .orderBy('document.name')
    .execute()

const rewritten = { ...plain, state: 'rewritten' as const }
/** What reads the record itself and so says the new already; and what a person must look at. */
async function within(read: Reader, { correction, finding }: Sought): Promise<Found[]> {
  const { number } = correction
  const people = await read
    .selectFrom('responsibility')
    .innerJoin('official', 'official.id', 'responsibility.official')
    .select(['official.id', 'official.name'])
    .where('responsibility.finding', '=', finding.id)
    .orderBy('official.number')
    .execute()
  const item = await read.selectFrom('rectification').select('id').where('finding', '=', finding.id).executeTakeFirst()
  const printed = await printedIn(read, finding)
  const withdrawn = correction.effect === 'withdrawn'
  const source = { ...plain, kind: 'source' as const, state: 'settled' as const, note: words.note.keeping.zh }
  return [
    { ...rewritten, kind: 'record', record: `finding:${finding.id}`, label: say(words.note.record, zh, { number }) },
    { ...rewritten, kind: 'statistics', record: 'finding:list', label: words.note.everyList.zh },
    ...people.map(({ id, name }) => ({
      ...rewritten,
      ...{ kind: 'portrait' as const, record: `official:${id}`, label: say(words.note.portraitOf, zh, { name }) },
    })),
    ...(item
      ? [
          {
            ...plain,
            ...{ kind: 'rectification' as const, record: `rectification:${item.id}`, label: say(words.note.rectification, zh, { number }) },
            state: withdrawn ? ('flagged' as const) : ('rewritten' as const),
          },
        ]
      : []),
    ...printed.map(({ id, name }) => ({ ...source, record: `document:${id}`, label: name })),
  ]
}

/** Risk lists, typical cases and reports of the year that rest on the finding: drafts and issued editions, the replaced ones not. */
async function compiled(read: Reader, { finding }: Sought): Promise<Found[]> {
  const rows = await read
    .selectFrom('compilation')
    .select(['compilation.id', 'compilation.title', 'compilation.number'])
    .where(sql<boolean>`compilation.content::text like ${`%${finding.id}%`}`)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('compilation as newer')
            .select('newer.id')
            .whereRef('newer.replaces', '=', 'compilation.id')
            .where('newer.state', '=', 'issued'),
        ),
      ),
    )
    .orderBy('compilation.id')
    .execute()
  return rows.map(({ id, title, number }) => ({
    ...plain,
    ...{ kind: 'compilation' as const, record: `compilation:${id}`, state: 'flagged' as const, note: words.note.compiled.zh },
    label: [number, title].filter(Boolean).join(' '),
  }))
}

/** Every place that used the item and everybody who received it, but the drafts. */
export async function seek(read: Reader, sought: Sought, papers: readonly IssuedPaper[]): Promise<Found[]> {
  const parts = await Promise.all([
    within(read, sought),
    papersOut(read, papers),
    compiled(read, sought),
    served(read, sought),
    sharedWith(read, sought),
    takenOut(read, sought),
  ])
  return parts.flat()
}
