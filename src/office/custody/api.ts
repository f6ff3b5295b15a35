import type { Handler } from '../../platform/serve.ts'
import { dossierApi } from './api-dossier.ts'
import { keepingApi } from './api-keeping.ts'
import { levelApi } from './api-level.ts'
import { clearancesApi } from './clearances.ts'

/** Secrecy levels, dossiers and their readers, identity numbers, retention and corrections. */
export const custodyApi: readonly Handler[] = [...levelApi, ...dossierApi, ...keepingApi, ...clearancesApi]
