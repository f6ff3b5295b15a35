import { type Guards, whyNotStep } from '../../../kernel/procedure.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { Phrase } from '../../../kernel/say.ts'
import type { Cases, Compilation, Content, Replacement, RiskList, TypicalCase, YearReport } from '../model.ts'
import { compilationProcedure, type GuardName, type StepName } from '../procedure.ts'
import { words } from '../words.ts'
import { unknownTags } from './report.ts'

type No = Refusal<keyof typeof words.refusal>
export type Hand = { account: string; role: string }

const officeRoles = ['director', 'committeeOffice', 'secretary']
/** The report to the committee is written by those who answer to it. */
export const whyNotKind = (kind: Content['kind'], { role }: Pick<Hand, 'role'>): No | null =>
  kind === 'report' && !officeRoles.includes(role) ? refuse('reportOfOffice') : null

const emptyOnes = (given: Record<string, string>, labels: Readonly<Record<string, Phrase>>): string[] =>
  Object.entries(given).flatMap(([key, text]) => (text.trim() === '' ? [labels[key]?.zh ?? key] : []))

function whyNotList({ rows }: RiskList): No | null {
  if (rows.length === 0) return refuse('listEmpty')
  for (const [at, { point, forms, measures, basis, owner }] of rows.entries()) {
    const fields = emptyOnes({ point, forms, measures, basis, owner }, words.field)
    if (fields.length > 0) return refuse('rowUnfinished', { no: at + 1, fields: fields.join('、') })
  }
  return null
}

/** What belongs to the case is never kept; anything else only with a reason. */
export function whyNotKeep({ surface, ofSource, state, reason }: Replacement): No | null {
  if (state !== 'kept') return null
  if (ofSource) return refuse('sourceNameKept', { surface })
  return reason.trim() === '' ? refuse('keptWithoutReason', { surface }) : null
}

function whyNotCase({ title, facts, analysis, lesson, replacements }: TypicalCase, no: number): No | null {
  const labels = { ...words.field, title: words.field.caseTitle }
  const fields = emptyOnes({ title, facts, analysis, lesson }, labels)
  if (fields.length > 0) return refuse('caseUnfinished', { no, fields: fields.join('、') })
  const count = replacements.filter(({ state }) => state === 'waiting').length
  return count > 0 ? refuse('replacementsWaiting', { no, count }) : null
}

const first = (refusals: readonly (No | null)[]): No | null => refusals.find((each) => each !== null) ?? null
const whyNotCases = ({ cases }: Cases): No | null =>
  cases.length === 0 ? refuse('listEmpty') : first(cases.map((each, at) => whyNotCase(each, at + 1)))

const whyNotReport = ({ sections, figures }: YearReport): No | null => {
  const tags = unknownTags(sections, figures)
  return tags.length > 0 ? refuse('tagsUnknown', { tags: tags.join('、') }) : null
}

/** What keeps a compilation from being whole: an empty field, a replacement nobody confirmed, a number that is none. */
export function whyNotWhole(content: Content): No | null {
  switch (content.kind) {
    case 'riskList':
      return whyNotList(content)
    case 'cases':
      return whyNotCases(content)
    case 'report':
      return whyNotReport(content)
  }
}

/** Whether this content may be kept: of its kind, no name of a case kept, no number that does not exist. It may be unfinished. */
export function whyNotContent(kind: Content['kind'], content: Content): No | null {
  if (content.kind !== kind) return refuse('contentOfKind')
  if (content.kind === 'report') return whyNotReport(content)
  return content.kind === 'cases' ? first(content.cases.flatMap((each) => each.replacements.map(whyNotKeep))) : null
}

export type Asked = {
  compilation: Pick<Compilation, 'kind' | 'state' | 'editedBy' | 'content'>
  hand: Hand
  /** Registered names and numbers that its print would still show. */
  named: readonly string[]
  /** Numbers of findings it was drawn from that no longer stand. */
  fallen: readonly string[]
  /** The edition that is being written already in its stead. */
  renewed: number | null
}
const guards = ({ compilation, hand, named, fallen, renewed }: Asked): Guards<GuardName> => ({
  reportOfOffice: () => whyNotKind(compilation.kind, hand),
  anotherHand: (): No | null => (compilation.editedBy === hand.account ? refuse('reviewerEdited') : null),
  whole: () => whyNotWhole(compilation.content),
  namesGone: (): No | null => (named.length > 0 ? refuse('namesRemain', { names: named.slice(0, 8).join('、') }) : null),
  groundsStand: (): No | null =>
    fallen.length > 0 ? refuse('groundsFallen', { numbers: fallen.slice(0, 8).join('、'), count: fallen.length }) : null,
  notRenewedYet: (): No | null => (renewed === null ? null : refuse('renewedAlready', { edition: renewed })),
})

/** Null when this hand may take the step now; otherwise the reason: state, role, own work, unfinished, names left. */
export const whyNot = (step: StepName, asked: Asked): Refusal | null =>
  whyNotStep(compilationProcedure, { step, state: asked.compilation.state, role: asked.hand.role }, guards(asked))
