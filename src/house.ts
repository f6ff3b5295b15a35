import { reportsApi } from './archive/reports/api.ts'
import { words as reportsWords } from './archive/reports/words.ts'
import type { Contract } from './kernel/contract.ts'
import type { Phrase } from './kernel/say.ts'
import { words as kernelWords } from './kernel/words.ts'
import { identityApi } from './office/identity/api.ts'
import { identityVerbs } from './office/identity/cli.ts'
import { words as identityWords } from './office/identity/words.ts'
import { noticesApi } from './office/notices/api.ts'
import { trailApi } from './office/trail/api.ts'
import type { AnyJob } from './platform/jobs.ts'
import type { Handler } from './platform/serve.ts'
import type { Verb } from './platform/verb.ts'
import { placesApi } from './registers/places/api.ts'
import { words as placesWords } from './registers/places/words.ts'

/** Every room's handlers. */
export const handlers: readonly Handler[] = [...identityApi(() => contracts), ...trailApi, ...noticesApi([]), ...reportsApi, ...placesApi]
export const contracts: readonly Contract[] = handlers.map((handler) => handler.contract)

/** What is done later or by the hour. */
export const jobs: readonly AnyJob[] = []

/** Every verb of the command line but `serve`, `openapi`, `db` and `help`, which are main.ts's own. */
export const verbs: readonly Verb[] = [...identityVerbs]

/** Every refusal's sentence; a code has one sentence in the whole house. */
export const phrases: Readonly<Record<string, Phrase>> = {
  ...kernelWords.refusal,
  ...identityWords.refusal,
  ...placesWords.refusal,
  ...reportsWords.refusal,
}
