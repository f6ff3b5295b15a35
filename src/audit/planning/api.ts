import type { Handler } from '../../platform/serve.ts'
import { entrustApi } from './entrust-api.ts'
import { forceApi } from './force-api.ts'

export const planningApi: readonly Handler[] = [...forceApi, ...entrustApi]
