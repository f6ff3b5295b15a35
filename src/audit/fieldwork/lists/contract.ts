import { z } from 'zod'
import { act, ask } from '../../../kernel/contract.ts'
import { GivenFile } from '../../../kernel/given.ts'
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

export const ListsView = z.object({
  duties: z.array(Duty),
  decisions: z.array(KeyDecision),
  checks: z.array(CheckView),
  needs: z.array(DataNeed),
  gaps: z.array(GapView),
  findings: z.array(z.object({ id: z.uuid(), number: z.string(), title: z.string() })),
})
export type ListsView = z.infer<typeof ListsView>

/** The four lists of one project and where they do not hang together. */
export const showLists = ask({
  name: 'fieldwork.lists',
  title: words.title.show,
  input: z.object({ project: z.uuid() }),
  output: ListsView,
})

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
