import { refuse } from '../../../kernel/refusal.ts'
import type { Writer } from '../../../platform/db.ts'
import { newId } from '../../../platform/id.ts'
import { found, type Handler, serve, stopIf, stopIfChanged } from '../../../platform/serve.ts'
import type { ProblemClass } from '../model.ts'
import { allClasses } from '../store.ts'
import { listRemaps, saveClass, saveRemap } from './contract.ts'
import { whyNotClass, whyNotRemap } from './rules.ts'
import { allRemaps } from './store.ts'

const keepClass = (tx: Writer, row: ProblemClass): Promise<ProblemClass> =>
  tx
    .insertInto('problemClass')
    .values(row)
    .onConflict((on) => on.column('id').doUpdateSet(row))
    .returningAll()
    .executeTakeFirstOrThrow()

const save = serve(saveClass, ({ input, actor, change }) =>
  change(`problemClass:${input.code}`, async (tx) => {
    const classes = await allClasses(tx)
    const { id, version, ...given } = input
    const kept = id ? found(classes.find((each) => each.id === id)) : null
    if (kept && kept.jurisdiction !== actor.jurisdiction) stopIf(refuse('classNotLocal'))
    if (kept) stopIfChanged({ given: version, kept: kept.version })
    stopIf(
      whyNotClass(
        given,
        classes.filter((each) => each.id !== id),
      ),
    )
    return keepClass(tx, { ...given, id: kept?.id ?? newId(), jurisdiction: actor.jurisdiction, version: (kept?.version ?? 0) + 1 })
  }),
)

const remap = serve(saveRemap, ({ input, actor, change }) =>
  change(`problemClass:${input.oldCode}`, async (tx) => {
    const { oldCode, startsOn, reason, to } = input
    const steps = (await allRemaps(tx)).filter((each) => !(each.oldCode === oldCode && each.startsOn === startsOn))
    stopIf(whyNotRemap(input, await allClasses(tx), steps))
    await tx
      .deleteFrom('classRemap')
      .where('oldCode', '=', oldCode)
      .where('startsOn', '=', startsOn)
      .where('jurisdiction', '=', actor.jurisdiction)
      .execute()
    const rows = to.map((each) => ({ id: newId(), jurisdiction: actor.jurisdiction, oldCode, startsOn, reason, ...each }))
    return tx.insertInto('classRemap').values(rows).returningAll().execute()
  }),
)

export const classesApi: readonly Handler[] = [serve(listRemaps, ({ read }) => allRemaps(read)), save, remap]
