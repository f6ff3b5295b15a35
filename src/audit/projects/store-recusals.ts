import type { Day } from '../../kernel/day.ts'
import type { Reader } from '../../platform/db.ts'
import { together, wording } from '../../platform/together.ts'
import { words } from './rules/case.words.ts'
import type { Situation } from './rules/situation.ts'
import { type Accounts, declaredAsked, ownUnitAsked, recusedAsked } from './store-parts.ts'

type About = { accounts: Accounts; today: Day }
/** The questions behind a recusal: work in the audited unit, a ground declared by oneself, a decision that runs. */
export const recusalsAsked = (project: string, { accounts, today }: About) => ({
  ownUnit: ownUnitAsked(wording, project, accounts),
  decided: recusedAsked(wording, project, { accounts, today }),
  declared: declaredAsked(wording, project, accounts),
})

type Ground = keyof typeof words.ground
type Told = {
  ownUnit: readonly { name: string }[]
  decided: readonly { name: string; ground: Ground }[]
  declared: readonly { name: string; ground: Ground }[]
}
/** Members who may not take part, each with the ground. */
export const recusedIn = ({ ownUnit, decided, declared }: Told): Situation['recused'] => [
  ...ownUnit.map(({ name }) => ({ name, ground: words.ground.ownUnit.zh })),
  ...[...decided, ...declared].map(({ name, ground }) => ({ name, ground: words.ground[ground].zh })),
]

/**
 * Members who may not take part: they work in the audited unit, have declared a ground of recusal themselves, or were
 * recused by decision from the project, the unit or an official of it.
 */
export const recusedAmong = async (read: Reader, project: string, about: About): Promise<Situation['recused']> =>
  recusedIn(await together(read, recusalsAsked(project, about)))
