import { serve } from '../../platform/serve.ts'
import { listTrail } from './contract.ts'
import { trailPage } from './store.ts'

export const trailApi = [serve(listTrail, ({ input, read }) => trailPage(read, input))]
