import { z } from 'zod'
import { Day } from '../../../kernel/day.ts'
import { Fen } from '../../../kernel/money.ts'
import { OutcomeKind } from '../model.ts'

const SealedFile = z.object({ name: z.string().max(255), sha256: z.string().regex(/^[0-9a-f]{64}$/), base64: z.string() })

/** What a package holds once it is opened: the matter, the files, and the key its answers are sealed to. */
export const PackageText = z.object({
  format: z.literal('guantong-lead/1'),
  package: z.uuid(),
  organ: z.string(),
  issuedOn: Day,
  replyKey: z.string(),
  lead: z.object({
    ...{ number: z.string(), title: z.string(), nature: z.string(), unit: z.string(), persons: z.string(), facts: z.string() },
    ...{ qualification: z.string(), basis: z.string(), opinion: z.string(), feedbackAsk: z.string(), letterNumber: z.string() },
    evidence: z.array(z.object({ name: z.string(), pages: z.string(), origin: z.string() })),
  }),
  files: z.array(SealedFile),
})
export type PackageText = z.infer<typeof PackageText>

export const ReplyKind = z.enum(['receive', 'accept', 'turnBack', 'begin', 'record', 'feedBack'])
export type ReplyKind = z.infer<typeof ReplyKind>

const outcome = z.object({
  kind: OutcomeKind,
  person: z.string().max(100).default(''),
  sanction: z.string().max(40).nullable().default(null),
  judged: z.boolean().default(false),
  amount: Fen.nullable().default(null),
})
/** What an answer says: which step, by whom, on which day, by which letter; an outcome with its kind. */
export const ReplyText = z
  .object({
    format: z.literal('guantong-lead-reply/1'),
    package: z.uuid(),
    reply: z.uuid(),
    kind: ReplyKind,
    by: z.string().trim().min(1).max(60),
    on: Day,
    reference: z.string().trim().min(1).max(120),
    text: z.string().trim().min(2).max(5000),
    outcome: outcome.nullable().default(null),
  })
  .refine((told) => told.kind !== 'record' || told.outcome !== null)
export type ReplyText = z.infer<typeof ReplyText>
