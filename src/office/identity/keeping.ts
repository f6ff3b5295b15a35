import { standingOf } from '../../access.ts'
import { whyNotRegion } from './rules/region.ts'

type Placed = { region: string | null }
/** Whether somebody may keep a rule where it holds, and may end the one it follows where that held. */
export function whyNotKeep(
  keeper: Parameters<typeof standingOf>[0],
  draft: Placed,
  followed: Placed | null = null,
): ReturnType<typeof whyNotRegion> {
  const { prefix } = standingOf(keeper)
  return whyNotRegion(draft.region, prefix) ?? (followed && whyNotRegion(followed.region, prefix))
}
