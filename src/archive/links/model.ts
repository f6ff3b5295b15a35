import { z } from 'zod'
import { Day } from '../../kernel/day.ts'

export const MentionKind = z.enum(['official', 'unit', 'regulation'])
export type MentionKind = z.infer<typeof MentionKind>

/** What the scorer decided: linked, put before a person, or nobody of the register. */
export const Decision = z.enum(['link', 'review', 'none'])
export type Decision = z.infer<typeof Decision>

/** What a person decided; it stands over every later scan of the same bytes. */
export const Verdict = z.enum(['confirmed', 'rejected', 'reassigned'])
export type Verdict = z.infer<typeof Verdict>

export const Reason = z.object({ code: z.string(), weight: z.number(), facts: z.record(z.string(), z.string()).optional() })
/** A record of the register that the mention may mean, with every reason for and against. */
export const Candidate = z.object({ target: z.uuid(), score: z.number(), reasons: z.array(Reason) })
export type Candidate = z.infer<typeof Candidate>

/** A span of a paper that names an official, a unit or an article. Offsets are UTF-16 units of the decoded text. */
export const Mention = z.object({
  id: z.uuid(),
  document: z.uuid(),
  sha256: z.string(),
  paragraph: z.number().int(),
  start: z.number().int(),
  end: z.number().int(),
  surface: z.string(),
  kind: MentionKind,
  decision: Decision,
  target: z.uuid().nullable(),
  score: z.number(),
  scorerVersion: z.string(),
  candidates: z.array(Candidate),
  article: z.number().int().nullable(),
  clause: z.number().int().nullable(),
  item: z.number().int().nullable(),
  /** The sentence speaks of a fault: a portrait may use it only once confirmed. */
  adverse: z.boolean(),
  jurisdiction: z.string(),
})
export type Mention = z.infer<typeof Mention>

/** A person's decision about a span of a paper's bytes, found again by sha256, kind and offsets. */
export const MentionVerdict = z.object({
  id: z.uuid(),
  sha256: z.string(),
  start: z.number().int(),
  end: z.number().int(),
  surface: z.string(),
  kind: MentionKind,
  verdict: Verdict,
  target: z.uuid().nullable(),
  decidedBy: z.string(),
  decidedAt: z.string(),
  jurisdiction: z.string(),
})
export type MentionVerdict = z.infer<typeof MentionVerdict>

/** What a record of the register looked like when papers were last scanned for it. */
export const RegisterPrint = z.object({
  record: z.uuid(),
  kind: z.enum(['official', 'unit']),
  names: z.array(z.string()),
  print: z.string(),
})
export type RegisterPrint = z.infer<typeof RegisterPrint>

/** From which probability on a mention is linked, reviewed, or (strict) usable before it is confirmed. */
export const LinkThreshold = z.object({
  id: z.uuid(),
  decision: z.enum(['link', 'review', 'strict']),
  amount: z.number(),
  startsOn: Day,
  endsOn: Day.nullable(),
  basis: z.string(),
})
export type LinkThreshold = z.infer<typeof LinkThreshold>

/** How a mention stands now: a person's verdict, or else the scorer's decision. */
export const Standing = z.enum(['link', 'review', 'none', 'confirmed', 'rejected', 'reassigned'])
export type Standing = z.infer<typeof Standing>
