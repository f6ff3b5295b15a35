import { workbook } from '../../audit/projects/export.ts'
import { addDays } from '../../kernel/day.ts'
import { whyNotKeep } from '../../office/identity/keeping.ts'
import { mayAct } from '../../office/identity/policy/may.ts'
import { found, type Handler, serve, stopIf, stopIfChanged } from '../../platform/serve.ts'
import { findJurisdiction, findUnit } from '../../registers/places/store.ts'
import { compareUnit, draftList, draftReport, exportProblems, getProblems, saveRule } from './contract.ts'
import { problemColumns, problemRows } from './problems.sheet.ts'
import { problemsFor, schemeAt } from './problems.ts'
import { comparisons } from './rules/compare.ts'
import { measuresAt, whyNotRegion, whyNotRule } from './rules/rulebook.ts'
import { addRule, allRules, endRule } from './store.ts'
import { cubeOf, yearsAudited } from './store-cube.ts'
import { words } from './words.ts'

const compare = serve(compareUnit, async ({ input, read, actor, today }) => {
  const unit = found(await findUnit(read, input.unit))
  const { place } = input
  const years = input.year.length > 0 ? input.year : (await yearsAudited(read, { place })).slice(-5)
  const { told, classesOf } = await schemeAt(read, input.classesOn ?? today)
  const scope = { years, place, told, level: 1 as const }
  const own = await cubeOf(read, { ...scope, unit: unit.id })
  const ofType = await cubeOf(read, { ...scope, unitTypes: [unit.category] })
  const measures = measuresAt(await allRules(read), { on: today, place: place ?? actor.jurisdiction })
  const audits = own.bases.reduce((sum, base) => sum + base.audits, 0)
  const rows = comparisons(own, ofType, { classes: classesOf(1), measures })
  return { unit: { id: unit.id, name: unit.name, category: unit.category }, years, audits, rows }
})

const save = serve(saveRule, ({ input: { replaces, version, ...draft }, actor, change }) =>
  change(`riskRule:${replaces ?? draft.kind}`, async (tx) => {
    const rules = await allRules(tx)
    const old = replaces ? found(rules.find(({ id }) => id === replaces)) : null
    if (old) stopIfChanged({ given: version ?? old.version, kept: old.version })
    stopIf(whyNotKeep(actor, draft, old))
    stopIf(whyNotRegion(draft.region, draft.region === null ? undefined : await findJurisdiction(tx, draft.region)))
    stopIf(
      whyNotRule(
        draft,
        old,
        rules.filter(({ id }) => id !== old?.id),
      ),
    )
    if (old) await endRule(tx, old, addDays(draft.startsOn, -1))
    return addRule(tx, draft)
  }),
)

export const problemsApi: readonly Handler[] = [
  serve(getProblems, async ({ input, read, actor, today }) => {
    const { measures, scheme: _, ...view } = await problemsFor({ read, today, place: actor.jurisdiction }, input)
    const may = { draftList: mayAct(actor, draftList), draftReport: mayAct(actor, draftReport), saveRule: mayAct(actor, saveRule) }
    return { ...view, least: measures.leastAudits, may }
  }),
  serve(exportProblems, async ({ input, read, actor, today, tongue }) => {
    const { byType } = await problemsFor({ read, today, place: actor.jurisdiction }, input)
    return workbook(words.title.problems[tongue], problemColumns(tongue), problemRows(byType, tongue), today)
  }),
  compare,
  save,
]
