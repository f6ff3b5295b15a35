import { z } from 'zod'
import { act, ask } from '../../kernel/contract.ts'
import { Day } from '../../kernel/day.ts'
import { Paging, pageOf } from '../../kernel/paging.ts'
import {
  ClearanceRule,
  CorrectionRequest,
  CustodySettings,
  DossierReading,
  ReadingPurpose,
  RetentionRule,
  SecrecyDecision,
  SecrecyLevel,
} from './model.ts'
import { words } from './words.ts'

const says = words.contract
const Done = z.object({})
/** `<table>:<id>`, the name under which the trail knows a record. */
export const SubjectName = z.templateLiteral([z.string().regex(/^[a-zA-Z]+$/), ':', z.uuid()])
const About = z.object({ subject: SubjectName })
const OfPerson = z.object({ subject: z.templateLiteral(['official:', z.uuid()]) })
const Purposeful = OfPerson.extend({ purpose: ReadingPurpose, note: z.string().trim().max(200).default('') })

/** How high each organ may know, past rules too. */
export const listClearances = ask({
  name: 'custody.clearances',
  title: says.clearances,
  input: z.object({}),
  output: z.array(ClearanceRule),
})
export const setClearance = act({
  name: 'custody.setClearance',
  title: says.setClearance,
  input: ClearanceRule.pick({ organ: true, level: true, verified: true, validFrom: true }).extend({
    citation: z.string().trim().min(2).max(300),
  }),
  output: ClearanceRule,
})

export const getLevel = ask({
  name: 'custody.level',
  title: says.level,
  input: About,
  output: z.object({ level: SecrecyLevel, setBy: z.string(), setAt: z.string(), waiting: SecrecyDecision.nullable() }),
})
export const raiseLevel = act({
  name: 'custody.raise',
  title: says.raise,
  input: About.extend({ level: SecrecyLevel, reason: z.string().trim().min(2).max(400) }),
  output: Done,
})
export const proposeLower = act({
  name: 'custody.proposeLower',
  title: says.proposeLower,
  input: About.extend({
    level: SecrecyLevel,
    reason: z.string().trim().min(2).max(400),
    decision: z.string().trim().min(2).max(120),
  }),
  output: z.object({ id: z.uuid() }),
})
export const decideLower = act({
  name: 'custody.decideLower',
  title: says.decideLower,
  input: z.object({ id: z.uuid(), confirm: z.boolean() }),
  output: Done,
})
export const listDecisions = ask({
  name: 'custody.decisions',
  title: says.decisions,
  input: Paging.extend({ state: SecrecyDecision.shape.state.optional() }),
  output: pageOf(SecrecyDecision),
})

export const openReading = act({
  name: 'custody.openReading',
  title: says.openReading,
  input: Purposeful,
  output: DossierReading,
})
export const closeReading = act({ name: 'custody.closeReading', title: says.closeReading, input: OfPerson, output: Done })
/** The reading this person has open of a dossier, if any, and how long a new one would last. */
export const myReading = ask({
  name: 'custody.myReading',
  title: says.myReading,
  input: OfPerson,
  output: z.object({ reading: DossierReading.nullable(), hours: z.number().int() }),
})

/** Who opened it, when, by what act, and what for (null where no purpose was asked). */
export const Reader = z.object({
  account: z.string(),
  name: z.string().nullable(),
  role: z.string(),
  at: z.string(),
  verb: z.string(),
  purpose: ReadingPurpose.nullable(),
  note: z.string().nullable(),
})
export type Reader = z.infer<typeof Reader>
export const listReaders = ask({
  name: 'custody.readers',
  title: says.readers,
  reads: 'person',
  input: Paging.extend({ subject: SubjectName }),
  output: pageOf(Reader),
})
export const listOwnReaders = ask({
  name: 'custody.ownReaders',
  title: says.ownReaders,
  reads: 'person',
  input: Paging,
  output: pageOf(Reader.omit({ note: true })),
})
export const recordCopy = act({
  name: 'custody.recordCopy',
  title: says.recordCopy,
  input: z.object({ subject: SubjectName, how: z.enum(['copy', 'print']), page: z.string().max(300), signs: z.number().int().min(0) }),
  output: Done,
})

export const getIdentityNumber = ask({
  name: 'custody.identityNumber',
  title: says.identityNumber,
  reads: 'person',
  input: OfPerson,
  output: z.object({ masked: z.string().nullable() }),
})
export const setIdentityNumber = act({
  name: 'custody.setIdentityNumber',
  title: says.setIdentityNumber,
  input: OfPerson.extend({ number: z.string().trim().toUpperCase().max(40) }),
  output: z.object({ masked: z.string() }),
  secrets: ['number'],
})
/** Shown once to whoever says what for; the revealing is an act of its own in the trail. */
export const revealIdentityNumber = act({
  name: 'custody.revealIdentityNumber',
  title: says.revealIdentityNumber,
  input: Purposeful,
  output: z.object({ number: z.string() }),
})

export const RetentionLine = RetentionRule.extend({ held: z.number().int().nullable(), expired: z.number().int().nullable() })
export type RetentionLine = z.infer<typeof RetentionLine>
export const listRetention = ask({
  name: 'custody.retention',
  title: says.retention,
  input: Done,
  output: z.array(RetentionLine),
})
export const setRetention = act({
  name: 'custody.setRetention',
  title: says.setRetention,
  input: RetentionRule.pick({ what: true, years: true, citation: true, verified: true }).extend({
    validFrom: Day,
    citation: z.string().trim().min(2).max(300),
  }),
  output: Done,
})

export const CorrectionLine = CorrectionRequest.extend({ name: z.string(), number: z.string() })
export type CorrectionLine = z.infer<typeof CorrectionLine>
export const requestCorrection = act({
  name: 'custody.requestCorrection',
  title: says.requestCorrection,
  input: z.object({
    field: z.string().trim().min(1).max(100),
    stated: z.string().trim().min(1).max(500),
    wanted: z.string().trim().min(1).max(500),
    reason: z.string().trim().min(2).max(1000),
  }),
  output: CorrectionRequest,
})
export const listCorrections = ask({
  name: 'custody.corrections',
  title: says.corrections,
  reads: 'person',
  input: Paging.extend({ state: CorrectionRequest.shape.state.optional() }),
  output: pageOf(CorrectionLine),
})
export const answerCorrection = act({
  name: 'custody.answerCorrection',
  title: says.answerCorrection,
  input: z.object({
    id: z.uuid(),
    version: z.number().int(),
    outcome: z.enum(['corrected', 'refused']),
    answer: z.string().trim().min(2).max(1000),
  }),
  output: CorrectionRequest,
})

export const getSettings = ask({ name: 'custody.settings', title: says.settings, input: Done, output: CustodySettings })
export const saveSettings = act({ name: 'custody.saveSettings', title: says.saveSettings, input: CustodySettings, output: Done })
