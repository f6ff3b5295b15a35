import type { Day } from '../../kernel/day.ts'
import { say } from '../../kernel/say.ts'
import { draftPaper, issuePaper, revisePaper, voidPaper } from '../../office/documents/deeds.ts'
import type { FieldValues, IssuedPaper } from '../../office/documents/model.ts'
import { seriesFor } from '../../office/documents/numbers.ts'
import { whyNotIssue } from '../../office/documents/rules/paper.ts'
import type { AnyDocument } from '../../office/documents/rules/type.ts'
import { papersOf } from '../../office/documents/store.ts'
import type { Writer } from '../../platform/db.ts'
import type { Desk } from '../../platform/desk.ts'
import { projectGatherer } from '../papers/gather.ts'
import type { Project } from './model.ts'
import { problemsIn } from './rules/paper-values.ts'
import { words } from './rules/room.words.ts'
import type { CaseStep } from './rules/step.ts'
import { carriedOn, fitting, papersAfter } from './rules/step-papers.ts'

type Hand = Pick<Desk, 'actor' | 'today' | 'store'>
export type Making = {
  project: Pick<Project, 'id' | 'auditedBy' | 'jurisdiction'>
  on: Day
  /** What the step itself knows for the paper, by the keys of its fields. */
  values?: FieldValues | undefined
}

const subjectOf = ({ project }: Making) => `project:${project.id}`

/** What earlier papers, the record and the step know for a paper of this type; the later overrules the earlier. */
async function knownFor(tx: Writer, type: AnyDocument, making: Making): Promise<FieldValues> {
  const subject = subjectOf(making)
  const earlier = await papersOf(tx, subject, { states: ['draft', 'frozen', 'issued'] })
  const carried: FieldValues = Object.assign({}, ...earlier.map(({ fieldValues }) => carriedOn(fieldValues)))
  const record = await projectGatherer.gather(tx, making.project.id)
  return { ...fitting(type, carried), ...fitting(type, { ...problemsIn(record), ...record }), ...fitting(type, making.values ?? {}) }
}

/** The open draft of this type, completed with what is known by now, or a new one. What somebody wrote in it stays. */
export async function preparePaper(tx: Writer, hand: Hand, type: AnyDocument, making: Making): Promise<IssuedPaper> {
  const values = await knownFor(tx, type, making)
  const open = (await papersOf(tx, subjectOf(making), { kinds: [type.id], states: ['draft'] })).at(-1)
  if (open) return revisePaper(tx, type, open, { values: { ...values, ...open.fieldValues } })
  const { jurisdiction, auditedBy } = making.project
  const series = await seriesFor(tx, { kind: type.id, jurisdiction })
  return draftPaper(tx, hand, type, { subject: subjectOf(making), values, head: { issuers: [series?.organ ?? auditedBy] } })
}

/** Drafts the papers of a step that was taken. */
export async function preparePapers(tx: Writer, hand: Hand, step: CaseStep, making: Making): Promise<void> {
  for (const type of papersAfter[step] ?? []) await preparePaper(tx, hand, type, making)
}

export type PutOut = { number: string; paper?: string }
/**
 * Puts a paper out with a step: number from its series, bytes fixed. A number given by hand means that it was made outside
 * the house: a draft begun here is taken back with that reason. Refused as `issuePaper` refuses: an obligatory field empty,
 * no series.
 */
export async function putOut(tx: Writer, hand: Hand, type: AnyDocument, making: Making & { number?: string | undefined }): Promise<PutOut> {
  const { number, on } = making
  if (number === undefined) {
    const { id } = await preparePaper(tx, hand, type, making)
    const issued = await issuePaper(tx, hand, type, { id, paperOn: on })
    return { number: issued.number ?? '', paper: issued.id }
  }
  const reason = say(words.note.madeOutside, 'zh', { number })
  for (const { id } of await papersOf(tx, subjectOf(making), { kinds: [type.id], states: ['draft'] }))
    await voidPaper(tx, hand, { id, reason })
  return { number }
}

/** The open draft of a type that only some cases need; absent when nobody has begun one. */
export const begunPaper = async (tx: Writer, type: AnyDocument, making: Making): Promise<IssuedPaper | undefined> =>
  (await papersOf(tx, subjectOf(making), { kinds: [type.id], states: ['draft'] })).at(-1)

/** Puts out a draft that is whole and can be numbered; one that still lacks something stays a draft. */
export async function putOutIfWhole(tx: Writer, hand: Hand, type: AnyDocument, making: Making): Promise<PutOut | null> {
  const paper = await preparePaper(tx, hand, type, making)
  const numbered = !type.numbered || (await seriesFor(tx, { kind: type.id, jurisdiction: making.project.jurisdiction }))
  if (whyNotIssue({ paper, type }) !== null || !numbered) return null
  const issued = await issuePaper(tx, hand, type, { id: paper.id, paperOn: making.on })
  return { number: issued.number ?? '', paper: issued.id }
}
