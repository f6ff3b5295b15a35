import { linksApi } from './archive/links/api.ts'
import { linksVerbs } from './archive/links/cli.ts'
import { linksJobs } from './archive/links/jobs.ts'
import { words as linksWords } from './archive/links/words.ts'
import { portraitApi } from './archive/portrait/api.ts'
import { portraitVerbs } from './archive/portrait/cli.ts'
import { words as portraitWords } from './archive/portrait/words.ts'
import { reportsApi } from './archive/reports/api.ts'
import { intakes as reportsIntakes } from './archive/reports/intake.ts'
import { words as reportsWords } from './archive/reports/words.ts'
import { risksApi } from './archive/risks/api.ts'
import { riskPapers } from './archive/risks/papers.ts'
import { words as risksWords } from './archive/risks/words.ts'
import { searchApi } from './archive/search/api.ts'
import { searchVerbs } from './archive/search/cli.ts'
import { words as searchWords } from './archive/search/words.ts'
import { fieldworkApi } from './audit/fieldwork/api.ts'
import { fieldworkGatherers } from './audit/fieldwork/gather.ts'
import { listIntakes } from './audit/fieldwork/lists/intake.ts'
import { words as fieldworkWords } from './audit/fieldwork/words.ts'
import { findingsApi } from './audit/findings/api.ts'
import { correctionApi } from './audit/findings/correction/api.ts'
import { correctionGatherer } from './audit/findings/correction/gather.ts'
import { correctionJobs } from './audit/findings/correction/jobs.ts'
import { words as correctionWords } from './audit/findings/correction/words.ts'
import { dutyApi } from './audit/findings/duty/api.ts'
import { words as dutyWords } from './audit/findings/duty/words.ts'
import { announcementGatherer } from './audit/findings/gather.ts'
import { findingIntakes } from './audit/findings/intake.ts'
import { findingsJobs } from './audit/findings/jobs.ts'
import { higherApi } from './audit/findings/objection/higher-api.ts'
import { lateApi } from './audit/findings/objection/late-api.ts'
import { ownApi } from './audit/findings/objection/own-api.ts'
import { reviewApi } from './audit/findings/objection/review-api.ts'
import { words as objectionWords } from './audit/findings/objection/words.ts'
import { words as standingWords } from './audit/findings/standing.words.ts'
import { toleranceApi } from './audit/findings/tolerance/api.ts'
import { words as toleranceWords } from './audit/findings/tolerance/words.ts'
import { words as findingsWords } from './audit/findings/words.ts'
import { leadsApi } from './audit/leads/api.ts'
import { leadPapers } from './audit/leads/making.ts'
import { words as leadsWords } from './audit/leads/words.ts'
import { projectGatherer } from './audit/papers/gather.ts'
import { auditPapers } from './audit/papers/types.ts'
import { planningApi } from './audit/planning/api.ts'
import { planningVerbs } from './audit/planning/cli.ts'
import { planningIntakes } from './audit/planning/intake.ts'
import { planningJobs } from './audit/planning/jobs.ts'
import { words as plannerWords } from './audit/planning/planner.words.ts'
import { words as planningWords } from './audit/planning/words.ts'
import { projectsApi } from './audit/projects/api.ts'
import { projectIntakes } from './audit/projects/intake.ts'
import { projectsJobs } from './audit/projects/jobs.ts'
import { words as projectsCaseWords } from './audit/projects/rules/refusals.words.ts'
import { words as projectsSideWords } from './audit/projects/rules/side.words.ts'
import { words as projectsWords } from './audit/projects/words.ts'
import { rectificationApi } from './audit/rectification/api.ts'
import { rectificationIntakes } from './audit/rectification/intake.ts'
import { words as rectificationWords } from './audit/rectification/words.ts'
import { demonstrationVerbs } from './demonstration/cli.ts'
import { words as demonstrationWords } from './demonstration/words.ts'
import { todos } from './house.todos.ts'
import type { Contract } from './kernel/contract.ts'
import type { Phrase } from './kernel/say.ts'
import { words as kernelWords } from './kernel/words.ts'
import { careVerbs } from './office/care/cli.ts'
import { words as careWords } from './office/care/words.ts'
import { custodyApi } from './office/custody/api.ts'
import { custodyJobs } from './office/custody/jobs.ts'
import { words as custodyWords } from './office/custody/words.ts'
import { documentsApi } from './office/documents/api.ts'
import { documentsJobs } from './office/documents/jobs.ts'
import type { Documents } from './office/documents/registry.ts'
import { words as documentsWords } from './office/documents/words.ts'
import { identityApi } from './office/identity/api.ts'
import { identityVerbs } from './office/identity/cli.ts'
import { outsideOf } from './office/identity/outside/config.ts'
import { demoPassword } from './office/identity/rules/password.ts'
import { words as identityWords } from './office/identity/words.ts'
import { intakeApi } from './office/intake/api.ts'
import type { AnyIntake } from './office/intake/book.ts'
import { intakeVerbs } from './office/intake/cli.ts'
import { intakeJobs } from './office/intake/jobs.ts'
import type { House } from './office/intake/kinds.ts'
import { words as intakeWords } from './office/intake/words.ts'
import { noticesApi } from './office/notices/api.ts'
import { sharingApi } from './office/sharing/api.ts'
import { words as sharingWords } from './office/sharing/words.ts'
import { trailApi } from './office/trail/api.ts'
import { trailVerbs } from './office/trail/cli.ts'
import { words as trailWords } from './office/trail/words.ts'
import type { AnyJob } from './platform/jobs.ts'
import { words as readingWords } from './platform/reading.words.ts'
import type { Handler } from './platform/serve.ts'
import type { Verb } from './platform/verb.ts'
import { auditeesApi } from './registers/auditees/api.ts'
import { intakes as auditeesIntakes } from './registers/auditees/intake.ts'
import { words as auditeesWords } from './registers/auditees/words.ts'
import { placesApi } from './registers/places/api.ts'
import { intakes as placesIntakes } from './registers/places/intake.ts'
import { words as placesWords } from './registers/places/words.ts'
import { regulationsApi } from './registers/regulations/api.ts'
import { regulationsVerbs } from './registers/regulations/cli.ts'
import { intakes as regulationsIntakes } from './registers/regulations/intake.ts'
import { words as regulationsWords } from './registers/regulations/words.ts'

