import * as links from './archive/links/contract.ts'
import * as portrait from './archive/portrait/contract.ts'
import * as reports from './archive/reports/contract.ts'
import * as risks from './archive/risks/contract.ts'
import * as search from './archive/search/contract.ts'
import * as fieldwork from './audit/fieldwork/contract.ts'
import * as fieldworkEvidence from './audit/fieldwork/evidence/contract.ts'
import * as fieldworkLists from './audit/fieldwork/lists/contract.ts'
import * as fieldworkPlanning from './audit/fieldwork/planning/contract.ts'
import * as fieldworkRequests from './audit/fieldwork/requests/contract.ts'
import * as fieldworkTeam from './audit/fieldwork/team/contract.ts'
import * as findingBasis from './audit/findings/basis/contract.ts'
import * as findingClasses from './audit/findings/classes/contract.ts'
import * as findings from './audit/findings/contract.ts'
import * as findingCorrections from './audit/findings/correction/contract.ts'
import * as findingDuty from './audit/findings/duty/contract.ts'
import * as findingEditing from './audit/findings/editing/contract.ts'
import * as findingExtraction from './audit/findings/extraction/contract.ts'
import * as findingFigures from './audit/findings/figures/contract.ts'
import * as findingObjections from './audit/findings/objection/contract.ts'
import * as findingReconcile from './audit/findings/reconcile/contract.ts'
import * as findingRepeats from './audit/findings/repeats/contract.ts'
import * as findingTolerance from './audit/findings/tolerance/contract.ts'
import * as leads from './audit/leads/contract.ts'
import * as leadRules from './audit/leads/rules.contract.ts'
import * as leadsSealed from './audit/leads/sealed.contract.ts'
import * as planning from './audit/planning/contract.ts'
import * as planningForce from './audit/planning/force.contract.ts'
import * as projectCases from './audit/projects/case.contract.ts'
import * as projects from './audit/projects/contract.ts'
import * as projectPortfolio from './audit/projects/portfolio.contract.ts'
import * as projectRooms from './audit/projects/room.contract.ts'
import * as projectSides from './audit/projects/side.contract.ts'
import * as rectification from './audit/rectification/contract.ts'
import type { Phrase } from './kernel/say.ts'
import * as custody from './office/custody/contract.ts'
import * as documents from './office/documents/contract.ts'
import * as documentsKeeping from './office/documents/keeping.contract.ts'
import * as identityAccounts from './office/identity/accounts.contract.ts'
import * as identity from './office/identity/contract.ts'
import * as identityOwn from './office/identity/own.contract.ts'
import { words as identityWords } from './office/identity/words.ts'
import * as intake from './office/intake/contract.ts'
import * as notices from './office/notices/contract.ts'
import * as sharing from './office/sharing/contract.ts'
import * as trail from './office/trail/contract.ts'
import * as auditees from './registers/auditees/contract.ts'
import * as places from './registers/places/contract.ts'
import * as regulations from './registers/regulations/contract.ts'

/** Every contract module of the house; whatever in it has a name and a title is a contract. */
const rooms: readonly Readonly<Record<string, unknown>>[] = [
  links,
  portrait,
  reports,
  search,
  findings,
  findingEditing,
  findingBasis,
  findingClasses,
  findingExtraction,
  findingFigures,
  findingReconcile,
  findingRepeats,
  findingCorrections,
  findingDuty,
  findingObjections,
  findingTolerance,
  fieldwork,
  fieldworkEvidence,
  fieldworkLists,
  fieldworkPlanning,
  fieldworkRequests,
  fieldworkTeam,
  projects,
  projectCases,
  projectSides,
  projectRooms,
  projectPortfolio,
  rectification,
  leads,
  leadRules,
  leadsSealed,
  planning,
  planningForce,
  risks,
  identity,
  documents,
  documentsKeeping,
  identityAccounts,
  identityOwn,
  intake,
  custody,
  notices,
  sharing,
  trail,
  auditees,
  places,
  regulations,
]

type Titled = { name: string; title: Phrase }
const isTitled = (part: unknown): part is Titled =>
  typeof part === 'object' && part !== null && 'name' in part && 'title' in part && 'kind' in part

/** Names of all contracts in words, for the trail. */
export const titles: Readonly<Record<string, Phrase>> = {
  ...Object.fromEntries(
    rooms.flatMap((room) =>
      Object.values(room)
        .filter(isTitled)
        .map((contract) => [contract.name, contract.title]),
    ),
  ),
  // A session's or token's own entry: it was shown and opened nothing.
  'identity.present': identityWords.contract.present,
}
