import { z } from 'zod'
import { act, ask } from '../../kernel/contract.ts'
import { Paging, pageOf, YesNo } from '../../kernel/paging.ts'
import { AuditKind } from '../../registers/auditees/model.ts'
import { Auditor, AuditorAbsence, AuditorTie, AuditTeam, Entrustment, PatrolRound, PlanningRule, UnitFund } from './model.ts'
import * as shape from './rules/shapes.ts'
import { words } from './words.ts'

const { contract: title } = words
const Year = z.coerce.number().int().min(2000).max(2100)
const plan = { plan: z.uuid() }
const target = { id: z.uuid(), version: z.number().int() }

export const listRules = ask({
  name: 'planning.rules',
  title: title.rules,
  input: z.object({ all: YesNo.default(false) }),
  output: z.object({ rules: z.array(PlanningRule) }),
})
/** A new row; with `replaces`, that one ends the day before and stays on file. */
export const saveRule = act({
  name: 'planning.saveRule',
  title: title.saveRule,
  input: PlanningRule.omit({ id: true }).extend({ replaces: z.uuid().nullable() }),
  output: PlanningRule,
})

export const listTeams = ask({
  name: 'planning.teams',
  title: title.teams,
  input: z.object({ year: Year.optional() }),
  output: z.object({ year: z.number().int(), teams: z.array(shape.TeamView), loads: z.array(shape.AuditorLoad), overtime: z.number() }),
})
export const saveTeam = act({
  name: 'planning.saveTeam',
  title: title.saveTeam,
  input: AuditTeam.omit({ id: true, jurisdiction: true }).extend({ id: z.uuid().nullable() }),
  output: AuditTeam,
})
export const saveAuditor = act({
  name: 'planning.saveAuditor',
  title: title.saveAuditor,
  input: Auditor.omit({ id: true, jurisdiction: true }).extend({ id: z.uuid().nullable() }),
  output: Auditor,
})
export const saveAbsence = act({
  name: 'planning.saveAbsence',
  title: title.saveAbsence,
  input: AuditorAbsence.omit({ id: true, version: true }),
  output: AuditorAbsence,
})
export const dropAbsence = act({
  name: 'planning.dropAbsence',
  title: title.dropAbsence,
  input: z.object({ id: z.uuid() }),
  output: z.object({ id: z.uuid() }),
})
export const saveTie = act({ name: 'planning.saveTie', title: title.saveTie, input: AuditorTie.omit({ id: true }), output: AuditorTie })
export const dropTie = act({
  name: 'planning.dropTie',
  title: title.dropTie,
  input: z.object({ id: z.uuid() }),
  output: z.object({ id: z.uuid() }),
})

export const listPatrol = ask({
  name: 'planning.patrol',
  title: title.patrol,
  input: Paging.extend({ q: z.string().max(100).optional(), year: Year.optional(), sort: z.string().max(40).optional() }),
  output: pageOf(shape.PatrolLine),
})
export const savePatrol = act({
  name: 'planning.savePatrol',
  title: title.savePatrol,
  input: PatrolRound.omit({ id: true, jurisdiction: true }).extend({ id: z.uuid().nullable() }),
  output: PatrolRound,
})
export const getAlignment = ask({
  name: 'planning.alignment',
  title: title.alignment,
  reads: 'person',
  input: z.object(plan),
  output: z.object({ rows: z.array(shape.Alignment) }),
})
export const listFunds = ask({
  name: 'planning.funds',
  title: title.funds,
  input: Paging.extend({
    q: z.string().max(100).optional(),
    year: Year.optional(),
    unit: z.uuid().optional(),
    sort: z.string().max(40).optional(),
  }),
  output: pageOf(shape.FundLine),
})
/** What a unit had at its disposal in a year; the same unit and year again replaces it. */
export const saveFund = act({
  name: 'planning.saveFund',
  title: title.saveFund,
  input: UnitFund.omit({ id: true, jurisdiction: true }),
  output: UnitFund,
})
export const listEntrusted = ask({
  name: 'planning.entrusted',
  title: title.entrusted,
  reads: 'person',
  input: Paging.extend({ q: z.string().max(100).optional(), sort: z.string().max(40).optional() }),
  output: pageOf(shape.EntrustmentLine),
})
export const entrust = act({
  name: 'planning.entrust',
  title: title.entrust,
  input: z.object({
    /** The official's number; the post that stands for him or her is meant. */
    official: z.string().trim().min(1).max(40),
    number: z.string().trim().min(2).max(60),
    kind: AuditKind,
    latestYear: Year,
    note: z.string().trim().max(200).nullable().default(null),
  }),
  output: Entrustment,
})
export const withdraw = act({ name: 'planning.withdraw', title: title.withdraw, input: z.object(target), output: Entrustment })
