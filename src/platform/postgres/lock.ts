import { setTimeout as sleep } from 'node:timers/promises'
import { appearIn, pidOf, presentIn, type Sign } from './presence.ts'
import { DatabaseTrouble } from './trouble.ts'

/** Does the work while no other process (or caller in this one) does it in the same folder; a dead holder holds nothing. */
export async function alone<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const claim = await claimIn(folder)
  try {
    return await work()
  } finally {
    claim.withdraw()
  }
}

/** About two minutes of asking: initialising takes a second, a recovery may take longer. */
const attempts = 2400

async function claimIn(folder: string): Promise<Sign> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const claim = tryToClaim(folder)
    if (claim) return claim
    await sleep(20 + Math.random() * 60)
  }
  throw new DatabaseTrouble('busy', { pid: presentIn(folder).map(pidOf).join(', ') })
}

/** Claim first, look second: of two that come at once at least one sees the other and steps back. */
function tryToClaim(folder: string): Sign | null {
  if (presentIn(folder).length > 0) return null
  const claim = appearIn(folder)
  if (presentIn(folder).every((name) => name === claim.name)) return claim
  claim.withdraw()
  return null
}
