import { z } from 'zod'
import { act, ask } from '../../kernel/contract.ts'
import { Day } from '../../kernel/day.ts'
import { GivenFile } from '../../kernel/given.ts'
import { May } from '../../kernel/may.ts'
import { Paging, pageOf } from '../../kernel/paging.ts'
import { severalOf } from '../places/contract.ts'
import {
  AuditeeRule,
  AuditeeView,
  DueState,
  Headship,
  Official,
  PastAudit,
  Precision,
  ResumeLine,
  Standing,
  SubjectClass,
  SubjectStatus,
  Tenure,
} from './model.ts'
import { words } from './words.ts'

/** What the list can be asked by: the post that stands for the official decides. */
export const ListStanding = z.enum([...Standing.options, 'noPost'])
export const ListSort = z.enum([
  ...(['name', '-name', 'number', '-number', 'unit', '-unit', 'startsOn', '-startsOn', 'class', '-class'] as const),
  ...(['lastAudit', '-lastAudit', 'due', '-due', 'state', '-state'] as const),
])
export type ListSort = z.infer<typeof ListSort>

export const ListFilters = z.object({
  /** Name, former name, number, or the initials of the name in pinyin. */
  keyword: z.string().trim().max(60).optional(),
  /** This unit and everything below it. */
  under: z.uuid().optional(),
  class: severalOf(SubjectClass),
  state: severalOf(DueState),
  standing: severalOf(ListStanding),
  headship: severalOf(Headship),
  sort: ListSort.default('name'),
})
export type ListFilters = z.output<typeof ListFilters>

/** One official with the post that stands for him or her; `tenure` and `status` are null when no post is recorded. */
export const OfficialLine = z.object({
  id: z.uuid(),
  number: z.string(),
  name: z.string(),
  tenure: Tenure.pick({ id: true, post: true, headship: true, startsOn: true, endsOn: true, precision: true, unit: true }).nullable(),
  unitName: z.string().nullable(),
  /** Further posts held on the same day. */
  concurrent: z.number().int(),
  status: SubjectStatus.nullable(),
})
export type OfficialLine = z.infer<typeof OfficialLine>

export const list = ask({
  name: 'auditees.list',
  title: words.contract.list,
  reads: 'person',
  input: ListFilters.extend(Paging.shape),
  output: pageOf(OfficialLine),
})

export const HeldPost = z.object({
  tenure: Tenure,
  unitNumber: z.string(),
  unitName: z.string(),
  nameThen: z.string(),
  status: SubjectStatus,
  /** Whether this reader may take the post off the record, or why not. */
  may: z.object({ drop: May }),
})
export type HeldPost = z.infer<typeof HeldPost>

export const one = ask({
  name: 'auditees.one',
  title: words.contract.one,
  reads: 'person',
  input: z.object({ id: z.uuid() }),
  output: z.object({
    official: Official,
    /** The tenure that stands for the official. */
    main: z.uuid().nullable(),
    tenures: z.array(HeldPost),
    audits: z.array(PastAudit.extend({ unitName: z.string() })),
    /** Resume lines that wait for a person. */
    lines: z.array(ResumeLine),
    today: Day,
    may: z.object({ saveOfficial: May, saveTenure: May, dropTenure: May, settleLine: May }),
  }),
})
export type One = z.infer<typeof one.output>

export const saveOfficial = act({
  name: 'auditees.saveOfficial',
  title: words.contract.saveOfficial,
  /** `id` null registers a new official; `version` is the one that was read (0 for a new one). */
  input: Official.omit({ id: true }).extend({ id: z.uuid().nullable() }),
  output: Official,
})

export const saveTenure = act({
  name: 'auditees.saveTenure',
  title: words.contract.saveTenure,
  /** The jurisdiction is the unit's. */
  input: Tenure.omit({ id: true, jurisdiction: true }).extend({ id: z.uuid().nullable(), precision: Precision.default('day') }),
  output: Tenure,
})

export const dropTenure = act({
  name: 'auditees.dropTenure',
  title: words.contract.dropTenure,
  input: z.object({ id: z.uuid(), version: z.number().int() }),
  output: z.object({ id: z.uuid() }),
})

export const settleLine = act({
  name: 'auditees.settleLine',
  title: words.contract.settleLine,
  input: z.object({ id: z.uuid(), state: z.enum(['entered', 'setAside']) }),
  output: ResumeLine,
})

export const views = ask({
  name: 'auditees.views',
  title: words.contract.views,
  input: z.object({}),
  output: z.object({ views: z.array(AuditeeView) }),
})

/** Keeps the list's question under a name; the same name again replaces it. */
export const saveView = act({
  name: 'auditees.saveView',
  title: words.contract.saveView,
  input: AuditeeView.pick({ name: true, query: true }),
  output: AuditeeView,
})

export const dropView = act({
  name: 'auditees.dropView',
  title: words.contract.dropView,
  input: z.object({ id: z.uuid() }),
  output: z.object({ id: z.uuid() }),
})

/** `list` is for reading; `officials` and `tenures` are the workbooks that can be imported again. The reason stands in the trail. */
export const exportOfficials = ask({
  name: 'auditees.export',
  title: words.contract.export,
  reads: 'person',
  gives: 'file',
  input: ListFilters.extend({
    ids: severalOf(z.uuid()),
    as: z.enum(['list', 'officials', 'tenures']).default('list'),
    reason: z.string().trim().min(2).max(200),
  }),
  output: GivenFile,
})

export const rules = ask({
  name: 'auditees.rules',
  title: words.contract.rules,
  input: z.object({}),
  output: z.object({ rules: z.array(AuditeeRule) }),
})

/** A new rule; with `replaces`, that one ends the day before and stays on file. */
export const saveRule = act({
  name: 'auditees.saveRule',
  title: words.contract.saveRule,
  input: AuditeeRule.omit({ id: true }).extend({ replaces: z.uuid().nullable() }),
  output: AuditeeRule,
})
