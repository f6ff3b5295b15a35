import { z } from 'zod'
import { act, ask } from '../../../kernel/contract.ts'
import { Day } from '../../../kernel/day.ts'
import { GivenFile } from '../../../kernel/given.ts'
import { Paging, pageOf, severalOf } from '../../../kernel/paging.ts'
import { kept, maybeCount, maybeDay, maybeId, maybeText, ofPages, Saved, target, text, yes } from '../input.ts'
import { FieldworkRule } from '../team/model.ts'
import {
  Evidence,
  EvidenceFile,
  EvidenceKind,
  FindingEvidence,
  PaperState,
  ReviewNote,
  SignState,
  Talk,
  TalkLine,
  WorkingPaper,
} from './model.ts'
import { words } from './words.ts'

const ofProject = { project: z.uuid() }

export const EvidenceFilter = Paging.extend({ ...ofPages, q: z.string().max(100).optional(), sign: severalOf(SignState) })
export type EvidenceFilter = z.infer<typeof EvidenceFilter>
/** An evidence sheet with its files and what it proves. */
export const EvidenceView = Evidence.extend({
  files: z.array(EvidenceFile),
  documentName: z.string().nullable(),
  findings: z.array(z.object({ link: z.uuid(), id: z.uuid(), number: z.string(), page: z.number().nullable() })),
  checks: z.array(z.object({ link: z.uuid(), id: z.uuid(), number: z.string() })),
})
export type EvidenceView = z.infer<typeof EvidenceView>

export const listEvidence = ask({
  name: 'fieldwork.evidenceList',
  title: words.title.listEvidence,
  input: EvidenceFilter,
  output: pageOf(EvidenceView).extend({ offset: z.number().int() }),
})
export const getEvidence = ask({
  name: 'fieldwork.evidence',
  title: words.title.oneEvidence,
  input: z.object({ id: z.uuid() }),
  output: EvidenceView,
})
/** The hashes a browser took of the files before it sent them: `name` and sha256, as JSON. */
const Sent = z.preprocess(
  (given) => {
    if (typeof given !== 'string') return given ?? []
    try {
      return JSON.parse(given)
    } catch {
      return given
    }
  },
  z.array(z.object({ name: z.string(), sha256: z.string() })).max(2000),
)
/** Papers of the library that may stand as evidence: those of the audited unit, by name. */
export const listLibrary = ask({
  name: 'fieldwork.library',
  title: words.title.library,
  input: z.object({ ...ofProject }),
  output: z.array(z.object({ id: z.uuid(), name: z.string(), title: z.string() })),
})
export const takeEvidence = act({
  name: 'fieldwork.takeEvidence',
  title: words.action.take,
  takes: 'files',
  input: z.object({
    ...target,
    title: text(),
    summary: text(5000),
    kind: EvidenceKind,
    evidenceOn: Day,
    provider: text(),
    document: maybeId,
    page: maybeCount(),
    paragraph: maybeCount(),
    answer: maybeId,
    replyDueOn: maybeDay,
    sent: Sent,
  }),
  output: Saved,
})
export const signEvidence = act({
  name: 'fieldwork.signEvidence',
  title: words.action.sign,
  input: z.object({
    ...kept,
    sign: z.enum(['countersigned', 'refused']),
    signedOn: Day,
    signedBy: maybeText(100),
    opinion: maybeText(2000),
    refusal: maybeText(1000),
  }),
  output: Saved,
})
export const getEvidenceFile = ask({
  name: 'fieldwork.evidenceFile',
  title: words.title.file,
  gives: 'file',
  asKept: 'original',
  input: z.object({ id: z.uuid() }),
  output: GivenFile,
})

