import { z } from 'zod'
import { act, ask } from '../../kernel/contract.ts'
import { Day } from '../../kernel/day.ts'
import { May } from '../../kernel/may.ts'
import { Paging, pageOf } from '../../kernel/paging.ts'
import { FieldGroup, Recusal, RecusalGround, RecusalKind, ResultRule, ShareCeiling, SharedKind, SharedWith, ShareGrant } from './model.ts'
import { words } from './words.ts'

export const Standing = z.enum(['waiting', 'notYet', 'given', 'expired', 'refused', 'revoked'])

export const GrantLine = ShareGrant.extend({
  standing: Standing,
  direction: z.enum(['given', 'received']),
  may: z.object({ confirm: May, revoke: May }),
})
export type GrantLine = z.infer<typeof GrantLine>

export const GrantFilter = Paging.extend({
  direction: z.enum(['given', 'received']).optional(),
  standing: Standing.optional(),
  organ: SharedWith.optional(),
  record: z.uuid().optional(),
})
export type GrantFilter = z.infer<typeof GrantFilter>

export const listGrants = ask({ name: 'sharing.grants', title: words.title.list, input: GrantFilter, output: pageOf(GrantLine) })

const text = z.string().trim().min(2).max(500)
/** `until` is the last day on which it opens anything. */
export const giveGrant = act({
  name: 'sharing.give',
  title: words.action.give,
  input: z.object({
    kind: SharedKind,
    record: z.uuid(),
    organ: SharedWith,
    jurisdiction: z.string().regex(/^(\*|\d{6}(\d{3}(\d{3})?)?)$/),
    unit: z.uuid().nullable().default(null),
    account: z.string().nullable().default(null),
    fields: z.array(FieldGroup),
    ceiling: ShareCeiling.default('workSecret'),
    purpose: text,
    legalBasis: text,
    startsOn: Day,
    until: Day.nullable(),
  }),
  output: ShareGrant,
})

/** A second person of the office says yes or no. */
export const settleGrant = act({
  name: 'sharing.confirm',
  title: words.action.confirm,
  input: z.object({
    id: z.uuid(),
    version: z.number().int(),
    outcome: z.enum(['given', 'refused']),
    reason: z.string().max(500).default(''),
  }),
  output: ShareGrant,
})

export const revokeGrant = act({
  name: 'sharing.revoke',
  title: words.action.revoke,
  input: z.object({ id: z.uuid(), version: z.number().int(), reason: text }),
  output: ShareGrant,
})

/** One way in which somebody knows a record, or one person kept from it. */
export const Knower = z.object({
  organ: z.string(),
  jurisdiction: z.string().nullable(),
  who: z.string().nullable(),
  why: z.enum(['ownOrgan', 'grant', 'ownUnit', 'ownOfficial', 'recused']),
  purpose: z.string().nullable(),
  basis: z.string().nullable(),
  fields: z.array(FieldGroup).nullable(),
  until: Day.nullable(),
})
export type Knower = z.infer<typeof Knower>

export const whoSees = ask({
  name: 'sharing.whoSees',
  title: words.title.one,
  reads: 'person',
  input: z.object({ kind: SharedKind, record: z.uuid() }),
  output: z.object({ label: z.string(), knowers: z.array(Knower), may: z.object({ give: May }) }),
})

export const RecusalLine = Recusal.extend({
  name: z.string().nullable(),
  label: z.string(),
  runs: z.boolean(),
  may: z.object({ end: May }),
})
export type RecusalLine = z.infer<typeof RecusalLine>

export const listRecusals = ask({
  name: 'sharing.recusals',
  title: words.title.listRecusals,
  input: Paging.extend({ account: z.string().optional() }),
  output: pageOf(RecusalLine),
})
export const recuse = act({
  name: 'sharing.recuse',
  title: words.action.recuse,
  input: z.object({
    account: z.string().min(2).max(64),
    kind: RecusalKind,
    subject: z.uuid(),
    ground: RecusalGround,
    note: z.string().trim().max(500).default(''),
    until: Day.nullable().default(null),
  }),
  output: Recusal,
})
export const endRecusal = act({
  name: 'sharing.endRecusal',
  title: words.action.endRecusal,
  input: z.object({ id: z.uuid(), version: z.number().int(), reason: text }),
  output: Recusal,
})

/** Records by number or name, for the two forms. */
export const findRecords = ask({
  name: 'sharing.find',
  title: words.title.findRecords,
  input: z.object({
    kind: z.enum(['project', 'finding', 'document', 'issuedPaper', 'official', 'unit']),
    q: z.string().trim().min(1).max(60),
  }),
  output: z.object({ rows: z.array(z.object({ id: z.uuid(), label: z.string() })) }),
})

/** Which organs the results of an audit go to: all rules, past ones too. */
export const listResultRules = ask({
  name: 'sharing.resultRules',
  title: words.title.listResultRules,
  input: z.object({}),
  output: z.object({ rows: z.array(ResultRule) }),
})
/** A new rule, or one that takes the place of another from its first day. */
export const saveResultRule = act({
  name: 'sharing.saveResultRule',
  title: words.action.saveResultRule,
  input: ResultRule.omit({ id: true }).extend({ replaces: z.uuid().nullable() }),
  output: ResultRule,
})
