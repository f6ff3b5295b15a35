import { z } from 'zod'
import { type AnyJob, job } from '../../platform/jobs.ts'
import { seekAll } from './repeats/seek.ts'

/** Every night at 02:20 in China: which findings were found before. */
const repeats = job({ kind: 'findings.repeats', payload: z.looseObject({}), at: '20 18 * * *', run: (desk) => seekAll(desk) })

export const findingsJobs: readonly AnyJob[] = [repeats]
