import { z } from 'zod'
import { job } from '../../platform/jobs.ts'
import { purge } from './held.ts'
import { retentionOn } from './store.ts'

/** Each night: technical records past their term go; what went is in the trail. Records of the work stay until appraised. */
export const custodyJobs = [
  job({
    kind: 'custody.purge',
    payload: z.object({}).loose(),
    at: '30 19 * * *',
    run: (desk) =>
      desk.change('retentionRule:purge', async (tx) => {
        await purge(tx, await retentionOn(tx, desk.today), desk.today)
      }),
  }),
]
