import { z } from 'zod'
import { act, ask } from '../../kernel/contract.ts'
import { Day } from '../../kernel/day.ts'
import { GivenFile } from '../../kernel/given.ts'
import { May } from '../../kernel/may.ts'
import { Fen } from '../../kernel/money.ts'
import { Paging, pageOf, severalOf } from '../../kernel/paging.ts'
import { JurisdictionCode } from '../../registers/places/model.ts'
import {
  Assessor,
  Effect,
  Lead,
  LeadEvidence,
  LeadExhibit,
  LeadInsidePaper,
  LeadOpinion,
  LeadOutcome,
  LeadPaper,
  LeadState,
  LeadStep,
  ManagedBy,
  Nature,
  OutcomeKind,
  Stance,
  type StepName,
} from './model.ts'
import { LeadOrgan, RouteRule, SanctionRule } from './rules/records.ts'
import { words } from './words.ts'

export const LeadFilter = Paging.extend({
  q: z.string().max(100).optional(),
  state: severalOf(LeadState),
  nature: severalOf(Nature),
  standing: z.enum(['late', 'running']).optional(),
  year: z.coerce.number().int().min(1990).max(2200).optional(),
  effect: Effect.optional(),
  part: z.enum(['of', 'done', 'late']).optional(),
  unit: z.uuid().optional(),
  /** Leads of this place and of the places inside it, by where the unit lies. */
  place: JurisdictionCode.optional(),
  project: z.uuid().optional(),
  finding: z.uuid().optional(),
  sort: z.string().max(40).optional(),
})
export type LeadFilter = z.infer<typeof LeadFilter>

export const LeadLine = Lead.pick({
  ...{ id: true, number: true, title: true, nature: true, state: true, major: true, persons: true, mode: true, dueOn: true },
  ...{ sentOn: true, letterNumber: true, finding: true, version: true, amount: true, round: true },
}).extend({ unitName: z.string(), receiverName: z.string().nullable() })
export type LeadLine = z.infer<typeof LeadLine>

const organName = z.object({ id: z.uuid(), name: z.string(), kind: LeadOrgan.shape.kind })
/** What the rules of the place propose, with the reason. */
export const ProposalView = z.object({
  rule: RouteRule.pick({ code: true, title: true, citation: true, verified: true, receiverKind: true }).nullable(),
  receiver: organName.nullable(),
  overseer: organName.nullable(),
  copy: organName.nullable(),
  major: RouteRule.pick({ title: true, citation: true, verified: true }).nullable(),
})
export type ProposalView = z.infer<typeof ProposalView>

export const ClockView = z.object({
  effect: Effect,
  fromOn: Day,
  dueOn: Day,
  endedOn: Day.nullable(),
  why: z.array(z.string()),
  citation: z.string(),
  verified: z.boolean(),
})
export type ClockView = z.infer<typeof ClockView>
export const OutcomeView = LeadOutcome.extend({ sanctionName: z.object({ zh: z.string(), en: z.string() }).nullable(), ended: z.boolean() })
export type OutcomeView = z.infer<typeof OutcomeView>

export const LeadView = z.object({
  lead: Lead.omit({ clocks: true }).extend({ unitName: z.string(), officialName: z.string().nullable() }),
  receiver: LeadOrgan.nullable(),
  overseer: organName.nullable(),
  copy: organName.nullable(),
  findingNumber: z.string().nullable(),
  proposal: ProposalView.nullable(),
  clocks: z.array(ClockView),
  opinions: z.array(LeadOpinion),
  outcomes: z.array(OutcomeView),
  steps: z.array(LeadStep),
  papers: z.array(
    LeadPaper.pick({ id: true, round: true, number: true, name: true, madeOn: true }).extend({
      kind: z.union([LeadPaper.shape.kind, LeadInsidePaper.shape.kind]),
    }),
  ),
  /** The files of the evidence as they were handed over; null for who is not the receiver and reads them where they lie. */
  exhibits: z.array(LeadExhibit.pick({ id: true, name: true, size: true })).nullable(),
  packages: z.array(z.object({ id: z.uuid(), round: z.number().int(), madeOn: Day })),
  may: z.record(z.string(), May),
})
export type LeadView = z.infer<typeof LeadView>

const id = { id: z.uuid() }
export const listLeads = ask({ name: 'leads.list', title: words.title.list, input: LeadFilter, output: pageOf(LeadLine) })
export const getLead = ask({ name: 'leads.one', title: words.title.one, reads: 'person', input: z.object(id), output: LeadView })
export const leadsOf = ask({
  name: 'leads.ofFinding',
  title: words.title.ofFinding,
  input: z.object({ finding: z.uuid() }),
  output: z.object({ rows: z.array(LeadLine), may: z.object({ draft: May }) }),
})
export const leadsOfProject = ask({
  name: 'leads.ofProject',
  title: words.title.ofProject,
  input: z.object({ project: z.uuid() }),
  output: z.array(LeadLine),
})

