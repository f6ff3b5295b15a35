import { z } from 'zod'
import { act, ask } from '../../kernel/contract.ts'
import { Paging, pageOf, Several } from '../../kernel/paging.ts'
import { Mention, MentionKind, Standing, Verdict } from './model.ts'
import { words } from './words.ts'

const May = z.union([
  z.literal(true),
  z.object({ code: z.string(), facts: z.record(z.string(), z.union([z.string(), z.number()])).optional() }),
])

/** One mention as lists show it; `name` is the target's, null when there is none. */
export const MentionLine = Mention.pick({
  id: true,
  document: true,
  sha256: true,
  paragraph: true,
  start: true,
  end: true,
  surface: true,
  kind: true,
  adverse: true,
}).extend({
  documentName: z.string(),
  documentTitle: z.string(),
  standing: Standing,
  target: z.uuid().nullable(),
  name: z.string().nullable(),
  number: z.string().nullable(),
})
export type MentionLine = z.infer<typeof MentionLine>

export const QueueFilters = z.object({
  standing: Several.pipe(z.array(Standing)),
  kind: MentionKind.default('official'),
  document: z.uuid().optional(),
  q: z.string().trim().max(60).optional(),
})
export type QueueFilters = z.output<typeof QueueFilters>

/** Mentions of the reader's place, those to review first asked for; counts are of the same filters without the standing. */
export const queue = ask({
  name: 'links.queue',
  title: words.contract.queue,
  reads: 'person',
  input: QueueFilters.extend(Paging.shape),
  output: pageOf(MentionLine).extend({ counts: z.record(Standing, z.number().int()) }),
})

export const SaidReason = z.object({ code: z.string(), weight: z.number(), text: z.string() })
export const PostLine = z.object({ unit: z.string(), post: z.string(), startsOn: z.string(), endsOn: z.string().nullable() })
export type PostLine = z.infer<typeof PostLine>
/** A candidate of the register; `reasons` speak for and against. There is no score of a person. */
export const CandidateLine = z.object({
  target: z.uuid(),
  number: z.string(),
  name: z.string(),
  posts: z.array(PostLine),
  reasons: z.array(SaidReason),
})
export type CandidateLine = z.infer<typeof CandidateLine>

/** One mention with its paragraph (`from` = where `text` begins in the decoded text), candidates, and who decided. */
export const one = ask({
  name: 'links.one',
  title: words.contract.one,
  reads: 'person',
  input: z.object({ id: z.uuid() }),
  output: z.object({
    mention: MentionLine,
    text: z.string(),
    from: z.number().int(),
    others: z.array(z.object({ start: z.number().int(), end: z.number().int(), standing: Standing })),
    candidates: z.array(CandidateLine),
    verdict: z.object({ verdict: Verdict, by: z.string(), at: z.string() }).nullable(),
    may: z.object({ confirm: May, reject: May, reassign: May, undo: May }),
  }),
})

const Decided = MentionLine
/** Confirms the mention's own target, or the candidate named. */
export const confirm = act({
  name: 'links.confirm',
  title: words.contract.confirm,
  input: z.object({ id: z.uuid(), target: z.uuid().optional() }),
  output: Decided,
})
export const reject = act({ name: 'links.reject', title: words.contract.reject, input: z.object({ id: z.uuid() }), output: Decided })
/** Links to an official that was not a candidate. */
export const reassign = act({
  name: 'links.reassign',
  title: words.contract.reassign,
  input: z.object({ id: z.uuid(), official: z.uuid() }),
  output: Decided,
})
export const undo = act({ name: 'links.undo', title: words.contract.undo, input: z.object({ id: z.uuid() }), output: Decided })

/** Every mention of one paper, for the page that shows it. */
export const inDocument = ask({
  name: 'links.inDocument',
  title: words.contract.inDocument,
  reads: 'person',
  input: z.object({ document: z.uuid() }),
  output: z.object({ mentions: z.array(MentionLine) }),
})

export const SpokenLine = MentionLine.extend({ sentence: z.string(), confirmed: z.boolean() })
/** Where papers speak of an official: confirmed links, and automatic ones above the strict threshold, marked as unconfirmed. */
export const ofOfficial = ask({
  name: 'links.ofOfficial',
  title: words.contract.ofOfficial,
  reads: 'person',
  input: z.object({ official: z.uuid() }),
  output: z.object({ mentions: z.array(SpokenLine) }),
})

/** Scans again what the register's changes since the last scan may touch; `all` scans every paper. */
export const rescan = act({
  name: 'links.rescan',
  title: words.contract.rescan,
  input: z.object({ all: z.boolean().default(false) }),
  output: z.object({ waiting: z.literal(true) }),
})
