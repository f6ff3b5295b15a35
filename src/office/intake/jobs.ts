import { z } from 'zod'
import { type AnyJob, job } from '../../platform/jobs.ts'
import { progressFor } from './api.ts'
import { carryOut } from './deeds.ts'
import type { House } from './kinds.ts'
import { findBatch } from './store.ts'

/** Long imports, for whoever started them; a batch that has ended is left alone. */
export const intakeJobs = (house: () => House): readonly AnyJob[] => [
  job({
    kind: 'intake.import',
    payload: z.object({ batch: z.uuid() }),
    run: async (desk, payload) => {
      const batch = await findBatch(desk.read, payload.batch)
      if (!batch || batch.state === 'done' || batch.state === 'undone') return
      const files = batch.files.map((file) => ({ ...file, path: desk.store.path(file.sha256) }))
      const actor = { account: batch.startedBy, jurisdiction: batch.jurisdiction }
      const progress = progressFor(desk.publish, { account: actor.account, batch: batch.id })
      await carryOut({ house: house(), desk, what: batch.what, files, actor, progress }, batch, desk.store)
    },
  }),
]
