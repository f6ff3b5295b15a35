import { found, type Handler, serve } from '../../platform/serve.ts'
import { getFieldwork, listFieldwork as listContract } from './contract.ts'
import { evidenceApi } from './evidence/api.ts'
import { listsApi } from './lists/api.ts'
import { planningApi } from './planning/api.ts'
import { requestsApi } from './requests/api.ts'
import { findFieldwork, listFieldwork } from './store.ts'
import { teamApi } from './team/api.ts'

export const fieldworkApi: readonly Handler[] = [
  serve(listContract, ({ input, actor, read }) => listFieldwork(read, actor.jurisdiction, { ...input, all: input.all === 'true' })),
  serve(getFieldwork, async ({ input, actor, read }) => found(await findFieldwork(read, actor.jurisdiction, input.id))),
  ...listsApi,
  ...planningApi,
  ...teamApi,
  ...requestsApi,
  ...evidenceApi,
]