/** Each finding of a project with the evidence behind it; one without any bars the draft for comment. */
export const ProofView = z.object({
  id: z.uuid(),
  number: z.string(),
  title: z.string(),
  behind: z.array(
    FindingEvidence.extend({ evidenceNumber: z.string(), evidenceTitle: z.string(), sign: SignState, document: z.uuid().nullable() }),
  ),
})
export type ProofView = z.infer<typeof ProofView>
export const showProof = ask({
  name: 'fieldwork.proof',
  title: words.title.showProof,
  input: z.object(ofProject),
  output: z.array(ProofView),
})
export const linkEvidence = act({
  name: 'fieldwork.linkEvidence',
  title: words.action.link,
  input: z.object({
    finding: z.uuid(),
    evidence: z.uuid(),
    page: maybeCount(),
    startsAt: maybeCount(100_000_000),
    endsAt: maybeCount(100_000_000),
    note: maybeText(500),
  }),
  output: z.object({ id: z.uuid() }),
})
const link = z.object({ id: z.uuid() })
export const unlinkEvidence = act({ name: 'fieldwork.unlinkEvidence', title: words.action.unlink, input: link, output: z.object({}) })
export const linkCheck = act({
  name: 'fieldwork.linkCheck',
  title: words.action.linkCheck,
  input: z.object({ auditCheck: z.uuid(), evidence: z.uuid() }),
  output: z.object({ id: z.uuid() }),
})

export const PaperLine = WorkingPaper.extend({
  editedAfterReview: z.boolean(),
  openNotes: z.number().int(),
  checkNumber: z.string().nullable(),
})
export type PaperLine = z.infer<typeof PaperLine>
export const PaperView = PaperLine.extend({
  notes: z.array(ReviewNote),
  evidence: z.array(z.object({ id: z.uuid(), number: z.string(), title: z.string() })),
})
export type PaperView = z.infer<typeof PaperView>
export const listPapers = ask({
  name: 'fieldwork.papers',
  title: words.title.listPapers,
  input: Paging.extend({ ...ofPages, state: severalOf(PaperState) }),
  output: pageOf(PaperLine).extend({ offset: z.number().int() }),
})
export const getPaper = ask({
  name: 'fieldwork.paper',
  title: words.title.onePaper,
  input: z.object({ id: z.uuid() }),
  output: PaperView,
})
export const savePaper = act({
  name: 'fieldwork.savePaper',
  title: words.action.savePaper,
  input: z.object({
    ...target,
    number: maybeText(40),
    auditCheck: maybeId,
    matter: text(500),
    process: text(10_000),
    facts: text(20_000),
    conclusion: text(5000),
    evidence: z.array(z.uuid()).max(500).default([]),
  }),
  output: Saved,
})
export const submitPaper = act({ name: 'fieldwork.submitPaper', title: words.action.submitPaper, input: z.object(kept), output: Saved })
export const reviewPaper = act({
  name: 'fieldwork.reviewPaper',
  title: words.action.reviewPaper,
  input: z.object({ ...kept, outcome: z.enum(['reviewed', 'returned']), opinion: maybeText(2000) }),
  output: Saved,
})
export const addNote = act({
  name: 'fieldwork.addNote',
  title: words.action.addNote,
  input: z.object({ paper: z.uuid(), text: text(2000) }),
  output: Saved,
})
export const answerNote = act({
  name: 'fieldwork.answerNote',
  title: words.action.answerNote,
  input: z.object({ ...kept, answer: text(2000) }),
  output: Saved,
})
export const settleNote = act({ name: 'fieldwork.settleNote', title: words.action.settleNote, input: z.object(kept), output: Saved })

export const TalksView = z.object({
  rows: z.array(Talk),
  total: z.number().int(),
  offset: z.number().int(),
  /** How many auditors the rule in force asks for, with its citation. */
  rule: FieldworkRule,
})
export type TalksView = z.infer<typeof TalksView>
export const listTalks = ask({
  name: 'fieldwork.talks',
  reads: 'person',
  title: words.title.listTalks,
  input: Paging.extend(ofPages),
  output: TalksView,
})
const hour = maybeText(5)
export const saveTalk = act({
  name: 'fieldwork.saveTalk',
  title: words.action.saveTalk,
  input: z.object({
    ...target,
    heldOn: Day,
    beginsAt: hour,
    endsAt: hour,
    location: text(),
    person: text(60),
    post: maybeText(),
    auditors: z.array(z.string()).max(20),
    topic: text(500),
    lines: z.array(TalkLine).min(1).max(500),
    papersShown: yes,
  }),
  output: Saved,
})
export const signTalk = act({
  name: 'fieldwork.signTalk',
  title: words.action.signTalk,
  input: z.object({
    ...kept,
    sign: z.enum(['countersigned', 'refused']),
    signedOn: Day,
    signedBy: maybeText(100),
    refusal: maybeText(1000),
  }),
  output: Saved,
})
