import { z } from 'zod'
import { act, ask } from '../../../kernel/contract.ts'
import { GivenFile } from '../../../kernel/given.ts'
import { Paging, YesNo } from '../../../kernel/paging.ts'
import { Grade } from '../../findings/model.ts'
import { kept, maybeCount, maybeDay, maybeId, maybeMoney, maybeOf, maybeText, Saved, target, text } from '../input.ts'
import { AuditCheck, CheckResult, Confidentiality, DataNeed, DecisionKind, Disposal, Duty, Holding, KeyDecision, Quality } from './model.ts'
import { type GapKind, ListName } from './rules.ts'
import { words } from './words.ts'

const gapKinds = Object.keys(words.gap).filter((key): key is GapKind => key in words.gap)
export const GapView = z.object({
  kind: z.enum(gapKinds),
  list: z.enum(ListName),
  id: z.uuid(),
  number: z.string(),
  text: z.string(),
})

export const CheckView = AuditCheck.extend({
  findingNumber: z.string().nullable(),
  evidence: z.array(z.object({ id: z.uuid(), number: z.string() })),
})
export type CheckView = z.infer<typeof CheckView>

const Lines = z.discriminatedUnion('list', [
  z.object({ list: z.literal('duties'), rows: z.array(Duty) }),
  z.object({ list: z.literal('decisions'), rows: z.array(KeyDecision) }),
  z.object({ list: z.literal('checks'), rows: z.array(CheckView) }),
  z.object({ list: z.literal('needs'), rows: z.array(DataNeed) }),
])
export type Lines = z.infer<typeof Lines>

const count = z.number().int()
export const ListsView = z.object({
  lines: Lines,
  /** Where the page begins, and how many lines fit the question. */
  offset: count,
  total: count,
  /** All lines of each list, whatever page is shown. */
  counts: z.object({ duties: count, decisions: count, checks: count, needs: count }),
  /** The lines that the page's lines point to, by number. */
  linked: z.array(z.object({ id: z.uuid(), number: z.string() })),
  /** The lines of the page that have a gap, and how many lines of the whole list have one. */
  marked: z.array(z.uuid()),
  short: count,
  gaps: z.array(GapView),
  gapTotal: count,
})
export type ListsView = z.infer<typeof ListsView>

export const ListsFilter = Paging.extend({
  project: z.uuid(),
  list: z.enum(ListName).default('duties'),
  /** Only the lines that have a gap. */
  only: YesNo.default(false),
  /** The line whose page is shown, wherever it stands. */
  row: z.uuid().optional(),
  gapOffset: z.coerce.number().int().min(0).default(0),
})
export type ListsFilter = z.infer<typeof ListsFilter>

/** One page of one of the four lists, the counts of all of them, and a page of where they do not hang together. */
export const showLists = ask({
  name: 'fieldwork.lists',
  title: words.title.show,
  input: ListsFilter,
  output: ListsView,
})

const NamedLines = z.array(z.object({ id: z.uuid(), number: z.string(), text: z.string() }))
/** The lines a form may point to, by number and the first words of each. */
export const nameLines = ask({
  name: 'fieldwork.lineNames',
  title: words.title.names,
  input: z.object({ project: z.uuid() }),
  output: z.object({ duties: NamedLines, decisions: NamedLines, checks: NamedLines, findings: NamedLines }),
})
export type LineNames = z.output<typeof nameLines.output>

const number = text(40)
export const saveDuty = act({
  name: 'fieldwork.saveDuty',
  title: words.action.saveDuty,
  input: z.object({
    ...target,
    number,
    duty: text(1000),
    basis: text(),
    article: maybeText(),
    post: text(),
    periodFrom: maybeDay,
    periodTo: maybeDay,
    holding: Holding,
    divisionDocument: maybeText(),
    relatedFunds: maybeText(500),
  }),
  output: Saved,
})
export const saveDecision = act({
  name: 'fieldwork.saveDecision',
  title: words.action.saveDecision,
  input: z.object({
    ...target,
    number,
    duty: maybeId,
    matter: text(1000),
    kind: DecisionKind,
    decidedOn: maybeDay,
    meeting: maybeText(),
    presidedBy: maybeText(100),
    attendance: maybeCount(1000),
    votesFor: maybeCount(1000),
    votesAgainst: maybeCount(1000),
    objection: maybeText(2000),
    amount: maybeMoney,
    result: maybeText(2000),
    executingUnit: maybeText(),
    papers: maybeText(1000),
  }),
  output: Saved,
})
export const saveCheck = act({
  name: 'fieldwork.saveCheck',
  title: words.action.saveCheck,
  input: z.object({
    ...target,
    number,
    duty: maybeId,
    decision: maybeId,
    step: text(1000),
    method: text(500),
    auditor: maybeText(100),
    result: maybeOf(CheckResult),
    reason: maybeText(1000),
    finding: maybeId,
    responsibility: maybeOf(Grade),
  }),
  output: Saved,
})
export const saveNeed = act({
  name: 'fieldwork.saveNeed',
  title: words.action.saveNeed,
  input: z.object({
    ...target,
    number,
    auditCheck: maybeId,
    dataSet: text(),
    ownerUnit: text(),
    system: maybeText(),
    fields: maybeText(2000),
    periodFrom: maybeDay,
    periodTo: maybeDay,
    format: maybeText(100),
    purpose: text(1000),
    requestedOn: maybeDay,
    dueOn: maybeDay,
    receivedOn: maybeDay,
    quality: maybeOf(Quality),
    qualityNote: maybeText(1000),
    confidentiality: Confidentiality,
    disposal: maybeOf(Disposal),
    disposedOn: maybeDay,
  }),
  output: Saved,
})
export const dropLine = act({
  name: 'fieldwork.dropLine',
  title: words.title.drop,
  input: z.object({ list: z.enum(ListName), ...kept }),
  output: z.object({}),
})
/** One list as the workbook it can be imported from. */
export const exportList = ask({
  name: 'fieldwork.exportList',
  title: words.title.export,
  gives: 'file',
  input: z.object({ project: z.uuid(), list: z.enum(ListName) }),
  output: GivenFile,
})