export const EffectLine = z.object({ effect: Effect, of: z.number().int(), done: z.number().int(), late: z.number().int() })
export type EffectLine = z.infer<typeof EffectLine>
export const getEffects = ask({
  name: 'leads.effects',
  title: words.title.effects,
  input: z.object({ year: z.coerce.number().int().min(1990).max(2200).optional() }),
  output: z.object({ lines: z.array(EffectLine), states: z.array(z.object({ state: LeadState, count: z.number().int() })) }),
})
export const getRules = ask({
  name: 'leads.rules',
  title: words.title.rules,
  input: z.object({}),
  output: z.object({
    ...{ routes: z.array(RouteRule), sanctions: z.array(SanctionRule) },
    may: z.object({ saveRoute: May, saveSanction: May }),
  }),
})
export const exportLeads = ask({ name: 'leads.export', title: words.title.export, gives: 'file', input: LeadFilter, output: GivenFile })

/** Any paper of a lead: minutes, report, letter, receipt, reminder; each for who may know it. */
export const getPaper = ask({
  name: 'leads.paper',
  title: words.title.paper,
  gives: 'file',
  asKept: 'original',
  reads: 'person',
  input: z.object({ ...id, paper: z.uuid() }),
  output: GivenFile,
})
/** One file of the evidence, for the organ it was handed to and for who is cleared; each reading is recorded. */
export const getExhibit = ask({
  name: 'leads.exhibit',
  title: words.title.exhibit,
  gives: 'file',
  asKept: 'original',
  reads: 'person',
  input: z.object({ ...id, exhibit: z.uuid() }),
  output: GivenFile,
})

const target = { ...id, version: z.number().int() }
const long = z.string().trim().max(5000).default('')
const note = z.string().trim().min(5).max(2000)
const line = z.string().trim().min(1).max(200)

/**
 * What a lead says is written in no trail: who keeps the trail is not cleared for leads. That a step was taken, by whom and
 * on which lead, stands there; what was said stands with the lead.
 */
const untold = [
  ...['title', 'nature', 'managedBy', 'unit', 'official', 'finding', 'persons', 'facts', 'qualification', 'basis', 'opinion'],
  ...['feedbackAsk', 'evidence', 'amount', 'text', 'person', 'reference', 'number', 'reason', 'sanction', 'kind'],
]

/** Everything a draft holds; `finding` alone begins one from what the finding says, with its evidence. */
export const draftLead = act({
  name: 'leads.draft',
  title: words.action.draft,
  secrets: untold,
  input: z.object({
    ...{ id: z.uuid().optional(), version: z.number().int().optional(), finding: z.uuid().optional() },
    ...{ title: line, nature: Nature, managedBy: ManagedBy, unit: z.uuid().optional(), official: z.uuid().nullable().default(null) },
    ...{ persons: long, facts: long, qualification: long, basis: long, opinion: long, feedbackAsk: long },
    ...{ evidence: z.array(LeadEvidence).max(200).optional(), amount: Fen.nullable().default(null), major: z.boolean().default(false) },
  }),
  output: Lead,
})
export const routeLead = act({
  name: 'leads.route',
  title: words.action.route,
  secrets: untold,
  input: z.object({
    ...target,
    receiver: z.uuid(),
    overseer: z.uuid().nullable(),
    copy: z.uuid().nullable(),
    major: z.boolean(),
    reason: z.string().trim().max(1000).default(''),
  }),
  output: Lead,
})

const step = <S extends z.ZodRawShape>(name: StepName, input: S) =>
  act({ name: `leads.${name}`, title: words.step[name], secrets: untold, input: z.object({ ...target, ...input }), output: Lead })
/** A step of the receiver: on which day, by which letter. Both stay empty where its own people act. */
const told = { on: Day.optional(), reference: z.string().trim().max(120).default('') }

export const conveneLead = step('convene', { assessors: z.array(Assessor).min(1).max(6), text: note })
export const opineLead = step('opine', { stance: Stance, text: note })
export const assessLead = step('assess', { text: note })
export const sendBackLead = step('sendBack', { text: note })
export const reportUpLead = step('reportUp', { reference: line, text: note })
export const approveLead = step('approve', { text: note })
export const sendLead = step('send', { number: z.string().trim().min(3).max(60), text: note })
export const receiveLead = step('receive', { ...told, text: long })
export const acceptLead = step('accept', { ...told, text: note })
export const turnBackLead = step('turnBack', { ...told, text: note })
export const resubmitLead = step('resubmit', { number: z.string().trim().min(3).max(60), text: note })
export const redraftLead = step('redraft', { text: note })
export const beginLead = step('begin', { ...told, text: note })
export const outcomeFields = {
  kind: OutcomeKind,
  person: z.string().trim().max(100).default(''),
  official: z.uuid().nullable().default(null),
  sanction: z.string().max(40).nullable().default(null),
  judged: z.boolean().default(false),
  decidedOn: Day,
  reference: line,
  amount: Fen.nullable().default(null),
  text: note,
}
export const recordOutcome = step('record', outcomeFields)
export const feedBackLead = step('feedBack', { on: Day.optional(), reference: line, text: note })
export const closeLead = step('close', { text: note })
export const remindLead = step('remind', { text: note })
export const cancelLead = step('cancel', { text: note })
