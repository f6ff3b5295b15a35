import type { Day } from '../../kernel/day.ts'
import type { Reader } from '../../platform/db.ts'
import type { Project } from './model.ts'
import { words } from './rules/case.words.ts'
import type { Situation } from './rules/situation.ts'

/** Members whom a decided recusal that runs keeps away from the project, its unit or one of its officials. */
const decidedAmong = (read: Reader, project: Pick<Project, 'id' | 'unit'>, about: { accounts: readonly string[]; today: Day }) =>
  read
    .selectFrom('recusal')
    .innerJoin('account', 'account.account', 'recusal.account')
    .select(['account.name', 'recusal.ground'])
    .where('recusal.account', 'in', [...about.accounts])
    .where((is) => is.or([is('recusal.until', 'is', null), is('recusal.until', '>=', about.today)]))
    .where(({ or, eb, selectFrom }) =>
      or([
        eb('recusal.subject', 'in', [project.id, project.unit]),
        eb('recusal.subject', 'in', selectFrom('projectSubject').select('official').where('project', '=', project.id)),
      ]),
    )
    .orderBy('recusal.id')
    .execute()

/**
 * Members who may not take part: they work in the audited unit, have declared a ground of recusal themselves, or were
 * recused by decision from the project, the unit or an official of it.
 */
export async function recusedAmong(
  read: Reader,
  project: Pick<Project, 'id' | 'unit'>,
  { accounts, today }: { accounts: readonly string[]; today: Day },
): Promise<Situation['recused']> {
  if (accounts.length === 0) return []
  const own = await read
    .selectFrom('account')
    .innerJoin('seat', 'seat.account', 'account.account')
    .select('account.name')
    .distinct()
    .where('account.account', 'in', [...accounts])
    .where('seat.unitId', '=', project.unit)
    .where('seat.endedOn', 'is', null)
    .execute()
  const declared = await read
    .selectFrom('recusalDeclaration')
    .innerJoin('account', 'account.account', 'recusalDeclaration.account')
    .select(['account.name', 'recusalDeclaration.ground'])
    .where('recusalDeclaration.project', '=', project.id)
    .where('recusalDeclaration.account', 'in', [...accounts])
    .where('recusalDeclaration.ground', '<>', 'none')
    .execute()
  return [
    ...own.map(({ name }) => ({ name, ground: words.ground.ownUnit.zh })),
    ...(await decidedAmong(read, project, { accounts, today })).map(({ name, ground }) => ({ name, ground: words.ground[ground].zh })),
    ...declared.map(({ name, ground }) => ({ name, ground: words.ground[ground].zh })),
  ]
}