/** Everything that can be imported. */
const intakes: readonly AnyIntake[] = [
  ...placesIntakes,
  ...auditeesIntakes,
  ...regulationsIntakes,
  ...reportsIntakes,
  ...planningIntakes,
  ...projectIntakes,
  ...findingIntakes,
  ...listIntakes,
  ...rectificationIntakes,
]
export const imports = (): House => ({ intakes, phrases })

/** Every document type, and the rooms that know the facts to fill them; a new room adds its line to each. */
export const documents: Documents = {
  types: [...auditPapers, ...leadPapers, ...riskPapers],
  gatherers: [...fieldworkGatherers, projectGatherer, correctionGatherer, announcementGatherer],
}

/** Every room's handlers. */
export const handlers: readonly Handler[] = [
  ...identityApi(() => contracts, outsideOf(process.env)),
  ...sharingApi,
  ...trailApi,
  ...custodyApi,
  ...noticesApi(todos),
  ...documentsApi(() => documents),
  ...intakeApi(imports),
  ...reportsApi,
  ...searchApi,
  ...linksApi,
  ...placesApi,
  ...regulationsApi,
  ...auditeesApi,
  ...planningApi,
  ...projectsApi,
  ...findingsApi,
  ...dutyApi,
  ...toleranceApi,
  ...reviewApi,
  ...lateApi,
  ...higherApi,
  ...ownApi,
  ...correctionApi,
  ...fieldworkApi,
  ...leadsApi(() => phrases),
  ...rectificationApi,
  ...portraitApi,
  ...risksApi,
]
export const contracts: readonly Contract[] = handlers.map((handler) => handler.contract)

/** What is done later or by the hour. */
export const jobs: readonly AnyJob[] = [
  ...intakeJobs(imports),
  ...linksJobs,
  ...custodyJobs,
  ...projectsJobs,
  ...findingsJobs,
  ...planningJobs,
  ...documentsJobs,
  ...correctionJobs,
]

/** Every verb of the command line but `serve`, `openapi`, `db` and `help`, which are main.ts's own. */
export const verbs: readonly Verb[] = [
  ...identityVerbs,
  ...trailVerbs,
  ...demonstrationVerbs({ house: imports, handlers: () => handlers, password: demoPassword }),
  ...careVerbs,
  ...portraitVerbs,
  ...intakeVerbs(imports),
  ...searchVerbs,
  ...linksVerbs,
  ...regulationsVerbs,
  ...planningVerbs,
]

/** Every refusal's sentence; a code has one sentence in the whole house. */
export const phrases: Readonly<Record<string, Phrase>> = {
  ...kernelWords.refusal,
  ...readingWords.refusal,
  ...identityWords.refusal,
  ...sharingWords.refusal,
  ...documentsWords.refusal,
  ...trailWords.refusal,
  ...careWords.refusal,
  ...intakeWords.refusal,
  ...custodyWords.refusal,
  ...placesWords.refusal,
  ...regulationsWords.refusal,
  ...auditeesWords.refusal,
  ...reportsWords.refusal,
  ...searchWords.refusal,
  ...linksWords.refusal,
  ...planningWords.refusal,
  ...projectsWords.refusal,
  ...plannerWords.refusal,
  ...projectsCaseWords.refusal,
  ...projectsSideWords.refusal,
  ...findingsWords.refusal,
  ...standingWords.refusal,
  ...dutyWords.refusal,
  ...toleranceWords.refusal,
  ...objectionWords.refusal,
  ...correctionWords.refusal,
  ...fieldworkWords.refusal,
  ...leadsWords.refusal,
  ...rectificationWords.refusal,
  ...demonstrationWords.refusal,
  ...portraitWords.refusal,
  ...risksWords.refusal,
}
