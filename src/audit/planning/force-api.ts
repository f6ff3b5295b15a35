import { addDays, yearOf } from '../../kernel/day.ts'
import { refuse } from '../../kernel/refusal.ts'
import { whyNotKeep } from '../../office/identity/keeping.ts'
import type { Desk } from '../../platform/desk.ts'
import { newId } from '../../platform/id.ts'
import { found, type Handler, Refused, serve, stopIf, stopIfChanged } from '../../platform/serve.ts'
import { findUnit } from '../../registers/places/store.ts'
import * as contract from './force.contract.ts'
import { forcesOf, loadsOf, teamView } from './forces.ts'
import { whyNotSpan, whyNotTie, whyNotVisit } from './rules/force.ts'
import { amountOf, whyNotRule } from './rules/rulebook.ts'
import * as store from './store-force.ts'
import { jurisdictionNames } from './store-names.ts'

/** Where a record is kept whose input names no place: at the place of the hand, or of its first team. */
export async function homeOf({ actor, read }: Pick<Desk, 'actor' | 'read'>, district: string): Promise<string> {
  if (/^\d{6}/.test(actor.jurisdiction)) return actor.jurisdiction
  const [first] = await store.teamsOf(read, actor.jurisdiction)
  return first?.jurisdiction ?? district
}

const teams: readonly Handler[] = [
  serve(contract.listTeams, async ({ input, actor, read, today }) => {
    const year = input.year ?? yearOf(today)
    const rules = await store.allPlanningRules(read)
    const forces = await forcesOf(read, { place: actor.jurisdiction, years: [year], today, rules })
    const jurisdiction = forces[0]?.team.jurisdiction ?? actor.jurisdiction
    const overtime = amountOf(rules, { kind: 'overtime' }, { on: today, jurisdiction }, 0)
    const items = await store.itemsOfTeams(
      read,
      forces.map(({ team }) => team.id),
      year,
    )
    const places = await jurisdictionNames(read, jurisdiction)
    const views = forces.map((force) => teamView(force, places))
    return { year, overtime, teams: views, loads: forces.flatMap((force) => loadsOf(force, items, { year, overtime })) }
  }),
  serve(contract.saveTeam, (desk) =>
    desk.change(`auditTeam:${desk.input.id ?? desk.input.code}`, async (tx) => {
      const { id, ...given } = desk.input
      const kept = id ? found(await store.findTeam(tx, id)) : null
      if (kept) stopIfChanged({ given: given.version, kept: kept.version })
      const jurisdiction = kept?.jurisdiction ?? (await homeOf(desk, given.district))
      const same = await store.findTeamCoded(tx, given.code, jurisdiction)
      stopIf(same && same.id !== id ? refuse('teamCodeThere', { code: given.code }) : null)
      return store.keepTeam(tx, { ...given, id: id ?? newId(), jurisdiction, version: kept ? kept.version : 1 })
    }),
  ),
  serve(contract.saveAuditor, (desk) =>
    desk.change(`auditor:${desk.input.id ?? desk.input.number}`, async (tx) => {
      const { id, ...given } = desk.input
      const kept = id ? found(await store.findAuditor(tx, id)) : null
      if (kept) stopIfChanged({ given: given.version, kept: kept.version })
      const team = found(await store.findTeam(tx, given.team))
      const same = await store.findAuditorNumbered(tx, given.number)
      stopIf(same && same.id !== id ? refuse('auditorNumberThere', { number: given.number }) : null)
      stopIf(whyNotSpan(given))
      return store.keepAuditor(tx, { ...given, id: id ?? newId(), jurisdiction: team.jurisdiction, version: kept ? kept.version : 1 })
    }),
  ),
]

const claims: readonly Handler[] = [
  serve(contract.saveAbsence, ({ input, change }) =>
    change(`auditor:${input.auditor}`, async (tx) => {
      found(await store.findAuditor(tx, input.auditor))
      stopIf(whyNotSpan(input))
      return store.addAbsence(tx, input)
    }),
  ),
  serve(contract.dropAbsence, ({ input, change }) =>
    change(`auditorAbsence:${input.id}`, async (tx) => found(await store.removeAbsence(tx, input.id))),
  ),
  serve(contract.saveTie, ({ input, change }) =>
    change(`auditor:${input.auditor}`, async (tx) => {
      found(await store.findAuditor(tx, input.auditor))
      found(await findUnit(tx, input.unit))
      stopIf(whyNotTie(input))
      return store.addTie(tx, input)
    }),
  ),
  serve(contract.dropTie, ({ input, change }) =>
    change(`auditorTie:${input.id}`, async (tx) => found(await store.removeTie(tx, input.id))),
  ),
]

const patrol: readonly Handler[] = [
  serve(contract.listPatrol, ({ input, actor, read }) => store.listPatrol(read, actor.jurisdiction, input)),
  serve(contract.savePatrol, (desk) =>
    desk.change(`patrolRound:${desk.input.id ?? desk.input.round}`, async (tx) => {
      const { id, ...given } = desk.input
      const kept = id ? found(await store.findPatrol(tx, id)) : null
      if (kept) stopIfChanged({ given: given.version, kept: kept.version })
      const unit = await findUnit(tx, given.unit)
      if (!unit) throw new Refused(refuse('patrolUnitUnknown', { given: given.unit }))
      const same = await store.findVisit(tx, given)
      stopIf(same && same.id !== id ? refuse('patrolTwice') : null)
      stopIf(whyNotVisit(given))
      return store.keepPatrol(tx, { ...given, id: id ?? newId(), jurisdiction: unit.jurisdiction, version: kept ? kept.version : 1 })
    }),
  ),
]

const rules: readonly Handler[] = [
  serve(contract.listRules, async ({ input, read, today }) => {
    const rows = await store.allPlanningRules(read)
    return { rules: input.all ? rows : rows.filter((rule) => rule.endsOn === null || rule.endsOn >= today) }
  }),
  serve(contract.saveRule, ({ input: { replaces, version, ...draft }, actor, change }) =>
    change(`planningRule:${replaces ?? draft.kind}`, async (tx) => {
      const old = replaces ? found(await store.findRule(tx, replaces)) : null
      if (old) stopIfChanged({ given: version, kept: old.version })
      stopIf(whyNotKeep(actor, draft, old))
      const others = (await store.allPlanningRules(tx)).filter(({ id }) => id !== old?.id)
      stopIf(whyNotRule(draft, old, others))
      if (old) await store.endRule(tx, old, addDays(draft.startsOn, -1))
      return store.addRule(tx, draft)
    }),
  ),
]

export const forceApi: readonly Handler[] = [...teams, ...claims, ...patrol, ...rules]
