import { z } from 'zod'

/** What was asked, without its secrets. */
const Asked = z.record(z.string(), z.unknown())
const Facts = z.record(z.string(), z.union([z.string(), z.number()]))
const by = { account: z.string(), role: z.string(), jurisdiction: z.string(), verb: z.string(), subject: z.string() }

/**
 * One entry of the trail, as it is written: who, in which role and place, did what about which record (`<table>:<id>`).
 * `act` changed something; `read` showed a person's record; `export`, `print` and `copy` took it out of the house;
 * `reveal` uncovered a masked field; `signIn` opened a session; `refused` is an attempt that the house said no to,
 * with the code of its sentence.
 */
export const Entry = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('act'), ...by, detail: Asked }),
  z.object({ kind: z.literal('read'), ...by, detail: Asked }),
  z.object({ kind: z.literal('export'), ...by, detail: Asked }),
  z.object({ kind: z.literal('print'), ...by, detail: Asked }),
  z.object({ kind: z.literal('copy'), ...by, detail: Asked }),
  z.object({ kind: z.literal('reveal'), ...by, detail: Asked }),
  z.object({ kind: z.literal('signIn'), ...by, detail: Asked }),
  z.object({
    kind: z.literal('refused'),
    ...by,
    detail: z.object({ asked: Asked, refusal: z.object({ code: z.string(), facts: Facts.optional() }) }),
  }),
])
export type Entry = z.infer<typeof Entry>
export const EntryKind = z.enum(['act', 'read', 'export', 'print', 'copy', 'reveal', 'signIn', 'refused'])
export type EntryKind = z.infer<typeof EntryKind> & Entry['kind']
/** The kinds a contract may leave when it is granted. */
export type GrantedKind = Exclude<EntryKind, 'refused'>
