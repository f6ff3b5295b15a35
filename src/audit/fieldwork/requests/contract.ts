import { z } from 'zod'
import { act, ask } from '../../../kernel/contract.ts'
import { Day } from '../../../kernel/day.ts'
import { GivenFile } from '../../../kernel/given.ts'
import { Paging, pageOf, severalOf, YesNo } from '../../../kernel/paging.ts'
import { kept, maybeDay, maybeId, maybeText, Saved, text, yes } from '../input.ts'
import { AnswerFile, AskingSide, MaterialRequest, OriginalLoan, RequestAnswer, RequestState } from './model.ts'
import { words } from './words.ts'

export const RequestFilter = Paging.extend({
  q: z.string().max(100).optional(),
  state: severalOf(RequestState),
  side: severalOf(AskingSide),
  unit: z.uuid().optional(),
  project: z.uuid().optional(),
  /** The request whose page is shown. */
  row: z.uuid().optional(),
  late: YesNo.optional(),
  sort: z.string().max(40).optional(),
})
export type RequestFilter = z.infer<typeof RequestFilter>

/** A request as it stands in a list; its purpose is shown to the side that asked and to the unit alone. */
export const RequestLine = MaterialRequest.extend({ unitName: z.string(), projectTitle: z.string().nullable(), rounds: z.number().int() })
export type RequestLine = z.infer<typeof RequestLine>

export const AnswerView = RequestAnswer.extend({ files: z.array(AnswerFile) })
export type AnswerView = z.infer<typeof AnswerView>
export const RequestView = z.object({
  request: RequestLine,
  answers: z.array(AnswerView),
  loans: z.array(OriginalLoan),
  sameAsNumber: z.string().nullable(),
})
export type RequestView = z.infer<typeof RequestView>

export const AlikeView = z.object({
  id: z.uuid(),
  number: z.string(),
  name: z.string(),
  periodFrom: Day.nullable(),
  periodTo: Day.nullable(),
  side: AskingSide,
  state: RequestState,
  askedOn: Day,
  score: z.number().int(),
  span: z.enum(['same', 'covers', 'overlaps', 'open']),
})
export type AlikeView = z.infer<typeof AlikeView>

const material = { unit: z.uuid(), name: text(), periodFrom: maybeDay, periodTo: maybeDay }

export const listRequests = ask({
  name: 'fieldwork.requests',
  title: words.title.list,
  input: RequestFilter,
  output: pageOf(RequestLine).extend({ offset: z.number().int() }),
})
export const getRequest = ask({
  name: 'fieldwork.request',
  title: words.title.one,
  input: z.object({ id: z.uuid() }),
  output: RequestView,
})
/** What was asked of this unit already and means the same, best first. */
export const alikeRequests = ask({
  name: 'fieldwork.alike',
  title: words.title.alike,
  input: z.object(material),
  output: z.array(AlikeView),
})
export const askMaterial = act({
  name: 'fieldwork.askMaterial',
  title: words.action.ask,
  input: z.object({
    ...material,
    project: maybeId,
    purpose: maybeText(1000),
    originals: yes,
    dueOn: maybeDay,
    apartReason: maybeText(500),
  }),
  output: Saved,
})
/** Takes the answer to an earlier request over instead of asking the unit again. */
export const adoptAnswer = act({
  name: 'fieldwork.adoptAnswer',
  title: words.action.adopt,
  input: z.object({ ...material, project: maybeId, purpose: maybeText(1000), earlier: z.uuid() }),
  output: Saved,
})
/** The unit answers, with any number of files; a returned request is answered again. */
export const answerRequest = act({
  name: 'fieldwork.answerRequest',
  title: words.action.answer,
  takes: 'files',
  input: z.object({ ...kept, text: text(5000) }),
  output: Saved,
})
export const decideRequest = act({
  name: 'fieldwork.decideRequest',
  title: words.action.decide,
  input: z.object({ ...kept, outcome: z.enum(['accepted', 'returned']), reason: maybeText(1000) }),
  output: Saved,
})
export const withdrawRequest = act({
  name: 'fieldwork.withdrawRequest',
  title: words.action.withdraw,
  input: z.object(kept),
  output: Saved,
})
export const receiveOriginal = act({
  name: 'fieldwork.receiveOriginal',
  title: words.action.receive,
  input: z.object({
    request: z.uuid(),
    what: text(),
    copies: z.coerce.number().int().min(1).max(9999),
    handedBy: text(100),
    receivedOn: Day,
  }),
  output: Saved,
})
export const returnOriginal = act({
  name: 'fieldwork.returnOriginal',
  title: words.action.giveBack,
  input: z.object({ ...kept, returnedTo: text(100), returnedOn: Day }),
  output: Saved,
})
export const getAnswerFile = ask({
  name: 'fieldwork.answerFile',
  title: words.title.file,
  gives: 'file',
  asKept: 'original',
  input: z.object({ id: z.uuid() }),
  output: GivenFile,
})
/** Packs what a unit still has to answer, signed, as a zip that works without a network. */
export const exportPackage = act({
  name: 'fieldwork.exportPackage',
  title: words.action.export,
  gives: 'file',
  asKept: 'signed',
  input: z.object({ unit: z.uuid(), project: maybeId }),
  output: GivenFile,
})
export const importPackage = act({
  name: 'fieldwork.importPackage',
  title: words.action.import,
  takes: 'files',
  input: z.object({}),
  output: z.object({ answered: z.number().int(), files: z.number().int() }),
})
