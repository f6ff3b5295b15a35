import type { Handler } from '../../platform/serve.ts'
import { courseApi } from './course-api.ts'
import { entrustApi } from './entrust-api.ts'
import { forceApi } from './force-api.ts'
import { fundApi } from './fund-api.ts'
import { handApi } from './hand-api.ts'
import { horizonApi } from './horizon-api.ts'
import { noticeApi } from './notice-api.ts'
import { paperApi } from './paper-api.ts'
import { planApi } from './plan-api.ts'

export const planningApi: readonly Handler[] = [
  ...planApi,
  ...handApi,
  ...courseApi,
  ...noticeApi,
  ...paperApi,
  ...horizonApi,
  ...forceApi,
  ...entrustApi,
  ...fundApi,
]
