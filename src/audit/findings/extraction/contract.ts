import { z } from 'zod'
import { act, ask } from '../../../kernel/contract.ts'
import { May } from '../../../kernel/may.ts'
import { Paging, pageOf, severalOf } from '../../../kernel/paging.ts'
import { Written } from '../editing/contract.ts'
import { MoneyKind } from '../model.ts'
import { FindingProposal, ProposalKind, ProposalState } from './model.ts'
import { words } from './words.ts'

/** A report of the library with how far its proposals have been worked through. */
export const PaperLine = z.object({
  id: z.uuid(),
  title: z.string(),
  number: z.string().nullable(),
  year: z.number().int().nullable(),
  unitName: z.string().nullable(),
  problems: z.number().int(),
  open: z.number().int(),
})
export type PaperLine = z.infer<typeof PaperLine>
export const listPapers = ask({
  name: 'findings.papers',
  title: words.title.papers,
  input: Paging.extend({ q: z.string().max(100).optional() }),
  output: pageOf(PaperLine),
})

/** A proposal with what it would put into a form. */
export const ProposalLine = FindingProposal.extend({ moneyKind: MoneyKind.nullable() })
export type ProposalLine = z.infer<typeof ProposalLine>
export const listProposals = ask({
  name: 'findings.proposals',
  title: words.title.list,
  reads: 'person',
  input: z.object({ document: z.uuid(), kind: severalOf(ProposalKind), state: severalOf(ProposalState) }),
  output: z.object({
    document: z.object({ id: z.uuid(), title: z.string(), name: z.string(), number: z.string().nullable(), unit: z.uuid().nullable() }),
    projects: z.array(z.object({ id: z.uuid(), title: z.string(), unit: z.uuid() })),
    text: z.string(),
    rows: z.array(ProposalLine),
    may: z.object({ extract: May, take: May }),
  }),
})
/** Lets the rules read the report; what they proposed before stays as it was decided. */
export const extractReport = act({
  name: 'findings.extract',
  title: words.action.extract,
  input: z.object({ document: z.uuid() }),
  output: z.object({ proposals: z.number().int(), fresh: z.number().int() }),
})
const target = { id: z.uuid(), version: z.number().int() }
/** A person makes a finding of a proposed problem, with whatever words he puts in their stead. */
export const takeProposal = act({
  name: 'findings.takeProposal',
  title: words.action.take,
  input: Written.extend({ ...target, project: z.uuid() }),
  output: z.object({ finding: z.uuid(), number: z.string() }),
})
/** Anything else than a problem is taken note of, or set aside with a reason. */
export const decideProposal = act({
  name: 'findings.decideProposal',
  title: words.action.decide,
  input: z.object({ ...target, state: z.enum(['confirmed', 'rejected']), note: z.string().trim().max(500).default('') }),
  output: FindingProposal,
})
