import { z } from 'zod'
import { Day } from '../../../kernel/day.ts'

export const ProposalKind = z.enum(['problem', 'heading', 'amount', 'date', 'citation', 'status', 'suspect'])
export type ProposalKind = z.infer<typeof ProposalKind>
export const ProposalState = z.enum(['open', 'confirmed', 'edited', 'rejected'])
export type ProposalState = z.infer<typeof ProposalState>

/** What a rule read in the words: whole fen, a day, an article; empty when the words themselves are the value. */
export const ProposalValue = z.object({
  fen: z.number().int().optional(),
  approximate: z.boolean().optional(),
  level: z.number().int().optional(),
  from: z.string().optional(),
  to: z.string().optional(),
  title: z.string().optional(),
  article: z.number().int().optional(),
  status: z.string().optional(),
  /** The words that tell the problem, behind its title. */
  bodyStart: z.number().int().optional(),
  bodyEnd: z.number().int().optional(),
})
export type ProposalValue = z.infer<typeof ProposalValue>

/**
 * One thing a rule saw in a paper: the words by UTF-16 offsets, the rule, and what it read. `print` is the sha256 of the
 * text's file; `parent` is the problem it stands under. Only a person makes a finding of it.
 */
export const FindingProposal = z.object({
  id: z.uuid(),
  document: z.uuid(),
  print: z.string(),
  kind: ProposalKind,
  rule: z.string(),
  paragraph: z.number().int(),
  startsAt: z.number().int(),
  endsAt: z.number().int(),
  text: z.string(),
  value: ProposalValue,
  parent: z.uuid().nullable(),
  state: ProposalState,
  finding: z.uuid().nullable(),
  decidedBy: z.string().nullable(),
  decidedOn: Day.nullable(),
  note: z.string().nullable(),
  version: z.number().int(),
})
export type FindingProposal = z.infer<typeof FindingProposal>
