import { z } from 'zod'
import { type AnyJob, job } from '../../platform/jobs.ts'
import { recount } from './store-deadlines.ts'

/** After a holiday, a notice on file or a rule changed: every running clock is counted again, old and new value kept. */
const recountAll = job({
  kind: 'projects.recount',
  payload: z.object({ cause: z.enum(['rule', 'calendar']) }),
  run: async (desk, { cause }) => {
    await desk.change(`deadline:${cause}`, (tx) => recount(tx, {}, { account: desk.actor.account, today: desk.today }))
  },
})

export const projectsJobs: readonly AnyJob[] = [recountAll]
